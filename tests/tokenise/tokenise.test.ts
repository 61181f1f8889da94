import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, RepairedDoc } from '../../src/model/repaired-doc.js';
import type { Cut } from '../../src/model/tokenised-doc.js';
import { tokenise } from '../../src/tokenise/index.js';

function docOf(...blocks: readonly string[]): RepairedDoc {
  const text = blocks.join('\n');
  let at = 0;
  const laid = blocks.map((b): Block => {
    const repairedSpan = { start: at, end: at + b.length };
    at += b.length + 1;
    return { kind: 'paragraph', repairedSpan, section: null, owner: { report: 'r', cues: [], margin: null } };
  });
  return {
    source: { file: 'a.txt', text, encoding: 'utf-8', units: [] },
    text,
    map: [],
    edits: [],
    blocks: laid,
    repeats: [],
  };
}

const byTwo: Cut = (text) => (text.match(/.{1,2}/gs) ?? []).map((word) => ({ word, tag: 'x' }));

test('tokens carry their place in the repaired text and never run over a block', () => {
  const { tokens } = tokenise(docOf('全市破案', '三起'), byTwo);
  expect(tokens).toEqual([
    { text: '全市', tag: 'x', start: 0, end: 2 },
    { text: '破案', tag: 'x', start: 2, end: 4 },
    { text: '三起', tag: 'x', start: 5, end: 7 },
  ]);
});

test('an empty block has no tokens and is not cut', () => {
  const { tokens } = tokenise(docOf('', '甲'), (text) => {
    if (text === '') throw new Error('cut was asked for nothing');
    return [{ word: text, tag: 'x' }];
  });
  expect(tokens).toHaveLength(1);
});

test.each<[string, Cut]>([
  ['loses the end', (t) => [{ word: t.slice(0, -1), tag: 'x' }]],
  ['changes a character', () => [{ word: '全省破案', tag: 'x' }]],
  [
    'adds one',
    (t) => [
      { word: t, tag: 'x' },
      { word: '了', tag: 'u' },
    ],
  ],
  ['returns nothing', () => []],
])('a cut that %s is refused', (_, cut) => {
  expect(() => tokenise(docOf('全市破案'), cut)).toThrow(TypeError);
  expect(() => tokenise(docOf('全市破案'), cut)).toThrow(/found .*expected .*give a cut/);
});

test('any blocks: the tokens of each, joined, are its text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...'公安1。 a'), maxLength: 12 }), { maxLength: 5 }),
      (blocks) => {
        const doc = docOf(...blocks);
        const { tokens } = tokenise(doc, byTwo);
        expect(tokens.map((t) => doc.text.slice(t.start, t.end))).toEqual(tokens.map((t) => t.text));
        expect(tokens.map((t) => t.text).join('')).toBe(blocks.join(''));
      },
    ),
  );
});
