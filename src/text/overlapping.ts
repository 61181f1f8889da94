import type { Span } from '../model/span.js';
import { lastAtMost } from './lines.js';

/** Which of many spans lie at a place, without asking every one of them. */
export interface SpanIndex<T> {
  /** The items whose spans share a code unit with one of these, each once, in the order they were given; empty spans share none. */
  at(places: readonly Span[]): T[];
  /** True where one item's span holds all of `span`. */
  isCovered(span: Span): boolean;
}

/** Sorts the items once; a question then takes the logarithm of their number and the number of those it looks back over. */
export function indexSpans<T>(items: readonly T[], spanOf: (item: T) => Span): SpanIndex<T> {
  const byStart = items.map((item, order) => ({ item, order, ...spanOf(item) })).sort((a, b) => a.start - b.start);
  /** How far the spans up to each one reach. */
  const reach: number[] = [];
  for (const { end } of byStart) reach.push(Math.max(end, reach[reach.length - 1] ?? 0));
  const lastBefore = (place: number): number => lastAtMost(byStart, place, ({ start }) => start);
  return {
    at: (places) => {
      const found = new Set<(typeof byStart)[number]>();
      for (const { start, end } of places) {
        for (let i = lastBefore(end - 1); i >= 0 && (reach[i] ?? 0) > start; i--) {
          const one = byStart[i];
          if (one && Math.max(one.start, start) < Math.min(one.end, end)) found.add(one);
        }
      }
      return [...found].sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
    isCovered: ({ start, end }) => (reach[lastBefore(start)] ?? -1) >= end,
  };
}
