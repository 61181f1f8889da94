import { describe, expect, test } from 'vitest';
import { lines } from '../../support/facts.js';

/** Years that a range names, the year before as the base, a row of years and what came of it (invented sentences). */
const WORDINGS: readonly (readonly [text: string, facts: readonly string[]])[] = [
  [
    '2022年至2023年，全市电诈立案数分别为4870起和4298起。',
    ['电诈立案数 4870起 count @2022年(2022-01-01~2022-12-31)', '电诈立案数 4298起 count'],
  ],
  [
    '电诈损失金额由2022年的1260万元降至790万元，入室盗窃发案由2019年的86起降至17起。',
    [
      '电诈损失金额 12600000→7900000元 change down [2022年]',
      '入室盗窃发案数 86→17起 change down [2019年] @2019年以来(2019-01-01~2023-12-31)',
    ],
  ],
  [
    '市公安局连续6年在全省公安机关绩效考评中获评优秀等次。',
    ['全省公安机关绩效考评中获评优秀等次连续年数 6年 duration @连续6年(2018-01-01~2023-12-31)'],
  ],
  ['在全省公安机关实战大比武中，团体总分位列县级组第二。', ['全省公安机关实战大比武县级组团体总分名次 2名次 rank']],
  [
    '刑事警情连续三年下降，去年降幅达27.1%。',
    [
      '刑事警情下降连续年数 3年 duration @连续三年(2021-01-01~2023-12-31)',
      '刑事警情数 27.1% change down @去年(2023-01-01~2023-12-31)',
    ],
  ],
  [
    '受理出入境证件18万本，恢复至2019年同期的93.5%。',
    ['出入境证件受理数 180000本 count', '出入境证件受理数 93.5% share'],
  ],
  ['车驾管业务网办率82.7%，群众平均少跑2.3趟。', ['车驾管业务网办率 82.7% share', '群众少跑次数 2.3趟 change down']],
  // the year of a peak is a base, and not the time of what follows
  [
    '2023年，全市电诈案件立案1126起，比峰值年份2021年下降38.6%；查控涉诈资金2.3亿元。',
    [
      '电诈案件立案数 1126起 count',
      '电诈案件立案数 38.6% change down [比峰值年份2021年]',
      '查控涉诈资金 230000000元 amount',
    ],
  ],
  [
    '盗窃案件发案较历史最高的2019年同期下降四成，现有反诈宣传员312名。',
    ['盗窃案件发案数 40% change down [较历史最高的2019年同期]', '反诈宣传员数 312名 count'],
  ],
  [
    '民警到场平均用时4分52秒，比上年快了21秒。',
    ['民警到场平均用时 292秒 duration', '民警到场平均用时 21秒 change down [比上年]'],
  ],
  ['义警队伍扩到1.2万名。', ['义警队伍数 12000名 count up']],
  ['扣押涉案资金折合人民币3200多万元。', ['扣押涉案资金 32000000元 amount at-least']],
  ['“公安综窗”实现18类152个事项一窗受理。', ['事项一窗受理类数 18类 count', '事项一窗受理数 152个 count']],
];

describe('years and bases', () => {
  test.each(WORDINGS)('%s', (text, facts) => expect(lines(text)).toEqual(facts));
});
