import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractHonours } from '../../../src/extract/honour/index.js';
import { extractInitiatives } from '../../../src/extract/initiative/index.js';
import { contextOf, docOf } from '../../support/tokenised-doc.js';

const PIECES = [
  '荣获',
  '获',
  '被',
  '公安部',
  '授予',
  '“',
  '”',
  '《',
  '》',
  '全国',
  '全省',
  '先进集体',
  '民警',
  '李明',
  '、',
  '，',
  '。',
  '分别',
  '等',
  '称号',
  '第一',
  '在',
  '中',
  '比武',
  '集体',
  '三等功',
  '12',
  '个',
  '名',
  '推行',
  '机制',
  '一村一警',
  '+',
  '1',
  '位居',
  '前列',
  '\n',
  '的',
  '“枫桥经验”',
  '派出所',
  '他',
  '该机制',
  '🚔',
  '\uD83D',
];

describe('on any text', () => {
  it('neither throws nor gives a span that is out of the text or empty', () => {
    const context = contextOf();
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join('');
          const doc = docOf(text);
          for (const draft of [...extractHonours(doc, context).value, ...extractInitiatives(doc, context).value]) {
            for (const { start, end } of [draft.repairedSpan, draft.keySpan, ...draft.mentionSpans]) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(text.length);
            }
            expect(draft.keySpan.start).toBeGreaterThanOrEqual(draft.repairedSpan.start);
            expect(draft.keySpan.end).toBeLessThanOrEqual(draft.repairedSpan.end);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('reads only what belongs to the report', () => {
    const doc = docOf('市公安局荣获“全国文明单位”称号。推行“一村一辅警”。');
    const context = contextOf();
    const other = { ...context, report: { ...context.report, id: 'another' } };
    expect(extractHonours(doc, context).value).toHaveLength(1);
    expect(extractInitiatives(doc, context).value).toHaveLength(1);
    expect(extractHonours(doc, other).value).toEqual([]);
    expect(extractInitiatives(doc, other).value).toEqual([]);
  });

  it('a text that stands twice gives the same honours and initiatives', () => {
    const text =
      '刑侦支队被公安部记集体一等功，民警王平获评“全国优秀人民警察”。推行“一村一辅警”，打造“渔光曲”调解室，化解纠纷180起。';
    const once = docOf(text);
    const twice = docOf(`${text}\n${text}`);
    const context = contextOf();
    expect(extractHonours(twice, context).value.map((h) => h.title)).toEqual(
      extractHonours(once, context).value.map((h) => h.title),
    );
    expect(extractInitiatives(twice, context).value.map((i) => i.name)).toEqual(
      extractInitiatives(once, context).value.map((i) => i.name),
    );
  });
});
