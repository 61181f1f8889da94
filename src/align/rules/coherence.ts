import { disjoint } from '../reading/interval.js';
import { type Rule, reason } from './rule.js';
import { nameOf } from './say.js';

export const coherenceRule: Rule = {
  meta: { id: 16, code: 'COHERENCE', zh: '同一报道须自洽', en: 'A report must agree with itself' },
  examples: [
    {
      name: 'two values for one thing',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 310, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'side-by-side',
    },
    {
      name: 'one value each',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.families.length > 1) return [];
    return row.cells.flatMap(({ place, observations }) => {
      const [first, ...others] = observations;
      const odd = others.find(
        (other) => first !== undefined && other.unit === first.unit && disjoint(first.interval, other.interval),
      );
      if (!first || !odd) return [];
      return [
        reason(
          'COHERENCE',
          'side-by-side',
          `${nameOf(place)}的报道里有不止一个数（${first.fact.printed}、${odd.fact.printed}），不替它取舍`,
          `${nameOf(place)}'s report has more than one figure (${first.fact.printed}, ${odd.fact.printed}); none is chosen for it`,
        ),
      ];
    });
  },
};
