import type { Jurisdiction } from '../model/corpus.js';
import type { IndicatorEntry } from '../model/lexicon.js';
import type { Observation } from './observation.js';
import type { Family } from './reading/family.js';

/** One jurisdiction's observations in a row: at least one in `observations` or `beside`. */
export interface CellFacts {
  readonly place: Jurisdiction;
  readonly observations: readonly Observation[];
  /** Figures of a class only, shown in the cell beside the others and judged by the scope rule alone. */
  readonly beside: readonly Observation[];
}

/** What the rules judge: the observations of one row, cell by cell in corpus order; only jurisdictions that report. */
export interface RowFacts {
  readonly key: string;
  /** The entry of the row; null when the row was found by wording alone. */
  readonly entry: IndicatorEntry | null;
  readonly label: string;
  /** One family, or several where nothing but the kind keeps the reports apart. */
  readonly families: readonly Family[];
  readonly cells: readonly CellFacts[];
  /** Jurisdictions of the corpus that say nothing of it. */
  readonly silent: readonly Jurisdiction[];
  /** Jurisdictions that give the indicator as another kind of figure, outside this row. */
  readonly elsewhere: readonly { readonly place: Jurisdiction; readonly family: Family }[];
}

/** The observations the rules judge; those shown beside them are not among them. */
export function allOf(row: RowFacts): Observation[] {
  return row.cells.flatMap(({ observations }) => observations);
}

/** Everything that stands in the row's cells. */
export function shownIn(row: RowFacts): Observation[] {
  return row.cells.flatMap(({ observations, beside }) => [...observations, ...beside]);
}
