import { hasDenominators } from '../scaling.js';
import { type Rule, reason } from './rule.js';
import { names } from './say.js';

export const DENOMINATOR_NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  population: { zh: '人口', en: 'population' },
  officers: { zh: '警力', en: 'officers' },
  firms: { zh: '企业数', en: 'firms' },
};

export const denominatorRule: Rule = {
  meta: {
    id: 11,
    code: 'DENOMINATOR',
    zh: '比率须有同一分母，绝对数须换算',
    en: 'Rates need one denominator, counts need one at all',
  },
  examples: [
    {
      name: 'two rates that do not name their denominators',
      facts: [
        { at: 'a', id: 'disputes-resolution-rate', label: '矛盾纠纷化解率', value: 98.7, kind: 'share', period: 2023 },
        { at: 'b', id: 'disputes-resolution-rate', label: '矛盾纠纷化解率', value: 99, kind: 'share', period: 2023 },
      ],
      says: 'side-by-side',
    },
    {
      name: 'counts of two places of unknown size',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 312, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'needs-normalising',
    },
    {
      name: 'rates of change need none',
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
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.families.length > 1) return [];
    const [family] = row.families;
    const { zh, en } = names(row.cells.map(({ place }) => place));
    if (family === 'share' && (row.entry === null || row.entry.badges.includes('denominator'))) {
      return [
        reason(
          'DENOMINATOR',
          'side-by-side',
          `${zh}都没有说明比率的分母和口径，只并列，不排名`,
          `The texts of ${en} do not state what the rates are taken of; they are shown, not ranked`,
        ),
      ];
    }
    if (family !== 'level' && family !== 'difference') return [];
    const per = row.entry?.per;
    if (per === undefined) {
      return [
        reason(
          'DENOMINATOR',
          'side-by-side',
          '绝对数受各地规模影响，又没有合适的分母可以换算',
          'Counts depend on the size of the place, and there is no denominator that would make them comparable',
        ),
      ];
    }
    const name = row.entry?.scale ?? DENOMINATOR_NAMES[per] ?? { zh: per, en: per };
    if (hasDenominators(row.cells, per)) {
      return [
        reason(
          'DENOMINATOR',
          'needs-normalising',
          `绝对数不宜直接比，已按所给${name.zh}换算成比率`,
          `Counts are not compared as they stand; rates per ${name.en} have been worked out from the denominators given`,
        ),
      ];
    }
    return [
      reason(
        'DENOMINATOR',
        'needs-normalising',
        `绝对数受各地规模影响，补上${name.zh}等分母并注明来源后才可比`,
        `Counts depend on the size of the place; they can be compared once ${name.en} is given for each, with its source`,
      ),
    ];
  },
};
