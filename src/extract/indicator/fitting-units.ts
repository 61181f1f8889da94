import type { FactKind } from '../../model/finding.js';
import type { IndicatorEntry, Lexicon } from '../../model/lexicon.js';
import { fitsUnit } from './unit-fit.js';

type Lists = Pick<Lexicon, 'indicators' | 'units'>;

/** There are some dozens of units and eight kinds; the entries each pair can belong to are worked out once a lexicon. */
const known = new WeakMap<Lists['indicators'], WeakMap<Lists['units'], Map<string, readonly IndicatorEntry[]>>>();
/** A text full of odd units must not fill the memory. */
const MOST = 2000;

/** The entries whose measure can be given in this unit, in the order of the lexicon. */
export function entriesFor(unit: string, kind: FactKind, { indicators, units }: Lists): readonly IndicatorEntry[] {
  const ofLexicon = known.get(indicators) ?? new WeakMap<Lists['units'], Map<string, readonly IndicatorEntry[]>>();
  known.set(indicators, ofLexicon);
  const ofUnits = ofLexicon.get(units) ?? new Map<string, readonly IndicatorEntry[]>();
  ofLexicon.set(units, ofUnits);
  const key = `${kind} ${unit}`;
  let entries = ofUnits.get(key);
  if (!entries) {
    entries = indicators.filter((entry) => fitsUnit(entry, { unit, kind }, units));
    if (ofUnits.size >= MOST) ofUnits.clear();
    ofUnits.set(key, entries);
  }
  return entries;
}
