import type { Claim } from '../claim.js';
import type { Clause } from '../clause.js';
import type { PlacedClaim } from './placed-claim.js';

/** 首次超过四成，为41.7%: the clause opens with the figure, which goes on with the bound of the clause before; both are one claim. */
export function makesExact(exact: Claim, rough: PlacedClaim, clause: Clause, previous: Clause): boolean {
  const isSameThing =
    rough.key.start >= previous.span.start &&
    exact.unit === rough.unit &&
    exact.unit === '%' &&
    exact.kind === rough.kind &&
    exact.label === rough.label;
  const isInBounds = (rough.bounds?.low ?? 0) <= exact.value && exact.value <= (rough.bounds?.high ?? 100);
  return (
    rough.partOf === undefined &&
    isSameThing &&
    exact.approx === 'exact' &&
    rough.approx !== 'exact' &&
    isInBounds &&
    /^(?:已)?(?:达到?|为|占|占比)(?=[\d约近])/.test(clause.text)
  );
}
