import type { Span } from '../model/span.js';
import { isLetter } from './letters.js';

/** Opening marks and what closes them. */
const closers: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['[', ']'],
  ['〔', '〕'],
]);
const openers: ReadonlyMap<string, string> = new Map([...closers].map(([open, close]) => [close, open]));

/**
 * For every code unit of a text how many brackets and quotation marks are open around it (a mark itself counts as outside).
 * Marks without a partner on the same line count for nothing, so that one stray quotation mark cannot swallow the text.
 */
export function bracketDepths(text: string): Uint16Array {
  const depths = new Uint16Array(text.length);
  const change = new Int8Array(text.length + 1);
  let open: { mark: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    if (isLetter(text.charCodeAt(i))) continue;
    const mark = text[i] ?? '';
    if (mark === '\n') open = [];
    else if (closers.has(mark)) open.push({ mark, at: i });
    else if (openers.has(mark)) {
      const opener = openers.get(mark);
      // Only the nearest few openers are asked, so that 100,000 of them take no longer than 100,000 letters.
      for (let back = open.length - 1; back >= 0 && back >= open.length - 4; back--) {
        const candidate = open[back];
        if (!candidate || candidate.mark !== opener) continue;
        change[candidate.at + 1] = (change[candidate.at + 1] ?? 0) + 1;
        change[i] = (change[i] ?? 0) - 1;
        open.length = back;
        break;
      }
    }
  }
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depth += change[i] ?? 0;
    depths[i] = depth;
  }
  return depths;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const enders = new Set(['。', '！', '？', '!', '?', '；', ';']);
const tails = new Set(['。', '！', '？', '!', '?', '”', '’', '）', ')', '」', '』', '…']);

/**
 * The sentences of a text (or of one span of it), in order: together they cover every code unit but the line breaks.
 * A sentence ends after 。！？； (half-width ones too) and at a line break, outside brackets and quotation marks; closing
 * marks stay with it. “……。” with the stop inside the quotation marks ends one as well.
 */
export function sentences(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const part = text.slice(within.start, within.end);
  const depths = bracketDepths(part);
  const found: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    if (end > start) found.push({ start: within.start + start, end: within.start + end });
    start = end;
  };
  for (let i = 0; i < part.length; i++) {
    if (isLetter(part.charCodeAt(i))) continue;
    const c = part[i] ?? '';
    if (c === '\n') {
      close(i);
      start = i + 1;
    } else if (enders.has(c) && depths[i] === 0) {
      while (i + 1 < part.length && tails.has(part[i + 1] ?? '') && depths[i + 1] === 0) i++;
      close(i + 1);
    } else if ((c === '”' || c === '’') && depths[i] === 0 && /[。！？!?…]/.test(part[i - 1] ?? '')) {
      const next = part[i + 1] ?? '';
      if (next !== '' && !/[，、；：,;:。！？”’）)的]/.test(next)) close(i + 1);
    }
  }
  close(part.length);
  return found;
}

/** A comma that groups thousands (12,345), not clauses. */
function groupsThousands(text: string, at: number): boolean {
  return (
    isDigit(text[at - 1]) &&
    isDigit(text[at + 1]) &&
    isDigit(text[at + 2]) &&
    isDigit(text[at + 3]) &&
    !isDigit(text[at + 4])
  );
}

/**
 * The clauses of a sentence (or of any span), in order, without gaps: each ends after ，；。！？ or their half-width forms,
 * outside brackets and quotation marks. The enumeration comma 、 parts list members, not clauses; ask for it with `lists`.
 */
export function clauses(text: string, within: Span = { start: 0, end: text.length }, lists = false): Span[] {
  const part = text.slice(within.start, within.end);
  const depths = bracketDepths(part);
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i < part.length; i++) {
    if (isLetter(part.charCodeAt(i))) continue;
    const c = part[i] ?? '';
    const ends =
      c === '\n' ||
      (depths[i] === 0 &&
        (enders.has(c) || c === '，' || (lists && c === '、') || (c === ',' && !groupsThousands(part, i))));
    if (!ends) continue;
    while (c !== '\n' && i + 1 < part.length && tails.has(part[i + 1] ?? '') && depths[i + 1] === 0) i++;
    found.push({ start: within.start + start, end: within.start + i + 1 });
    start = i + 1;
  }
  if (start < part.length) found.push({ start: within.start + start, end: within.end });
  return found;
}
