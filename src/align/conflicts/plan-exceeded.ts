import { observe } from '../observation.js';
import { coreOf, likeness } from '../reading/wording.js';
import { type ConflictFinder, conflict } from './conflict.js';

/** Words that tell plan and result apart and say nothing of the thing. */
const FRAME = /目标|计划|能力|安装|新建|建成|建设|完成|新增|已|将|拟|[一二三四]类/gu;

/** More than twice as much is said to be there as was planned: a slip of a digit is likelier than a plan outdone. */
export const planExceededFinder: ConflictFinder = {
  kind: 'plan-exceeded',
  find: (facts, context) => {
    const observations = facts
      .flatMap((fact) => observe(fact, context) ?? [])
      .filter(({ family }) => family === 'level');
    const planned = observations.filter(({ fact }) => fact.status === 'plan' || fact.status === 'target');
    return planned.flatMap((plan) => {
      const wanted = coreOf(plan.fact.indicator.label).replace(FRAME, '');
      if ([...wanted].length < 2 || plan.fact.value <= 0) return [];
      const built = observations.find(({ fact, unit, interval }) => {
        if (fact.status !== 'actual' || unit !== plan.unit || (interval.low ?? fact.value) <= 2 * plan.fact.value)
          return false;
        // A plan for a later year says nothing of what was done before it.
        if (plan.fact.period.from !== null && fact.period.to !== null && plan.fact.period.from > fact.period.to)
          return false;
        return likeness(coreOf(fact.indicator.label).replace(FRAME, ''), wanted) >= 0.7;
      });
      if (!built) return [];
      return [
        conflict('plan-exceeded', [plan.fact, built.fact], {
          zh: `计划${plan.fact.printed}，却说已有${built.fact.printed}，超出一倍以上，疑有误`,
          en: `${plan.fact.printed} were planned, yet ${built.fact.printed} are said to be there: more than twice the plan, possibly a slip`,
        }),
      ];
    });
  },
};
