import type { Fact } from '../../model/finding.js';

/** What the wording of a figure allows, with the sign of a fall; null ends are unbounded. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** The interval of a fact: a point for an exact figure. A fall is negative: 下降30%以上 is at most −30. */
export function intervalOf(fact: Fact): Interval {
  const { value, value_to: to, bounds, direction, kind } = fact;
  const plain: Interval =
    bounds ??
    (fact.approx === 'exact'
      ? {
          low: to === null ? value : Math.min(value, to),
          high: to === null ? value : Math.max(value, to),
          lowOpen: false,
          highOpen: false,
        }
      : unbounded(fact));
  if (!(kind === 'change' && direction === 'down')) return plain;
  return { low: negated(plain.high), high: negated(plain.low), lowOpen: plain.highOpen, highOpen: plain.lowOpen };
}

/** An approximate figure without bounds: at least, at most, or about a tenth either way (nothing narrower is safe to say). */
function unbounded({ approx, value }: Fact): Interval {
  if (approx === 'at-least') return { low: value, high: null, lowOpen: false, highOpen: false };
  if (approx === 'at-most') return { low: null, high: value, lowOpen: false, highOpen: false };
  const slack = Math.abs(value) / 10;
  return { low: value - slack, high: value + slack, lowOpen: false, highOpen: false };
}

function negated(value: number | null): number | null {
  return value === null ? null : value === 0 ? 0 : -value;
}

/** True when no number lies in both. */
export function disjoint(a: Interval, b: Interval): boolean {
  return isBelow(a, b) || isBelow(b, a);
}

/** True when every number of `a` is smaller than every number of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  return a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen));
}
