import type { Comparison, Row } from '../../model/comparison.js';
import type { Period } from '../../model/corpus.js';
import type { Fact, Finding, Honour, Initiative } from '../../model/finding.js';
import type { Lang, Say } from '../messages.js';
import { Citations } from './citations.js';

/** A jurisdiction as the brief's columns know it, in the order of corpus.yaml. */
export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly level: string;
  /** Labels of its reports' periods. */
  readonly period: string;
}

/** Stands for rows, figures and practices that belong to no theme of the comparison. */
export const otherTheme = 'other';

/** What every section's view is built with. */
export interface Context {
  readonly comparison: Comparison;
  readonly lang: Lang;
  readonly say: Say;
  readonly places: readonly PlaceView[];
  readonly citations: Citations;
  readonly numbers: Numbers;
  readonly rows: ReadonlyMap<string, Row>;
  fact(id: string): Fact | null;
  honour(id: string): Honour | null;
  initiative(id: string): Initiative | null;
  place(id: string): PlaceView;
  /** Name of a theme in the brief's language; the id itself when the comparison has no such theme. */
  theme(id: string): string;
  /** The report's own period. */
  period(report: string): Period | null;
}

/** Running numbers of tables and figures, in the order of the document. */
export class Numbers {
  private tables = 0;
  private figures = 0;
  constructor(private readonly say: Say) {}
  /** e.g. `表2` */
  table(): string {
    this.tables += 1;
    return this.say('number.table', { n: this.tables });
  }
  /** e.g. `图2` */
  figure(): string {
    this.figures += 1;
    return this.say('number.figure', { n: this.figures });
  }
}

/** The comparison with every theme it does not list, and none, as `other`. */
function withOther(comparison: Comparison): Comparison {
  const known = new Set(comparison.themes.map((theme) => theme.id));
  const home = (theme: string | null) => (theme !== null && known.has(theme) ? theme : otherTheme);
  return {
    ...comparison,
    rows: comparison.rows.map((row) => ({ ...row, theme: home(row.theme) })),
    singles: comparison.singles.map((single) => ({ ...single, theme: home(single.theme) })),
    practices: comparison.practices.map((practice) => ({ ...practice, theme: home(practice.theme) })),
    unique: comparison.unique.map((practice) => ({ ...practice, theme: home(practice.theme) })),
    ladders: comparison.ladders.map((ladder) => ({ ...ladder, theme: home(ladder.theme) })),
    sentences: comparison.sentences.map((sentence) =>
      sentence.theme === undefined ? sentence : { ...sentence, theme: home(sentence.theme) },
    ),
  };
}

export function contextOf(given: Comparison, lang: Lang, say: Say): Context {
  const comparison = withOther(given);
  const findings = new Map<string, Finding>();
  for (const finding of [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives])
    findings.set(finding.id, finding);
  const places = comparison.jurisdictions.map(
    ({ id, name, short, level }): PlaceView => ({
      id,
      name,
      short,
      level,
      period: comparison.reports
        .filter((report) => report.jurisdiction === id)
        .map((report) => report.period.label)
        .filter((label, at, all) => label !== '' && all.indexOf(label) === at)
        .join(say('list.comma')),
    }),
  );
  const byId = new Map(places.map((place) => [place.id, place]));
  const reports = new Map(comparison.reports.map((report) => [report.id, report]));
  const themes = new Map(comparison.themes.map((theme) => [theme.id, lang === 'en' ? theme.en : theme.zh]));
  const typed = <T extends Finding['type']>(id: string, type: T) => {
    const finding = findings.get(id);
    return finding?.type === type ? (finding as Extract<Finding, { type: T }>) : null;
  };
  return {
    comparison,
    lang,
    say,
    places,
    citations: new Citations(comparison.evidence, say),
    numbers: new Numbers(say),
    rows: new Map(comparison.rows.map((row) => [row.id, row])),
    fact: (id) => typed(id, 'fact'),
    honour: (id) => typed(id, 'honour'),
    initiative: (id) => typed(id, 'initiative'),
    place: (id) => byId.get(id) ?? { id, name: id, short: id, level: 'other', period: '' },
    theme: (id) => themes.get(id) ?? (id === otherTheme ? say('theme.other') : id),
    period: (report) => reports.get(report)?.period ?? null,
  };
}
