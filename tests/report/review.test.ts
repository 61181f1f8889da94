import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/finding.js';
import { buildView } from '../../src/report/index.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();

/** The qualifier under the first figure of cases filed, and the words in its evidence, with the fact changed. */
function shown(change: Partial<Fact>) {
  const comparison = sampleComparison();
  const row = comparison.rows.find(({ id }) => id === 'fraud-filed');
  const target = row?.cells.find((cell) => cell.facts.length > 0)?.facts[0] ?? '';
  const facts = comparison.facts.map((fact) => (fact.id === target ? { ...fact, ...change } : fact));
  const { view } = buildView({ ...comparison, facts }, { templates, lang: 'zh-CN' });
  const figure = view.themeSections
    .flatMap((theme) => theme.table?.groups.flatMap((group) => group.rows) ?? [])
    .flatMap((line) => line.cells.flatMap((cell) => cell.figures))
    .find(({ finding }) => finding === target);
  const entry = view.evidence.flatMap(({ entries }) => entries).find(({ finding }) => finding === target);
  return [figure?.qualifier, entry?.review];
}

describe('what a person settled', () => {
  it.each([
    ['nothing', {}, ['同比', '']],
    [
      'a new value stands beside the printed one',
      { value: 14.7, flags: ['review/correct', 'review-note: 与年报核对'] },
      ['同比，人工更正为14.7%', '人工更正为14.7%：与年报核对'],
    ],
    ['another field', { flags: ['review/correct'] }, ['同比，人工更正', '人工更正']],
    [
      'a value in 万 is the printed one',
      { printed: '3000余万元', value: 30_000_000, unit: '元', direction: 'none' as const, flags: ['review/correct'] },
      ['同比，人工更正', '人工更正'],
    ],
    ['an accepted record is said so in the index only', { flags: ['review/accept'] }, ['同比', '人工核对无误']],
    ['a note', { flags: ['review/note', 'review-note: 含改建'] }, ['同比', '人工附注：含改建']],
  ])('%s', (_, change, wanted) => {
    expect(shown(change)).toEqual(wanted);
  });
});
