import type { Candidate } from './candidate.js';

/** What `parts` in corpus.yaml say about a block: index of its report, `none` where it lies outside every share, or open. */
export type Settled = number | 'none' | 'open';

/**
 * Who a person gave a line to. Where every report has its parts, a line outside all of them is nobody's; where some have none,
 * such a line is open among those. A line that two reports claim goes to the first of them.
 */
export function settledBy(candidates: readonly Candidate[], line: number): Settled {
  const owner = candidates.findIndex((c) => c.parts?.some((p) => p.from <= line && line <= p.to));
  if (owner >= 0) return owner;
  return candidates.every((c) => c.parts !== null) ? 'none' : 'open';
}
