import { expect, test } from 'vitest';
import { noteLines } from '../../src/commands/print-notes.js';
import type { Note } from '../../src/model/note.js';

const note = (code: string, severity: Note['severity'], at: number): Note => ({
  code,
  severity,
  message: `found ${code} ${at}, expected none`,
});
const several = (code: string, severity: Note['severity'], count: number): Note[] =>
  Array.from({ length: count }, (_, at) => note(code, severity, at));
const print = (notes: readonly Note[], language: 'en' | 'zh-CN' = 'en') =>
  noteLines(notes, { colour: false, all: false, language });

test('of many warnings of one code the first five are written out and the rest counted', () => {
  const lines = print([...several('a/a', 'warning', 123), ...several('b/b', 'warning', 2)]);
  expect(lines.filter((line) => line.includes('found a/a'))).toHaveLength(5);
  expect(lines.filter((line) => line.includes('found b/b'))).toHaveLength(2);
  expect(lines.at(-1)).toBe('warning: 118 more like these; --json names all of them [a/a]');
  expect(lines).toHaveLength(8);
});

test('five are not more than five', () => {
  expect(print(several('a/a', 'warning', 5))).toHaveLength(5);
});

test('every error is written out, however many there are', () => {
  expect(print(several('a/a', 'error', 40))).toHaveLength(40);
});

test('in Chinese', () => {
  expect(print(several('a/a', 'warning', 6), 'zh-CN').at(-1)).toBe('警告：同类还有 1 条；全部见 --json [a/a]');
});
