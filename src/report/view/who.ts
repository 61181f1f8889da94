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
  const rows = comparison.reports.map((report): WhoRow => {
    const place = context.place(report.jurisdiction);
    const files = report.sources.map((source) => source.file);
    const texts = comparison.sources.filter((source) => files.includes(source.file));
    const shared = comparison.reports.some(
      (other) => other.id !== report.id && other.sources.some((source) => files.includes(source.file)),
    );
    const mine = [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives].filter(
      (finding) => finding.report === report.id,
    );
    const targets = comparison.facts.filter((fact) => fact.report === report.id && fact.status !== 'actual').length;
    const repeats = texts.reduce((sum, text) => sum + text.repeats.length, 0);
    const conflicts = comparison.conflicts.filter((conflict) => conflict.jurisdiction === report.jurisdiction).length;
    const cautions: string[] = [];
    if (shared) cautions.push(say('who.shared'));
    if (report.period.from === null || report.period.to === null) cautions.push(say('who.open-period'));
    if (repeats > 0) cautions.push(say('who.repeats', { n: repeats }));
    if (targets > 0) cautions.push(say('who.targets', { n: targets }));
    if (conflicts > 0) cautions.push(say('who.conflicts', { n: conflicts }));
    const details = [
      ...(report.published?.date == null ? [] : [report.published.date]),
      say('who.evidence', { n: mine.length }),
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
