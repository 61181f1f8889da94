import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/finding.js';
import { buildView } from '../../src/report/index.js';
import { sentenceAround } from '../../src/report/view/quotes.js';
import { opening } from '../../src/report/view/sentences.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const viewOf = (comparison = sampleComparison()) => buildView(comparison, { templates, lang: 'zh-CN' }).view;

/** The sample with its first comparable figure changed, and that figure's view. */
function figure(change: Partial<Fact>, exact?: string) {
  const comparison = sampleComparison();
  const row = comparison.rows.find(({ id }) => id === 'fraud-filed');
  const target = row?.cells.find((cell) => cell.facts.length > 0)?.facts[0];
  const facts = comparison.facts.map((fact) =>
    fact.id === target ? { ...fact, ...change, source: { ...fact.source, exact: exact ?? fact.source.exact } } : fact,
  );
  const theme = viewOf({ ...comparison, facts }).themeSections.find(({ id }) => id === 'anti-fraud');
  const shown = theme?.table?.groups.flatMap((group) => group.rows).find(({ id }) => id === 'fraud-filed');
  return shown?.cells.flatMap((cell) => cell.figures).find(({ finding }) => finding === target);
}

describe('a figure', () => {
  it.each([
    ['17.4%', '案件立案数同比下降17.4%', ['下降', '17.4', '%']],
    ['17.4%', '案件立案数同比减少了17.4%', ['减少', '17.4', '%']],
    ['下降17.4%', '案件立案数同比下降17.4%', ['下降', '17.4', '%']],
    ['17.4%', '案件立案数的降幅为17.4%', ['下降', '17.4', '%']],
    ['超过 17.4%', '案件立案数同比下降超过 17.4%', ['下降超过', '17.4', '%']],
    ['3%至5%', '案件立案数下降3%至5%', ['下降', '3', '%至5%']],
    ['两成', '案件立案数下降两成', ['下降', '两成', '']],
  ])('%s in “%s” keeps the wording of the report', (printed, exact, parts) => {
    const view = figure({ printed }, exact);
    expect([view?.before, view?.number, view?.after]).toEqual(parts);
  });

  it('says base, scope and period only where they tell it apart', () => {
    expect(figure({})?.qualifier).toBe('同比');
    expect(figure({ scope: '刷单返利类', basis: null })?.qualifier).toBe('刷单返利类，未写基期');
    expect(figure({ period: { label: '上半年', from: '2023-01-01', to: '2023-06-30' } })?.qualifier).toBe(
      '同比，上半年',
    );
    expect(figure({ period: { label: '全年', from: '2023-01-01', to: '2023-12-31' } })?.qualifier).toBe('同比');
  });
});

describe('the order of the brief', () => {
  it('numbers tables and figures as they stand', () => {
    const html = JSON.stringify(viewOf());
    for (const word of ['表', '图']) {
      const numbers = [
        ...new Set(
          [...html.matchAll(new RegExp(`"number":"${word}([0-9]+)"|"(?:figure|table)":"${word}([0-9]+)"`, 'g'))].map(
            (match) => Number(match[1] ?? match[2]),
          ),
        ),
      ];
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
    }
  });

  it('gives every theme its say on the page of findings', () => {
    const { findings } = viewOf();
    expect(findings.map(({ number }) => number)).toEqual(findings.map((_, at) => at + 1));
    expect(findings[0]?.themeId).toBe('');
    expect(new Set(findings.map(({ themeId }) => themeId))).toEqual(
      new Set(['', 'grassroots', 'anti-fraud', 'business-environment']),
    );
  });

  it('names a ranking only where the comparison has one', () => {
    const rows = viewOf().themeSections.flatMap((theme) => theme.table?.groups.flatMap((group) => group.rows) ?? []);
    expect(rows.filter(({ order }) => order !== '').map(({ id }) => id)).toEqual([
      'fraud-filed',
      'fraud-cleared-change',
      'fraud-caught-change',
    ]);
  });

  it('draws changes of comparable rows only', () => {
    const drawn = viewOf().themeSections.find(({ id }) => id === 'anti-fraud')?.changes?.chart.wide.html ?? '';
    expect(drawn).toContain('岚川下降17.4%');
    expect(drawn).not.toContain('31.2%');
    expect(drawn).not.toContain('62.0%');
  });
});

describe('sentenceAround', () => {
  const text = '第一句。他说：“上门劝阻。”随后推行“一村一辅警”，矛盾不出村！尾句没有完\n第二行。';
  it.each([
    ['一村一辅警', '随后推行“一村一辅警”，矛盾不出村！'],
    ['第一句', '第一句。'],
    ['上门劝阻', '他说：“上门劝阻。”'],
    ['没有完', null],
    ['第二行', '第二行。'],
  ])('of %s', (claim, sentence) => {
    const start = text.indexOf(claim);
    expect(sentenceAround(text, start, start + claim.length)).toBe(sentence);
  });
});

describe('opening', () => {
  const parts = [
    { text: '甲' },
    { text: '5起', findings: ['a'] },
    { text: '，只能并列。因为时段不同，范围也不同，所以不比。' },
    { text: '再说', findings: ['b'] },
  ];
  it.each([
    [200, '甲5起，只能并列。因为时段不同，范围也不同，所以不比。再说'],
    [10, '甲5起，只能并列。'],
    [0, '甲5起，只能并列。'],
  ])('keeps whole sentences within %i characters', (room, text) => {
    expect(
      opening(parts, room)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
