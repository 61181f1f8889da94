import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { nameOf } from './say.js';

/** Below this many events a rate of change says little. */
const FEW = 30;

export const smallNRule: Rule = {
  meta: { id: 12, code: 'SMALL_N', zh: '基数太小', en: 'Too few events' },
  examples: [
    {
      name: 'homicides are few everywhere but in a province',
      facts: [
        {
          at: 'a',
          id: 'homicide-occurred',
          label: '命案发案数',
          value: 36.8,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
        {
          at: 'b',
          id: 'homicide-occurred',
          label: '命案发案数',
          value: 12.5,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
      ],
      says: null,
    },
    {
      name: 'a count of seven',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 7, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 312, period: 2023 },
      ],
      says: null,
    },
    {
      name: 'enough of both',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 70, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 312, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.entry === null || (row.entry.measure !== 'F' && row.entry.measure !== 'R')) return [];
    const few = row.cells.flatMap(({ place, observations }) =>
      observations
        .filter(({ fact, family }) => family === 'level' && fact.value > 0 && fact.value < FEW)
        .map(({ fact }) => ({ place, printed: fact.printed })),
    );
    const homicides =
      /命案/u.test(row.entry.zh) &&
      allOf(row).some(({ family, place }) => family === 'change' && place.level !== 'province');
    if (few.length === 0 && !homicides) return [];
    if (few.length === 0)
      return [
        reason(
          'SMALL_N',
          null,
          '命案起数很少，升降百分比须连同起数一起看',
          'Homicides are few; the percentages need the counts beside them',
        ),
      ];
    const zh = few.map(({ place, printed }) => `${nameOf(place)}只有${printed}`).join('，');
    const en = few.map(({ place, printed }) => `${nameOf(place)} has only ${printed}`).join(', ');
    return [
      reason(
        'SMALL_N',
        null,
        `${zh}，数目太小，一两起就会使比率大变`,
        `${en}: so few that one or two more would change any rate`,
      ),
    ];
  },
};
