import type { RepairedDoc } from '../model/repaired-doc.js';
import type { Cut, Token, TokenisedDoc } from '../model/tokenised-doc.js';

/**
 * Cuts a repaired text into words, block by block, so that no word runs over a line break. Tokens carry offsets in the
 * repaired text and stand in its order; the breaks between blocks have no token.
 * Throws TypeError when `cut` returns words that, joined, are not the text it was given.
 */
export function tokenise(doc: RepairedDoc, cut: Cut): TokenisedDoc {
  const tokens: Token[] = [];
  for (const { repairedSpan } of doc.blocks) {
    const text = doc.text.slice(repairedSpan.start, repairedSpan.end);
    if (text === '') continue;
    let at = 0;
    for (const { word, tag } of cut(text)) {
      if (!text.startsWith(word, at)) {
        throw new TypeError(
          `tokenise/cut: found ${JSON.stringify(word)} at ${repairedSpan.start + at}, expected ${JSON.stringify(text.slice(at, at + Math.max(1, word.length)))}; give a cut whose words, joined, are the text`,
        );
      }
      if (word === '') continue;
      tokens.push({ text: word, tag, start: repairedSpan.start + at, end: repairedSpan.start + at + word.length });
      at += word.length;
    }
    if (at < text.length) {
      throw new TypeError(
        `tokenise/cut: found the end of the words at ${repairedSpan.start + at}, expected ${JSON.stringify(text.slice(at, at + 12))}; give a cut whose words, joined, are the text`,
      );
    }
  }
  return { repaired: doc, tokens };
}
