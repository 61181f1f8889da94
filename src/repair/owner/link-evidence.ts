import { certainty } from './certainty.js';
import type { MaxMarginals } from './viterbi.js';

/** What a neighbour in a numbering is worth. */
const LINK = 2.5;

/** What the neighbours in a numbering say. */
export function linkEvidence(links: readonly (readonly [number, number])[], scores: MaxMarginals): number[][] {
  const sure = scores.map(certainty);
  const found = scores.map((row) => row.map(() => 0));
  const say = (from: number, to: number) => {
    const states = sure[from]?.length ?? 1;
    sure[from]?.forEach((c, k) => {
      const row = found[to];
      if (row) row[k] = (row[k] ?? 0) + LINK * (c - 1 / states);
    });
  };
  for (const [a, b] of links) {
    say(a, b);
    say(b, a);
  }
  return found;
}
