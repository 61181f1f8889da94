import { describe, expect, test } from 'vitest';
import { lines, readFacts } from '../../support/facts.js';

/** Bare measures, parts and places that take their name from the first of their list or from what was counted before (invented sentences). */
const WORDINGS: readonly (readonly [text: string, facts: readonly string[]])[] = [
  [
    '赴云南、福建等12个省市抓捕，从缅北、柬埔寨等地劝返涉诈重点人员213名。',
    ['抓捕省市数 12个 count', '劝返涉诈重点人员数 213名 count'],
  ],
  [
    '查处“两卡”违法犯罪人员1873名，其中刑拘926名、行政处罚947名。',
    ['“两卡”违法犯罪人员查处数 1873名 count', '刑拘人数 926名 count', '行政处罚人数 947名 count'],
  ],
  [
    '12个乡镇、305个村（社区）全年电诈“零发案”，占比分别为18.5%、22.9%。',
    [
      '电诈“零发案”乡镇数 12个 count',
      '电诈“零发案”村（社区）数 305个 count',
      '乡镇占比 18.5% share @全年(2023-01-01~2023-12-31)',
      '村（社区）占比 22.9% share @全年(2023-01-01~2023-12-31)',
    ],
  ],
  [
    '涉企案件立案率、破案率同比分别提高6.5个、9.1个百分点。',
    ['涉企案件立案率 6.5个百分点 change up [同比]', '涉企案件破案率 9.1个百分点 change up [同比]'],
  ],
  [
    '全市刑事、治安、纠纷类警情同比“三下降”，降幅分别为14.2%、11.7%、8.9%。',
    [
      '刑事警情数 14.2% change down [同比]',
      '治安警情数 11.7% change down [同比]',
      '纠纷类警情数 8.9% change down [同比]',
    ],
  ],
];

describe('parts of a count and places of a deed', () => {
  test.each(WORDINGS)('%s', (text, facts) => expect(lines(text)).toEqual(facts));

  test('a part that says nothing of its own is about what the whole is about', () => {
    const { facts } = readFacts('查处“两卡”违法犯罪人员1873名，其中刑拘926名、行政处罚947名。');
    expect(facts.map(({ themes }) => themes)).toEqual([['anti-fraud'], ['anti-fraud'], ['anti-fraud']]);
  });

  test('a part that names its own field keeps it', () => {
    const { facts } = readFacts('侦办涉企案件42起，其中电信诈骗案件12起。');
    expect(facts.at(-1)?.themes).toEqual(['anti-fraud']);
  });
});
