import type { Approx, Bounds } from '../../model/finding.js';

/**
 * What the words around a number say about it:
 * `more` 余/多 (up to the next unit of the last digit that is not zero), `over` 超过 (exclusive), `from` 以上/至少 (inclusive),
 * `under` 不足/不到 (exclusive), `upto` 以内/至多 (inclusive), `nearly` 近 (below, not far), `about` 约/左右,
 * `between` a range or adjacent digits (两三), `vague` 数百 (upper end exclusive).
 */
export type Leaning = 'more' | 'over' | 'from' | 'under' | 'upto' | 'nearly' | 'about' | 'between' | 'vague';

const APPROX: Readonly<Record<Leaning, Approx>> = {
  more: 'at-least',
  over: 'at-least',
  from: 'at-least',
  under: 'at-most',
  upto: 'at-most',
  nearly: 'about',
  about: 'about',
  between: 'about',
  vague: 'at-least',
};

export interface Leant {
  readonly approx: Approx;
  readonly bounds: Bounds | null;
}

/** Adds two printed numbers without binary dust: 0.1 + 0.2 → 0.3. */
const add = (a: number, b: number): number => Number((a + b).toPrecision(15));

/** Approximation and bounds of a value; `step` is the unit of its last digit that is not zero. Null leaning: exact, no bounds. */
export function lean(leaning: Leaning | null, value: number, valueTo: number | null, step: number): Leant {
  if (leaning === null) return { approx: 'exact', bounds: null };
  const approx = APPROX[leaning];
  const of = (low: number | null, high: number | null, lowOpen: boolean, highOpen: boolean): Leant => ({
    approx,
    bounds: { low, high, lowOpen, highOpen },
  });
  const top = valueTo ?? value;
  switch (leaning) {
    case 'more':
      return of(value, add(top, step), false, true);
    case 'over':
      return of(value, null, true, false);
    case 'from':
      return of(value, null, false, false);
    case 'under':
      return of(null, top, false, true);
    case 'upto':
      return of(null, top, false, false);
    case 'nearly':
      return of(null, top, false, true);
    case 'about':
      return valueTo === null ? of(null, null, false, false) : of(value, valueTo, false, false);
    case 'between':
      return of(value, top, false, false);
    case 'vague':
      return of(value, top, false, true);
  }
}
