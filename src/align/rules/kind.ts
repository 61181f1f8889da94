import { FAMILY_NAMES } from '../reading/family.js';
import { type Rule, reason } from './rule.js';
import { nameOf, perPlace } from './say.js';

export const kindRule: Rule = {
  meta: { id: 3, code: 'KIND', zh: '数量、变动、比率、名次不混', en: 'Level, change, share and rank apart' },
  examples: [
    {
      name: 'a change beside a level',
      facts: [
        {
          at: 'a',
          id: 'dealt-with',
          label: '打击处理人数',
          value: 58,
          kind: 'change',
          direction: 'up',
          basis: '同比',
          period: 2023,
        },
        { at: 'b', id: 'dealt-with', label: '打击处理人数', value: 2600, unit: '人', period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'two changes',
      facts: [
        {
          at: 'a',
          id: 'dealt-with',
          label: '打击处理人数',
          value: 58,
          kind: 'change',
          direction: 'up',
          basis: '同比',
          period: 2023,
        },
        {
          at: 'b',
          id: 'dealt-with',
          label: '打击处理人数',
          value: 26,
          kind: 'change',
          direction: 'up',
          basis: '同比',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.families.length > 1) {
      const said = perPlace(row.cells, ({ family }) => FAMILY_NAMES[family]);
      return [
        reason('KIND', 'not-comparable', `数字性质不同：${said.zh}`, `The figures are of different kinds: ${said.en}`),
      ];
    }
    if (row.elsewhere.length === 0) return [];
    const zh = row.elsewhere
      .map(({ place, family }) => `${nameOf(place)}给出的是${FAMILY_NAMES[family].zh}`)
      .join('，');
    const en = row.elsewhere.map(({ place, family }) => `${nameOf(place)} gives ${FAMILY_NAMES[family].en}`).join('; ');
    return [reason('KIND', null, `${zh}，不列入本行`, `${en}, which does not stand in this row`)];
  },
};
