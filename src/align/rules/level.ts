import type { Level } from '../../model/corpus.js';
import { type Rule, reason } from './rule.js';
import { distinct, perPlace } from './say.js';

export const LEVEL_NAMES: Readonly<Record<Level, { readonly zh: string; readonly en: string }>> = {
  province: { zh: '省级', en: 'a province' },
  city: { zh: '市级', en: 'a city' },
  district: { zh: '区级', en: 'a district' },
  county: { zh: '县级', en: 'a county' },
  station: { zh: '派出所', en: 'a station' },
  other: { zh: '级别未定', en: 'of no stated level' },
};

export const levelRule: Rule = {
  meta: { id: 7, code: 'LEVEL', zh: '级别不同，绝对数不直接比', en: 'No raw counts across administrative levels' },
  examples: [
    {
      name: 'counts of a city and of a district',
      places: { a: 'city', b: 'district' },
      facts: [
        { at: 'a', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 625, period: 2023 },
        { at: 'b', id: 'firm-cases-investigated', label: '涉企案件侦办数', value: 24, period: 2023 },
      ],
      says: 'needs-normalising',
    },
    {
      name: 'rates of change of a province and of a district',
      places: { a: 'province', b: 'district' },
      facts: [
        {
          at: 'a',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 11.3,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 27.6,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2023,
        },
      ],
      says: 'side-by-side',
    },
    {
      name: 'two cities',
      facts: [
        {
          at: 'a',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 11.3,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-filed',
          label: '电诈立案数',
          value: 27.6,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    const levels = distinct(row.cells.map(({ place }) => place.level));
    // Two places of no stated level may be of any two.
    if (levels.length < 2 && levels[0] !== 'other') return [];
    const said = perPlace(row.cells, ({ place }) => LEVEL_NAMES[place.level]);
    const counts = row.families.every((family) => family === 'level' || family === 'difference');
    if (counts && row.entry?.per !== undefined) {
      return [
        reason(
          'LEVEL',
          'needs-normalising',
          `级别不同（${said.zh}），绝对数须换算成比率才能比`,
          `The places are of different levels (${said.en}); counts must be turned into rates first`,
        ),
      ];
    }
    return [reason('LEVEL', 'side-by-side', `级别不同：${said.zh}`, `The places are of different levels: ${said.en}`)];
  },
};
