import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFindings } from '../../src/compare/index.js';
import { countEn, countZh, listEn, listZh } from '../../src/compare/sentences/count-words.js';
import { figureEn, numberEn } from '../../src/compare/sentences/figure-en.js';
import { figureZh, qualifiedZh } from '../../src/compare/sentences/figure-zh.js';
import { periodEn, periodZh } from '../../src/compare/sentences/period-words.js';
import { shortReason } from '../../src/compare/sentences/short-reason.js';
import { telling } from '../../src/compare/sentences/telling.js';
import type { Sentence, SentencePart, Verdict } from '../../src/model/comparison.js';
import type { Fact } from '../../src/model/finding.js';
import { fact, honour, initiative, input, passage, row, text } from './support.js';

const whole = (parts: readonly SentencePart[]) => parts.map((part) => part.text).join('');
const sentencesOf = (more: Parameters<typeof input>[1], places = ['甲', '乙', '丙']): readonly Sentence[] =>
  compareFindings(input(places, more)).value.sentences;
const ofRow = (list: readonly Sentence[], id: string) => list.find((sentence) => sentence.row === id);
const RANKING =
  /高于|低于|大于|小于|从高到低|由高到低|从大到小|由大到小|最[高低多少大小]|领先|第一|above|larger|high to low|largest/u;

const bounds = (low: number, high: number | null) => ({ low, high, lowOpen: false, highOpen: high !== null });
const down = (id: string, place: string, value: number, more: Partial<Fact> = {}) =>
  fact(id, place, `${value}%`, value, { kind: 'change', direction: 'down', basis: '同比', unit: '%', ...more });

describe('countZh, countEn', () => {
  it.each([
    [0, '零', 'no'],
    [2, '两', 'two'],
    [10, '十', 'ten'],
    [12, '十二', 'twelve'],
    [20, '二十', 'twenty'],
    [43, '四十三', 'forty-three'],
    [100, '一百', 'one hundred'],
    [105, '一百零五', 'one hundred and five'],
    [999, '九百九十九', 'nine hundred and ninety-nine'],
    [1000, '1000', '1000'],
  ])('%i', (n, zh, en) => {
    expect([countZh(n), countEn(n)]).toEqual([zh, en]);
  });
  it('lists names', () => {
    expect([listZh(['甲']), listZh(['甲', '乙', '丙']), listEn(['A', 'B', 'C']), listEn([])]).toEqual([
      '甲',
      '甲、乙和丙',
      'A, B and C',
      '',
    ]);
  });
});

describe('the overview counts in good English', () => {
  const rowsOf = (verdicts: readonly Verdict[]) => {
    const pairs = verdicts.map((_, i) => [fact(`a${i}`, '甲', '3件', 3), fact(`b${i}`, '乙', '4件', 4)]);
    const rows = pairs.map((pair, i) => row(`r${i}`, pair, ['甲', '乙'], { verdict: verdicts[i] ?? 'comparable' }));
    return whole(sentencesOf({ facts: pairs.flat(), rows }, ['甲', '乙']).find(({ row: of }) => !of)?.en ?? []);
  };
  it.each<[readonly Verdict[], string]>([
    [['comparable'], 'in one row: one may be compared as it stands.'],
    [['comparable', 'comparable'], 'in two rows: two may be compared as they stand.'],
    [['comparable', 'needs-normalising'], 'in two rows: one may be compared as it stands, one needs scaling first.'],
    [['not-comparable'], 'in one row, which may not be compared as it stands: one is not comparable.'],
    [['not-comparable', 'not-comparable'], 'none of which may be compared as it stands: two are not comparable.'],
  ])('%j', (verdicts, said) => expect(rowsOf(verdicts)).toContain(said));
});

describe('figures', () => {
  const source = (exact: string) => ({ file: 'a.txt', start: 0, end: exact.length, exact, line: 1, section: null });
  it.each<[string, Fact, string, string]>([
    ['a count', fact('1', 'a', '328人', 328, { unit: '人' }), '328人', '328 people'],
    [
      '余',
      fact('1', 'a', '1800余件', 1800, { approx: 'at-least', unit: '件', bounds: bounds(1800, 1900) }),
      '1800余件',
      'over 1,800',
    ],
    [
      '以上',
      fact('1', 'a', '80%以上', 80, { approx: 'at-least', unit: '%', bounds: bounds(80, null) }),
      '80%以上',
      'at least 80%',
    ],
    [
      'money',
      fact('1', 'a', '3000余\n万元', 3e7, { approx: 'at-least', unit: '元', bounds: bounds(3e7, 4e7) }),
      '3000余万元',
      'over 30 million yuan',
    ],
    ['a fall', down('1', 'a', 30.4), '同比下降30.4%', 'down 30.4% year on year'],
    [
      'the report’s own word',
      down('1', 'a', 30.4, { source: source('违法警情同比减少了30.4%') }),
      '同比减少30.4%',
      'down 30.4% year on year',
    ],
    ['a base year', down('1', 'a', 31, { basis: '较2015年' }), '较2015年下降31%', 'down 31% on 2015'],
    [
      'a vague base',
      down('1', 'a', 31, { basis: '与2020年以前相比' }),
      '与2020年以前相比下降31%',
      'down 31% (base: 与2020年以前相比)',
    ],
    ['printed with its direction', down('1', 'a', 31, { printed: '下降31%' }), '同比下降31%', 'down 31% year on year'],
    [
      'from A to B',
      down('1', 'a', 19.78, { value_to: 0, basis: null, printed: '从19.78%降至零' }),
      '从19.78%降至零',
      'from 19.78% to 0%',
    ],
    [
      'where things stand after a rise',
      fact('1', 'a', '97人', 97, { direction: 'up', unit: '人', source: source('社区民警增至97人') }),
      '增至97人',
      'risen to 97 people',
    ],
    [
      'after a fall, in words that do not stand beside the figure',
      fact('1', 'a', '9.6分钟', 9.6, { direction: 'down', kind: 'duration', unit: '分钟' }),
      '降至9.6分钟',
      'fallen to 9.6 minutes',
    ],
    [
      'after a fall, bounded',
      fact('1', 'a', '不到10分钟', 10, {
        direction: 'down',
        kind: 'duration',
        unit: '分钟',
        approx: 'at-most',
        source: source('平均用时压缩到了不到10分钟'),
      }),
      '压缩到不到10分钟',
      'fallen to under 10 minutes',
    ],
    [
      'a place that was climbed to',
      fact('1', 'a', '第1位', 1, { direction: 'up', kind: 'rank', unit: '位', source: source('跃居全省第1位') }),
      '升至第1位',
      'risen to no. 1',
    ],
    [
      'a sign instead of a word',
      fact('1', 'a', '+12.8%', 12.8, { direction: 'up', kind: 'change', unit: '%' }),
      '+12.8%',
      'up 12.8%',
    ],
    ['a rank', fact('1', 'a', '第1', 1, { kind: 'rank', unit: '位' }), '第1', 'no. 1'],
    ['one person', fact('1', 'a', '1人', 1, { unit: '人' }), '1人', '1 person'],
  ])('%s', (_, record, zh, en) => {
    expect([figureZh(record), figureEn(record)]).toEqual([zh, en]);
  });
  it('says when a base is not stated', () => {
    expect(
      qualifiedZh(down('1', 'a', 6.8, { basis: null, direction: 'up' }), { period: false, scope: false, label: false }),
    ).toBe('上升6.8%（基期未说明）');
  });
  it.each([
    [1234567.5, '1,234,567.5'],
    [0, '0'],
    [-3, '−3'],
    [0.00001, '0'],
    [85.01, '85.01'],
  ])('%d is %s', (value, en) => {
    expect(numberEn(value)).toBe(en);
  });
});

describe('periods', () => {
  it.each<[string, string | null, string | null, string, string]>([
    ['2022年', '2022-01-01', '2022-12-31', '2022年', '2022'],
    ['全年', '2022-01-01', '2022-12-31', '2022年', '2022'],
    ['五年来', '2019-01-01', '2023-12-31', '五年来', '2019–2023'],
    ['上半年', '2024-01-01', '2024-06-30', '上半年，2024年', '2024-01-01 to 2024-06-30'],
    ['今年以来', '2024-01-01', null, '今年以来，2024年', 'since 2024-01-01'],
    ['近三年来', '2021-05-31', '2024-05-31', '近三年来', '2021-05-31 to 2024-05-31'],
    ['截至6月30日', null, '2024-06-30', '截至6月30日，2024年', 'up to 2024-06-30'],
    ['去年底', '2023-12-31', '2023-12-31', '去年底，2023年', '2023-12-31'],
    ['每年', null, null, '每年', '每年'],
  ])('%s %s %s', (label, from, to, zh, en) => {
    expect([periodZh({ label, from, to }), periodEn({ label, from, to })]).toEqual([zh, en]);
  });
  it('stand in brackets without brackets of their own', () => {
    const record = fact('1', 'a', '5起', 5, { period: { label: '近年（2015—2020年）', from: null, to: null } });
    expect(qualifiedZh(record, { period: true, scope: false, label: false })).toBe('5起（近年，2015—2020年）');
  });
});

describe('telling', () => {
  it('shows the odd one out though it comes last', () => {
    const list = [1, 2, 3, 4, 5, 6].map((n) =>
      fact(String(n), String(n), '1起', 1, n === 6 ? { period: { label: '上半年', from: null, to: null } } : {}),
    );
    expect(telling(list, 3).map((f) => f.id)).toEqual(['1', '2', '6']);
    expect(telling(list, 6)).toEqual(list);
  });
});

describe('shortReason', () => {
  const detail = (code: 'PERIOD' | 'UNIT' | 'ATTRIBUTION', zh: string, en: string) => ({
    code,
    verdict: 'not-comparable' as const,
    zh,
    en,
  });
  it('leaves out the list of places that the figures show, but not units in English', () => {
    const details = [
      detail('UNIT', '计量单位不同：甲为“起”，乙为“处”', 'The units differ: 甲: “起”; 乙: “处”'),
      detail(
        'PERIOD',
        '期间长短不同：甲为2022年，乙为五年来',
        'The periods are of different length: 甲: 2022; 乙: 2019 to 2023',
      ),
    ];
    expect(shortReason(row('r', [], [], { details }))).toEqual({
      zh: '计量单位不同；期间长短不同',
      en: 'The units differ: 甲: “起”; 乙: “处”. The periods are of different length',
    });
  });
  it('keeps a reason that is a sentence, and names no reason that did not decide', () => {
    const sentence = detail('ATTRIBUTION', '甲的数带有“带动”，不是本级公安机关自己的成绩', 'not its own');
    const details = [sentence, { ...detail('PERIOD', '期间不同', 'other periods'), verdict: null }];
    expect(shortReason(row('r', [], [], { details })).zh).toBe(sentence.zh);
  });
  it('falls back to the row’s own words', () => {
    expect(shortReason(row('r', [], [])).zh).toBe('期间长短不同。');
  });
});

describe('row sentences', () => {
  const facts = [down('f1', '甲', 30.4), down('f2', '乙', 17.4)];
  const comparable = {
    verdict: 'comparable',
    polarity: 'lower-better',
    reasons: [],
    why: '口径一致。',
    why_en: 'Measured alike.',
  } as const;

  it('rank where the row carries an order', () => {
    const rows = [row('r', facts, ['甲', '乙', '丙'], { ...comparable, order: ['f2', 'f1'] })];
    const sentence = ofRow(sentencesOf({ facts, rows }), 'r');
    expect(whole(sentence?.zh ?? [])).toBe('电诈破案数，甲同比下降30.4%，降幅大于乙同比下降17.4%（同为2023年）。');
    expect(whole(sentence?.en ?? [])).toBe(
      'Fraud cases cleared: 甲 down 30.4% year on year, a larger fall than 乙 down 17.4% year on year (same period: 2023).',
    );
  });
  it.each<[string, Fact[], Parameters<typeof row>[3]]>([
    ['no order', facts, { ...comparable, order: null }],
    ['an order but not comparable', facts, { verdict: 'side-by-side', order: ['f1', 'f2'] }],
    ['an ambiguous indicator', facts, { ...comparable, polarity: 'ambiguous', order: ['f1', 'f2'] }],
    [
      'ranges that meet',
      [
        fact('f1', '甲', '1800余起', 1800, { approx: 'at-least', bounds: bounds(1800, 1900) }),
        fact('f2', '乙', '1850起', 1850),
      ],
      { ...comparable, order: ['f2', 'f1'] },
    ],
    [
      'a bound without an end',
      [fact('f1', '甲', '80以上', 80, { approx: 'at-least', bounds: bounds(80, null) }), fact('f2', '乙', '95起', 95)],
      { ...comparable, order: ['f2', 'f1'] },
    ],
    [
      'falls beside rises',
      [down('f1', '甲', 30), down('f2', '乙', 17, { direction: 'up' })],
      { ...comparable, order: ['f2', 'f1'] },
    ],
    [
      'two figures of one place',
      [down('f1', '甲', 30), down('f2', '甲', 17), down('f3', '乙', 5)],
      { ...comparable, order: ['f1', 'f2', 'f3'] },
    ],
  ])('use no ranking word with %s', (_, list, more) => {
    const sentence = ofRow(sentencesOf({ facts: list, rows: [row('r', list, ['甲', '乙', '丙'], more)] }), 'r');
    expect(sentence).toBeDefined();
    expect(whole((sentence?.zh ?? '') ? (sentence?.zh ?? []) : [])).not.toMatch(RANKING);
    expect(whole(sentence?.en ?? [])).not.toMatch(RANKING);
  });
  it('give the reason and what differs where the row refuses', () => {
    const list = [
      down('f1', '甲', 30),
      down('f2', '乙', 17, { basis: '较2019年', period: { label: '五年来', from: null, to: null } }),
    ];
    const rows = [
      row('r', list, ['甲', '乙', '丙'], {
        reasons: ['BASE'],
        why: '基期不同：同比对较2019年。',
        why_en: 'Bases differ.',
      }),
    ];
    expect(whole(ofRow(sentencesOf({ facts: list, rows }), 'r')?.zh ?? [])).toBe(
      '电诈破案数，名目相近而不可比：甲同比下降30%，乙较2019年下降17%。基期不同：同比对较2019年。',
    );
  });
  it('are not made of rows with one figure', () => {
    const rows = [row('r', facts.slice(0, 1), ['甲', '乙', '丙'])];
    expect(sentencesOf({ facts, rows })).toEqual([]);
  });
});

describe('silences, practices, honours in words', () => {
  it('say 未提及 and never zero', () => {
    const facts = [fact('f1', '甲', '30起', 30), fact('f2', '乙', '20起', 20)];
    const list = sentencesOf({ facts, rows: [row('r', facts, ['甲', '乙', '丙'])] });
    const sentence = list.map((s) => whole(s.zh)).find((s) => s.includes('未提及'));
    expect(sentence).toBe('丙的报告未提及电诈破案数，甲和乙有这一项；未提及不等于没有。');
  });
  it('add up named honours only, and list totals and city honours apart', () => {
    const honours = [
      honour('h1', '甲', '全国优秀公安局'),
      honour('h2', '甲', '集体立功', {
        count: 83,
        level: 'other',
        source: { file: 'x', start: 0, end: 9, exact: '集体立功8\n3个', line: 1, section: null },
      }),
      honour('h3', '甲', '全国文明城市', { recipient_kind: 'city' }),
    ];
    expect(sentencesOf({ honours }).map((s) => whole(s.zh))).toEqual([
      '点名可查的国家级荣誉，甲1项；乙和丙的报告没有点名。各篇年限与取舍不同，只作清点，不排先后。',
      '只报总数的奖励另列，不与点名的荣誉相加：甲“集体立功”83个。',
      '城市的荣誉和排名另列，不算公安自己的：甲“全国文明城市”。',
    ]);
  });
  it('tell totals of a level from silence', () => {
    const honours = [
      honour('h1', '甲', '全国优秀公安局'),
      honour('h2', '甲', '全国优秀人民警察', { count: 24, recipient_kind: 'person' }),
      honour('h3', '乙', '全国枫桥式公安派出所', { count: 12 }),
    ];
    expect(whole(sentencesOf({ honours })[0]?.zh ?? [])).toBe(
      '点名可查的国家级荣誉，甲1项（另有总数）；乙只报总数；丙的报告没有点名。各篇年限与取舍不同，只作清点，不排先后。',
    );
  });
  it('call copied wording copied', () => {
    const same = '各派出所依托网格组建起街坊值守队伍每晚九点沿街巡查并登记隐患';
    const initiatives = [initiative('1', '甲', '邻里守望'), initiative('2', '乙', '邻里守望')];
    const texts = [text('甲', [passage(same, ['1'])]), text('乙', [passage(same, ['2'])])];
    expect(sentencesOf({ initiatives, texts }).map((s) => whole(s.zh))).toEqual([
      '甲和乙写“邻里守望”的文字相同，只算一处说法，不算各地共有的成效。',
    ]);
  });
});

describe('whatever the rows', () => {
  const places = ['甲', '乙', '丙'];
  const anyFact = fc.record({
    place: fc.constantFrom(...places),
    value: fc.integer({ min: 0, max: 5000 }),
    kind: fc.constantFrom<Fact['kind']>('count', 'change', 'share'),
    direction: fc.constantFrom<Fact['direction']>('up', 'down', 'none'),
    basis: fc.constantFrom(null, '同比', '较2019年'),
    label: fc.constantFrom('破案数', '110接警量'),
    period: fc.constantFrom('2023年', '近5年'),
    scope: fc.constantFrom(null, '全市', '13个派出所'),
  });
  const anyRows = fc.array(
    fc.record({
      facts: fc.array(anyFact, { minLength: 1, maxLength: 5 }),
      verdict: fc.constantFrom(
        'comparable' as const,
        'needs-normalising' as const,
        'side-by-side' as const,
        'not-comparable' as const,
      ),
      polarity: fc.constantFrom('higher-better' as const, 'ambiguous' as const),
      ordered: fc.boolean(),
      why: fc.constantFrom('期间不同。', '2019年与2023年不同。', ''),
      label: fc.constantFrom('电诈破案数', '110接警量'),
      theme: fc.constantFrom('anti-fraud', 'grassroots'),
    }),
    { maxLength: 6 },
  );
  const build = (specs: typeof anyRows extends fc.Arbitrary<infer T> ? T : never) => {
    const facts: Fact[] = [];
    const rows = specs.map((spec, r) => {
      const own = spec.facts.map(({ place, value, label, period, ...more }, i) =>
        fact(`f${r}-${i}`, place, `${value}起`, value, {
          ...more,
          indicator: { id: null, label },
          period: { label: period, from: null, to: null },
          themes: [spec.theme],
        }),
      );
      facts.push(...own);
      const { verdict, polarity, why, theme } = spec;
      return row(`r${r}`, own, places, {
        theme,
        verdict,
        polarity,
        why,
        why_en: why === '' ? '' : 'They differ: 2019 and 2023.',
        indicator: { id: `r${r}`, label: spec.label, label_en: 'calls to 110' },
        reasons: verdict === 'comparable' ? [] : ['PERIOD', 'SCOPE'],
        order: spec.ordered && verdict === 'comparable' ? own.map((f) => f.id) : null,
      });
    });
    return { facts, rows };
  };
  it('every digit stands in a piece with evidence, and every piece of evidence exists', () => {
    fc.assert(
      fc.property(anyRows, (specs) => {
        const { facts, rows } = build(specs);
        const ids = new Set(facts.map(({ id }) => id));
        for (const { zh, en } of sentencesOf({ facts, rows })) {
          for (const part of [...zh, ...en]) {
            if (/\p{Nd}/u.test(part.text)) expect(part.findings?.length ?? 0, part.text).toBeGreaterThan(0);
            for (const id of part.findings ?? []) expect(ids.has(id)).toBe(true);
          }
        }
      }),
    );
  });
  it('ranking words come only with an order that holds', () => {
    fc.assert(
      fc.property(anyRows, (specs) => {
        const { facts, rows } = build(specs);
        for (const sentence of sentencesOf({ facts, rows })) {
          if (!RANKING.test(whole(sentence.zh)) && !RANKING.test(whole(sentence.en))) continue;
          const own = rows.find((r) => r.id === sentence.row);
          expect(own?.verdict).toBe('comparable');
          expect(own?.polarity).not.toBe('ambiguous');
          expect(own?.order).not.toBeNull();
          const shown = facts.filter((f) => own?.order?.includes(f.id));
          expect(new Set(shown.map((f) => f.value)).size).toBe(shown.length);
        }
      }),
    );
  });
  it('the order of the jurisdictions changes the order alone', () => {
    fc.assert(
      fc.property(anyRows, (specs) => {
        const { facts, rows } = build(specs);
        const turned = rows.map((r) => ({ ...r, cells: [...r.cells].reverse() }));
        const one = compareFindings(input(places, { facts, rows })).value;
        const two = compareFindings(input([...places].reverse(), { facts, rows: turned })).value;
        const silent = (v: typeof one) => v.silences.map((s) => `${s.jurisdiction} ${s.theme} ${s.rows}`).sort();
        expect(silent(two)).toEqual(silent(one));
        expect(two.sentences.map((s) => s.row)).toEqual(one.sentences.map((s) => s.row));
      }),
    );
  });
});
