import { describe, expect, it } from 'vitest';
import type { Comparison, RowSubset } from '../../src/model/comparison.js';
import { buildView, plainTables, renderHtml } from '../../src/report/index.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();

/** The sample, its one comparable row of cases filed made side by side but for the two places it holds. */
function partly(change: Partial<RowSubset> = {}): Comparison {
  const comparison = sampleComparison();
  const rows = comparison.rows.map((row) => {
    if (row.id !== 'fraud-filed') return row;
    const told = row.cells.filter((cell) => cell.facts.length > 0);
    const subset: RowSubset = {
      jurisdictions: told.map(({ jurisdiction }) => jurisdiction),
      verdict: 'comparable',
      reasons: [],
      why: '期间、基期都一致。',
      why_en: 'Period and base agree.',
      order: row.order,
      ...change,
    };
    return { ...row, verdict: 'side-by-side' as const, order: null, subsets: [subset] };
  });
  return { ...comparison, rows };
}

const viewOf = (comparison: Comparison, lang: 'zh-CN' | 'en' = 'zh-CN') =>
  buildView(comparison, { templates, lang }).view;

describe('places that may be compared though their row may not', () => {
  it('stand under the row with their verdict, reason and order', () => {
    const html = renderHtml(partly(), { templates, fonts: [], lang: 'zh-CN' }).value;
    const row = html.slice(html.indexOf('<tbody id="row-fraud-filed"'));
    const part = row.slice(0, row.indexOf('</tbody>'));
    expect(part).toContain('data-verdict="side-by-side"');
    expect(part.replace(/<[^>]*>/g, '')).toMatch(
      /可比\s*其中岚川、沂江：期间、基期都一致。降幅由大到小：岚川、沂江。\s*$/,
    );
  });

  it('are a finding of their own, with both figures and their evidence', () => {
    const finding = viewOf(partly()).findings.find(({ anchor }) => anchor === 'row-fraud-filed');
    expect(finding?.title).toBe('立案数变动：岚川、沂江可以直接比');
    expect(finding?.verdict?.id).toBe('comparable');
    expect(finding?.parts.map(({ text }) => text).join('')).toContain('岚川下降17.4%，沂江下降12.8%');
    expect(finding?.parts.filter(({ cites }) => cites.length > 0)).toHaveLength(2);
  });

  it('are counted beside the rows that may be compared as a whole, and drawn', () => {
    const view = viewOf(partly());
    expect(view.unit?.title).toBe('13行对照，2行可以直接比，另1行里有几地可比');
    const theme = view.themeSections.find(({ id }) => id === 'anti-fraud');
    expect(theme?.lead).toContain('另1个在几地之间可以直接比');
    expect(theme?.changes?.chart.wide.html).toContain('岚川下降17.4%');
  });

  it('are not called comparable where they only go together better', () => {
    const view = viewOf(partly({ verdict: 'needs-normalising', order: null }));
    expect(view.unit?.title).toBe('13行对照，2行可以直接比');
    const theme = view.themeSections.find(({ id }) => id === 'anti-fraud');
    expect(theme?.changes?.chart.wide.html).not.toContain('岚川下降17.4%');
    const row = theme?.table?.groups.flatMap((group) => group.rows).find(({ id }) => id === 'fraud-filed');
    expect(row?.subsets.map(({ verdict, order }) => [verdict.word, order])).toEqual([['需标准化', '']]);
  });

  it('stand in English and in the plain tables', () => {
    const finding = viewOf(partly(), 'en').findings.find(({ anchor }) => anchor === 'row-fraud-filed');
    expect(finding?.title).toMatch(/^[A-Z].*: 岚川, 沂江 may be compared$/);
    const rows = plainTables(partly()).find(({ name }) => name === 'rows');
    const at = rows?.columns.indexOf('together') ?? -1;
    const told = rows?.rows.filter((row) => row[0] === 'fraud-filed').map((row) => row[at]);
    expect(new Set(told)).toEqual(new Set(['', 'comparable: lanchuan, yijiang']));
  });
});

describe('the page of findings', () => {
  it('says who is silent most often, with a way to the picture', () => {
    const finding = viewOf(sampleComparison()).findings.find(({ anchor }) => anchor === 'silences');
    expect(finding?.title).toBe('谁没有提到：白浦最多');
    expect(finding?.parts[0]?.text).toContain('白浦8行');
    expect(finding?.parts[0]?.text).toContain('没有提到，不等于没有');
  });

  it('bears no markers behind a count of rows', () => {
    const comparison = sampleComparison();
    const [first] = comparison.facts;
    const sentences = [
      {
        zh: [{ text: '共' }, { text: '十三行', findings: [first?.id ?? ''] }, { text: '，三行可比。' }],
        en: [{ text: 'Thirteen rows' }],
      },
      ...comparison.sentences.slice(1),
    ];
    const [whole] = viewOf({ ...comparison, sentences }).findings;
    expect(whole?.parts.flatMap(({ cites }) => cites)).toEqual([]);
    expect(whole?.anchor).toBe('f1');
  });

  it('does not say again what its title has said', () => {
    const comparison = sampleComparison();
    const row = comparison.rows.find(({ id }) => id === 'fraud-filed');
    const label = row?.indicator.label ?? '';
    const sentences = comparison.sentences.map((sentence) =>
      sentence.row === 'fraud-filed' ? { ...sentence, zh: [{ text: `${label}，只能并列：甲3起。` }] } : sentence,
    );
    const finding = viewOf({ ...comparison, sentences }).findings.find(({ anchor }) => anchor === 'row-fraud-filed');
    expect(finding?.parts.map(({ text }) => text).join('')).toBe('甲3起。');
  });
});
