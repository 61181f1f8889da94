import { expect, test } from 'vitest';
import { onceFor, onceForAll } from '../../src/text/once-for.js';

const [a, b, c] = [{ n: 1 }, { n: 2 }, { n: 4 }];

test('onceFor works once for an object, and again for an equal one', () => {
  let works = 0;
  const twice = onceFor(({ n }: { n: number }) => {
    works += 1;
    return 2 * n;
  });
  expect([twice(a), twice(a), twice({ n: 1 }), works]).toEqual([2, 2, 2, 2]);
});

test.each([
  ['the same objects', [a, b], [a, b], 1],
  ['one more', [a, b], [a, b, c], 2],
  ['one less', [a, b], [a], 2],
  ['another order', [a, b], [b, a], 2],
  ['another later one', [a, b], [a, c], 2],
  ['an equal first one', [a, b], [{ n: 1 }, b], 2],
  ['none, twice', [], [], 2],
])('onceForAll with %s', (_, first, second, expected) => {
  let works = 0;
  const sum = onceForAll((list: readonly { n: number }[]) => {
    works += 1;
    return list.reduce((total, { n }) => total + n, 0);
  });
  for (const list of [first, second]) expect(sum(list)).toBe(list.reduce((total, { n }) => total + n, 0));
  expect(works).toBe(expected);
});
