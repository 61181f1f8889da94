import { describe, expect, it } from 'vitest';
import { extractHonours } from '../../../src/extract/honour/index.js';
import { contextOf, docOf } from '../../support/tokenised-doc.js';

/** Everything found, as `title ← recipient (level)`, with ×count where there is one. */
const found = (text: string, context = contextOf()): string[] =>
  extractHonours(docOf(text), context).value.map(
    (h) => `${h.title} ← ${h.recipient} (${h.level})${h.count === null ? '' : ` ×${h.count}`}`,
  );

describe('who gave and who got, in other orders', () => {
  it.each<[string, string[]]>([
    ['县人民政府研究决定，对县公安局予以通令嘉奖。', ['通令嘉奖 ← 县公安局 (other)']],
    ['经市政府常务会议研究，为清浦市公安局记集体二等功一次。', ['集体二等功 ← 清浦市公安局 (municipal)']],
    ['1月8日，公安部授予清浦市公安局刑侦支队集体一等功荣誉。', ['集体一等功 ← 清浦市公安局刑侦支队 (national)']],
    ['案件告破后，公安部发来贺电。', ['贺电 ← 清浦市公安局 (national)']],
    [
      '公安部公布新一批全国公安机关执法示范单位，西关派出所榜上有名。',
      ['全国公安机关执法示范单位 ← 西关派出所 (national)'],
    ],
    [
      '南关派出所、北关派出所脱颖而出，最终被命名为全省“枫桥式公安派出所”。',
      ['全省“枫桥式公安派出所” ← 南关派出所 (provincial)', '全省“枫桥式公安派出所” ← 北关派出所 (provincial)'],
    ],
    ['分局党委书记、局长高远山被授予“全省优秀人民警察”称号。', ['全省优秀人民警察 ← 高远山 (provincial)']],
    [
      '会上，清浦市公安局3个集体、5名个人受到公安部表彰。',
      ['表彰 ← 清浦市公安局3个集体 (national) ×3', '表彰 ← 清浦市公安局5名个人 (national) ×5'],
    ],
    [
      '我局2个集体1名个人获省级表彰。',
      ['省级表彰 ← 我局2个集体 (provincial) ×2', '省级表彰 ← 我局1名个人 (provincial) ×1'],
    ],
    ['西岭分局经侦大队因成功侦破大案，收到公安部贺电。', ['贺电 ← 西岭分局经侦大队 (national)']],
    ['荣获“最强党支部”荣誉称号的东湖派出所所长姚华说，将珍惜荣誉。', ['最强党支部 ← 东湖派出所 (other)']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('titles without quotation marks', () => {
  it.each<[string, string[]]>([
    ['车管所被公安部交管局评定为全国县级一等车辆管理所。', ['全国县级一等车辆管理所 ← 车管所 (national)']],
    ['刑事技术室获评一级刑事科学技术室。', ['一级刑事科学技术室 ← 刑事技术室 (other)']],
    ['“警法联调”做法入选全省基层治理典型案例。', ['全省基层治理典型案例 ← “警法联调”做法 (provincial)']],
    ['所长林涛是全国优秀人民警察。', ['全国优秀人民警察 ← 林涛 (national)']],
    [
      '副所长周佳先后获评“江北好人”、清浦市第六届道德模范。',
      ['江北好人 ← 周佳 (other)', '清浦市第六届道德模范 ← 周佳 (municipal)'],
    ],
    [
      '市局获评全省平安建设优秀，网安工作被评为全省先进。',
      ['全省平安建设优秀 ← 清浦市局 (provincial)', '全省先进 ← 网安工作 (provincial)'],
    ],
    [
      '走出了全国公安系统一级英模程山、丁榕，二级英模方长河。',
      [
        '全国公安系统一级英模 ← 程山 (national)',
        '全国公安系统一级英模 ← 丁榕 (national)',
        '二级英模 ← 方长河 (national)',
      ],
    ],
    [
      '城关派出所获“全市优秀基层单位”，看守所获全国公安监管系统“文明监所”。',
      ['全市优秀基层单位 ← 城关派出所 (municipal)', '全国公安监管系统“文明监所” ← 看守所 (national)'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('counts', () => {
  it.each<[string, string[]]>([
    [
      '12个集体、45名个人立功受奖，其中集体三等功2个，个人三等功8个，嘉奖35人。',
      [
        '立功受奖 ← 12个集体 (other) ×12',
        '立功受奖 ← 45名个人 (other) ×45',
        '集体三等功 ← null (municipal) ×2',
        '个人三等功 ← null (municipal) ×8',
        '嘉奖 ← null (other) ×35',
      ],
    ],
    [
      '全年收获国家级荣誉3项、省级荣誉14项，市级荣誉52项。',
      [
        '国家级荣誉 ← 清浦市公安局 (national) ×3',
        '省级荣誉 ← 清浦市公安局 (provincial) ×14',
        '市级荣誉 ← 清浦市公安局 (municipal) ×52',
      ],
    ],
    ['全年立功受奖512人次。', ['立功受奖 ← 清浦市公安局 (other) ×512']],
    ['民警李伟先后8次受到嘉奖。', ['嘉奖 ← 李伟 (other) ×8']],
    ['3起案件被省公安厅评为优秀案件。', ['优秀案件 ← 3起案件 (provincial) ×3']],
    ['该市第三次获评“全国文明城市”。', ['全国文明城市 ← 该市 (national)']],
    [
      '大队获得“2022年度全市交通管理先进集体”及“2022年度全市事故预防先进集体”两项殊荣。',
      ['2022年度全市交通管理先进集体 ← 大队 (municipal)', '2022年度全市事故预防先进集体 ← 大队 (municipal)'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('rolls', () => {
  it.each<[string, string[]]>([
    ['● 全国优秀公安基层单位：清浦市公安局东关派出所', ['全国优秀公安基层单位 ← 清浦市公安局东关派出所 (national)']],
    [
      '● 全省优秀人民警察：特警支队 韩笑、云台县公安局 卢静',
      ['全省优秀人民警察 ← 韩笑 (provincial)', '全省优秀人民警察 ← 卢静 (provincial)'],
    ],
    ['李卫国同志——全国优秀人民警察', ['全国优秀人民警察 ← 李卫国 (national)']],
    ['集体二等功：清浦市公安局反诈中心', ['集体二等功 ← 清浦市公安局反诈中心 (provincial)']],
    ['全省公安机关绩效考核连续四年第一等次', ['全省公安机关绩效考核第一等次 ← 清浦市公安局 (provincial)']],
    [
      '西关派出所的墙上挂着一排奖牌：全国青年文明号、全省人民满意的公务员集体。',
      ['全国青年文明号 ← 清浦市公安局 (national)', '全省人民满意的公务员集体 ← 清浦市公安局 (provincial)'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('contests and rankings', () => {
  it.each<[string, string[]]>([
    ['市公安局在全市绩效考核中综合排名第一。', ['全市绩效考核第一 ← 市公安局 (municipal)']],
    ['我局在全市“百日行动”考核中排名第二。', ['全市“百日行动”考核第二 ← 清浦市公安局 (municipal)']],
    [
      '县公安局在2023年度全市目标绩效考核中被评为优秀等次。',
      ['2023年度全市目标绩效考核优秀等次 ← 县公安局 (municipal)'],
    ],
    ['2023年全市法治政府建设考核，市公安局获优秀等次。', ['2023年全市法治政府建设考核优秀等次 ← 市公安局 (municipal)']],
    ['群众安全感满意度综合得分97.8分，全省排名第6。', ['群众安全感满意度综合全省第6 ← 清浦市 (provincial)']],
    ['人民群众对公安队伍满意度连续2年全省第一。', ['公安队伍满意度全省第一 ← 清浦市公安局 (provincial)']],
    [
      '全市刑事技术技能竞赛，我们拿下一金两银，痕检员叶秋获得“岗位能手”称号。',
      ['全市刑事技术技能竞赛一金两银 ← 清浦市公安局 (municipal)', '岗位能手 ← 叶秋 (municipal)'],
    ],
    [
      '网安支队选送的《暗流》在全国平安微视频大赛中斩获最佳作品奖。',
      ['全国平安微视频大赛最佳作品奖 ← 《暗流》 (national)'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('whose it is', () => {
  it('gives a portrait’s awards to its person', () => {
    expect(
      found(
        '纪小蕾，女，1988年生，现任反诈中心副主任。曾获全省反诈先进个人，荣立个人三等功2次。\n2023年，她被评为“全市最美民警”。',
      ),
    ).toEqual([
      '全省反诈先进个人 ← 纪小蕾 (provincial)',
      '个人三等功 ← 纪小蕾 (municipal) ×2',
      '全市最美民警 ← 纪小蕾 (municipal)',
    ]);
  });
  it('keeps units of like names, and units nobody names, apart', () => {
    expect(found('南关派出所荣立集体三等功。北关派出所荣立集体三等功。')).toEqual([
      '集体三等功 ← 南关派出所 (municipal)',
      '集体三等功 ← 北关派出所 (municipal)',
    ]);
    expect(found('一年来，荣立集体三等功。\n东关派出所荣立集体三等功。')).toHaveLength(2);
  });
  it('finds the body that 该所 points to', () => {
    expect(found('橙乡派出所推行上门服务。该所也因此获得市公安局集体嘉奖。')).toEqual([
      '市公安局集体嘉奖 ← 橙乡派出所 (municipal)',
    ]);
  });
  it('does not take a clause with its own award for a name', () => {
    expect(found('中队年年受到市公安局嘉奖，2021年被省公安厅评为全省先进基层单位。')).toEqual([
      '嘉奖 ← 中队 (municipal)',
      '全省先进基层单位 ← 中队 (provincial)',
    ]);
  });
});

describe('what is no honour, in the genre’s own words', () => {
  it.each<string>([
    '完善立功受奖机制，增强民警职业荣誉感。',
    '推动更多集体和个人立功受奖。',
    '会议对2023年度立功受奖单位和个人进行了表彰。',
    '市局召开表彰大会，对年度先进集体和先进个人进行表彰。',
    '对成绩突出的单位，按规定给予记功奖励。',
    '贺明作为代表赴京参加全国公安系统英雄模范立功集体表彰大会。',
    '2016年，这个所的考核在分局排名倒数第二。',
    '邀请全国优秀人民警察作先进事迹报告。',
    '举报电信网络诈骗线索最高可获奖励5万元。',
    '破获“全国文明城市”测评期间盗窃案12起。',
    '被确定为全省首批改革试点单位，多次在全国会议上作经验交流。',
    '“情指行”建设经验入选《改革创新案例汇编》。',
    '抓获逃犯数全市第一，打击战果居全省首位。',
    '这也是全市公安系统首次获得该项荣誉。',
    '力争年内创成省级“枫桥式公安派出所”，确保绩效考核进入全市第一方阵。',
    '出台《公安机关立功受奖奖励办法》，组织“岗位标兵”评选。',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});
