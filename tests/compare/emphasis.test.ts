import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTerms } from '../../src/compare/distinctive-terms.js';
import { toEmphasis } from '../../src/compare/emphasis.js';
import { holm, twoSided } from '../../src/compare/holm.js';
import { toShares } from '../../src/compare/shares.js';
import { wilson } from '../../src/compare/wilson.js';
import type { Passage } from '../../src/model/report-text.js';
import { emptyLexicon, fact, honour, input, passage, place, text } from './support.js';

describe('wilson', () => {
  // Newcombe 1998, Statistics in Medicine 17: 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, n, low, high) => {
    const interval = wilson(hits / n, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (share, n) => {
          const { low, high } = wilson(share, n);
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        },
      ),
    );
  });
});

it('holm adjusts step by step and keeps the order given', () => {
  // Example of R's p.adjust(c(0.01, 0.04, 0.03), "holm")
  expect(holm([0.01, 0.04, 0.03]).map((p) => Number(p.toFixed(4)))).toEqual([0.03, 0.06, 0.06]);
  expect(twoSided(1.959963984540054)).toBeCloseTo(0.05, 5);
  expect(twoSided(0)).toBeCloseTo(1, 5);
});

const lexicon = {
  ...emptyLexicon,
  themes: [
    { id: 'anti-fraud', zh: '反诈', en: 'Anti-fraud', words: ['诈骗|反诈'], context: [], not: ['诈伤'] },
    { id: 'grassroots', zh: '基层', en: 'Grassroots', words: ['社区'], context: [], not: [] },
  ],
};
const sentence = (i: number, topic: string) =>
  passage(`第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(i / 10)]}条说的是${topic}的事`);
const many = (n: number, topic: string): Passage[] => Array.from({ length: n }, (_, i) => sentence(i, topic));

describe('toShares', () => {
  const cells = (a: readonly Passage[], b: readonly Passage[]) =>
    toShares(input(['a', 'b'], { lexicon, texts: [text('a', a), text('b', b)] }));

  it('says more and less where the difference is plain, and nothing where it is not', () => {
    const plain = cells([...many(40, '诈骗'), ...many(10, '交通')], [...many(5, '诈骗'), ...many(45, '交通')]);
    expect(plain.filter((c) => c.theme === 'anti-fraud').map((c) => c.departure)).toEqual(['more', 'less']);
    const small = cells([...many(12, '诈骗'), ...many(38, '交通')], [...many(9, '诈骗'), ...many(41, '交通')]);
    expect(small.every((c) => c.departure === 'none')).toBe(true);
  });
  it('takes its interval from the passages, unequal ones counting for less', () => {
    const [even] = cells(many(20, '诈骗'), []).filter((c) => c.theme === 'anti-fraud');
    expect(even?.text.low).toBeCloseTo(wilson(1, 20).low, 12);
    const [uneven] = cells([...many(20, '诈骗'), passage('诈骗'.repeat(400))], []).filter(
      (c) => c.theme === 'anti-fraud',
    );
    expect(uneven?.text.low).toBeLessThan(wilson(1, 4).low);
  });
  it('says nothing about a handful of sentences', () => {
    expect(cells(many(4, '诈骗'), many(50, '交通')).every((c) => c.departure === 'none')).toBe(true);
  });
  it('counts a passage by its findings as well as by its words, a word with its exclusion not', () => {
    const facts = [fact('f', 'a', '1起')];
    const texts = [text('a', [passage('打掉窝点若干', ['f']), passage('有人诈伤骗保'), passage('天气很好啊')])];
    const [cell] = toShares(input(['a'], { lexicon, facts, texts })).filter((c) => c.theme === 'anti-fraud');
    expect(cell?.text).toMatchObject({ hits: 6, of: 17 });
    expect(cell?.claims).toMatchObject({ hits: 1, of: 1, share: 1 });
  });
  it('keeps silent places in the table', () => {
    const [cell] = toShares(input(['a', 'b'], { lexicon }));
    expect(cell).toMatchObject({ text: { share: 0, low: 0, high: 1, of: 0 }, departure: 'none' });
  });

  const anyPassages = fc.array(
    fc
      .tuple(fc.constantFrom('诈骗', '社区', '交通', '社区反诈'), fc.nat({ max: 99 }))
      .map(([topic, i]) => sentence(i, topic)),
    { maxLength: 40 },
  );
  it('puts every share inside its interval', () => {
    fc.assert(
      fc.property(anyPassages, anyPassages, (a, b) => {
        for (const { text: t, claims, honours, expected, departure } of cells(a, b)) {
          for (const { share, low, high } of [t, claims, honours]) expect(low <= share && share <= high).toBe(true);
          if (departure === 'more') expect(expected).toBeLessThan(t.low);
          if (departure === 'less') expect(expected).toBeGreaterThan(t.high);
        }
      }),
    );
  });
  it('does not change when a passage stands twice', () => {
    fc.assert(
      fc.property(anyPassages, anyPassages, fc.nat(), (a, b, pick) => {
        const again = a[pick % Math.max(1, a.length)];
        fc.pre(again !== undefined);
        const twice = again === undefined ? a : [...a, { ...again, text: `${again.text}。\n` }];
        expect(cells(twice, b)).toEqual(cells(a, b));
      }),
    );
  });
  it('does not depend on the order of the jurisdictions', () => {
    fc.assert(
      fc.property(anyPassages, anyPassages, anyPassages, (a, b, c) => {
        const texts = [text('a', a), text('b', b), text('c', c)];
        const one = toShares(input(['a', 'b', 'c'], { lexicon, texts }));
        const two = toShares(input(['c', 'a', 'b'], { lexicon, texts }));
        for (const cell of one) {
          const twin = two.find((t) => t.jurisdiction === cell.jurisdiction && t.theme === cell.theme);
          expect(twin?.text).toEqual(cell.text);
          expect(twin?.departure).toBe(cell.departure);
          expect(twin?.expected).toBeCloseTo(cell.expected, 12);
        }
      }),
    );
  });
});

const words = (list: string): Passage['words'] =>
  list.split(' ').map((w) => {
    const [word = '', tag = 'n'] = w.split('/');
    return { word, tag };
  });
const spoken = (i: number, list: string) => passage(`${sentence(i, '话').text}${list}`, [], words(list));

describe('toTerms', () => {
  const texts = [
    text(
      '清水',
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => spoken(i, '无人机 纠纷 清水/ns 张三/nr 进行/v 了/u 三十/m 队')),
    ),
    text(
      '白石',
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => spoken(i, '义警 纠纷 白石/ns 李四/nr 进行/v 了/u 三十/m 队')),
    ),
  ];
  const two = { jurisdictions: [place('清水'), place('白石')], lexicon: emptyLexicon };
  it('finds the words that set two reports apart, with raw counts, and no names or empty words', () => {
    const terms = toTerms({ ...two, texts });
    expect(terms).toMatchObject([
      { jurisdiction: '清水', term: '无人机', count: 8, of: 16, other_count: 0, other_of: 16 },
      { jurisdiction: '白石', term: '义警', count: 8, of: 16, other_count: 0, other_of: 16 },
    ]);
    // By hand: prior 4 of 16 (eight of 32, weight 16).
    const odds = (y: number) => Math.log((y + 4) / (16 + 16 - y - 4));
    expect(terms[0]?.z).toBeCloseTo((odds(8) - odds(0)) / Math.sqrt(1 / 12 + 1 / 4), 10);
  });
  it('never counts a repeated passage', () => {
    const first = texts[0]?.passages[0];
    const again = [
      text('清水', [...(texts[0]?.passages ?? []), ...(first ? [first, first, first] : [])]),
      ...texts.slice(1),
    ];
    expect(toTerms({ ...two, texts: again })).toEqual(toTerms({ ...two, texts }));
  });
  it('asks for three uses in two passages', () => {
    const once = [
      text('清水', [spoken(0, '无人机 无人机 无人机 无人机 无人机 无人机')]),
      text('白石', [spoken(0, '义警'), spoken(1, '义警')]),
    ];
    expect(toTerms({ ...two, texts: once })).toEqual([]);
  });
  it('says nothing about one report alone', () => {
    expect(toTerms({ ...two, jurisdictions: [place('清水')], texts: texts.slice(0, 1) })).toEqual([]);
  });
});

it('says how it was done, with sources', () => {
  const { method } = toEmphasis(input(['a'], { honours: [honour('h', 'a', '甲奖')] }));
  expect(method.zh).toContain('Monroe');
  expect(method.en).toContain('Wilson');
});
