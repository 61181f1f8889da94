import type { Span } from '../model/span.js';

/** How many code units a span holds. */
export function length(a: Span): number {
  return a.end - a.start;
}

/** True when the two share at least one code unit; touching spans and empty spans do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** True when all of `inner` lies in `outer`; a span contains itself, and an empty span at its edge. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when `offset` is one of the span's code units. */
export function covers(a: Span, offset: number): boolean {
  return a.start <= offset && offset < a.end;
}

/** The code units both have, or null when there are none. */
export function intersect(a: Span, b: Span): Span | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** The smallest span that holds all of them; null for none. */
export function hull(spans: readonly Span[]): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return spans.length === 0 ? null : { start, end };
}

/** By start, then by end: the order of the text. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** The same code units in text order, overlapping and touching spans as one; empty spans vanish. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let last: { start: number; end: number } | null = null;
  for (const s of spans.filter((x) => x.end > x.start).sort(byPlace)) {
    if (last && s.start <= last.end) last.end = Math.max(last.end, s.end);
    else {
      last = { start: s.start, end: s.end };
      merged.push(last);
    }
  }
  return merged;
}

/**
 * What is left of `spans` without the code units of `holes`, in text order, merged.
 *
 *     spans  ‾‾‾‾‾‾‾‾‾‾   ‾‾‾‾
 *     holes     ‾‾‾         ‾‾‾‾
 *     left   ‾‾‾   ‾‾‾‾   ‾‾
 */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const cut = merge(holes);
  const left: Span[] = [];
  let first = 0;
  for (const s of merge(spans)) {
    while ((cut[first]?.end ?? Number.POSITIVE_INFINITY) <= s.start) first++;
    let start = s.start;
    for (let i = first; i < cut.length; i++) {
      const hole = cut[i];
      if (!hole || hole.start >= s.end) break;
      if (hole.start > start) left.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < s.end) left.push({ start, end: s.end });
  }
  return left;
}
