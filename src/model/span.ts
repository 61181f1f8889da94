/**
 * A half-open range `[start, end)` of UTF-16 code units. Which text it indexes stands in the name of the field that
 * holds it: `sourceSpan` in the decoded source without its byte-order mark, `repairedSpan` in the repaired text.
 */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Makes a span; throws RangeError when it would end before it begins or begin before 0. */
export function span(start: number, end: number): Span {
  if (!(start >= 0 && end >= start)) throw new RangeError(`span: found [${start}, ${end}), expected 0 ≤ start ≤ end`);
  return { start, end };
}
