import { describe, expect, test } from 'vitest';
import { lines, readFacts } from '../../support/facts.js';

/** More wordings of the genre (invented sentences): what is measured, or how, stands in another clause or in another form. */
const WORDINGS: readonly (readonly [text: string, facts: readonly string[]])[] = [
  [
    '劝阻群众2.3万人次，止付资金1.8亿元，挽回群众损失6200万元，这几项指标分别同比上升12.5%、30.8%、44%。',
    [
      '劝阻群众人次 23000人次 count',
      '止付资金 180000000元 amount',
      '挽回群众损失 62000000元 amount',
      '劝阻群众人次 12.5% change up [同比]',
      '止付资金 30.8% change up [同比]',
      '挽回群众损失 44% change up [同比]',
    ],
  ],
  [
    '办理户籍业务23.6万件、出入境证件8.9万本，网办率分别达到62%、71%。',
    [
      '户籍业务办理数 236000件 count',
      '出入境证件办理数 89000本 count',
      '户籍业务网办率 62% share',
      '出入境证件网办率 71% share',
    ],
  ],
  [
    '在全省公安机关警务技能大比武中，我市摘得4金6银9铜，总成绩排名第二。',
    [
      '全省公安机关警务技能大比武金牌数 4枚 count',
      '全省公安机关警务技能大比武银牌数 6枚 count',
      '全省公安机关警务技能大比武铜牌数 9枚 count',
      '全省公安机关警务技能大比武总成绩名次 2名次 rank',
    ],
  ],
  [
    '八类案件发12破12，命案发1起破1起。',
    ['八类案件发案数 12起 count', '八类案件破案数 12起 count', '命案发案数 1起 count', '命案破案数 1起 count'],
  ],
  ['商户平均办事时间缩短一半。', ['商户平均办事时间 50% change down']],
  ['派出所警力占比首次过半，达51.3%。', ['派出所警力占比 51.3% share']],
  ['电诈破案率首次超过四成，为41.7%。', ['电诈破案率 41.7% share']],
  ['社区民警由每个社区0.8人提高到1.2人。', ['社区民警数 0.8→1.2人 change up']],
  [
    '“海燕义警”注册人数突破4万大关，全年参与巡防46万小时。',
    [
      '“海燕义警”注册人数 40000人 count at-least',
      '“海燕义警”参与巡防时间 460000小时 duration @全年(2023-01-01~2023-12-31)',
    ],
  ],
  ['全网播放量破1.2亿次，短视频更新96集。', ['全网播放量 120000000次 count at-least', '短视频更新数 96集 count']],
  [
    '抓获涉诈嫌疑人2476人，比2022年多抓583人。',
    ['涉诈嫌疑人抓获数 2476人 count', '涉诈嫌疑人抓获数 583人 change up [比2022年]'],
  ],
  [
    '归还遗失物品3827件、价值人民币约460万元。',
    ['归还遗失物品数 3827件 count', '归还遗失物品价值 4600000元 amount about'],
  ],
  [
    '“邻里和”调解室介入纠纷6233件，成功率98.2%。',
    ['“邻里和”调解室介入纠纷数 6233件 count', '“邻里和”调解室介入纠纷成功率 98.2% share'],
  ],
  ['超八成纠纷在24小时内化解。', ['纠纷在24小时内化解占比 80% share at-least']],
  ['预警信息平均2分10秒推送到责任民警。', ['预警信息平均推送用时 130秒 duration']],
  [
    '立案2157起，破1436起，同比立案下降6.9%、破案上升11.1%。'.replace(/^/, '刑事案件'),
    [
      '刑事案件立案数 2157起 count',
      '刑事案件破案数 1436起 count',
      '刑事案件立案数 6.9% change down [同比]',
      '刑事案件破案数 11.1% change up [同比]',
    ],
  ],
  ['平均到场时间5分18秒，比去年快了37秒。', ['平均到场时间 318秒 duration', '平均到场时间 37秒 change down [比去年]']],
  [
    '全市共建成智慧安防小区862个，占比达76.4%，较年初增加211个。',
    ['智慧安防小区数 862个 count', '智慧安防小区占比 76.4% share', '智慧安防小区数 211个 change up [较年初]'],
  ],
  ['入户宣传74万户，覆盖率达到九成以上。', ['入户宣传户数 740000户 count', '入户宣传覆盖率 90% share at-least']],
  [
    '电诈发案少了412起，群众损失减少3800余万元，降幅分别达23.5%、31%。',
    [
      '电诈发案数 412起 change down',
      '电诈群众损失 38000000元 change down at-least',
      '电诈发案数 23.5% change down',
      '电诈群众损失 31% change down',
    ],
  ],
  [
    '电诈案件立案、损失双下降，降幅分别为18.6%和22.3%。',
    ['电诈案件立案数 18.6% change down', '电诈损失 22.3% change down'],
  ],
  [
    '电诈立案数、损失数同比分别减少14.2%、20.5%，环比分别减少7.7%和12.9%。',
    [
      '电诈立案数 14.2% change down [同比]',
      '电诈损失数 20.5% change down [同比]',
      '电诈立案数 7.7% change down [环比]',
      '电诈损失数 12.9% change down [环比]',
    ],
  ],
  [
    '抓获逃犯12人；破获电诈案件291起，打处涉诈人员318人，同比均上升三成以上。',
    [
      '逃犯抓获数 12人 count',
      '电诈案件破案数 291起 count',
      '涉诈人员打处数 318人 count',
      '电诈案件破案数 30% change up [同比] at-least',
      '涉诈人员打处数 30% change up [同比] at-least',
    ],
  ],
  [
    '2021年至2023年，累计打掉电诈团伙152个，三年分别为41个、48个、63个。',
    [
      '打掉电诈团伙数 152个 count @2021年至2023年(2021-01-01~2023-12-31)',
      '打掉电诈团伙数 41个 count @2021年至2023年(2021-01-01~2023-12-31)',
      '打掉电诈团伙数 48个 count @2021年至2023年(2021-01-01~2023-12-31)',
      '打掉电诈团伙数 63个 count @2021年至2023年(2021-01-01~2023-12-31)',
    ],
  ],
  ['电诈千人发案率0.61，万车死亡率1.27。', ['电诈千人发案率 0.61 ratio', '万车死亡率 1.27 ratio']],
  [
    '全市刑事立案数由2018年的2.41万起降至2023年的1.32万起，年均下降11.3%。',
    [
      '刑事立案数 24100→13200起 change down [2018年] @2018年至2023年(2018-01-01~2023-12-31)',
      '刑事立案数 11.3% change down [年均] @2018年至2023年(2018-01-01~2023-12-31)',
    ],
  ],
  ['受骗后30分钟内报警的，止付成功率为73%。', ['止付成功率 73% share']],
  ['市局代表队获团体亚军。', ['市局代表队团体名次 2名 rank']],
];

test.each(WORDINGS)('%s', (text, facts) => {
  expect(lines(text)).toEqual(facts);
});

describe('what only looks like one of these', () => {
  test.each([
    '在全省19个市州中，我市是唯一的试点。',
    '在全市14个县（市、区）中排第一。',
    '全年筹集资金用于建设，5金融机构参与。',
    '民警冠军同志表现突出。',
    '公司破产案件依法移送。',
  ])('%s states nothing', (text) => expect(lines(text)).toEqual([]));
});

test('a time in brackets holds for the brackets', () => {
  const [, before, after] = readFacts('打处涉诈人员918名（上年为764名），打掉“引流”团伙23个。').facts;
  expect(before?.period.label).toBe('上年');
  expect(after?.period.label).toBe('2023年');
});

describe('periods', () => {
  test.each([
    ['2025，全局将实现矛盾纠纷化解率98.5%。', '2025'],
    ['庚子年初，疫情来袭。全局出动警力320人次。', '庚子年初'],
    ['机动车保有量五年间增长了37%。发生事故1052起。', '2023年'],
  ])('%s → %s', (text, label) => expect(readFacts(text).facts.at(-1)?.period.label).toBe(label));

  test('庚子年 is 2020 in a report on 2023', () => {
    expect(readFacts('庚子年，出动警力320人次。').facts[0]?.period).toMatchObject({
      from: '2020-01-01',
      to: '2020-12-31',
    });
  });

  test('what stands under a heading of aims is to come', () => {
    const { facts } = readFacts('网办率由74%提高到80%。', { section: '四、2024年预期目标' });
    expect(facts[0]).toMatchObject({ status: 'plan', period: { from: '2024-01-01' } });
  });
});

test('不低于 in a list of aims is a target', () => {
  expect(readFacts('群众满意率不低于98%。').facts[0]?.status).toBe('target');
});
