import { expect, test } from 'vitest';
import { onceFor } from '../../src/text/once-for.js';

test('an answer is worked out once an object, a lack of one included', () => {
  let asked = 0;
  const find = onceFor((list: readonly string[]) => {
    asked += 1;
    return list.find((word) => word === '案');
  });
  const [with_, without] = [['案'], ['件']];
  expect([find(with_), find(with_), find(without), find(without)]).toEqual(['案', '案', undefined, undefined]);
  expect(asked).toBe(2);
  expect(find(['案'])).toBe('案');
  expect(asked).toBe(3);
});
