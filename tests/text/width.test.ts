import { expect, test } from 'vitest';
import { caretsUnder, displayWidth } from '../../src/text/width.js';

test.each([
  ['', 0],
  ['abc', 3],
  ['公安', 4],
  ['１２％', 6],
  ['，。', 4],
  ['30.4%', 5],
  ['e\u0301', 1],
  ['\u200b公', 2],
  ['𠮷', 2],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('carets stand under what they mark', () => {
  const line = '全市电信诈骗案下降21.7%';
  const start = line.indexOf('21.7%');
  expect(caretsUnder(line, start, line.length)).toBe(`${' '.repeat(18)}^^^^^`);
  expect(caretsUnder('甲乙', 1, 1)).toBe('  ^');
});
