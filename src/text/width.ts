import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that stand on the letter before them, and characters nobody sees: no column of their own. */
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

/**
 * How many terminal columns a text takes: 2 for Chinese characters and full-width forms, 1 for others, 0 for marks and
 * controls (a tab counts 0: expand tabs first). Ambiguous characters (“ … ①) count 1, as terminals outside East Asia print them.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!invisible.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** A line of spaces and carets that, printed under `line`, marks `[start, end)` of it; an empty span gets one caret. */
export function caretsUnder(line: string, start: number, end: number): string {
  const before = displayWidth(line.slice(0, start));
  return ' '.repeat(before) + '^'.repeat(Math.max(1, displayWidth(line.slice(start, end))));
}
