import type { Comparison } from '../model/comparison.js';
import {
  checker,
  fact,
  honour,
  initiative,
  jurisdiction,
  listOf,
  note,
  number,
  offset,
  orNull,
  record,
  report,
  source,
  text,
  textOrNull,
} from './shapes.js';

const ids = listOf(text);
const cells = listOf(record({ jurisdiction: text, state: text, facts: ids }));
const practice = record({
  name: text,
  variants: ids,
  jurisdictions: ids,
  theme: textOrNull,
  kind: text,
  initiatives: ids,
  copied: { type: 'boolean' },
});
const share = record({ share: number, low: number, high: number, hits: number, of: number });
const parts = listOf(record({ text }, { findings: ids }));

const check = checker(
  record({
    schema: { const: 'duizhao/comparison/1' },
    title: text,
    jurisdictions: listOf(jurisdiction),
    reports: listOf(report),
    themes: listOf(record({ id: text, zh: text, en: text })),
    sources: listOf(source),
    facts: listOf(fact),
    honour_records: listOf(honour),
    initiatives: listOf(initiative),
    evidence: listOf(record({ number: offset, finding: text })),
    rows: listOf(
      record(
        {
          id: text,
          theme: text,
          indicator: record({ id: textOrNull, label: text, label_en: text }),
          cells,
          verdict: text,
          reasons: ids,
          why: text,
          details: listOf(record({ code: text, zh: text, en: text })),
          order: orNull(ids),
          derived: listOf(record({ jurisdiction: text, fact: text, value: number })),
        },
        { subsets: listOf(record({ jurisdictions: ids, verdict: text, reasons: ids, why: text })) },
      ),
    ),
    singles: listOf(record({ jurisdiction: text, fact: text })),
    ladders: listOf(record({ theme: text, rungs: listOf(record({ stage: text, cells })) })),
    practices: listOf(practice),
    unique: listOf(practice),
    honours: record({
      entries: listOf(record({ jurisdiction: text, level: text, kind: text, honour: text, count: number })),
      totals: listOf(record({ jurisdiction: text, level: text, count: number, honours: ids })),
    }),
    emphasis: record({
      cells: listOf(
        record({ jurisdiction: text, theme: text, text: share, claims: share, honours: share, expected: number }),
      ),
      terms: listOf(record({ jurisdiction: text, term: text, count: number })),
      method: record({ zh: text, en: text }),
    }),
    conflicts: listOf(
      record({
        id: text,
        kind: text,
        jurisdiction: text,
        findings: ids,
        quotes: listOf(record({ file: text, line: offset, exact: text, start: offset, end: offset })),
        zh: text,
        en: text,
      }),
    ),
    silences: listOf(record({ jurisdiction: text, theme: text, rows: ids })),
    sentences: listOf(record({ zh: parts, en: parts })),
    notes: listOf(note),
  }),
);

/** A value as the comparison it is, or in words why it is none. e.g. `/facts/3/source must have required property 'exact'` */
export function asComparison(value: unknown): Comparison | string {
  return check(value) ?? (value as Comparison);
}
