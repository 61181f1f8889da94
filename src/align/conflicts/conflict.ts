import type { Conflict } from '../../model/comparison.js';
import type { Fact } from '../../model/finding.js';
import type { AlignContext } from '../context.js';

/** One kind of contradiction; finds it in the facts of one report. Never settles it. */
export interface ConflictFinder {
  readonly kind: Conflict['kind'];
  /** `facts`: of one report, in source order. */
  readonly find: (facts: readonly Fact[], context: AlignContext) => readonly Conflict[];
}

/** A conflict of these facts, with a quote for each; the id is made of the kind and the facts' own ids. */
export function conflict(
  kind: Conflict['kind'],
  facts: readonly Fact[],
  said: { readonly zh: string; readonly en: string },
): Conflict {
  return {
    id: `${kind}:${facts.map(({ id }) => id).join('+')}`,
    kind,
    jurisdiction: facts[0]?.jurisdiction ?? '',
    findings: facts.map(({ id }) => id),
    quotes: facts.map(({ source: { file, line, exact, start, end } }) => ({ file, line, exact, start, end })),
    ...said,
  };
}
