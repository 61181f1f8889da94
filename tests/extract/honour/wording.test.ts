import { describe, expect, it } from 'vitest';
import { extractHonours } from '../../../src/extract/honour/index.js';
import { contextOf, docOf } from '../../support/tokenised-doc.js';

/** Everything found, as `title ← recipient (level)`, with ×count where there is one. */
const found = (text: string, context = contextOf()): string[] =>
  extractHonours(docOf(text), context).value.map(
    (h) => `${h.title} ← ${h.recipient} (${h.level})${h.count === null ? '' : ` ×${h.count}`}`,
  );

describe('more than are named, and how many they are', () => {
  it.each<[string, string[]]>([
    // Two who are named are the ones meant, one stands for all.
    [
      '民警孟祥斌、谢婷等6人荣立个人二等功，许志强等23人荣立个人三等功。',
      [
        '个人二等功 ← 孟祥斌 (provincial)',
        '个人二等功 ← 谢婷 (provincial)',
        '个人三等功 ← 许志强等23人 (municipal) ×23',
      ],
    ],
    [
      '孟祥斌、谢婷等36人荣立个人三等功。',
      [
        '个人三等功 ← 孟祥斌 (municipal)',
        '个人三等功 ← 孟祥斌、谢婷等36人 (municipal) ×36',
        '个人三等功 ← 谢婷 (municipal)',
      ],
    ],
    [
      '韩某、李某等两名特警分别获得全国警用手枪射击赛个人冠亚军。',
      ['全国警用手枪射击赛个人冠军 ← 韩某 (national)', '全国警用手枪射击赛个人亚军 ← 李某 (national)'],
    ],
    // As many as are named are those.
    [
      '刑侦支队、禁毒支队等2个单位被评为全省公安机关先进集体。',
      ['全省公安机关先进集体 ← 刑侦支队 (provincial)', '全省公安机关先进集体 ← 禁毒支队 (provincial)'],
    ],
    [
      '桐口、墨池两个派出所被命名为全省“枫桥式公安派出所”。',
      ['全省“枫桥式公安派出所” ← 桐口派出所 (provincial)', '全省“枫桥式公安派出所” ← 墨池派出所 (provincial)'],
    ],
    ['1.2万名民辅警立功受奖。', ['立功受奖 ← 1.2万名民辅警 (other) ×12000']],
    ['12个县市区公安局中有8个被评为全省优秀公安局。', ['全省优秀公安局 ← 8个县市区公安局 (provincial) ×8']],
    [
      '民警李晓东、王丽、赵小刚分别荣获全市公安机关网络安全技能竞赛个人一、二、三等奖。',
      [
        '全市公安机关网络安全技能竞赛个人一等奖 ← 李晓东 (municipal)',
        '全市公安机关网络安全技能竞赛个人二等奖 ← 王丽 (municipal)',
        '全市公安机关网络安全技能竞赛个人三等奖 ← 赵小刚 (municipal)',
      ],
    ],
    ['2篇论文获全省公安法治论文一、二等奖。', ['全省公安法治论文一、二等奖 ← 2篇论文 (provincial) ×2']],
    [
      '在全国刑事技术评选中，市公安局1个项目获一等奖、2个项目获优秀奖。',
      ['全国刑事技术评选一等奖 ← 市公安局1个项目 (national) ×1', '全国刑事技术评选优秀奖 ← 2个项目 (national) ×2'],
    ],
    ['表彰大会对荣获全国优秀人民警察称号的5名民警进行了表彰。', ['全国优秀人民警察 ← 5名民警 (national) ×5']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('who gave it', () => {
  it.each<[string, string[]]>([
    [
      '南关派出所被公安部、省公安厅、市委市政府授予“全国公安机关执法示范单位”“优秀基层单位”“先进集体”称号。',
      [
        '全国公安机关执法示范单位 ← 南关派出所 (national)',
        '优秀基层单位 ← 南关派出所 (provincial)',
        '先进集体 ← 南关派出所 (municipal)',
      ],
    ],
    // One award of two givers.
    ['民警孙涛被团省委、省公安厅联合授予“青年岗位能手”称号。', ['青年岗位能手 ← 孙涛 (provincial)']],
    [
      '城关派出所被县委、县政府授予“平安建设先进单位”称号，并记集体三等功。',
      ['平安建设先进单位 ← 城关派出所 (other)', '集体三等功 ← 城关派出所 (other)'],
    ],
    [
      '公安部揭晓了全国首批“枫桥式公安派出所”。东塘派出所、北泾派出所分别荣获“枫桥式公安派出所”称号。',
      ['枫桥式公安派出所 ← 东塘派出所 (national)', '枫桥式公安派出所 ← 北泾派出所 (national)'],
    ],
    ['反诈中心主任许某在全省公安机关总结表彰大会上受到表彰。', ['表彰 ← 许某 (provincial)']],
    ['省委常委、政法委书记对该案侦办工作作出批示，给予充分肯定。', ['批示肯定 ← 该案侦办工作 (provincial)']],
    ['食药环侦支队被公安部通报表扬3次。', ['通报表扬 ← 食药环侦支队 (national) ×3']],
    ['所长陈志强当选“CCTV年度法治人物”。', ['CCTV年度法治人物 ← 陈志强 (national)']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('whose titles they are, by all their words', () => {
  it.each<[string, string[]]>([
    ['5月，南关派出所获评全国公安机关成绩突出集体。', ['全国公安机关成绩突出集体 ← 南关派出所 (national)']],
    ['车站派出所荣获全国铁路公安系统“十佳模范警队”称号。', ['全国铁路公安系统“十佳模范警队” ← 车站派出所 (national)']],
    [
      '市公安局荣获2023年度全市目标责任考核“优秀单位”、平安建设“先进单位”。',
      ['2023年度全市目标责任考核“优秀单位” ← 市公安局 (municipal)', '平安建设“先进单位” ← 市公安局 (other)'],
    ],
    [
      '涌现出全国道德模范提名奖获得者李玉芳、全国“人民满意的公务员”赵铁军等一批典型。',
      ['全国道德模范提名奖 ← 李玉芳 (national)', '全国“人民满意的公务员” ← 赵铁军 (national)'],
    ],
    ['该所凭借突出的战绩获评全省政法系统先进集体。', ['全省政法系统先进集体 ← 该所 (provincial)']],
    [
      '市公安局“互联网+监督”项目在全省微改革大赛中荣获金奖，位列全省第一。',
      [
        '全省微改革大赛金奖 ← 市公安局“互联网+监督”项目 (provincial)',
        '全省微改革大赛全省第一 ← 市公安局“互联网+监督”项目 (provincial)',
      ],
    ],
    [
      '由市公安局选送的微电影《归途》荣获全国平安微电影节最佳作品奖。',
      ['全国平安微电影节最佳作品奖 ← 微电影《归途》 (national)'],
    ],
    [
      '局长王大为被公安部追授“全国公安系统二级英雄模范”。他先后荣立个人嘉奖3次。',
      ['全国公安系统二级英雄模范 ← 王大为 (national)', '个人嘉奖 ← 王大为 (other) ×3'],
    ],
    [
      '●“全国模范公安单位”\n清浦市公安局思源分局莲前派出所',
      ['全国模范公安单位 ← 清浦市公安局思源分局莲前派出所 (national)'],
    ],
    [
      '2023年度先进集体（2个）：刑侦支队、东关派出所',
      ['2023年度先进集体 ← 刑侦支队 (other)', '2023年度先进集体 ← 东关派出所 (other)'],
    ],
    [
      '清浦市公安局选手参加全省公安机关大比武，获得团体总分第二名。',
      ['全省公安机关大比武团体总分第二名 ← 清浦市公安局 (provincial)'],
    ],
    ['在全省公安机关“大比武”中，5名民警获得单项第一。', ['全省公安机关“大比武”单项第一 ← 5名民警 (provincial) ×5']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('contests, their parts, and regions', () => {
  it.each<[string, string[]]>([
    [
      '在全省公安机关第六届大比武中，代表队斩获4金6银，团体总分位列第二；民警秦岳夺得手枪速射冠军，辅警高飞获武装越野第三名。',
      [
        '全省公安机关第六届大比武4金6银 ← 代表队 (provincial)',
        '全省公安机关第六届大比武手枪速射冠军 ← 秦岳 (provincial)',
        '全省公安机关第六届大比武武装越野第三名 ← 高飞 (provincial)',
      ],
    ],
    ['反诈中心在全市反诈工作综合评比中夺得“四连冠”。', ['全市反诈工作综合评比四连冠 ← 反诈中心 (municipal)']],
    [
      '全年共有19个集体受到县级以上表彰，其中部级2个、省级5个。',
      [
        '县级以上表彰 ← 19个集体 (other) ×19',
        '部级集体表彰 ← 2个集体 (national) ×2',
        '省级集体表彰 ← 5个集体 (provincial) ×5',
      ],
    ],
    [
      '46个集体、395名个人受到市级以上表彰奖励，其中国家级4个集体、7名个人。',
      [
        '市级以上表彰奖励 ← 46个集体 (municipal) ×46',
        '市级以上表彰奖励 ← 395名个人 (municipal) ×395',
        '国家级表彰奖励 ← 4个集体 (national) ×4',
        '国家级表彰奖励 ← 7名个人 (national) ×7',
      ],
    ],
    ['县委、县政府印发通报，对县公安局予以嘉奖。', ['通报嘉奖 ← 县公安局 (other)']],
    ['派出所连续三届保持“省级文明单位”称号。', ['省级文明单位 ← 派出所 (provincial)']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it('takes 全区 in the report of a banner for the autonomous region', () => {
    const banner = contextOf({ name: '塔尔旗', short: '塔尔', level: 'county' });
    const text = '“马背警务室”入选全区公安机关十大创新案例。';
    expect(found(text, banner)).toEqual(['全区公安机关十大创新案例 ← “马背警务室” (provincial)']);
    const district = contextOf({ name: '西岭区', short: '西岭', level: 'district' });
    expect(found(text, district)).toEqual(['全区公安机关十大创新案例 ← “马背警务室” (other)']);
  });
});

describe('what is conferred, and where it was won', () => {
  it.each<[string, string[]]>([
    [
      '全省公安机关授予（追授）全国公安系统一级英模2名、二级英模59名。',
      ['全国公安系统一级英模 ← 全省公安机关 (national) ×2', '二级英模 ← 全省公安机关 (national) ×59'],
    ],
    [
      '省公安厅、团省委决定，对南桥派出所等16个成绩突出集体、张利等30名成绩突出个人予以通报表扬。',
      [
        '通报表扬 ← 南桥派出所等16个成绩突出集体 (provincial) ×16',
        '通报表扬 ← 张利等30名成绩突出个人 (provincial) ×30',
      ],
    ],
    [
      '经省委、省政府批准，授予清浦市公安局“人民满意的公务员集体”称号。',
      ['人民满意的公务员集体 ← 清浦市公安局 (provincial)'],
    ],
    [
      '法制支队问鼎全省公安机关法治大比武，捧回团体金牌1枚。',
      ['全省公安机关法治大比武团体金牌 ← 法制支队 (provincial) ×1'],
    ],
    [
      '在第三届全国公安机关“智能化应用”大赛上，作品《慧眼》拿下二等奖。',
      ['第三届全国公安机关“智能化应用”大赛二等奖 ← 作品《慧眼》 (national)'],
    ],
    ['在全省接处警技能竞赛中，队员吴静荣登个人总分榜首。', ['全省接处警技能竞赛个人总分榜首 ← 吴静 (provincial)']],
    [
      '民警杨帆先后斩获“市直机关业务标兵”“全省户政业务能手”等多个奖项。',
      ['市直机关业务标兵 ← 杨帆 (municipal)', '全省户政业务能手 ← 杨帆 (provincial)'],
    ],
    ['清浦市群众安全感居全省16个市第4位。', ['群众安全感全省第4位 ← 清浦市 (provincial)']],
    ['群众满意度连年位列全市各行业第一。', ['群众满意度全市各行业第一 ← 清浦市公安局 (municipal)']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('walls and rolls', () => {
  it.each<[string, string[]]>([
    [
      '禁毒支队 全省禁毒工作先进集体\n王敏、赵刚 全省公安机关成绩突出个人',
      [
        '全省禁毒工作先进集体 ← 禁毒支队 (provincial)',
        '全省公安机关成绩突出个人 ← 王敏 (provincial)',
        '全省公安机关成绩突出个人 ← 赵刚 (provincial)',
      ],
    ],
    [
      '■ 全国优秀公安基层单位2个\n■ 全省公安机关岗位标兵16名',
      ['全国优秀公安基层单位 ← 清浦市公安局 (national) ×2', '全省公安机关岗位标兵 ← 清浦市公安局 (provincial) ×16'],
    ],
    ['▲图为清浦市公安局荣获“全国优秀公安局”称号奖牌。', ['全国优秀公安局 ← 清浦市公安局 (national)']],
    ['连续九年，市公安局在全市绩效考核中名列优秀等次。', ['全市绩效考核优秀等次 ← 市公安局 (municipal)']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('no award', () => {
  it.each([
    '东关派出所被省公安厅推荐为全国“枫桥式公安派出所”候选单位。',
    '市公安局在全省公安局长会议上作经验交流发言，雪亮工程建设应用经验在全国推广。',
    '“能当选全国优秀人民警察，是组织对我的肯定。”社区民警马晓东说。',
    '民警王宏入围“全国最美基层民警”候选人。',
    '■ 全市排查隐患3200处',
    '刑侦支队 全省技术培训',
    '全国五一劳动奖章获得者走进警营，与民警座谈。',
    '市公安局办理的“5·20”案被列为公安部督办案件。',
    '在全省公安工作会议上，市公安局受到启发。',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});
