import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../src/model/span.js';
import { contains, covers, hull, intersect, merge, overlaps, subtract } from '../../src/text/spans.js';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(12)).map(([start, n]): Span => ({ start, end: start + n })),
  { maxLength: 12 },
);
const members = (list: readonly Span[]): Set<number> =>
  new Set(list.flatMap((s) => Array.from({ length: s.end - s.start }, (_, i) => s.start + i)));

test.each([
  [{ start: 0, end: 3 }, { start: 2, end: 5 }, true],
  [{ start: 0, end: 3 }, { start: 3, end: 5 }, false],
  [{ start: 2, end: 2 }, { start: 0, end: 5 }, false],
])('%o overlaps %o: %s', (a, b, expected) => {
  expect(overlaps(a, b)).toBe(expected);
  expect(intersect(a, b) !== null).toBe(expected);
});

test('a span contains itself and the empty span at its edge', () => {
  const a = { start: 2, end: 5 };
  expect(contains(a, a)).toBe(true);
  expect(contains(a, { start: 5, end: 5 })).toBe(true);
  expect(contains(a, { start: 4, end: 6 })).toBe(false);
  expect(covers(a, 5)).toBe(false);
  expect(covers(a, 2)).toBe(true);
});

test('the hull of no spans is null', () => {
  expect(hull([])).toBeNull();
  expect(
    hull([
      { start: 7, end: 9 },
      { start: 1, end: 2 },
    ]),
  ).toEqual({ start: 1, end: 9 });
});

test('merge keeps the members, in order, without touching neighbours', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const merged = merge(list);
      expect(members(merged)).toEqual(members(list));
      for (let i = 1; i < merged.length; i++) expect(merged[i]?.start).toBeGreaterThan(merged[i - 1]?.end ?? -1);
    }),
  );
});

test('subtract is set difference', () => {
  fc.assert(
    fc.property(spans, spans, (list, holes) => {
      const gone = members(holes);
      expect(members(subtract(list, holes))).toEqual(new Set([...members(list)].filter((n) => !gone.has(n))));
    }),
  );
});
