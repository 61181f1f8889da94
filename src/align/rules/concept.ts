import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { distinct, perPlace, quoted } from './say.js';

export const conceptRule: Rule = {
  meta: { id: 8, code: 'CONCEPT', zh: '概念须同一', en: 'One definition' },
  examples: [
    {
      name: 'joint verbs beside one of them',
      facts: [
        { at: 'a', id: 'disputes-found-resolved', label: '矛盾纠纷排查化解数', value: 17180, period: 2023 },
        { at: 'b', id: 'disputes-resolved', label: '各类纠纷调处数', value: 32000, period: 2023 },
      ],
      says: 'side-by-side',
    },
    {
      name: 'one indicator, two wordings that may cover different things',
      facts: [
        { at: 'a', id: 'people-served', label: '接待企业、群众办证人次', value: 360000, unit: '人次', period: 2023 },
        { at: 'b', id: 'people-served', label: '公安行政管理服务群众人次', value: 140000, unit: '人次', period: 2023 },
      ],
      says: 'side-by-side',
    },
    {
      name: 'matched by wording alone',
      facts: [
        { at: 'a', label: '安全防范主题公园数', value: 21, unit: '个', period: 2023 },
        { at: 'b', label: '安全防范主题公园数', value: 6, unit: '个', period: 2023 },
      ],
      says: 'side-by-side',
    },
    {
      name: 'one wording',
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
          label: '电信网络诈骗立案数',
          value: 27.6,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    if (row.entry === null) {
      return [
        reason(
          'CONCEPT',
          'side-by-side',
          '指标表中没有这一项，仅凭措辞相同列在一起',
          'The indicator list does not know it; the figures stand together for their wording alone',
        ),
      ];
    }
    const all = allOf(row);
    const entries = distinct(all.map(({ entry }) => entry?.id ?? ''));
    const rests = distinct(all.map(({ rest }) => rest));
    if (entries.length < 2 && rests.length < 2) return [];
    const said = perPlace(row.cells, ({ fact }) => ({
      zh: quoted(fact.indicator.label),
      en: quoted(fact.indicator.label),
    }));
    return [
      reason(
        'CONCEPT',
        'side-by-side',
        `说法不同，所指未必相同：${said.zh}`,
        `The wording differs and may not mean the same: ${said.en}`,
      ),
    ];
  },
};
