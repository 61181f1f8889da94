import { withoutBases } from '../basis.js';
import type { PairRule } from './figure-list.js';
import { distributeHeads, itemsBefore } from './list-items.js';
import { pairUp } from './pair.js';

/** Rules for lists without 分别. */

/** 破案291起，打处318人，同比均上升三成以上: each of those just counted. */
const eachOfCounted: PairRule = (list) => {
  const { memory, run, first, verb } = list;
  if (run.length !== 1 || verb?.how !== 'by' || !/均|都|双/.test(verb.subject)) return undefined;
  if (!/^(?:均|都|双双|双)?$/.test(withoutBases(verb.subject).trim())) return undefined;
  const counted = memory.claims.filter(
    ({ key, kind }) => key.start >= memory.partStart && (kind === 'count' || kind === 'amount'),
  );
  if (counted.length < 2 || counted.length > 4) return undefined;
  const labels = counted.map(({ label }) => label);
  return pairUp(
    list,
    labels,
    counted.map(() => first),
    verb,
  );
};

/** 电诈发案数、损失数双下降15%以上 */
const both: PairRule = (list) => {
  const { run, first, verb } = list;
  const things = /^(.*?)(?:双双|双)$/.exec(verb?.subject.trim() ?? '')?.[1];
  if (run.length !== 1 || !verb || !things) return undefined;
  const items = itemsBefore(things);
  return items.length === 2 ? pairUp(list, distributeHeads(items), [first, first], verb) : undefined;
};

/** 警情、发案下降9.3%、6.7%: a list only where the later members are bare percentages of the same form. */
const bareMembers: PairRule = (list) => {
  const { memory, run, first, verb } = list;
  const isList =
    run.length > 1 &&
    run
      .slice(1)
      .every(
        ({ before, after, quantity }) =>
          before.trim() === '' && after.trim() === '' && quantity.form === first.quantity.form,
      );
  if (verb?.how !== 'by' || !isList) return null;
  const items = itemsBefore(verb.subject);
  if (items.length === run.length) return pairUp(list, distributeHeads(items), run, verb);
  // 警情分别少了1136起和2087起,降幅为9.3%和6.7%: those just named
  const counted = memory.claims.slice(-run.length).map(({ label }) => label);
  if (items.length === 0 && counted.length === run.length) return pairUp(list, counted, run, verb);
  return { claims: [], used: new Set(run), refused: { items: items.length, figures: run.length } };
};

/** In this order; the last one settles it. */
export const PLAIN_RULES: readonly PairRule[] = [eachOfCounted, both, bareMembers];
