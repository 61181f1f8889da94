import { describe, expect, it } from 'vitest';
import { toLadders } from '../../src/compare/ladders.js';
import { toSilences } from '../../src/compare/silences.js';
import { stageOrder } from '../../src/compare/stages.js';
import type { IndicatorEntry } from '../../src/model/lexicon.js';
import { emptyLexicon, fact, honour, input, passage, row, text } from './support.js';

const indicator = (stage: string): IndicatorEntry => ({
  id: stage,
  zh: stage,
  en: stage,
  units: [],
  measure: 'F',
  polarity: 'ambiguous',
  stage,
  themes: [],
  all: [],
  not: [],
  outcome: false,
  badges: [],
});

describe('toLadders', () => {
  it('puts each place on the rung it used and keeps silence, zero and unreadable apart', () => {
    const facts = [
      fact('a1', 'a', '30起', 30, { stage: '立案' }),
      fact('b1', 'b', '零', 0, { stage: '立案' }),
      fact('b2', 'b', '12人', 12, { stage: '起诉' }),
      fact('b3', 'b', '9人', 9, { stage: '抓获' }),
    ];
    const unreadable = row('r', [], ['a', 'b', 'c'], {
      stage: '起诉',
      cells: [
        { jurisdiction: 'a', state: 'unreadable', facts: [] },
        { jurisdiction: 'b', state: 'reported', facts: ['b2'] },
        { jurisdiction: 'c', state: 'not-mentioned', facts: [] },
      ],
    });
    const ladders = toLadders(input(['a', 'b', 'c'], { facts, rows: [unreadable] }));
    expect(ladders).toHaveLength(1);
    expect(ladders[0]?.theme).toBe('anti-fraud');
    expect(
      ladders[0]?.rungs.map(({ stage, cells }) => [stage, ...cells.map(({ state, facts }) => `${state} ${facts}`)]),
    ).toEqual([
      ['立案', 'reported a1', 'zero b1', 'not-mentioned '],
      ['抓获', 'not-mentioned ', 'reported b3', 'not-mentioned '],
      ['起诉', 'unreadable ', 'reported b2', 'not-mentioned '],
    ]);
  });
  it('leaves out targets, anecdotes, other themes and figures of no stage', () => {
    const facts = [
      fact('1', 'a', '30%', 30, { stage: '发案', status: 'target' }),
      fact('2', 'a', '24人', 24, { stage: '刑拘', status: 'anecdote' }),
      fact('3', 'a', '5起', 5, { stage: '立案', themes: [] }),
      fact('4', 'a', '5起', 5),
      fact('5', 'a', '第1', 1, { stage: '打处', kind: 'rank' }),
    ];
    expect(toLadders(input(['a'], { facts }))).toEqual([]);
  });
});

describe('stageOrder', () => {
  it('has the chain of the field first and what the lexicon adds after it', () => {
    const order = stageOrder({
      ...emptyLexicon,
      indicators: [indicator('听证'), indicator('立案'), indicator('抓获')],
    });
    expect(
      order.filter((stage) =>
        ['警情', '受案', '立案', '发案', '破案', '抓获', '刑拘', '逮捕', '起诉', '打处'].includes(stage),
      ),
    ).toEqual(['警情', '受案', '立案', '发案', '破案', '抓获', '刑拘', '逮捕', '起诉', '打处']);
    expect(order.at(-1)).toBe('听证');
    expect(new Set(order).size).toBe(order.length);
  });
  it('follows the lexicon of another field', () => {
    const order = stageOrder({ ...emptyLexicon, indicators: ['收案', '立案', '开庭', '结案', '执结'].map(indicator) });
    expect(order.slice(0, 5)).toEqual(['收案', '立案', '开庭', '结案', '执结']);
  });
});

describe('toSilences', () => {
  const places = ['a', 'b', 'c', 'd'];
  const a = fact('a1', 'a', '30起', 30);
  const b = fact('b1', 'b', '20起', 20);
  const c = fact('c1', 'c', '上升5%', 5, { kind: 'change', direction: 'up' });
  it('lists an indicator two others report, once, and no place that gives it in another form', () => {
    const rows = [
      row('level', [a, b], places, { indicator: { id: 'x', label: 'X', label_en: 'x' } }),
      row('change', [c], places, { indicator: { id: 'x', label: 'X', label_en: 'x' } }),
    ];
    expect(toSilences(input(places, { facts: [a, b, c], rows }))).toEqual([
      { jurisdiction: 'd', theme: 'anti-fraud', rows: ['level'] },
    ]);
  });
  it('is no silence to name honours one by one rather than as a total', () => {
    const rows = [row('h', [a, b], ['a', 'b', 'c', 'd'], { theme: 'honours' })];
    const honours = [honour('h1', 'c', '全国优秀公安局')];
    expect(toSilences(input(places, { facts: [a, b], honours, rows })).map((s) => s.jurisdiction)).toEqual(['d']);
  });
  it('is no silence where one other alone reports, the figure cannot be read, stands alone, or seems to stand in the text', () => {
    const one = row('one', [a], places);
    expect(toSilences(input(places, { facts: [a], rows: [one] }))).toEqual([]);
    const garbled = row('two', [a, b], ['a', 'b', 'c']);
    const cells = garbled.cells.map((cell) =>
      cell.jurisdiction === 'c' ? { ...cell, state: 'unreadable' as const } : cell,
    );
    expect(toSilences(input(['a', 'b', 'c'], { facts: [a, b], rows: [{ ...garbled, cells }] }))).toEqual([]);
    const said = [text('c', [passage('全年电诈破案数为9起')])];
    expect(toSilences(input(['a', 'b', 'c'], { facts: [a, b], rows: [garbled], texts: said }))).toEqual([]);
    const spoken = [text('c', [passage('电诈破案数大幅上升')])];
    expect(toSilences(input(['a', 'b', 'c'], { facts: [a, b], rows: [garbled], texts: spoken }))).toHaveLength(1);
    const single = fact('c9', 'c', '7起', 7, { indicator: { id: 'two', label: '别的说法' } });
    expect(toSilences(input(['a', 'b', 'c'], { facts: [a, b, single], rows: [garbled] }))).toEqual([]);
  });
});
