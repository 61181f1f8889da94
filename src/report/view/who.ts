import type { Report } from '../../model/corpus.js';
import { groupBy } from '../../text/group-by.js';
import { type Axis, periodAxis, periodBar, periodTicks } from '../charts/periods.js';
import type { Markup } from '../markup.js';
import type { Context } from './context.js';
import { shownReasons } from './rows.js';
import { type VerdictView, verdicts, verdictView } from './verdict.js';

export interface WhoRow {
  readonly jurisdiction: string;
  readonly name: string;
  readonly level: string;
  readonly period: string;
  readonly bar: Markup;
  readonly outlet: string;
  readonly detail: string;
  /** Pieces of `detail`, none of which may be broken over lines. */
  readonly details: readonly string[];
  readonly cautions: readonly string[];
}
export interface KeyView {
  readonly word: string;
  readonly text: string;
}
export interface WhoView {
  readonly number: string;
  readonly rows: readonly WhoRow[];
  readonly axis: Markup;
  readonly axisText: string;
  readonly verdicts: readonly (VerdictView & { readonly text: string })[];
  readonly reasons: readonly (KeyView & { readonly code: string })[];
}

/** What is compared and on what footing: one line a report, periods on one axis, and the key to the marks. */
export function whoView(context: Context): WhoView {
  const { comparison, say } = context;
  const number = context.numbers.table();
  const axis: Axis = periodAxis(comparison.reports.map((report) => report.period));
  const filesOf = (report: Report) => [...new Set(report.sources.map((source) => source.file))];
  const reportsOn = groupBy(comparison.reports.flatMap(filesOf), (file) => file);
  const sources = new Map(comparison.sources.map((source) => [source.file, source]));
  const facts = groupBy(comparison.facts, (fact) => fact.report);
  const others = groupBy([...comparison.honour_records, ...comparison.initiatives], (finding) => finding.report);
  const conflictsOf = groupBy(comparison.conflicts, (conflict) => conflict.jurisdiction);
  const rows = comparison.reports.map((report): WhoRow => {
    const place = context.place(report.jurisdiction);
    const files = filesOf(report);
    const shared = files.some((file) => (reportsOn.get(file)?.length ?? 0) > 1);
    const mine = facts.get(report.id) ?? [];
    const evidence = mine.length + (others.get(report.id)?.length ?? 0);
    const targets = mine.filter((fact) => fact.status !== 'actual').length;
    const repeats = files.reduce((sum, file) => sum + (sources.get(file)?.repeats.length ?? 0), 0);
    const conflicts = conflictsOf.get(report.jurisdiction)?.length ?? 0;
    const cautions: string[] = [];
    if (shared) cautions.push(say('who.shared'));
    if (report.period.from === null || report.period.to === null) cautions.push(say('who.open-period'));
    if (repeats > 0) cautions.push(say('who.repeats', { n: repeats }));
    if (targets > 0) cautions.push(say('who.targets', { n: targets }));
    if (conflicts > 0) cautions.push(say('who.conflicts', { n: conflicts }));
    const details = [
      ...(report.published?.date == null ? [] : [report.published.date]),
      say('who.evidence', { n: evidence }),
    ];
    return {
      jurisdiction: place.id,
      name: place.name,
      level: say(`level.${place.level}`),
      period: report.period.label,
      bar: periodBar(report.period, axis),
      outlet: report.published?.outlet ?? say('who.no-outlet'),
      detail: details.join(say('list.comma')),
      details,
      cautions,
    };
  });
  return {
    number,
    rows,
    axis: periodTicks(axis),
    axisText: say(axis.from === axis.to ? 'who.axis-one' : 'who.axis', { from: axis.from, to: axis.to }),
    verdicts: verdicts.map((verdict) => ({ ...verdictView(verdict, say), text: say(`verdict.${verdict}.text`) })),
    reasons: [...new Set(comparison.rows.flatMap(shownReasons))]
      .sort()
      .map((code) => ({ code, word: say(`reason.${code}`), text: say(`reason.${code}.text`) })),
  };
}
