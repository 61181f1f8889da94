import type { Claim, Setting } from '../claim.js';
import { bareFigure } from './bare.js';
import { figureText } from './figure-text.js';
import { MARKED_RULES } from './marked.js';
import { NOUN_AFTER_RULES, nounAfter } from './noun-after.js';
import { NOUN_BEFORE_RULES, partByOutcome } from './noun-before.js';
import { firstOf } from './rule.js';

export { kindOfUnit } from './units.js';

/** A plain number with a unit: how many, how much. Null where nothing says of what. */
export function levelClaim(setting: Setting): Claim | null {
  const text = figureText(setting);
  const marked = firstOf([...MARKED_RULES, partByOutcome], text);
  if (marked !== undefined) return marked;
  const named = text.nounFollows ? firstOf(NOUN_AFTER_RULES, nounAfter(text)) : firstOf(NOUN_BEFORE_RULES, text);
  return named === undefined ? bareFigure(text) : named;
}
