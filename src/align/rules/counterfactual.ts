import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';

export const counterfactualRule: Rule = {
  meta: { id: 18, code: 'COUNTERFACTUAL', zh: '估计数', en: 'Estimates of what did not happen' },
  examples: [
    {
      name: 'loss avoided',
      facts: [
        {
          at: 'a',
          id: 'fraud-avoided-loss',
          label: '避免损失金额',
          value: 8600000,
          unit: '元',
          kind: 'amount',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-avoided-loss',
          label: '避免经济损失金额',
          value: 68000000,
          unit: '元',
          kind: 'amount',
          period: 2023,
        },
      ],
      says: 'side-by-side',
    },
    {
      name: 'money returned is counted, not estimated',
      facts: [
        {
          at: 'a',
          id: 'fraud-returned-money',
          label: '返还被骗资金',
          value: 8600000,
          unit: '元',
          kind: 'amount',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-returned-money',
          label: '返还被骗资金',
          value: 68000000,
          unit: '元',
          kind: 'amount',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) =>
    row.entry?.badges.includes('estimate') === true || allOf(row).some(({ fact }) => fact.flags.includes('estimate'))
      ? [
          reason(
            'COUNTERFACTUAL',
            'side-by-side',
            '这是对未发生损失或挽回价值的估计，各地算法没有公开，只并列',
            'These are estimates of what did not happen or of value saved; how each place reckons is not known',
          ),
        ]
      : [],
};
