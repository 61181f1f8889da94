import { type Rule, reason } from './rule.js';
import { names } from './say.js';

export const missingRule: Rule = {
  meta: { id: 20, code: 'MISSING', zh: '未提及不是零', en: 'Missing is not zero' },
  examples: [
    {
      name: 'a third place says nothing',
      places: { a: 'city', b: 'city', c: 'city' },
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: null,
    },
    {
      name: 'everybody reports',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 0, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.silent.length === 0) return [];
    const { zh, en } = names(row.silent);
    return [
      reason(
        'MISSING',
        null,
        `${zh}的报道未提及，不等于零`,
        `The report${row.silent.length > 1 ? 's' : ''} of ${en} do${row.silent.length > 1 ? '' : 'es'} not mention it, which is not zero`,
      ),
    ];
  },
};
