import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import type { FactSketch } from '../../src/align/rules/sketch.js';
import type { Jurisdiction, Level } from '../../src/model/corpus.js';
import { sketchOf } from './context.js';

const down = (at: string, value: number, more: Partial<FactSketch> = {}): FactSketch => ({
  at,
  id: 'fraud-losses',
  label: '电诈损失金额',
  value,
  unit: '%',
  kind: 'change',
  direction: 'down',
  basis: '同比',
  period: 2023,
  ...more,
});
const count = (at: string, value: number, more: Partial<FactSketch> = {}): FactSketch => ({
  at,
  id: 'fraud-cleared',
  label: '电诈破案数',
  value,
  period: 2023,
  ...more,
});

function aligned(facts: readonly FactSketch[], places: Readonly<Record<string, Level>> = {}) {
  const sketch = sketchOf({ facts, places });
  return align(sketch.facts, sketch.context).value;
}

describe('a comparable row', () => {
  it('needs stage, unit, kind, base, span, scope, level and status known and equal', () => {
    const { rows, singles } = aligned([down('a', 33.1), down('b', 28.9)]);
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([['fraud-losses.change', 'comparable']]);
    expect(singles).toEqual([]);
    // −28.9 is more than −33.1.
    expect(rows[0]?.order).toEqual(['b-1', 'a-0']);
  });

  // One thing changed at a time: none of these may pass.
  it.each<[string, Partial<FactSketch>]>([
    ['another stage', { id: 'fraud-filed', label: '电诈立案数' }],
    ['percentage points', { unit: '个百分点' }],
    ['another base', { basis: '较2019年' }],
    ['no base', { basis: null }],
    ['another year', { period: 2022 }],
    ['half a year', { period: ['2023-01-01', '2023-06-30'] }],
    ['several years', { period: ['2019-01-01', '2023-12-31'] }],
    ['no period', { period: null }],
    ['a part by scope', { scope: '中心城区' }],
    ['a part by wording', { label: '企业电诈损失金额' }],
    ['a sub-unit', { flags: ['sub-unit'] }],
    ['a wider scope', { scope: '全省' }],
    ['a target', { status: 'target' }],
    ['one case', { status: 'anecdote' }],
    ['two readings', { flags: ['pct-or-pp'] }],
    ['a level', { kind: 'amount', unit: '元', direction: 'none', basis: null }],
    ['a from–to pair', { value_to: 12 }],
    ['a share', { kind: 'share', direction: 'none', basis: null }],
    ['a multiple', { kind: 'ratio', unit: '倍', direction: 'none' }],
    ['another indicator', { id: 'fraud-avoided-loss', label: '避免损失金额' }],
    ['no indicator', { id: null }],
  ])('is none with %s', (_, change) => {
    const { rows } = aligned([down('a', 33.1), down('b', 28.9, change)]);
    expect(rows.filter(({ verdict }) => verdict === 'comparable')).toEqual([]);
    for (const row of rows) expect(row.order).toBeNull();
  });
  it('is none across levels', () => {
    const { rows } = aligned([down('a', 33.1), down('b', 28.9)], { a: 'province', b: 'district' });
    expect(rows[0]?.verdict).toBe('side-by-side');
  });
  it('is none for plain counts, whatever the level', () => {
    expect(aligned([count('a', 312), count('b', 88)]).rows[0]?.verdict).toBe('needs-normalising');
  });
  it('has no order where the intervals overlap', () => {
    const { rows } = aligned([
      down('a', 30, { approx: 'at-least', bounds: { low: 30, high: null, lowOpen: false, highOpen: false } }),
      down('b', 33),
    ]);
    expect(rows[0]?.verdict).toBe('comparable');
    expect(rows[0]?.order).toBeNull();
    expect(rows[0]?.reasons).toContain('BOUND');
  });
  it('has no order where more is neither better nor worse', () => {
    const prosecuted = (at: string, value: number) =>
      down(at, value, { id: 'fraud-prosecuted', label: '电诈起诉人数', direction: 'up' });
    const { rows } = aligned([prosecuted('a', 52.8), prosecuted('b', 12)]);
    expect(rows[0]?.verdict).toBe('comparable');
    expect(rows[0]?.order).toBeNull();
  });
});

describe('rows', () => {
  it('keep stages apart', () => {
    const { rows, singles } = aligned([
      down('a', 52.77, { id: 'fraud-prosecuted', label: '打击电信诈骗起诉人数', direction: 'up' }),
      down('b', 172.2, { id: 'fraud-suspects-caught', label: '涉诈犯罪嫌疑人抓获数', direction: 'up' }),
      down('c', 19.05, { id: 'fraud-dealt-with', label: '打击处理涉诈人员数', direction: 'up' }),
    ]);
    expect(rows).toEqual([]);
    expect(singles).toHaveLength(3);
  });
  it('keep level and change of one indicator apart, and say who gives the other kind', () => {
    const { rows } = aligned([
      count('a', 312),
      count('b', 88),
      down('c', 17, { id: 'fraud-cleared', label: '电诈破案数', direction: 'up' }),
    ]);
    expect(rows.map(({ id }) => id)).toEqual(['fraud-cleared.level']);
    expect(rows[0]?.details.find(({ code }) => code === 'KIND')?.zh).toContain('c');
    expect(rows[0]?.cells[2]).toMatchObject({ jurisdiction: 'c', facts: [] });
  });
  it('show one mixed row where the kind alone keeps two reports apart', () => {
    const { rows } = aligned([
      count('a', 312),
      down('b', 17, { id: 'fraud-cleared', label: '电诈破案数', direction: 'up' }),
    ]);
    expect(rows.map(({ kind, verdict, reasons }) => [kind, verdict, reasons[0]])).toEqual([
      ['mixed', 'not-comparable', 'KIND'],
    ]);
  });
  it('show a class beside the whole without comparing the two', () => {
    const { rows } = aligned([
      count('a', 17180, { id: 'disputes-resolved', label: '矛盾纠纷化解数' }),
      count('b', 11358, { id: 'disputes-resolved', label: '矛盾纠纷化解数' }),
      count('b', 400, { id: 'disputes-resolved', label: '突出矛盾纠纷化解数' }),
    ]);
    expect(rows[0]?.cells[1]?.facts).toEqual(['b-1', 'b-2']);
    expect(rows[0]?.verdict).toBe('side-by-side');
    expect(rows[0]?.reasons).toContain('SCOPE');
  });
  it('leave figures of an office, of one case, targets and plans out of the cells', () => {
    const { rows, singles } = aligned([
      count('a', 312),
      count('b', 88),
      count('b', 9, { scope: '滨江派出所' }),
      count('b', 24, { status: 'anecdote' }),
      count('b', 100, { status: 'target' }),
      count('b', 100, { status: 'plan' }),
      count('b', 100, { status: 'capacity' }),
    ]);
    expect(rows[0]?.cells[1]?.facts).toEqual(['b-1']);
    expect(singles.map(({ fact }) => fact)).toEqual(['b-2', 'b-3', 'b-4', 'b-5', 'b-6']);
  });
  it('take the period that others report too', () => {
    const { rows, singles } = aligned([
      down('a', 52.77, { period: 2023 }),
      down('a', 79.81, { period: ['2024-01-01', '2024-03-31'] }),
      down('b', 12),
    ]);
    expect(rows[0]?.cells[0]?.facts).toEqual(['a-0']);
    expect(singles.map(({ fact }) => fact)).toEqual(['a-1']);
  });
  it('know silence, zero and a report that is not there', () => {
    const sketch = sketchOf({
      facts: [count('a', 312), count('b', 0), count('c', 1, { id: null, label: '别的事项数' })],
      places: { d: 'city' },
    });
    const context = { ...sketch.context, reports: sketch.context.reports.filter(({ id }) => id !== 'd') };
    const cells = align(sketch.facts, context).value.rows[0]?.cells.map(({ jurisdiction, state }) => [
      jurisdiction,
      state,
    ]);
    expect(Object.fromEntries(cells ?? [])).toEqual({ a: 'reported', b: 'zero', c: 'not-mentioned', d: 'unreadable' });
  });
  it('put facts without an indicator together for the same wording only', () => {
    const park = (at: string, label: string) => count(at, 6, { id: null, label, unit: '个' });
    expect(aligned([park('a', '安全防范主题公园数'), park('b', '安全防范主题公园总数')]).rows).toHaveLength(1);
    expect(aligned([park('a', '安全防范主题公园数'), park('b', '安全防范示范街区数')]).rows).toEqual([]);
    expect(aligned([park('a', '海上隐患排查数'), park('b', '海上隐患整改数')]).rows).toEqual([]);
  });
  it('say why in one sentence in each language', () => {
    const { rows } = aligned([down('a', 33.1), down('b', 28.9, { period: 2022 })]);
    expect(rows[0]?.why).toBe('不是同一期间：a为2023年，b为2022年。');
    expect(rows[0]?.why_en).toBe('The periods are not the same: a: 2023; b: 2022.');
  });
  it('call a year by its number, however each report calls it', () => {
    const sketch = sketchOf({ facts: [down('a', 33.1), down('b', 28.9, { period: 2022 }), down('c', 3.1)] });
    const facts = sketch.facts.map((fact) =>
      fact.jurisdiction === 'c' ? { ...fact, period: { ...fact.period, label: '全年' } } : fact,
    );
    expect(align(facts, sketch.context).value.rows[0]?.why).toBe('不是同一期间：a、c为2023年，b为2022年。');
  });
});

describe('rates from denominators', () => {
  const scaled = (populations: Readonly<Record<string, number | undefined>>) => {
    const sketch = sketchOf({
      facts: [
        count('a', 300, { approx: 'at-least', bounds: { low: 300, high: 400, lowOpen: false, highOpen: true } }),
        count('b', 88),
      ],
    });
    const jurisdictions = sketch.context.jurisdictions.map((place): Jurisdiction => {
      const value = populations[place.id];
      return {
        ...place,
        denominators: value === undefined ? {} : { population: { value, year: 2023, source: '统计公报' } },
      };
    });
    return align(sketch.facts, { ...sketch.context, jurisdictions }).value.rows[0];
  };
  it('are worked out, bounds and all, with the formula', () => {
    expect(scaled({ a: 1_000_000, b: 500_000 })?.derived).toEqual([
      {
        jurisdiction: 'a',
        fact: 'a-0',
        value: 3,
        low: 3,
        high: 4,
        unit: '起（每万人）',
        formula: '300 ÷ 1000000 × 10000',
        denominator: 'population',
        denominator_year: 2023,
        denominator_source: '统计公报',
      },
      expect.objectContaining({ jurisdiction: 'b', value: 1.76 }),
    ]);
  });
  it.each([[{ a: 1_000_000 }], [{}], [{ a: 1_000_000, b: 0 }]])('are none with %j', (populations) => {
    expect(scaled(populations)?.derived).toEqual([]);
  });
});

describe('any facts', () => {
  const labels = [
    ['fraud-cleared', '电诈破案数', '起'],
    ['fraud-losses', '电诈损失金额', '%'],
    ['disputes-resolved', '突出矛盾纠纷化解数', '件'],
    ['disputes-found-resolved', '矛盾纠纷排查化解数', '起'],
    [null, '安全防范主题公园数', '个'],
    [null, '数', '个'],
  ] as const;
  const sketch: fc.Arbitrary<FactSketch> = fc
    .record({
      at: fc.constantFrom('a', 'b', 'c'),
      what: fc.constantFrom(...labels),
      value: fc.integer({ min: 0, max: 1000 }),
      kind: fc.constantFrom('count', 'amount', 'change', 'share', 'rank', 'ratio', 'duration', 'other'),
      status: fc.constantFrom('actual', 'actual', 'actual', 'target', 'plan', 'capacity', 'anecdote'),
      period: fc.constantFrom(2022, 2023, null, ['2023-01-01', '2023-06-30'] as const),
      basis: fc.constantFrom('同比', '较2019年', null),
      scope: fc.constantFrom(null, '全市', '建设工地', '全省'),
      themes: fc.constantFrom(['anti-fraud'], ['grassroots', 'honours'], [], ['unknown']),
      approx: fc.constantFrom('exact', 'about', 'at-least', 'at-most'),
    })
    .map(({ what: [id, label, unit], ...rest }): FactSketch => ({ ...rest, id, label, unit }) as FactSketch);
  const sketches = fc.array(sketch, { maxLength: 25 });

  it('land in exactly one row or among the singles; every row has a cell a place and two that report', () => {
    fc.assert(
      fc.property(sketches, (facts) => {
        const { rows, singles } = aligned(facts, { a: 'city', b: 'city', c: 'district' });
        const placed = [
          ...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.facts)),
          ...singles.map(({ fact }) => fact),
        ];
        expect([...placed].sort()).toEqual(facts.map(({ at }, n) => `${at}-${n}`).sort());
        for (const { cells, verdict, order, kind, details, why } of rows) {
          expect(cells.map(({ jurisdiction }) => jurisdiction)).toEqual(['a', 'b', 'c']);
          expect(cells.filter((cell) => cell.facts.length > 0).length).toBeGreaterThan(1);
          for (const { state, facts: own } of cells)
            expect(own.length > 0).toBe(state === 'reported' || state === 'zero');
          if (verdict !== 'comparable') expect(order).toBeNull();
          if (kind === 'mixed') expect(verdict).toBe('not-comparable');
          expect(details.every((reason) => reason.verdict !== null || verdict !== undefined)).toBe(true);
          expect(why).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
  it('come to the same rows in whatever order they are given', () => {
    fc.assert(
      fc.property(sketches, (given) => {
        const { facts, context } = sketchOf({ facts: given, places: { a: 'city', b: 'city', c: 'district' } });
        const seen = (list: typeof facts) =>
          align(list, context)
            .value.rows.map(({ id, verdict, cells }) => [id, verdict, cells.map((cell) => [...cell.facts].sort())])
            .map((row) => JSON.stringify(row))
            .sort();
        expect(seen([...facts].reverse())).toEqual(seen(facts));
      }),
      { numRuns: 100 },
    );
  });
});

describe('some themes only', () => {
  it('leave out what belongs to others or to none', () => {
    const sketch = sketchOf({
      facts: [
        down('a', 33.1),
        down('b', 28.9),
        count('a', 5, { id: 'disputes-resolved', label: '矛盾纠纷化解数', themes: ['grassroots'] }),
        count('b', 6, { id: 'disputes-resolved', label: '矛盾纠纷化解数', themes: ['grassroots'] }),
        count('a', 7, { id: 'homicide-occurred', label: '命案数', themes: [] }),
      ],
    });
    const only = (ids: readonly string[]) => {
      const themes = sketch.context.themes.filter(({ id }) => ids.includes(id));
      const { rows, singles } = align(sketch.facts, { ...sketch.context, themes }).value;
      return [rows.map(({ id, theme }) => `${theme} ${id}`), singles.length];
    };
    expect(only(['anti-fraud'])).toEqual([['anti-fraud fraud-losses.change'], 0]);
    expect(only(sketch.context.themes.map(({ id }) => id))).toEqual([
      ['grassroots disputes-resolved.level', 'anti-fraud fraud-losses.change'],
      1,
    ]);
  });
});

describe('subsets of a row', () => {
  it('name those that go together better than all of them', () => {
    const { rows } = aligned([
      down('a', 33.1),
      down('b', 28.9),
      down('c', 12, { period: ['2024-01-01', '2024-06-30'] }),
    ]);
    expect(rows[0]?.verdict).toBe('not-comparable');
    expect(rows[0]?.subsets?.map(({ jurisdictions, verdict, order }) => [jurisdictions, verdict, order])).toEqual([
      [['a', 'b'], 'comparable', ['b-1', 'a-0']],
    ]);
  });
  it('are none where the row needs none or nothing is gained', () => {
    expect(aligned([down('a', 33.1), down('b', 28.9)]).rows[0]?.subsets).toBeUndefined();
    const unstated = (at: string) => down(at, 5, { basis: null });
    expect(aligned([unstated('a'), unstated('b'), unstated('c')]).rows[0]?.subsets).toBeUndefined();
    expect(
      aligned([down('a', 33.1), down('b', 28.9, { basis: '较2019年' }), down('c', 12, { period: 2022 })]).rows[0]
        ?.subsets,
    ).toBeUndefined();
  });
});
