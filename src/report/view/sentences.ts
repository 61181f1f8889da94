import type { Sentence, SentencePart } from '../../model/comparison.js';
import type { Cite } from '../typeset.js';
import type { Context } from './context.js';

export interface PartView {
  readonly text: string;
  readonly cites: readonly Cite[];
}
/** The pieces in the brief's language. */
export const languageParts = (sentence: Sentence, context: Context): readonly SentencePart[] =>
  sentence[context.lang === 'en' ? 'en' : 'zh'];

/** At most `most` markers a piece: a count of many awards leads to the first of them, the table to all. */
export function toViews(parts: readonly SentencePart[], where: string, most: number, context: Context): PartView[] {
  return parts.map((part) => ({
    text: part.text,
    cites: (part.findings ?? []).slice(0, most).flatMap((id) => context.citations.cite(id, where)),
  }));
}

export function partsOf(sentence: Sentence, where: string, context: Context): PartView[] {
  return toViews(languageParts(sentence, context), where, 3, context);
}

/** What fits on the page of findings: whole sentences up to about `room` characters, never less than the first. */
export function opening(parts: readonly SentencePart[], room: number): SentencePart[] {
  const kept: SentencePart[] = [];
  let length = 0;
  for (const part of parts) {
    let text = '';
    for (const sentence of part.text.split(/(?<=[。！？]|[.!?] )/u)) {
      const closed =
        kept.length > 0 || text !== ''
          ? /[。！？]$|[.!?] ?$/u.test((text === '' ? kept.at(-1)?.text : text) ?? '')
          : false;
      if (closed && length + sentence.length > room) {
        return text === '' ? kept : [...kept, { ...part, text }];
      }
      text += sentence;
      length += sentence.length;
    }
    kept.push({ ...part, text });
  }
  return kept;
}
