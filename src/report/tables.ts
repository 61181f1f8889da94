import type { Comparison, Row } from '../model/comparison.js';
import type { Fact, Finding, FindingBase } from '../model/finding.js';

export type TableValue = string | number | boolean | null;

/** A plain table: the same for CSV, spreadsheet and anything else that has rows. */
export interface PlainTable {
  /** File and sheet name, e.g. `facts`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

const joined = (list: readonly string[]): string => list.join('; ');

const baseColumns = ['id', 'report', 'jurisdiction', 'themes'];
const sourceColumns = ['evidence', 'file', 'line', 'start', 'end', 'section', 'exact', 'mentions', 'rule', 'flags'];

function baseValues(finding: FindingBase): TableValue[] {
  return [finding.id, finding.report, finding.jurisdiction, joined(finding.themes)];
}

function sourceValues(finding: FindingBase, numbers: ReadonlyMap<string, number>): TableValue[] {
  const { source } = finding;
  return [
    numbers.get(finding.id) ?? null,
    source.file,
    source.line,
    source.start,
    source.end,
    source.section,
    source.exact,
    joined(finding.mentions.map((mention) => `${mention.file}:${mention.start}-${mention.end}`)),
    finding.rule,
    joined(finding.flags),
  ];
}

const factColumns = [
  'indicator_id',
  'indicator',
  'printed',
  'kind',
  'value',
  'value_to',
  'unit',
  'approx',
  'low',
  'high',
  'low_open',
  'high_open',
  'direction',
  'basis',
  'period',
  'period_from',
  'period_to',
  'scope',
  'status',
  'stage',
];

function factValues(fact: Fact): TableValue[] {
  return [
    fact.indicator.id,
    fact.indicator.label,
    fact.printed,
    fact.kind,
    fact.value,
    fact.value_to,
    fact.unit,
    fact.approx,
    fact.bounds?.low ?? null,
    fact.bounds?.high ?? null,
    fact.bounds?.lowOpen ?? null,
    fact.bounds?.highOpen ?? null,
    fact.direction,
    fact.basis,
    fact.period.label,
    fact.period.from,
    fact.period.to,
    fact.scope,
    fact.status,
    fact.stage,
  ];
}

/** With whom a place goes together better than the row as a whole, and how well: `comparable: wuhou, tianfu`. */
function together(row: Row, jurisdiction: string): string[] {
  return (row.subsets ?? [])
    .filter((subset) => subset.jurisdictions.includes(jurisdiction))
    .map((subset) => `${subset.verdict}: ${subset.jurisdictions.join(', ')}`);
}

/** One line a cell of the comparison: the row with its verdict, the place, the state, and each fact with its evidence. */
function cellTable(
  comparison: Comparison,
  facts: ReadonlyMap<string, Fact>,
  numbers: ReadonlyMap<string, number>,
): PlainTable {
  const rows = comparison.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const head = [
        row.id,
        row.theme,
        row.indicator.id,
        row.indicator.label,
        row.verdict,
        joined(row.reasons),
        row.why,
        cell.jurisdiction,
        cell.state,
        joined(together(row, cell.jurisdiction)),
      ];
      const given = cell.facts.flatMap((id) => facts.get(id) ?? []);
      if (given.length === 0) return [[...head, null, null, null, null, null, null, null]];
      return given.map((fact) => [
        ...head,
        fact.printed,
        fact.value,
        fact.unit,
        fact.direction,
        fact.period.label,
        numbers.get(fact.id) ?? null,
        fact.id,
      ]);
    }),
  );
  return {
    name: 'rows',
    columns: [
      'row',
      'theme',
      'indicator_id',
      'indicator',
      'verdict',
      'reasons',
      'why',
      'jurisdiction',
      'state',
      'together',
      'printed',
      'value',
      'unit',
      'direction',
      'period',
      'evidence',
      'fact',
    ],
    rows,
  };
}

/** Everything countable of a comparison as plain tables, in the order of the comparison. */
export function plainTables(comparison: Comparison): PlainTable[] {
  const numbers = new Map(comparison.evidence.map((entry) => [entry.finding, entry.number]));
  const facts = new Map(comparison.facts.map((fact) => [fact.id, fact]));
  const findings = new Map<string, Finding>(
    [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives].map((finding) => [
      finding.id,
      finding,
    ]),
  );
  const numbersOf = (ids: readonly string[]) => ids.flatMap((id) => numbers.get(id) ?? []).join('; ');
  return [
    cellTable(comparison, facts, numbers),
    {
      name: 'facts',
      columns: [...baseColumns, ...factColumns, ...sourceColumns],
      rows: comparison.facts.map((fact) => [...baseValues(fact), ...factValues(fact), ...sourceValues(fact, numbers)]),
    },
    {
      name: 'honours',
      columns: [
        ...baseColumns,
        'title',
        'recipient',
        'recipient_kind',
        'level',
        'grantor',
        'year',
        'count',
        ...sourceColumns,
      ],
      rows: comparison.honour_records.map((honour) => [
        ...baseValues(honour),
        honour.title,
        honour.recipient,
        honour.recipient_kind,
        honour.level,
        honour.grantor,
        honour.year,
        honour.count,
        ...sourceValues(honour, numbers),
      ]),
    },
    {
      name: 'initiatives',
      columns: [...baseColumns, 'name', ...sourceColumns],
      rows: comparison.initiatives.map((initiative) => [
        ...baseValues(initiative),
        initiative.name,
        ...sourceValues(initiative, numbers),
      ]),
    },
    {
      name: 'practices',
      columns: ['name', 'kind', 'theme', 'shared', 'copied', 'jurisdictions', 'variants', 'evidence'],
      rows: [
        ...comparison.practices.map((entry) => ({ entry, shared: true })),
        ...comparison.unique.map((entry) => ({ entry, shared: false })),
      ].map(({ entry, shared }) => [
        entry.name,
        entry.kind,
        entry.theme,
        shared,
        entry.copied,
        joined(entry.jurisdictions),
        joined(entry.variants),
        numbersOf(entry.initiatives),
      ]),
    },
    {
      name: 'emphasis',
      columns: ['jurisdiction', 'theme', 'share', 'low', 'high', 'hits', 'of', 'expected', 'departure'],
      rows: comparison.emphasis.cells.map((cell) => [
        cell.jurisdiction,
        cell.theme,
        cell.text.share,
        cell.text.low,
        cell.text.high,
        cell.text.hits,
        cell.text.of,
        cell.expected,
        cell.departure,
      ]),
    },
    {
      name: 'conflicts',
      columns: ['id', 'kind', 'jurisdiction', 'text', 'quotes', 'evidence'],
      rows: comparison.conflicts.map((conflict) => [
        conflict.id,
        conflict.kind,
        conflict.jurisdiction,
        conflict.zh,
        conflict.quotes.map((quote) => `${quote.file}:${quote.line} ${quote.exact}`).join('\n'),
        numbersOf(conflict.findings),
      ]),
    },
    {
      name: 'evidence',
      columns: ['number', 'finding', 'type', 'jurisdiction', 'file', 'line', 'start', 'end', 'exact'],
      rows: comparison.evidence.map((entry) => {
        const finding = findings.get(entry.finding);
        return [
          entry.number,
          entry.finding,
          finding?.type ?? null,
          finding?.jurisdiction ?? null,
          finding?.source.file ?? null,
          finding?.source.line ?? null,
          finding?.source.start ?? null,
          finding?.source.end ?? null,
          finding?.source.exact ?? null,
        ];
      }),
    },
  ];
}
