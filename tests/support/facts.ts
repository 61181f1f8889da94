import { extractFacts } from '../../src/extract/fact/index.js';
import type { Jurisdiction, Report } from '../../src/model/corpus.js';
import type { FactDraft } from '../../src/model/finding.js';
import type { Note } from '../../src/model/note.js';
import type { Block } from '../../src/model/repaired-doc.js';
import type { TokenisedDoc } from '../../src/model/tokenised-doc.js';
import { loadLexicon } from './lexicon.js';

export const city: Jurisdiction = {
  id: 'linjiang',
  name: '临江市',
  short: '临江',
  level: 'city',
  aliases: ['临江公安'],
  denominators: {},
};

/** A report on the year 2023, printed on the police day after it. */
export const report2023: Report = {
  id: 'linjiang-2023',
  jurisdiction: 'linjiang',
  period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
  published: { date: '2024-01-10', outlet: null, title: null },
  sources: [],
};

const lexicon = loadLexicon();

export interface Reading {
  readonly facts: readonly FactDraft[];
  readonly notes: readonly Note[];
  /** The text that the spans index. */
  readonly text: string;
}

/** Reads paragraphs (lines) as one report's repaired text, without the repair stage. */
export function readFacts(
  text: string,
  options: {
    readonly report?: Report;
    readonly jurisdiction?: Jurisdiction;
    readonly section?: string;
    readonly kind?: Block['kind'];
  } = {},
): Reading {
  const report = options.report ?? report2023;
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > 0)
      blocks.push({
        kind: options.kind ?? 'paragraph',
        repairedSpan: { start, end: start + line.length },
        section: options.section ?? null,
        owner: { report: report.id, cues: [], margin: null },
      });
    start += line.length + 1;
  }
  const doc: TokenisedDoc = {
    repaired: {
      source: { file: 'text.txt', text, encoding: 'utf-8', units: [] },
      text,
      map: [],
      edits: [],
      blocks,
      repeats: [],
    },
    tokens: [],
  };
  const { value, notes } = extractFacts(doc, { lexicon, report, jurisdiction: options.jurisdiction ?? city });
  return { facts: value, notes, text };
}

/**
 * A fact in one line: label, value→value_to and unit, kind, direction, [basis], approx, @period(from~to), !status. What is plain
 * (no direction, no base, exact, the report's own period, actual) is left out.
 */
export function line(fact: FactDraft): string {
  const { period } = fact;
  return [
    fact.indicator.label,
    `${fact.value}${fact.value_to === null ? '' : `→${fact.value_to}`}${fact.unit}`,
    fact.kind,
    fact.direction === 'none' ? '' : fact.direction,
    fact.basis ? `[${fact.basis}]` : '',
    fact.approx === 'exact' ? '' : fact.approx,
    period.label === report2023.period.label ? '' : `@${period.label}(${period.from ?? ''}~${period.to ?? ''})`,
    fact.status === 'actual' ? '' : `!${fact.status}`,
  ]
    .filter((piece) => piece !== '')
    .join(' ');
}

export const lines = (text: string): string[] => readFacts(text).facts.map(line);
