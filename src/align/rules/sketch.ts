import type { ReasonCode, Verdict } from '../../model/comparison.js';
import type { Jurisdiction, Level } from '../../model/corpus.js';
import type { Fact } from '../../model/finding.js';

/** A fact in a few words: what an example of a rule needs to say; everything else is filled in by `toFact`. */
export interface FactSketch {
  /** Jurisdiction id; one of the example's places. */
  readonly at: string;
  readonly label: string;
  /** Indicator id; null or absent: known by wording alone. */
  readonly id?: string | null;
  readonly value: number;
  readonly unit?: string;
  readonly kind?: Fact['kind'];
  readonly direction?: Fact['direction'];
  readonly basis?: string | null;
  /** `2022` for the full year, or first and last day. */
  readonly period?: number | readonly [string, string] | null;
  readonly periodLabel?: string;
  readonly scope?: string | null;
  readonly stage?: string | null;
  readonly status?: Fact['status'];
  readonly approx?: Fact['approx'];
  readonly bounds?: Fact['bounds'];
  readonly value_to?: number | null;
  readonly themes?: readonly string[];
  readonly flags?: readonly string[];
}

/** One example: places with their levels, facts, and what the rule says of the row. */
export interface RuleExample {
  readonly name: string;
  /** Ids with levels; city where none is given. */
  readonly places?: Readonly<Record<string, Level>>;
  readonly facts: readonly FactSketch[];
  /** What the rule says: the verdict, null for a caution, `silent` for nothing. */
  readonly says: Verdict | null | 'silent';
  /** Another code, where the rule speaks under two. */
  readonly code?: ReasonCode;
}

/** The places of an example, in order of appearance. */
export function toPlaces({ places = {}, facts }: Pick<RuleExample, 'places' | 'facts'>): Jurisdiction[] {
  const ids = [...new Set([...Object.keys(places), ...facts.map(({ at }) => at)])];
  return ids.map((id) => ({ id, name: id, short: id, level: places[id] ?? 'city', aliases: [], denominators: {} }));
}

/** The whole fact; `n` makes its id and its place in an imagined file. */
export function toFact(sketch: FactSketch, n: number): Fact {
  const { at, label, value, period } = sketch;
  const [from, to] = typeof period === 'number' ? [`${period}-01-01`, `${period}-12-31`] : (period ?? [null, null]);
  const kind = sketch.kind ?? 'count';
  const unit = sketch.unit ?? (kind === 'change' || kind === 'share' ? '%' : '起');
  return {
    type: 'fact',
    id: `${at}-${n}`,
    report: at,
    jurisdiction: at,
    themes: sketch.themes ?? ['anti-fraud'],
    source: {
      file: `${at}.txt`,
      start: 100 * n,
      end: 100 * n + label.length,
      exact: label,
      line: n + 1,
      section: null,
    },
    mentions: [],
    rule: 'example',
    flags: sketch.flags ?? [],
    indicator: { id: sketch.id ?? null, label },
    kind,
    value,
    value_to: sketch.value_to ?? null,
    unit,
    approx: sketch.approx ?? 'exact',
    direction: sketch.direction ?? 'none',
    basis: sketch.basis ?? null,
    period: { label: sketch.periodLabel ?? (typeof period === 'number' ? `${period}年` : ''), from, to },
    scope: sketch.scope ?? null,
    bounds: sketch.bounds ?? null,
    status: sketch.status ?? 'actual',
    stage: sketch.stage ?? null,
    printed: `${value}${unit}`,
  };
}
