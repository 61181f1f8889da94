import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../src/align/conflicts/index.js';
import type { FactSketch } from '../../src/align/rules/sketch.js';
import type { Fact } from '../../src/model/finding.js';
import { sketchOf } from './context.js';

/** Kinds and findings of the conflicts in these facts; `edit` changes the facts first. */
function conflictsOf(facts: readonly FactSketch[], edit: (fact: Fact, n: number) => Fact = (fact) => fact) {
  const sketch = sketchOf({ facts });
  return findConflicts(sketch.facts.map(edit), sketch.context).value.map(({ kind, findings }) => [kind, ...findings]);
}
const count = (value: number, more: Partial<FactSketch> = {}): FactSketch => ({
  at: 'a',
  id: 'fraud-cleared',
  label: '电诈破案数',
  value,
  period: 2023,
  ...more,
});

describe('two values for one thing', () => {
  const about190: Partial<FactSketch> = {
    approx: 'at-least',
    bounds: { low: 190, high: 200, lowOpen: false, highOpen: true },
  };
  it.each<[string, readonly FactSketch[], boolean]>([
    ['two figures of one thing', [count(193), count(310)], true],
    ['an exact figure outside the range', [count(190, about190), count(201)], true],
    ['an exact figure inside the range', [count(190, about190), count(193)], false],
    ['two years', [count(193), count(310, { period: 2022 })], false],
    ['two periods nobody states', [count(193, { period: null }), count(310, { period: null })], false],
    ['a part', [count(193), count(310, { scope: '中心城区' })], false],
    ['another wording of what is counted', [count(193), count(310, { label: '养老领域电诈破案数' })], false],
    ['another stage', [count(193), count(310, { id: 'fraud-filed', label: '电诈立案数' })], false],
    ['a level and a change', [count(193), count(31, { kind: 'change', unit: '%' })], false],
    ['a target', [count(193), count(310, { status: 'target' })], false],
    ['two jurisdictions', [count(193), count(310, { at: 'b' })], false],
    ['two ranks', [count(1, { kind: 'rank', unit: '名' }), count(2, { kind: 'rank', unit: '名' })], false],
  ])('%s', (_, facts, found) => {
    expect(conflictsOf(facts)).toEqual(found ? [['two-values', 'a-0', 'a-1']] : []);
  });

  it.each([
    // the second figure's own clause, whether the two contradict each other
    ['全年电诈破案310起', true],
    ['电诈破案数仍有310起', true],
    ['抓获嫌疑人，破获310起', false],
    ['而近处却只有310起', false],
  ])('%s: a label taken over from another clause is no ground', (exact, found) => {
    const edit = (fact: Fact, n: number): Fact =>
      n === 1 ? { ...fact, printed: '310起', source: { ...fact.source, exact: `电诈破案193起，${exact}` } } : fact;
    expect(conflictsOf([count(193), count(310)], edit)).toHaveLength(found ? 1 : 0);
  });
  it('sees an increase and a total apart', () => {
    const cameras = (value: number) => count(value, { id: 'cameras-added', label: '新增高清探头数', unit: '路' });
    const exact = ['新增高清探头640路', '累计达到3850路'];
    expect(
      conflictsOf([cameras(640), cameras(3850)], (fact, n) => ({
        ...fact,
        source: { ...fact.source, exact: exact[n] ?? '' },
      })),
    ).toEqual([]);
  });
  it('doubts a yearly average that comes to more than the total of the years', () => {
    const average = count(16000, {
      id: null,
      label: '作战中心年均带动破案数',
      period: ['2019-05-01', '2024-05-31'],
      approx: 'at-least',
      bounds: { low: 16000, high: 17000, lowOpen: false, highOpen: true },
    });
    const total = (value: number) =>
      count(value, { id: null, label: '作战中心服务破案数', period: ['2022-06-01', '2024-05-31'] });
    expect(conflictsOf([average, total(10000)])).toEqual([['two-values', 'a-0', 'a-1']]);
    expect(conflictsOf([average, total(32000)])).toEqual([]);
    const office = { scope: '省公安厅' };
    expect(
      conflictsOf([
        { ...average, ...office },
        { ...total(10000), ...office, label: '服务破案数' },
      ]),
    ).toHaveLength(1);
    expect(
      conflictsOf([
        { ...average, ...office },
        { ...total(10000), ...office, label: '服务抓获数' },
      ]),
    ).toEqual([]);
  });
});

describe('parts and wholes', () => {
  const gangs = (value: number, label = '黑恶犯罪团伙摧毁数') => count(value, { id: null, label, unit: '个' });
  const withParts = (fact: Fact, n: number): Fact => (n === 0 ? { ...fact, parts: ['a-1', 'a-2', 'a-3'] } : fact);
  it.each([
    [[75, 14, 36, 25], false],
    [[75, 14, 36, 20], false],
    [[75, 14, 36, 45], true],
    [[75, 80, 1, 1], true],
  ])('%j', ([whole = 0, ...parts], found) => {
    const facts = [gangs(whole), ...parts.map((part, i) => gangs(part, `第${i}类团伙摧毁数`))];
    expect(conflictsOf(facts, withParts)).toEqual(found ? [['parts', 'a-0', 'a-1', 'a-2', 'a-3']] : []);
  });
  it('does not add up steps that the same people go through', () => {
    const steps = [
      count(400, { id: 'suspects-caught', label: '抓获嫌疑人数', unit: '人' }),
      count(300, { id: 'detained-criminal', label: '刑事拘留人数', unit: '人', stage: '刑拘' }),
      count(200, { id: 'arrested', label: '逮捕人数', unit: '人', stage: '逮捕' }),
    ];
    expect(conflictsOf(steps, (fact, n) => (n === 0 ? { ...fact, parts: ['a-1', 'a-2'] } : fact))).toEqual([]);
  });
});

describe('a plan and what is built', () => {
  const cameras = (value: number, label: string, more: Partial<FactSketch> = {}) =>
    count(value, { id: null, label, unit: '个', ...more });
  it.each<[string, FactSketch, boolean]>([
    ['eight times the plan', cameras(170000, '“雪亮利民”摄像机新建数'), true],
    ['less than the plan', cameras(1000, '“雪亮利民”摄像机新建数'), false],
    ['twice the plan is not above twice', cameras(40000, '“雪亮利民”摄像机新建数'), false],
    ['another thing', cameras(170000, '门禁卡口新建数'), false],
    ['another unit', cameras(170000, '“雪亮利民”摄像机新建数', { unit: '人' }), false],
    ['the year before the plan', cameras(170000, '“雪亮利民”摄像机新建数', { period: 2020 }), false],
  ])('%s', (_, built, found) => {
    const plan = cameras(20000, '三类“雪亮利民”摄像机安装数(计划)', { status: 'plan' });
    expect(conflictsOf([plan, built])).toEqual(found ? [['plan-exceeded', 'a-0', 'a-1']] : []);
  });
});

describe('levels, changes and percentages', () => {
  const level = count(194, { id: 'fraud-occurred', label: '电诈发案数' });
  const fewer = (value: number) =>
    count(value, { id: 'fraud-occurred', label: '电诈发案数', kind: 'change', direction: 'down' });
  const percent = (value: number) =>
    count(value, { id: 'fraud-occurred', label: '电诈发案数', kind: 'change', unit: '%', direction: 'down' });
  it('agree as printed: 194起，减少61起，下降23.9%', () => {
    expect(conflictsOf([level, { ...fewer(61), unit: '起' }, percent(23.9)])).toEqual([]);
  });
  it('do not agree', () => {
    expect(conflictsOf([level, { ...fewer(61), unit: '起' }, percent(32.9)])).toEqual([
      ['from-to', 'a-0', 'a-1', 'a-2'],
    ]);
  });
  it('are not held against approximate figures', () => {
    expect(conflictsOf([level, { ...fewer(61), unit: '起' }, { ...percent(40), approx: 'about' }])).toEqual([]);
  });
});

describe('places', () => {
  const named = (name: string, exact: string) => {
    const sketch = sketchOf({ facts: [count(30)] });
    const context = {
      ...sketch.context,
      jurisdictions: [
        { id: 'a', name, short: name.slice(0, 2), level: 'city' as const, aliases: [], denominators: {} },
      ],
    };
    return findConflicts(
      sketch.facts.map((fact) => ({ ...fact, source: { ...fact.source, exact } })),
      context,
    ).value.map(({ kind, zh }) => [kind, zh]);
  };
  it('doubts a district of another city', () => {
    expect(named('武汉市', '黄浦区公安分局侦破一起“代加工”电诈案件，抓获嫌疑人30人')).toEqual([
      ['place', '武汉市没有“黄浦区”（上海市有），疑为误写'],
    ]);
  });
  it.each([
    ['武汉市', '蔡甸区公安分局端掉一个窝点，抓获30人'],
    ['武汉市', '东湖新技术开发区公安分局抓获30人'],
    ['武汉市', '押解回上海市黄浦区的30人'],
    ['云衡市', '黄浦区公安分局抓获30人'],
    ['苏州市', '苏州市公安局抓获30人'],
  ])('%s: does not doubt %s', (name, exact) => {
    expect(named(name, exact)).toEqual([]);
  });
});

describe('what a reader should check', () => {
  it('says once a report that 今年 was printed later', () => {
    const odd = count(1, { flags: ['deictic-vs-print'] });
    expect(conflictsOf([odd, odd, count(1, { at: 'b' })])).toEqual([['print-date', 'a-0', 'a-1']]);
  });
  it('shows both readings of a rise of a rate, not of a target', () => {
    expect(
      conflictsOf([
        count(6.8, { flags: ['pct-or-pp'], kind: 'change', unit: '%' }),
        count(3, { flags: ['pct-or-pp'], kind: 'change', unit: '%', status: 'target' }),
      ]),
    ).toEqual([['readings', 'a-0']]);
  });
});
