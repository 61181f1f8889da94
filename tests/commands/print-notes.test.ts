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

const hostile = `a\u001b[2J\u001b]0;title\u0007\u009b31m\u202etxt\r`;
test.each(['en', 'zh-CN'] as const)('what others wrote neither paints nor turns anything (%s)', (language) => {
  const [found, place] = [
    `found ${hostile}`,
    { file: `${hostile}\nerror: forged`, line: 3, column: 6, excerpt: `k: ${hostile}` },
  ];
  const lines = print(
    [
      {
        ...note('a/a', 'error', 1),
        message: found,
        hint: hostile,
        zh: { message: found, hint: hostile },
        place,
        related: place,
      },
    ],
    language,
  );
  expect(lines.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain('a\\u{1b}[2J\\u{1b}]0;title\\u{7}\\u{9b}31m\\u{202e}txt\\u{d}\\u{a}error: forged:3:6');
  // the caret stands under the character it is about, however the ones before it are written
  const [excerpt = '', carets = ''] = lines.slice(1);
  expect(excerpt[carets.indexOf('^')]).toBe('[');
  expect(carets.trimEnd().split('^')).toHaveLength(2);
});

test('line breaks and tabs of a message stay, and so do letters of every script', () => {
  const message = 'found\n\tعربي 中文 👮🏽‍♀️ é';
  expect(print([{ ...note('a/a', 'error', 1), message }])).toEqual([`error: ${message} [a/a]`]);
});
