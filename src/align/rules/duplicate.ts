import { disjoint } from '../reading/interval.js';
import { type Rule, reason } from './rule.js';
import { nameOf } from './say.js';

export const duplicateRule: Rule = {
  meta: { id: 15, code: 'DUPLICATE', zh: '同一数字说了两遍', en: 'One observation told twice' },
  examples: [
    {
      name: '190余 and 193 are one',
      facts: [
        {
          at: 'a',
          id: 'fraud-cleared',
          label: '电诈破案数',
          value: 190,
          approx: 'at-least',
          bounds: { low: 190, high: 200, lowOpen: false, highOpen: true },
          period: 2023,
        },
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: null,
    },
    {
      name: 'told once each',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) =>
    row.cells.flatMap(({ place, observations }) => {
      const [first, ...others] = observations;
      const again = others.find(
        (other) =>
          first !== undefined &&
          other.family === first.family &&
          other.unit === first.unit &&
          other.rest === first.rest &&
          !disjoint(first.interval, other.interval),
      );
      if (!first || !again) return [];
      return [
        reason(
          'DUPLICATE',
          null,
          `${nameOf(place)}的“${first.fact.printed}”与“${again.fact.printed}”是同一个数，只算一次`,
          `In ${nameOf(place)}'s report “${first.fact.printed}” and “${again.fact.printed}” are one observation and count once`,
        ),
      ];
    }),
};
