import { sameLength, sameSpan, type TimeSpan } from '../reading/span.js';
import { allOf, type RowFacts } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { acrossPlaces, perPlace } from './say.js';

export const periodRule: Rule = {
  meta: { id: 5, code: 'PERIOD', zh: '期间须等长、同期', en: 'Equal length, same calendar span' },
  examples: [
    {
      name: 'full year and part of a year',
      facts: [
        { at: 'a', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 5800, period: 2023 },
        {
          at: 'b',
          id: 'disputes-resolved',
          label: '矛盾纠纷化解数',
          value: 17180,
          period: ['2024-01-01', '2024-06-10'],
        },
      ],
      says: 'not-comparable',
    },
    {
      name: 'an annual average and a year',
      facts: [
        {
          at: 'a',
          id: 'disputes-resolved',
          label: '年均化解矛盾纠纷数',
          value: 200000,
          period: ['2021-01-01', '2023-12-31'],
        },
        { at: 'b', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 11358, period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'two calendar years',
      facts: [
        { at: 'a', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 625, period: 2022 },
        { at: 'b', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 24, period: 2023 },
      ],
      says: 'side-by-side',
    },
    {
      name: 'a period that is not stated',
      facts: [
        { at: 'a', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 625, period: 2023 },
        { at: 'b', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 24, period: null },
      ],
      says: 'side-by-side',
    },
    {
      name: 'one year',
      facts: [
        { at: 'a', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 203, period: 2023 },
        { at: 'b', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 24, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    // A rank in an edition and a streak that ends: only the end counts.
    const endOnly =
      row.families.every((family) => family === 'rank') ||
      (row.families.every((family) => family === 'duration') && row.entry?.measure === 'Z');
    let lengths = false;
    let unknown = false;
    let differ = false;
    for (const [a, b] of pairs(row)) {
      if (!endOnly && (a.grain === 'average') !== (b.grain === 'average')) lengths = true;
      else if (endOnly ? a.to === null || b.to === null : unsaid(a, b)) unknown = true;
      else if (endOnly ? a.to === b.to : sameSpan(a, b)) continue;
      else if (endOnly || sameLength(a, b)) differ = true;
      else lengths = true;
    }
    const ambiguous = labelsOfSeveralSpans(allOf(row).map(({ span }) => span));
    const said = perPlace(row.cells, ({ span }) => ({ zh: spanText(span, ambiguous), en: spanDates(span) }));
    if (lengths)
      return [
        reason(
          'PERIOD',
          'not-comparable',
          `期间长短不同：${said.zh}`,
          `The periods are of different length: ${said.en}`,
        ),
      ];
    if (unknown)
      return [
        reason(
          'PERIOD',
          'side-by-side',
          `有的期间原文没有说清：${said.zh}`,
          `Not every text states its period: ${said.en}`,
        ),
      ];
    if (differ)
      return [reason('PERIOD', 'side-by-side', `不是同一期间：${said.zh}`, `The periods are not the same: ${said.en}`)];
    return [];
  },
};

/** One is not known, or both are open at the end (今年以来 without a last day). */
function unsaid(a: TimeSpan, b: TimeSpan): boolean {
  return a.grain === 'unknown' || b.grain === 'unknown' || (a.to === null && b.to === null);
}

/** Across jurisdictions; within one too, since a cell may hold two periods. */
function* pairs(row: RowFacts): Generator<readonly [TimeSpan, TimeSpan]> {
  yield* acrossPlaces(row.cells, ({ span }) => span);
  for (const { observations } of row.cells)
    for (const other of observations.slice(1)) if (observations[0]) yield [observations[0].span, other.span];
}

/** Labels that mean different days in different reports: 今年以来 printed in 2023 and in 2024. Their years must be said. */
function labelsOfSeveralSpans(spans: readonly TimeSpan[]): ReadonlySet<string> {
  const days = new Map<string, Set<string>>();
  for (const { label, from, to } of spans) days.set(label, (days.get(label) ?? new Set()).add(`${from} ${to}`));
  return new Set([...days].filter(([, found]) => found.size > 1).map(([label]) => label));
}

/** 2022年, 全年 of one year too; where the label alone would mislead, with its days: 今年以来（2024-01-01至2024-06-07）. */
function spanText(span: TimeSpan, ambiguous: ReadonlySet<string>): string {
  if (span.grain === 'year' && span.from !== null) return `${span.from.slice(0, 4)}年`;
  const dated =
    ambiguous.has(span.label) && (span.from !== null || span.to !== null)
      ? `（${span.from ?? '…'}至${span.to ?? '…'}）`
      : '';
  const words = span.label === '' ? spanDates(span) : span.label + dated;
  return span.grain === 'average' && !/均|每/u.test(words)
    ? `${words}（平均）`
    : words === 'not stated'
      ? '未说明'
      : words;
}

function spanDates({ from, to, grain }: TimeSpan): string {
  if (from === null && to === null) return 'not stated';
  const dates =
    grain === 'year' && from !== null
      ? from.slice(0, 4)
      : grain === 'moment'
        ? `at ${to ?? '…'}`
        : `${from ?? '…'} to ${to ?? '…'}`;
  return grain === 'average' ? `average, ${dates}` : dates;
}
