import type { Jurisdiction, Report } from '../model/corpus.js';
import type { Fact } from '../model/finding.js';
import type { IndicatorEntry } from '../model/lexicon.js';
import type { AlignContext } from './context.js';
import type { Observation } from './observation.js';

/** What is looked up for every fact or cell, by id: with thousands of places no list is walked for each of them. */
export interface Lookups {
  readonly places: ReadonlyMap<string, Jurisdiction>;
  readonly entries: ReadonlyMap<string, IndicatorEntry>;
  /** Where an indicator stands in the list, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  readonly periods: ReadonlyMap<string, Report['period']>;
  /** Ids of the jurisdictions that have a report. */
  readonly reporting: ReadonlySet<string>;
  /** Filled by `observe`: what a fact was read as, null included. */
  readonly observed: Map<Fact, Observation | null>;
}

const known = new WeakMap<AlignContext, Lookups>();

/** The lookups of a context, made once and kept as long as it is; a context is never changed. Of two entries of one id the first counts. */
export function lookups(context: AlignContext): Lookups {
  const kept = known.get(context);
  if (kept !== undefined) return kept;
  const { jurisdictions, reports, lexicon } = context;
  const made: Lookups = {
    places: firstOf(jurisdictions.map((place) => [place.id, place])),
    entries: firstOf(lexicon.indicators.map((entry) => [entry.id, entry])),
    positions: firstOf(lexicon.indicators.map(({ id }, at) => [id, at])),
    periods: firstOf(reports.map(({ id, period }) => [id, period])),
    reporting: new Set(reports.map(({ jurisdiction }) => jurisdiction)),
    observed: new Map(),
  };
  known.set(context, made);
  return made;
}

function firstOf<V>(pairs: readonly (readonly [string, V])[]): Map<string, V> {
  return new Map([...pairs].reverse());
}
