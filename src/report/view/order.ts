import { changeDirection } from '../../text/direction-word.js';
import type { Context } from './context.js';

/**
 * A sentence that names places in the order of their figures (`ids` from high to low): changes that all go down by the size of the
 * fall, all up by the size of the rise. Empty where there is no order.
 */
export function orderText(ids: readonly string[] | null, context: Context): string {
  const facts = (ids ?? []).flatMap((id) => context.fact(id) ?? []);
  if (facts.length < 2) return '';
  const fall = facts.every((fact) => changeDirection(fact) === 'down');
  const rise = facts.every((fact) => changeDirection(fact) === 'up');
  const names = (fall ? [...facts].reverse() : facts).map((fact) => context.place(fact.jurisdiction).short);
  const key = fall ? 'row.order-fall' : rise ? 'row.order-rise' : 'row.order';
  return context.say(key, { names: names.join(context.say('list.and')) });
}
