import { baseName, sameBase } from '../reading/base.js';
import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { acrossPlaces, perPlace } from './say.js';

/** Years that the epidemic makes a poor base. */
const EPIDEMIC = new Set([2020, 2022]);

export const baseRule: Rule = {
  meta: { id: 4, code: 'BASE', zh: '基期须同一', en: 'One base of comparison' },
  examples: [
    {
      name: 'year on year beside a fixed year',
      facts: [
        {
          at: 'a',
          id: 'homicide-occurred',
          label: '命案数',
          value: 18.8,
          kind: 'change',
          direction: 'down',
          basis: '同比2019年',
          period: 2023,
        },
        {
          at: 'b',
          id: 'homicide-occurred',
          label: '命案发案数',
          value: 36.8,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2022,
        },
      ],
      says: 'not-comparable',
    },
    {
      name: 'a base that one text does not state',
      facts: [
        {
          at: 'a',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 11.3,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 27.6,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2023,
        },
      ],
      says: 'side-by-side',
    },
    {
      name: '同比 and 较上年 are one base',
      facts: [
        {
          at: 'a',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 11.3,
          kind: 'change',
          direction: 'down',
          basis: '较上年',
          period: 2024,
        },
        {
          at: 'b',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 27.6,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2024,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    const [family] = row.families;
    if (row.families.length > 1 || (family !== 'change' && family !== 'difference')) return [];
    const said = perPlace(row.cells, ({ base }) => baseName(base));
    let differ = false;
    let unsaid = false;
    for (const [a, b] of acrossPlaces(row.cells, ({ base }) => base)) {
      if (a.kind === 'unsaid' || b.kind === 'unsaid') unsaid = true;
      else if (!sameBase(a, b)) differ = true;
    }
    if (differ)
      return [
        reason(
          'BASE',
          'not-comparable',
          `比较的基期不同：${said.zh}`,
          `The changes are measured from different bases: ${said.en}`,
        ),
      ];
    if (unsaid)
      return [
        reason(
          'BASE',
          'side-by-side',
          `有的没有说明与何时相比：${said.zh}`,
          `Not every text says what the change is measured from: ${said.en}`,
        ),
      ];
    const poor = allOf(row).some(({ base, fact }) => {
      if (base.kind === 'year') return EPIDEMIC.has(base.year);
      return (
        base.kind === 'year-on-year' && fact.period.to !== null && EPIDEMIC.has(Number(fact.period.to.slice(0, 4)) - 1)
      );
    });
    return poor
      ? [
          reason(
            'BASE',
            null,
            '基期是疫情年份，升降幅度须谨慎看待',
            'The base is a year of the epidemic; read the changes with care',
          ),
        ]
      : [];
  },
};
