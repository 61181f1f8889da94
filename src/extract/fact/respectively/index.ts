import { firstAnswer } from '../../first-answer.js';
import type { Memory } from '../claim.js';
import type { Clause } from '../clause.js';
import { EACH_RULES } from './each.js';
import { figureList, type PairRule } from './figure-list.js';
import type { Pairing } from './pair.js';
import { noMeasures, placesAtTimes, placesOfCounted } from './places.js';
import { PLAIN_RULES } from './plain.js';

export { listItems } from './list-items.js';
export type { Pairing } from './pair.js';

const PLACES: readonly PairRule[] = [placesOfCounted, placesAtTimes, noMeasures];
const WITHOUT_WORD = [...PLACES, ...PLAIN_RULES];
const WITH_WORD = [...PLACES, ...EACH_RULES];

/**
 * Pairs A、B、C分别下降1%、2%、3% and the same without 分别 when the numbers come out even. 破案数、打处人数分别… takes its field from
 * the sentence; 同比分别上升7.6%、13.2% alone goes with the last figures before it. Null when the clause is no such list.
 */
export function respectively(clause: Clause, memory: Memory): Pairing | null {
  const list = figureList(clause, memory);
  if (!list) return null;
  return firstAnswer(list.word === '' ? WITHOUT_WORD : WITH_WORD, list) ?? null;
}
