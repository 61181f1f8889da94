import { type Rule, reason } from './rule.js';

export const recordingRule: Rule = {
  meta: { id: 13, code: 'RECORDING', zh: '受立案和考核影响', en: 'Sensitive to recording practice' },
  examples: [
    {
      name: 'cases filed',
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
      says: null,
    },
    {
      name: 'persons prosecuted',
      facts: [
        {
          at: 'a',
          id: 'fraud-prosecuted',
          label: '电诈起诉人数',
          value: 11.3,
          kind: 'change',
          direction: 'up',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-prosecuted',
          label: '电诈起诉人数',
          value: 27.6,
          kind: 'change',
          direction: 'up',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) =>
    row.entry?.badges.includes('recording-sensitive') === true
      ? [
          reason(
            'RECORDING',
            null,
            '这类数字受接报、立案做法和考核影响，下降不等于案件真的少了',
            'Figures of this kind move with recording practice and appraisal; a fall is no proof of less crime',
          ),
        ]
      : [],
};
