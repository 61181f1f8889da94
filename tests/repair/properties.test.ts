import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSource } from '../../src/text/source-map.js';
import { annotatedTexts } from '../support/claims.js';
import { contextOf, repaired } from './helpers.js';

const places = [
  { id: 'a', name: '甲山市', short: '甲山', level: 'city', aliases: [] },
  { id: 'b', name: '乙水区', short: '乙水', level: 'district', aliases: ['乙水公安'] },
] as const;

/** Texts of everything that has a meaning to some rule, in any order. */
const wild = fc
  .array(
    fc.constantFrom(
      ...'甲山乙水公安破案起人。，、；：！？“”‘’（）《》【】()"\',.;:%%％１２0123456789 \u3000\u200b\ufeff\t#-●▲①一二三、',
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '记者 张三',
      '图为',
      '摄',
      '责任编辑：李四',
      '2024年1月10日 星期三',
      '同比下降',
      '電',
      '陽(yáng)',
      '一、',
      '（二）',
      '👮',
      '\ud800',
      'abc',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe.each([
  ['alone', []],
  ['shared by two', places],
] as const)('any text, %s', (_, of) => {
  test('never throws; the map covers the text; blocks cover it but for line breaks', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const doc = repaired(text, contextOf(of));
        let at = 0;
        for (const piece of doc.map) {
          expect(piece.repairedSpan.start).toBe(at);
          expect(piece.sourceSpan.end).toBeLessThanOrEqual(text.length);
          at = piece.repairedSpan.end;
        }
        expect(at).toBe(doc.text.length);
        expect(doc.blocks.map((b) => doc.text.slice(b.repairedSpan.start, b.repairedSpan.end)).join('\n')).toBe(
          doc.text,
        );
        for (const block of doc.blocks)
          expect(doc.text.slice(block.repairedSpan.start, block.repairedSpan.end)).not.toContain('\n');
        for (const r of doc.repeats) {
          expect(r.ofSpan.start).toBeLessThan(r.repairedSpan.start);
          expect(r.repairedSpan.end).toBeLessThanOrEqual(doc.text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('no letter or digit of the source is lost or told twice, markers and glyph notes aside', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const doc = repaired(text, contextOf(of));
        const used = new Uint8Array(text.length);
        for (const piece of doc.map) {
          for (let i = piece.sourceSpan.start; i < piece.sourceSpan.end; i++) used[i] = (used[i] ?? 0) + 1;
        }
        const dropped = new Uint8Array(text.length);
        for (const edit of doc.edits) {
          if (edit.kind === 'drop' || edit.kind === 'replace')
            dropped.fill(1, edit.sourceSpan.start, edit.sourceSpan.end);
        }
        for (let i = 0; i < text.length; i++) {
          expect(used[i], `${JSON.stringify(text)} at ${i}`).toBeLessThanOrEqual(1);
          if (/[\p{L}\p{N}]/u.test(text[i] ?? ''))
            expect((used[i] ?? 0) + (dropped[i] ?? 0), `${JSON.stringify(text)} at ${i}`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the same input gives the same value', () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(repaired(text, contextOf(of))).toEqual(repaired(text, contextOf(of)));
      }),
      { numRuns: 50 },
    );
  });
});

test.each(annotatedTexts().map((t) => [t.name, t] as const))(
  '%s: every character of the repaired text leads to its own source',
  (_, { text }) => {
    const doc = repaired(text);
    for (const piece of doc.map) {
      const [r, s] = [piece.repairedSpan, piece.sourceSpan];
      if (r.end - r.start !== s.end - s.start) continue;
      for (let i = 0; i < r.end - r.start; i++) {
        const [made, source] = [doc.text[r.start + i] ?? '', text[s.start + i] ?? ''];
        // folded characters differ; Chinese ones only by script
        if (/[\u4e00-\u9fff]/.test(made) && made !== source)
          expect(doc.edits.some((e) => e.rule === 'fold-traditional' && e.sourceSpan.start === s.start + i)).toBe(true);
        if (/[0-9]/.test(made)) expect(source.normalize('NFKC')).toBe(made);
      }
    }
    for (const block of doc.blocks) expect(toSource(doc.map, block.repairedSpan).length).toBeGreaterThan(0);
  },
);
