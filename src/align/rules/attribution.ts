import { otherDoer } from '../reading/scope.js';
import { type Rule, reason } from './rule.js';
import { nameOf } from './say.js';

export const attributionRule: Rule = {
  meta: { id: 17, code: 'ATTRIBUTION', zh: '谁做的要一致', en: 'The same doer' },
  examples: [
    {
      name: 'disputes resolved by volunteers',
      facts: [
        {
          at: 'a',
          id: 'disputes-resolved',
          label: '矛盾纠纷化解数(平安义警等社会力量参与)',
          value: 5800,
          period: 2023,
        },
        { at: 'b', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 32000, period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'a figure of the whole province in the report of a city',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 51700, scope: '全省', period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 312, period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'the bureaus themselves',
      facts: [
        { at: 'a', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 5800, period: 2023 },
        { at: 'b', id: 'disputes-resolved', label: '矛盾纠纷化解数', value: 32000, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row, { lexicon }) => {
    const own = lexicon.field?.zh ?? '公安机关';
    const zh: string[] = [];
    const en: string[] = [];
    for (const { place, observations } of row.cells) {
      for (const { fact, rest, coverage } of observations) {
        const doer = otherDoer(fact.indicator.label, rest);
        if (doer === null && coverage.kind !== 'wider') continue;
        const what = doer ?? (coverage.kind === 'wider' ? coverage.of : '');
        zh.push(`${nameOf(place)}的数带有“${what}”`);
        en.push(`${nameOf(place)}'s figure is of “${what}”`);
      }
    }
    if (zh.length === 0) return [];
    return [
      reason(
        'ATTRIBUTION',
        'not-comparable',
        `${[...new Set(zh)].join('，')}，不是本级${own}自己的成绩`,
        `${[...new Set(en)].join('; ')}, not the bureau's own work alone`,
      ),
    ];
  },
};
