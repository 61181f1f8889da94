import type { Reason, ReasonCode, Verdict } from '../../model/comparison.js';
import type { AlignContext } from '../context.js';
import type { RowFacts } from '../row-facts.js';
import type { RuleExample } from './sketch.js';

/**
 * One comparability rule of domain.md (c). `apply` returns what the rule has to say about the row: nothing, a caution (verdict
 * null) or the weakest verdict it allows. Rules know nothing of one another; the weakest verdict wins.
 */
export interface Rule {
  readonly meta: { readonly id: number; readonly code: ReasonCode; readonly zh: string; readonly en: string };
  /** Rows in short, with what the rule must say: its tests and its documentation. */
  readonly examples: readonly RuleExample[];
  readonly apply: (row: RowFacts, context: AlignContext) => readonly Reason[];
}

/** A reason of the given rule. */
export function reason(code: ReasonCode, verdict: Verdict | null, zh: string, en: string): Reason {
  return { code, verdict, zh, en };
}
