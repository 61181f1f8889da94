import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, mayClaim, protectNames } from '../../../src/extract/quantity/index.js';
import { lexicon } from './show.js';

/** Neutral text: no digit, no numeral, no approximator. */
const BEFORE = ['', '破获案件', '全市公安机关抓获嫌疑人', '其中', '，', '。共排查隐患', '（含', '累计'];
const AFTER = ['', '。', '，同比持平', '；其中', '）', '、', '的案件', '\n'];
const UNITS = [
  '起',
  '件',
  '人',
  '名',
  '个',
  '人次',
  '家',
  '处',
  '万元',
  '亿元',
  '%',
  '个百分点',
  '倍',
  '条',
  '张',
  '公里',
  '小时',
];

const figure = fc.oneof(
  fc.integer({ min: 2, max: 9999999 }).map(String),
  fc.integer({ min: 1000, max: 99999999 }).map((n) => n.toLocaleString('en-US')),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 99 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
);

const number = (written: string): number => Number(written.replaceAll(',', ''));
const factor = (unit: string): number => (unit === '万元' ? 1e4 : unit === '亿元' ? 1e8 : 1);
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

describe('a figure in neutral text', () => {
  it('is one quantity with its value and unit, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BEFORE),
        figure,
        fc.constantFrom(...UNITS),
        fc.constantFrom(...AFTER),
        (before, written, unit, after) => {
          // 24小时 by itself names a service round the clock
          fc.pre(!(written === '24' && unit === '小时'));
          const text = `${before}${written}${unit}${after}`;
          const found = findQuantities(text, lexicon);
          expect(found.map((q) => q.printed)).toEqual([`${written}${unit}`]);
          const [only] = found;
          expect(near(only?.value ?? Number.NaN, number(written) * factor(unit))).toBe(true);
          expect(only?.approx).toBe('exact');
          expect(only?.bounds).toBeNull();
          expect(only?.unit).toBe(factor(unit) === 1 ? unit : '元');
          expect(only?.repairedSpan).toEqual({
            start: before.length,
            end: before.length + written.length + unit.length,
          });
        },
      ),
    );
  });

  it('余 makes it a half-open interval up to the next unit of its last digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('起', '人', '件'),
        (head, zeros, unit) => {
          fc.pre(head % 10 !== 0);
          const value = head * 10 ** zeros;
          const [only] = findQuantities(`抓获${value}余${unit}`, lexicon);
          expect(only?.bounds).toEqual({ low: value, high: value + 10 ** zeros, lowOpen: false, highOpen: true });
          expect(only?.approx).toBe('at-least');
        },
      ),
    );
  });

  it('bounds contain the value wherever they say anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '近', '约', '超过', '不足', '至少', '不超过', '突破'),
        figure,
        fc.constantFrom('', '余', '多'),
        fc.constantFrom('起', '%', '万元', '公里'),
        fc.constantFrom('', '以上', '以内', '左右', '以下'),
        (before, written, more, unit, after) => {
          fc.pre(more === '' || unit !== '%');
          for (const { value, bounds, approx } of findQuantities(
            `共${before}${written}${more}${unit}${after}。`,
            lexicon,
          )) {
            if (bounds === null) expect(approx).toBe('exact');
            else {
              expect(bounds.low === null || bounds.low <= value).toBe(true);
              expect(bounds.high === null || bounds.high >= value).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('two figures side by side stay two, with or without a mark between', () => {
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('', '、', '，', '和', ' '), (a, b, mark) => {
        const text = `分别上升${a}%${mark}${b}%`;
        expect(findQuantities(text, lexicon).map((q) => q.printed)).toEqual([`${a}%`, `${b}%`]);
      }),
    );
  });
});

const ALPHABET = [
  ...'0123456789０５一二两三十百千万亿零〇半数几第前连续冠度翻番倍成分之点余多来近约超过不到至少以上内%％‰个起件人名元年月日时',
  ...'“”《》"+·.,，、。-—～至到从由为无未发生案投诉首位每 \n',
  '个百分点',
  '万元',
  '公安局',
  '破案',
  '人次',
];

describe('any text', () => {
  it('gives quantities in order that lie in the text, do not overlap and are printed as they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const quantity of findQuantities(text, lexicon)) {
          const { repairedSpan: whole, numberSpan: digits } = quantity;
          expect(whole.start).toBeGreaterThanOrEqual(end);
          expect(whole.end).toBeGreaterThan(whole.start);
          expect(digits.start).toBeGreaterThanOrEqual(whole.start);
          expect(digits.end).toBeLessThanOrEqual(whole.end);
          expect(text.slice(whole.start, whole.end)).toBe(quantity.printed);
          expect(Number.isFinite(quantity.value)).toBe(true);
          end = whole.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives names in order that do not overlap, and no claim lies inside one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALPHABET), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const names = protectNames(text, lexicon);
        for (const [i, { span }] of names.entries()) {
          expect(span.end).toBeLessThanOrEqual(text.length);
          const next = names[i + 1];
          if (next) expect(next.span.start).toBeGreaterThanOrEqual(span.start);
        }
        for (const quantity of findQuantities(text, lexicon, names).filter(mayClaim)) {
          if (quantity.form === 'zero' || quantity.form === 'streak') continue;
          const inside = names.some(
            ({ span }) => span.start <= quantity.numberSpan.start && span.end >= quantity.numberSpan.end,
          );
          expect(inside).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
