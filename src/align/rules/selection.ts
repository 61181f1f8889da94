import { type Rule, reason } from './rule.js';
import { names } from './say.js';

export const selectionRule: Rule = {
  meta: { id: 21, code: 'SELECTION', zh: '报道自选内容', en: 'Reports choose what they show' },
  examples: [
    {
      name: 'two of four',
      places: { a: 'city', b: 'city', c: 'city', d: 'city' },
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: null,
    },
    {
      name: 'two of three',
      places: { a: 'city', b: 'city', c: 'city' },
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.silent.length < row.cells.length) return [];
    const { zh, en } = names(row.cells.map(({ place }) => place));
    return [
      reason(
        'SELECTION',
        null,
        `仅${zh}的报道提及；报道写什么由各地自选`,
        `Only the reports of ${en} mention it; reports choose what they show`,
      ),
    ];
  },
};
