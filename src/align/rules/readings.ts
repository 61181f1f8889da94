import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { nameOf } from './say.js';

/** Flags of the extractors that say: this can be read in two ways. */
const TWO_READINGS = new Set([
  'pct-or-pp',
  'multiple-semantics',
  'two-readings',
  'approximators-clash',
  'sum-mismatch',
  'vague',
]);

export const readingsRule: Rule = {
  meta: { id: 22, code: 'READINGS', zh: '读法不止一种', en: 'More than one reading' },
  examples: [
    {
      name: 'a rate that rose by “6.8%”',
      facts: [
        {
          at: 'a',
          id: 'fraud-clearance',
          label: '电诈破案率',
          value: 6.8,
          kind: 'change',
          direction: 'up',
          flags: ['pct-or-pp'],
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-clearance',
          label: '电诈破案率',
          value: 5,
          kind: 'change',
          direction: 'up',
          period: 2023,
        },
      ],
      says: 'side-by-side',
    },
    {
      name: 'plain figures',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    const found = allOf(row).find(({ fact }) => fact.flags.some((flag) => TWO_READINGS.has(flag)));
    if (!found) return [];
    const flag = found.fact.flags.find((f) => TWO_READINGS.has(f));
    const [zh, en] =
      flag === 'pct-or-pp'
        ? ['百分比还是百分点，原文没有分清', 'per cent or percentage points, the text does not say']
        : ['原文可以有不止一种读法', 'the text can be read in more than one way'];
    return [
      reason(
        'READINGS',
        'side-by-side',
        `${nameOf(found.place)}的“${found.fact.printed}”：${zh}`,
        `${nameOf(found.place)}, “${found.fact.printed}”: ${en}`,
      ),
    ];
  },
};
