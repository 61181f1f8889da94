import type { Fact } from '../../model/finding.js';
import type { IndicatorEntry } from '../../model/lexicon.js';

export type Grain =
  | 'year'
  | 'half-year'
  | 'quarter'
  | 'month'
  | 'part-year'
  | 'several-years'
  | 'average'
  | 'moment'
  | 'other'
  | 'unknown';

/** When a figure holds, as far as the text says. */
export interface TimeSpan {
  readonly label: string;
  /** ISO dates, both included; null where the text does not say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly grain: Grain;
  /** Days from first to last, both included; null where unknown. */
  readonly days: number | null;
}

/** e.g. 年均, 月均, 日均, 每年, 每月: an average or a rate per period, whatever span it was taken over */
const AVERAGE = /年均|月均|日均|周均|平均每(?:年|月|日|天)|每(?:年|月|周|日|天)|per-/u;

/**
 * Reads a fact's period. A stock (measure S) is a `moment`: only its last day counts. A figure per year, month or day is an
 * `average`. Dates that the text does not give make the grain `unknown`; unknown is never equal to unknown.
 */
export function spanOf(fact: Fact, entry: IndicatorEntry | null): TimeSpan {
  const { label, from } = fact.period;
  const to = fact.period.to ?? endOfPrintedYear(fact);
  const averaged =
    AVERAGE.test(`${label} ${fact.indicator.label} ${fact.printed}`) ||
    fact.flags.some((flag) => flag.startsWith('per-'));
  const days = from !== null && to !== null ? daysBetween(from, to) : null;
  const grain: Grain = averaged
    ? 'average'
    : entry?.measure === 'S' && to !== null
      ? 'moment'
      : grainOf(from, to, days, label);
  return { label, from, to, grain, days };
}

/** 今年以来 printed when that year was over: the whole year, though the text names no last day. */
function endOfPrintedYear({ flags, period: { from } }: Fact): string | null {
  return flags.includes('deictic-vs-print') && from?.endsWith('-01-01') ? `${from.slice(0, 4)}-12-31` : null;
}

function grainOf(from: string | null, to: string | null, days: number | null, label: string): Grain {
  // e.g. 今年以来 without a last day: a stretch of its own, equal to none that is known.
  if (from !== null && to === null && /以来/u.test(label)) return 'other';
  if (from === null || to === null || days === null) return 'unknown';
  const start = from.slice(5);
  const end = to.slice(5);
  const oneYear = from.slice(0, 4) === to.slice(0, 4);
  if (days === 1) return 'moment';
  if (oneYear && start === '01-01' && end === '12-31') return 'year';
  if (days >= 360 && days <= 370) return 'year';
  if (days > 370) return 'several-years';
  if (oneYear && ((start === '01-01' && end === '06-30') || (start === '07-01' && end === '12-31'))) return 'half-year';
  if (days >= 89 && days <= 92 && ['01-01', '04-01', '07-01', '10-01'].includes(start)) return 'quarter';
  if (days >= 28 && days <= 31 && start.endsWith('-01')) return 'month';
  return oneYear && start === '01-01' ? 'part-year' : 'other';
}

/** Inclusive count of days, from plain calendar arithmetic (no clock, no time zone); null for dates that are none. */
export function daysBetween(from: string, to: string): number | null {
  const a = dayNumber(from);
  const b = dayNumber(to);
  return a === null || b === null || b < a ? null : b - a + 1;
}

function dayNumber(date: string): number | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!m) return null;
  return Math.round(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000);
}

/** The same stretch of the calendar: both ends known and equal; for moments, the last day. */
export function sameSpan(a: TimeSpan, b: TimeSpan): boolean {
  const key = stretchOf(a);
  return key !== null && key === stretchOf(b);
}

/** A name for the stretch of the calendar, equal for equal ones; null where it is not known, which is never equal. */
export function stretchOf({ grain, from, to, label }: TimeSpan): string | null {
  if (grain === 'unknown') return null;
  if (grain === 'moment') return to === null ? null : `moment ${to}`;
  if (grain === 'average') return label === '' || to === null ? null : `average ${from} ${to} ${label}`;
  return from === null ? null : `${grain} ${from} ${to}`;
}

/** Equal grain and length, whatever the year: full year beside full year, first half beside first half. */
export function sameLength(a: TimeSpan, b: TimeSpan): boolean {
  if (a.grain !== b.grain || a.grain === 'unknown') return false;
  if (a.grain === 'moment') return true;
  if (a.days === null || b.days === null) return false;
  if (Math.abs(a.days - b.days) > 0.01 * Math.max(a.days, b.days) + 1) return false;
  // The same part of the year: January to June is not July to December.
  return a.grain === 'several-years' || (a.from ?? '').slice(5) === (b.from ?? '').slice(5) || a.grain === 'year';
}
