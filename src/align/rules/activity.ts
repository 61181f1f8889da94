import { type Rule, reason } from './rule.js';

export const activityRule: Rule = {
  meta: { id: 14, code: 'ACTIVITY', zh: '工作量不是成效', en: 'Activity is not outcome' },
  examples: [
    {
      name: 'talks held',
      facts: [
        { at: 'a', id: 'fraud-talks', label: '反诈宣传场次', value: 1560, unit: '场', period: 2023 },
        { at: 'b', id: 'fraud-talks', label: '反诈宣讲场次', value: 640, unit: '场', period: 2023 },
      ],
      says: null,
    },
    {
      name: 'losses',
      facts: [
        {
          at: 'a',
          id: 'fraud-losses',
          label: '电诈损失金额',
          value: 33.1,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-losses',
          label: '电诈损失金额',
          value: 28.9,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) =>
    row.entry !== null && !row.entry.outcome
      ? [
          reason(
            'ACTIVITY',
            null,
            '这是工作量，多少不说明好坏，不排名',
            'This is activity: more or less is neither better nor worse, and it is not ranked',
          ),
        ]
      : [],
};
