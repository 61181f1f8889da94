import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { distinct, perPlace } from './say.js';

export const stageRule: Rule = {
  meta: { id: 1, code: 'STAGE', zh: '环节须同一', en: 'One recording stage per row' },
  examples: [
    {
      name: 'an indicator whose stage the text leaves open',
      facts: [
        {
          at: 'a',
          id: 'fraud-cases',
          label: '电信诈骗案件数',
          value: 21.7,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2022,
        },
        {
          at: 'b',
          id: 'fraud-cases',
          label: '电信网络诈骗案件数',
          value: 11,
          kind: 'change',
          direction: 'down',
          basis: '同比',
          period: 2022,
        },
      ],
      says: 'side-by-side',
    },
    {
      name: 'two wordings that name different stages',
      facts: [
        { at: 'a', label: '海上走私案件数', stage: '立案', value: 12, period: 2023 },
        { at: 'b', label: '海上走私案件数', stage: '破案', value: 9, period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'one stage',
      facts: [
        { at: 'a', id: 'fraud-filed', label: '电诈立案数', value: 10, kind: 'change', direction: 'down', period: 2023 },
        {
          at: 'b',
          id: 'fraud-filed',
          label: '涉电诈立案数',
          value: 11,
          kind: 'change',
          direction: 'down',
          period: 2023,
        },
      ],
      says: 'silent',
    },
  ],
  apply: (row, { lexicon }) => {
    if (row.entry) {
      if (row.entry.stage !== null || !row.entry.badges.includes('recording-sensitive')) return [];
      const told = distinct(allOf(row).map(({ fact }) => fact.stage ?? ''));
      if (told.length === 1 && told[0] !== '') return [];
      return [
        reason(
          'STAGE',
          'side-by-side',
          `原文没有说明“${row.label}”统计的是警情、立案、发案还是破案，只能并列`,
          `The texts do not say which recording stage “${row.label}” counts; the figures can only stand side by side`,
        ),
      ];
    }
    const steps = new Set((lexicon.stages ?? []).flatMap(({ id, apart }) => (apart === true ? [id] : [])));
    const stages = distinct(
      allOf(row).flatMap(({ fact }) => (fact.stage !== null && steps.has(fact.stage) ? [fact.stage] : [])),
    );
    if (stages.length < 2) return [];
    const said = perPlace(row.cells, ({ fact }) => ({ zh: fact.stage ?? '未说明', en: fact.stage ?? 'not stated' }));
    return [reason('STAGE', 'not-comparable', `统计环节不同：${said.zh}`, `The recording stages differ: ${said.en}`)];
  },
};
