import { firstAnswer } from '../../first-answer.js';
import type { Claim, Setting } from '../claim.js';
import { bareFigure } from './bare.js';
import { figureText } from './figure-text.js';
import { MARKED_RULES } from './marked.js';
import { NOUN_AFTER_RULES, nounAfter } from './noun-after.js';
import { NOUN_BEFORE_RULES, partByOutcome } from './noun-before.js';
import type { LevelRule } from './rule.js';

export { kindOfUnit } from './units.js';

/** Asked before it matters on which side of the figure its thing stands. */
const FIRST_RULES: readonly LevelRule[] = [...MARKED_RULES, partByOutcome];

/** A plain number with a unit: how many, how much. Null where nothing says of what. */
export function levelClaim(setting: Setting): Claim | null {
  const text = figureText(setting);
  const marked = firstAnswer(FIRST_RULES, text);
  if (marked !== undefined) return marked;
  const named = text.nounFollows
    ? firstAnswer(NOUN_AFTER_RULES, nounAfter(text))
    : firstAnswer(NOUN_BEFORE_RULES, text);
  return named === undefined ? bareFigure(text) : named;
}
