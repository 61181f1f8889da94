import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines, splitLines } from '../../src/text/lines.js';

test.each([
  ['', ['']],
  ['甲', ['甲']],
  ['甲\n乙', ['甲', '乙']],
  ['甲\r\n乙\r丙\n', ['甲', '乙', '丙', '']],
  ['\n\n', ['', '', '']],
  ['甲\n\r乙', ['甲', '', '乙']],
])('%j has the lines %j', (text, expected) => {
  expect(splitLines(text).map((l) => text.slice(l.start, l.end))).toEqual(expected);
});

test('both count from 1, and the middle of \\r\\n belongs to the line it ends', () => {
  const index = indexLines('甲乙\r\n丙');
  expect(index.at(0)).toEqual({ line: 1, column: 1 });
  expect(index.at(3)).toEqual({ line: 1, column: 4 });
  expect(index.at(4)).toEqual({ line: 2, column: 1 });
  expect(index.at(99)).toEqual({ line: 2, column: 2 });
  expect(index.line(3)).toBeNull();
  expect(() => index.offset({ line: 3, column: 1 })).toThrow('found line 3, expected 1 to 2');
});

const text = fc.string({ unit: fc.constantFrom('甲', 'a', '\n', '\r', ' ', '👮'), maxLength: 40 });

test('offset → line and column → offset comes back, line breaks aside', () => {
  fc.assert(
    fc.property(text, fc.nat(40), (t, n) => {
      const index = indexLines(t);
      const offset = Math.min(n, t.length);
      const back = index.offset(index.at(offset));
      if (back !== offset) expect(t.slice(back, offset)).toMatch(/^\r?\n?$/);
      else expect(back).toBe(offset);
    }),
  );
});

test('lines and breaks make up the text', () => {
  fc.assert(
    fc.property(text, (t) => {
      const lines = splitLines(t);
      expect(lines[0]?.start).toBe(0);
      expect(lines[lines.length - 1]?.end).toBe(t.length);
      for (let i = 1; i < lines.length; i++) {
        expect(t.slice(lines[i - 1]?.end, lines[i]?.start)).toMatch(/^(?:\r\n|\r|\n)$/);
      }
    }),
  );
});
