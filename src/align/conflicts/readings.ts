import { type ConflictFinder, conflict } from './conflict.js';

/** A figure that can be read in two ways, both shown. */
export const readingsFinder: ConflictFinder = {
  kind: 'readings',
  find: (facts) =>
    facts.flatMap((fact) => {
      if (fact.status !== 'actual') return [];
      if (fact.flags.includes('pct-or-pp')) {
        return [
          conflict('readings', [fact], {
            zh: `“${fact.indicator.label}”的${fact.printed}可读作百分比，也可读作百分点`,
            en: `${fact.printed} of “${fact.indicator.label}” may be per cent or percentage points`,
          }),
        ];
      }
      if (fact.flags.includes('multiple-semantics')) {
        return [
          conflict('readings', [fact], {
            zh: `“${fact.indicator.label}”的${fact.printed}可读作增加的倍数，也可读作达到的倍数`,
            en: `${fact.printed} of “${fact.indicator.label}” may be the increase or the level reached`,
          }),
        ];
      }
      return [];
    }),
};
