import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/finding.js';
import { applyReviews, readReviews } from '../../src/pipeline/review.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/review.schema.json', import.meta.url), 'utf8'));

function fact(id: string, exact: string, value: number): Fact {
  return {
    id,
    type: 'fact',
    report: 'a-2022',
    jurisdiction: 'a',
    themes: [],
    indicator: { id: null, label: exact },
    kind: 'count',
    value,
    value_to: null,
    unit: '件',
    approx: 'exact',
    direction: 'none',
    basis: null,
    period: { label: '2022年', from: null, to: null },
    scope: null,
    bounds: null,
    status: 'actual',
    stage: null,
    printed: `${value}件`,
    source: { file: 'a.txt', start: 0, end: exact.length, exact, line: 1, section: null },
    mentions: [],
    rule: 'fact/plain',
    flags: [],
  };
}
const facts = [
  fact('1', '办理业务12\n件、调解纠纷30件', 12),
  fact('2', '办理业务12\n件、调解纠纷30件', 30),
  fact('3', '查处案件5件', 5),
];
const apply = (yaml: string) => {
  const reviews = readReviews(yaml, 'review.yaml', schema);
  if (reviews.value === null) throw new Error(JSON.stringify(reviews.notes));
  return applyReviews(facts, reviews.value, 'review.yaml');
};

describe('a review', () => {
  test('corrects one record, keeps its id and shows itself', () => {
    const { value, notes } = apply(
      'reviews:\n  - { report: a-2022, quote: 调解纠纷30件, value: 30, action: correct, set: { status: plan }, note: 文中为计划数 }\n',
    );
    expect(notes).toEqual([]);
    expect(value.map((f) => f.id)).toEqual(['1', '2', '3']);
    expect(value[1]).toMatchObject({
      status: 'plan',
      rule: 'review',
      flags: ['review/correct', 'review-note: 文中为计划数'],
    });
    expect(value[0]).toEqual(facts[0]);
  });
  test('rejects a record', () => {
    const { value } = apply('reviews:\n  - { report: a-2022, quote: 查处案件5件, action: reject }\n');
    expect(value.map((f) => f.id)).toEqual(['1', '2']);
  });
  test('accepts and notes without changing a field', () => {
    const { value } = apply(
      'reviews:\n  - { report: a-2022, quote: 查处案件5件, action: accept }\n  - { report: a-2022, quote: 查处案件5件, action: note, note: 待核 }\n',
    );
    expect(value[2]).toMatchObject({
      value: 5,
      rule: 'fact/plain',
      flags: ['review/accept', 'review/note', 'review-note: 待核'],
    });
  });
  test('that fits several records changes none and says so', () => {
    const { value, notes } = apply('reviews:\n  - { report: a-2022, quote: 办理业务12件, action: reject }\n');
    expect(value).toEqual(facts);
    expect(notes).toMatchObject([
      { code: 'review/several', severity: 'warning', place: { file: 'review.yaml', line: 2 } },
    ]);
  });
  test('that fits none says so', () => {
    const { value, notes } = apply('reviews:\n  - { report: a-2022, quote: 从未写过, action: reject }\n');
    expect(value).toEqual(facts);
    expect(notes).toMatchObject([{ code: 'review/none' }]);
  });
  test.each([
    ['correct without set', 'reviews:\n  - { report: a, quote: 甲乙, action: correct }\n', 2],
    ['an unknown action', 'reviews:\n  - { report: a, quote: 甲乙, action: delete }\n', 2],
    ['an unknown field', 'reviews:\n  - { report: a, quote: 甲乙, action: correct, set: { worth: 3 } }\n', 2],
  ])('%s is refused', (_what, yaml, line) => {
    const { value, notes } = readReviews(yaml, 'review.yaml', schema);
    expect(value).toBeNull();
    expect(notes[0]?.place).toMatchObject({ file: 'review.yaml', line });
  });
});
