import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { distinct, perPlace, quoted } from './say.js';

export const honoursRule: Rule = {
  meta: { id: 19, code: 'HONOURS', zh: '荣誉须同级同类', en: 'Honours of one level and kind' },
  examples: [
    {
      name: 'pooled awards',
      facts: [
        {
          at: 'a',
          id: 'awards-collective',
          label: '集体表彰表扬数',
          value: 125,
          unit: '项',
          period: 2023,
          themes: ['honours'],
        },
        {
          at: 'b',
          id: 'awards-collective',
          label: '集体奖励数',
          value: 83,
          unit: '个',
          period: 2023,
          themes: ['honours'],
        },
      ],
      says: 'side-by-side',
    },
    {
      name: 'placings in two contests',
      facts: [
        {
          at: 'a',
          id: 'contest-rank',
          label: '“双十创新”大赛团体名次',
          value: 1,
          unit: '名',
          kind: 'rank',
          period: 2023,
          themes: ['honours'],
        },
        {
          at: 'b',
          id: 'contest-rank',
          label: '全市特巡警比武团体名次',
          value: 1,
          unit: '名',
          kind: 'rank',
          period: 2023,
          themes: ['honours'],
        },
      ],
      says: 'not-comparable',
    },
    {
      name: 'no honour at all',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 193, period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 88, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    const honours = row.entry
      ? row.entry.themes.includes('honours')
      : allOf(row).some(({ fact }) => fact.themes.includes('honours'));
    if (!honours) return [];
    const ranked = row.families.every((family) => family === 'rank' || family === 'duration');
    const labels = distinct(allOf(row).map(({ fact }) => fact.indicator.label));
    if (ranked && labels.length > 1) {
      const said = perPlace(row.cells, ({ fact }) => ({
        zh: quoted(fact.indicator.label),
        en: quoted(fact.indicator.label),
      }));
      return [
        reason('HONOURS', 'not-comparable', `不是同一项评比：${said.zh}`, `Not one contest or title: ${said.en}`),
      ];
    }
    return [
      reason(
        'HONOURS',
        'side-by-side',
        '授予机关的级别和荣誉种类没有分开，只并列',
        'Levels of the grantors and kinds of honour are pooled; the figures can only stand side by side',
      ),
    ];
  },
};
