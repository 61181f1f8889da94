import type { Jurisdiction, Report } from '../model/corpus.js';
import type { IndicatorEntry, Lexicon } from '../model/lexicon.js';
import { onceFor } from '../text/once-for.js';
import type { AlignContext } from './context.js';

/** What is looked up for every fact or cell, by id: with thousands of places no list is walked for each of them. */
export interface Lookups {
  readonly places: ReadonlyMap<string, Jurisdiction>;
  readonly entries: ReadonlyMap<string, IndicatorEntry>;
  /** Where an indicator stands in the list, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  readonly periods: ReadonlyMap<string, Report['period']>;
  /** Ids of the jurisdictions that have a report. */
  readonly reporting: ReadonlySet<string>;
}

/** The lookups of a context, made once and kept as long as it is; a context is never changed. Of two entries of one id the first counts. */
export const lookups = onceFor(({ jurisdictions, reports, lexicon }: AlignContext): Lookups => {
  return {
    places: firstOf(jurisdictions.map((place) => [place.id, place])),
    entries: entriesOf(lexicon),
    positions: firstOf(lexicon.indicators.map(({ id }, at) => [id, at])),
    periods: firstOf(reports.map(({ id, period }) => [id, period])),
    reporting: new Set(reports.map(({ jurisdiction }) => jurisdiction)),
  };
});

/** The indicators by id. */
export const entriesOf = onceFor(
  ({ indicators }: Lexicon): ReadonlyMap<string, IndicatorEntry> =>
    firstOf(indicators.map((entry) => [entry.id, entry])),
);

function firstOf<V>(pairs: readonly (readonly [string, V])[]): Map<string, V> {
  return new Map([...pairs].reverse());
}
