import type { Span } from '../model/span.js';

/** Where an offset stands: both count from 1, the column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The lines of one text. */
export interface LineIndex {
  /** Lines without their line breaks, in order; always at least one. */
  readonly lines: readonly Span[];
  /** Line and column of an offset; an offset inside `\r\n` belongs to the line it ends; clamped to the text. */
  at(offset: number): LineColumn;
  /** The span of a 1-based line, or null where there is no such line. */
  line(number: number): Span | null;
  /** Offset of a 1-based line and column; clamped to the line. Throws RangeError for a line that is not there. */
  offset(place: LineColumn): number;
}

/** Spans of the lines of a text without their breaks. `\n`, `\r\n` and `\r` end a line; the last line may be empty. */
export function splitLines(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    lines.push({ start, end: i });
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** Index of the last element of a sorted list whose key is ≤ `value`; -1 where there is none. */
export function lastAtMost<T>(sorted: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && key(item) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Builds the line index once; a look-up then takes the logarithm of the number of lines. */
export function indexLines(text: string): LineIndex {
  const lines = splitLines(text);
  const at = (offset: number): LineColumn => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const i = lastAtMost(lines, clamped, (l) => l.start);
    return { line: i + 1, column: clamped - (lines[i]?.start ?? 0) + 1 };
  };
  const line = (number: number): Span | null => lines[number - 1] ?? null;
  const offset = (place: LineColumn): number => {
    const found = line(place.line);
    if (!found) throw new RangeError(`lines: found line ${place.line}, expected 1 to ${lines.length}`);
    return Math.max(found.start, Math.min(found.start + place.column - 1, found.end));
  };
  return { lines, at, line, offset };
}
