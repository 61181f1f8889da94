import type { Observation } from '../observation.js';
import { disjoint } from '../reading/interval.js';
import type { CellFacts } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { nameOf } from './say.js';

export const boundRule: Rule = {
  meta: { id: 9, code: 'BOUND', zh: '区间不重叠才可排序', en: 'Only disjoint intervals have an order' },
  examples: [
    {
      name: '“1800余” may be more or less than 1850',
      facts: [
        {
          at: 'a',
          id: 'disputes-resolved',
          label: '矛盾纠纷化解数',
          value: 1800,
          approx: 'at-least',
          bounds: { low: 1800, high: 1900, lowOpen: false, highOpen: true },
          period: 2023,
        },
        { at: 'b', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 1850, period: 2023 },
      ],
      says: null,
    },
    {
      name: '“1800余” is less than 1900',
      facts: [
        {
          at: 'a',
          id: 'disputes-resolved',
          label: '矛盾纠纷化解数',
          value: 1800,
          approx: 'at-least',
          bounds: { low: 1800, high: 1900, lowOpen: false, highOpen: true },
          period: 2023,
        },
        { at: 'b', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 1900, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.families.length > 1) return [];
    for (const [a, b] of pairsWithRange(row.cells)) {
      if (disjoint(a.interval, b.interval)) continue;
      const left = `${nameOf(a.place)}“${a.fact.printed}”`;
      const right = `${nameOf(b.place)}“${b.fact.printed}”`;
      if (a.fact.value === b.fact.value && a.fact.approx === 'exact' && b.fact.approx === 'exact') continue;
      return [
        reason(
          'BOUND',
          null,
          `${left}与${right}按原文只能确定一个范围，两个范围有重叠，不可排序`,
          `${left} and ${right} are ranges that overlap; they cannot be ordered`,
        ),
      ];
    }
    return [];
  },
};

/** Every two observations of different places one of which is a range: two exact numbers are equal or have an order. */
function* pairsWithRange(cells: readonly CellFacts[]): Generator<readonly [Observation, Observation]> {
  const ranged = cells.flatMap(({ observations }, at) => (observations.every(isPoint) ? [] : [at]));
  const all = cells.map((_, at) => at);
  for (const [at, { observations }] of cells.entries()) {
    for (const other of observations.every(isPoint) ? ranged : all) {
      if (other <= at) continue;
      for (const a of observations) for (const b of cells[other]?.observations ?? []) yield [a, b];
    }
  }
}

function isPoint({ interval: { low, high }, fact }: Observation): boolean {
  return fact.approx === 'exact' && low !== null && low === high;
}
