import type { DerivedRate } from '../model/comparison.js';
import type { Denominator } from '../model/corpus.js';
import type { CellFacts, RowFacts } from './row-facts.js';

/** How many of the denominator one rate is given per. */
const PER: Readonly<Record<string, { readonly amount: number; readonly zh: string }>> = {
  population: { amount: 10_000, zh: '每万人' },
  officers: { amount: 100, zh: '每百名警力' },
  firms: { amount: 1_000, zh: '每千户企业' },
};
const DEFAULT_PER = { amount: 10_000, zh: '每万' };

/** The denominator of a place, where it is a positive number with a source. */
function denominatorOf({ place }: CellFacts, name: string): Denominator | null {
  const found = place.denominators[name];
  return found !== undefined && Number.isFinite(found.value) && found.value > 0 && found.source.trim() !== ''
    ? found
    : null;
}

/** True when every reporting place has the denominator, with its source: nothing is scaled otherwise. */
export function hasDenominators(cells: readonly CellFacts[], name: string): boolean {
  return cells.length > 0 && cells.every((cell) => denominatorOf(cell, name) !== null);
}

/**
 * Rates for a row of plain counts or sums, one for each observation, with bounds carried through; empty when the row is of
 * another kind, has no denominator, or one place lacks it. Never rounds: rendering does.
 */
export function derivedRates(row: RowFacts): DerivedRate[] {
  const name = row.entry?.per;
  if (
    name === undefined ||
    row.families.length !== 1 ||
    row.families[0] !== 'level' ||
    !hasDenominators(row.cells, name)
  )
    return [];
  const own = row.entry?.scale;
  const { amount, zh } = own ? { amount: own.amount, zh: own.each } : (PER[name] ?? DEFAULT_PER);
  return row.cells.flatMap((cell) => {
    const denominator = denominatorOf(cell, name);
    if (denominator === null) return [];
    return cell.observations.map(({ fact, interval }): DerivedRate => {
      const rate = (value: number): number => (value * amount) / denominator.value;
      return {
        jurisdiction: cell.place.id,
        fact: fact.id,
        value: rate(fact.value),
        low: interval.low === null ? null : rate(interval.low),
        high: interval.high === null ? null : rate(interval.high),
        unit: `${fact.unit}（${zh}）`,
        formula: `${fact.value} ÷ ${denominator.value} × ${amount}`,
        denominator: name,
        denominator_year: denominator.year,
        denominator_source: denominator.source,
      };
    });
  });
}
