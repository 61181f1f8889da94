import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, sameBase } from '../../src/align/reading/base.js';
import { familyOf } from '../../src/align/reading/family.js';
import { disjoint, type Interval, intervalOf, isBelow } from '../../src/align/reading/interval.js';
import { coverageOf } from '../../src/align/reading/scope.js';
import { daysBetween, sameLength, sameSpan, spanOf } from '../../src/align/reading/span.js';
import { coreOf, likeness, restOf } from '../../src/align/reading/wording.js';
import { type FactSketch, toFact } from '../../src/align/rules/sketch.js';
import type { Jurisdiction, Level } from '../../src/model/corpus.js';
import { loadLexicon } from '../support/lexicon.js';

const fact = (sketch: Partial<FactSketch>) => toFact({ at: 'a', label: '电诈破案数', value: 1, ...sketch }, 0);

describe('base of a change', () => {
  const base = (basis: string | null, period: number | readonly [string, string] = 2023) =>
    baseOf(fact({ basis, period }));
  it.each([
    ['同比', 'year-on-year'],
    ['较上年', 'year-on-year'],
    ['与去年同期相比', 'year-on-year'],
    ['比2022年', 'year-on-year'],
    ['环比', 'period-on-period'],
    ['同比2019年', 'year'],
    ['较2015年', 'year'],
    ['与2020年以前相比', 'vague'],
    ['较年初', 'vague'],
    [null, 'unsaid'],
  ])('%s is %s', (basis, kind) => {
    expect(base(basis).kind).toBe(kind);
  });
  it('takes two texts without a base for unknown, not for equal', () => {
    expect(sameBase(base(null), base(null))).toBe(false);
  });
  it('keeps 2019 apart from 2015', () => {
    expect(sameBase(base('较2019年'), base('较2015年'))).toBe(false);
    expect(sameBase(base('较2019年'), base('与2019年相比'))).toBe(true);
  });
  it('reads last year only against the year after it', () => {
    expect(base('比2022年', 2024)).toEqual({ kind: 'year', year: 2022 });
  });
});

describe('periods', () => {
  const span = (period: number | readonly [string, string] | null, label = '', measure: 'F' | 'S' = 'F') =>
    spanOf(
      fact({ period, periodLabel: label }),
      measure === 'S' ? (loadLexicon().indicators.find((e) => e.measure === 'S') ?? null) : null,
    );
  it.each([
    [2023, '', 'year'],
    [['2024-01-01', '2024-06-30'], '上半年', 'half-year'],
    [['2024-01-01', '2024-03-31'], '一季度', 'quarter'],
    [['2024-06-01', '2024-06-30'], '6月份', 'month'],
    [['2024-01-01', '2024-05-20'], '今年以来', 'part-year'],
    [['2019-01-01', '2023-12-31'], '五年来', 'several-years'],
    [['2021-01-01', '2023-12-31'], '近三年年均', 'average'],
    [null, '', 'unknown'],
  ] as const)('%j %s is a %s', (period, label, grain) => {
    expect(span(period, label).grain).toBe(grain);
  });
  it('counts days with both ends', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3);
    expect(daysBetween('2023-12-31', '2023-01-01')).toBeNull();
    expect(daysBetween('2023', '2024')).toBeNull();
  });
  it('never takes unknown for equal', () => {
    expect(sameSpan(span(null), span(null))).toBe(false);
    expect(sameLength(span(null), span(null))).toBe(false);
  });
  it('knows two full years for equal in length, a leap year too, and the halves of a year for different', () => {
    expect(sameLength(span(2023), span(2024))).toBe(true);
    expect(sameSpan(span(2023), span(2024))).toBe(false);
    expect(sameLength(span(['2023-01-01', '2023-06-30']), span(['2023-07-01', '2023-12-31']))).toBe(false);
    expect(sameLength(span(2023), span(['2023-01-01', '2023-11-30']))).toBe(false);
  });
  it('takes a stock by its last day', () => {
    expect(span(['2019-01-01', '2023-12-31'], '', 'S').grain).toBe('moment');
    expect(sameSpan(span(['2019-01-01', '2023-12-31'], '', 'S'), span(2023, '', 'S'))).toBe(true);
  });
});

describe('intervals', () => {
  it('turns a fall round', () => {
    const down = fact({
      kind: 'change',
      value: 30,
      direction: 'down',
      approx: 'at-least',
      bounds: { low: 30, high: null, lowOpen: false, highOpen: false },
    });
    expect(intervalOf(down)).toEqual({ low: null, high: -30, lowOpen: false, highOpen: false });
  });
  it('touches without overlap where one end is open', () => {
    const about1800: Interval = { low: 1800, high: 1900, lowOpen: false, highOpen: true };
    const exactly = (value: number): Interval => ({ low: value, high: value, lowOpen: false, highOpen: false });
    expect(disjoint(about1800, exactly(1900))).toBe(true);
    expect(disjoint(about1800, exactly(1800))).toBe(false);
    expect(disjoint(about1800, { low: 1000, high: null, lowOpen: false, highOpen: false })).toBe(false);
  });
  const interval = fc
    .tuple(
      fc.option(fc.integer({ min: -50, max: 50 })),
      fc.option(fc.integer({ min: -50, max: 50 })),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([a, b, lowOpen, highOpen]): Interval => {
      const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      return low !== null && low === high
        ? { low, high, lowOpen: false, highOpen: false }
        : { low, high, lowOpen, highOpen };
    });
  const inside = ({ low, high, lowOpen, highOpen }: Interval, x: number): boolean =>
    (low === null || x > low || (x === low && !lowOpen)) && (high === null || x < high || (x === high && !highOpen));
  it('says below only when every number of the one is below every number of the other', () => {
    fc.assert(
      fc.property(
        interval,
        interval,
        fc.integer({ min: -120, max: 120 }),
        fc.integer({ min: -120, max: 120 }),
        (a, b, x, y) => {
          return !(isBelow(a, b) && inside(a, x / 2) && inside(b, y / 2)) || x < y;
        },
      ),
      { numRuns: 3000 },
    );
  });
  it('is below one way at most', () => {
    fc.assert(fc.property(interval, interval, (a, b) => !(isBelow(a, b) && isBelow(b, a))));
  });
});

describe('coverage', () => {
  const place = (level: Level): Jurisdiction => ({
    id: 'x',
    name: '云衡市',
    short: '云衡',
    level,
    aliases: ['云衡公安'],
    denominators: {},
  });
  it.each([
    [null, 'city', 'whole'],
    ['全市', 'city', 'whole'],
    ['云衡市公安局', 'city', 'whole'],
    ['云衡', 'city', 'whole'],
    ['市反诈中心', 'city', 'whole'],
    ['分局', 'district', 'whole'],
    ['全市', 'district', 'wider'],
    ['全省', 'city', 'wider'],
    ['全国', 'province', 'wider'],
    ['中心城区', 'city', 'part'],
    ['建设工地', 'district', 'part'],
    ['滨江派出所', 'city', 'part'],
    ['“断流”专项行动', 'city', 'part'],
  ] as const)('%s in the report of a %s is %s', (scope, level, kind) => {
    expect(coverageOf(fact({ scope }), place(level)).kind).toBe(kind);
  });
  it('believes the flag of a sub-unit', () => {
    expect(coverageOf(fact({ scope: null, flags: ['sub-unit'] }), place('city')).kind).toBe('part');
  });
});

describe('kinds of figure', () => {
  it.each([
    [{ kind: 'count', unit: '起', value_to: null }, 'level'],
    [{ kind: 'change', unit: '%', value_to: null }, 'change'],
    [{ kind: 'change', unit: '起', value_to: null }, 'difference'],
    [{ kind: 'change', unit: '%', value_to: 45.2 }, 'from-to'],
    [{ kind: 'other', unit: '分钟', value_to: null }, null],
  ] as const)('%j is %s', (given, family) => {
    expect(familyOf(given)).toBe(family);
  });
});

describe('wording', () => {
  const entry = (id: string) => {
    const found = loadLexicon().indicators.find((e) => e.id === id);
    if (!found) throw new Error(`no indicator ${id}`);
    return found;
  };
  it('leaves what a label says beyond its indicator', () => {
    expect(restOf('各类矛盾纠纷化解数', entry('disputes-resolved'))).toBe('');
    expect(restOf('突出矛盾纠纷化解数', entry('disputes-resolved'))).toBe('突出');
    expect(restOf('涉电诈立案数', entry('fraud-filed'))).toBe(restOf('电信网络诈骗案件立案数', entry('fraud-filed')));
    expect(restOf('湖北省命案数', entry('homicide-occurred'), ['湖北省', '湖北'])).toBe('');
  });
  it('keeps the core of a label', () => {
    expect(coreOf('全市安全防范主题公园总数')).toBe('安全防范主题公园');
  });
  it('measures likeness from 0 to 1, both ways alike', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const l = likeness(a, b);
        return l >= 0 && l <= 1 && l === likeness(b, a) && likeness(a, a) === 1;
      }),
    );
  });
});
