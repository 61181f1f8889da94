import { describe, expect, test } from 'vitest';
import { isTraditional, simplified } from '../../src/text/traditional.js';
import { isWordPair } from '../../src/text/word-pairs.js';

describe('traditional characters', () => {
  test.each([
    ['電', '电'],
    ['網', '网'],
    ['騙', '骗'],
    ['瀾', '澜'],
    ['裡', '里'],
  ])('%s is %s in any text', (from, to) => {
    expect(simplified(from, false)).toBe(to);
  });

  test.each(['乾', '於', '电', '著', 'a', '里'])('%s stays in a simplified text', (c) => {
    expect(simplified(c, false)).toBeNull();
  });

  test('in a traditional text 後 and 於 are folded too', () => {
    expect(simplified('於', true)).toBe('于');
    expect(isTraditional('全市電信網絡詐騙案件下降')).toBe(true);
    expect(
      isTraditional(
        '大潮奔涌逐浪高，改革图景波瀾阔。十堰公安坚定不移走改革兴警之路，创新队伍管理机制，向内挖潜、大胆实践，真正实现公安工作质量变革',
      ),
    ).toBe(false);
    expect(isTraditional('')).toBe(false);
  });
});

test.each([
  ['矛', '盾', true],
  ['派', '出', true],
  ['反', '诈', true],
  ['色', '武', false],
  ['矛', '', false],
  ['', '盾', false],
])('%s%s is a pair inside a word: %s', (a, b, expected) => {
  expect(isWordPair(a, b)).toBe(expected);
});
