import type { Border } from './boundaries.js';

/** For every step the score of the best path through each state, whole path counted. */
export type MaxMarginals = readonly (readonly number[])[];

/**
 * Max-sum over a chain: `emissions[t][k]` is what speaks for state k at step t, `borders[t]` what it costs to change or keep the
 * state between t and t + 1. Returns, for each step and state, the score of the best whole path that passes there; the
 * difference of the two best is how sure the step is. Takes steps × states (not states squared: all changes cost alike).
 */
export function maxMarginals(emissions: readonly (readonly number[])[], borders: readonly Border[]): MaxMarginals {
  const steps = emissions.length;
  const forward: number[][] = [];
  for (let t = 0; t < steps; t++) {
    const here = emissions[t] ?? [];
    const before = forward[t - 1];
    const border = borders[t - 1];
    forward.push(before && border ? pass(before, border).map((s, k) => s + (here[k] ?? 0)) : [...here]);
  }
  const backward: number[][] = new Array(steps);
  for (let t = steps - 1; t >= 0; t--) {
    const after = backward[t + 1];
    const border = borders[t];
    backward[t] =
      after && border
        ? pass(
            after.map((s, k) => s + (emissions[t + 1]?.[k] ?? 0)),
            border,
          )
        : (emissions[t] ?? []).map(() => 0);
  }
  return forward.map((f, t) => f.map((s, k) => s + (backward[t]?.[k] ?? 0)));
}

/** The best score of arriving at each state from the scores on the other side of a border. */
function pass(scores: readonly number[], border: Border): number[] {
  let best = -1;
  let second = -1;
  scores.forEach((s, k) => {
    if (best < 0 || s > (scores[best] ?? 0)) {
      second = best;
      best = k;
    } else if (second < 0 || s > (scores[second] ?? 0)) second = k;
  });
  return scores.map((s, k) => {
    const other = scores[k === best ? second : best];
    const kept = s - border.keep;
    return other === undefined ? kept : Math.max(kept, other - border.change);
  });
}
