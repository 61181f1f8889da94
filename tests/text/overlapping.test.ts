import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexSpans } from '../../src/text/overlapping.js';
import { contains, overlaps } from '../../src/text/spans.js';

const span = fc.tuple(fc.nat(20), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

test('any spans: the index answers what asking each of them answers', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 3 }), span, (items, places, place) => {
      const index = indexSpans(items, (item) => item);
      expect(index.at(places)).toEqual(items.filter((item) => places.some((p) => overlaps(p, item))));
      expect(index.isCovered(place)).toBe(items.some((item) => contains(item, place)));
    }),
  );
});
