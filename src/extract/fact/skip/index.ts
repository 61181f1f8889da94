import type { Clause, Figure } from '../clause.js';
import { FIRST_RULES, isZeroBesideFigure, LAST_RULES } from './any-form.js';
import { LEVEL_RULES } from './level-form.js';
import { candidateOf, type SkipRule } from './rule.js';

const RULES: readonly SkipRule[] = [...FIRST_RULES, ...LAST_RULES];
const RULES_OF_LEVELS: readonly SkipRule[] = [...FIRST_RULES, ...LEVEL_RULES, ...LAST_RULES];

/** Why a quantity is no claim, or null where it may be one. */
export function skipReason(figure: Figure, clause: Clause): string | null {
  const candidate = candidateOf(figure, clause);
  const rules = figure.quantity.form === 'level' ? RULES_OF_LEVELS : RULES;
  const rule = rules.find(({ applies }) => applies(candidate));
  if (rule) return rule.reason;
  return isZeroBesideFigure(candidate, (other) => skipReason(other, clause) === null) ? 'zero beside a figure' : null;
}
