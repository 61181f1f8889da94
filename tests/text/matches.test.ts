import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOf } from '../../src/text/matches.js';

const PATTERNS = [/案/g, /\d+/g, /(?:)/g, /(?:)/gu, /a?/gu, /(?<=。)/g, /[^。]*/g, /(?:(案)|(\d))/g, /.(?=案)/gu];

test('any text: the same matches as matchAll, groups and places included', () => {
  const texts = fc.string({ unit: fc.constantFrom('案', '1', '2', '。', 'a', '𠮷', '\ud800', '\n'), maxLength: 30 });
  fc.assert(
    fc.property(texts, fc.constantFrom(...PATTERNS), (text, pattern) => {
      const told = (matches: Iterable<RegExpMatchArray>) => [...matches].map((m) => [m.index, ...m]);
      expect(told(matchesOf(text, pattern))).toEqual(told(text.matchAll(pattern)));
    }),
  );
});

test('a pattern is ready for the next text, whatever was done with it before', () => {
  const pattern = /案/g;
  pattern.test('破案');
  expect(matchesOf('案', pattern)).toHaveLength(1);
  expect(pattern.lastIndex).toBe(0);
});

test('a pattern without the flag g is refused', () => {
  expect(() => matchesOf('案', /案/)).toThrow(/found \/案\/, expected the flag g/);
});
