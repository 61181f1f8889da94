import type { Verdict } from '../model/comparison.js';
import { isBelow } from './reading/interval.js';
import type { RowFacts } from './row-facts.js';

/**
 * Ids from high to low, one a jurisdiction, where an order may be shown: the row is comparable, it measures an outcome of known
 * polarity, and every two intervals are disjoint. A fall counts as negative, so the deepest fall comes last. Otherwise null.
 */
export function orderOf(row: RowFacts, verdict: Verdict): string[] | null {
  if (verdict !== 'comparable' || row.entry === null || !row.entry.outcome || row.entry.polarity === 'ambiguous')
    return null;
  const heads = row.cells.flatMap(({ observations }) => {
    // Of one thing told twice the narrower: 193 rather than 190余.
    const [first, ...others] = observations;
    if (!first) return [];
    return [others.find(({ fact }) => fact.approx === 'exact') ?? first];
  });
  if (heads.length < 2) return null;
  const sorted = [...heads].sort((a, b) =>
    isBelow(a.interval, b.interval) ? 1 : isBelow(b.interval, a.interval) ? -1 : 0,
  );
  // What is below its neighbour is below all before it.
  for (const [i, lower] of sorted.entries()) {
    const higher = sorted[i - 1];
    if (higher !== undefined && !isBelow(lower.interval, higher.interval)) return null;
  }
  return sorted.map(({ fact }) => fact.id);
}
