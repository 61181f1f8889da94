import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { perPlace } from './say.js';

const STATUS_NAMES = {
  actual: { zh: '实际数', en: 'actual' },
  target: { zh: '目标', en: 'a target' },
  plan: { zh: '计划', en: 'a plan' },
  capacity: { zh: '能力', en: 'a capacity' },
  anecdote: { zh: '个案', en: 'one case' },
} as const;

export const statusRule: Rule = {
  meta: { id: 10, code: 'STATUS', zh: '只比实际数', en: 'Actual figures only' },
  examples: [
    {
      name: 'a target beside a result',
      facts: [
        {
          at: 'a',
          id: 'fraud-filed',
          label: '电诈立案数下降目标',
          value: 30,
          kind: 'change',
          direction: 'down',
          status: 'target',
          period: 2023,
        },
        { at: 'b', id: 'fraud-filed', label: '电诈立案数', value: 31, kind: 'change', direction: 'down', period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'two results',
      facts: [
        { at: 'a', id: 'fraud-filed', label: '电诈立案数', value: 30, kind: 'change', direction: 'down', period: 2023 },
        { at: 'b', id: 'fraud-filed', label: '电诈立案数', value: 31, kind: 'change', direction: 'down', period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (allOf(row).every(({ fact }) => fact.status === 'actual')) return [];
    const said = perPlace(row.cells, ({ fact }) => STATUS_NAMES[fact.status]);
    return [
      reason('STATUS', 'not-comparable', `不都是实际完成数：${said.zh}`, `Not all are actual figures: ${said.en}`),
    ];
  },
};
