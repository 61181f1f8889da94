import { describe, expect, it } from 'vitest';
import { extractHonours } from '../../../src/extract/honour/index.js';
import { contextOf, docOf } from '../../support/tokenised-doc.js';

/** Everything found, as `title ← recipient (level)`. */
const found = (text: string): string[] =>
  extractHonours(docOf(text), contextOf()).value.map((h) => `${h.title} ← ${h.recipient} (${h.level})`);

describe('whose it is', () => {
  it.each<[string, string[]]>([
    [
      '412件疑难公安信访案件全部办结，公安信访攻坚化解专项工作排名全国第一方阵。',
      ['公安信访攻坚化解专项工作全国第一方阵 ← 清浦市公安局 (national)'],
    ],
    [
      '六年来，市公安局新建公安检查站9个，完成重要安保任务80余场次，多次得到公安部、省公安厅的通令嘉奖。',
      ['通令嘉奖 ← 市公安局 (national)'],
    ],
    ['自2012年以来，市政府连续5年为市公安局记功嘉奖。', ['记功嘉奖 ← 市公安局 (municipal)']],
    [
      '涌现出“全国优秀公安基层单位”南桥派出所，云川市公安局出入境管理大队，“全国优秀人民警察”许鸿立等先进典型。',
      [
        '全国优秀公安基层单位 ← 南桥派出所 (national)',
        '全国优秀公安基层单位 ← 云川市公安局出入境管理大队 (national)',
        '全国优秀人民警察 ← 许鸿立 (national)',
      ],
    ],
    [
      '市委公布2021年度市级机关综合考核结果，市公安局位列服务类第一等次。',
      ['市级机关综合考核服务类第一等次 ← 市公安局 (municipal)'],
    ],
    ['对全市公安局、派出所满意率测评位列全省第一。', ['公安局、派出所满意率测评全省第一 ← 清浦市公安局 (provincial)']],
    [
      '东岭办案队、西岭派出所分别荣获全市执法竞赛第一名、第二名。',
      ['全市执法竞赛第一名 ← 东岭办案队 (municipal)', '全市执法竞赛第二名 ← 西岭派出所 (municipal)'],
    ],
    ['荣誉：2021年2月荣立集体三等功。', ['集体三等功 ← 清浦市公安局 (municipal)']],
    ['市公安局连续三年被省厅评为一等单位。', ['一等单位 ← 市公安局 (provincial)']],
    ['2020年禁毒宣传教育工作全省第一。', ['禁毒宣传教育工作全省第一 ← 清浦市公安局 (provincial)']],
    ['全市公安经侦工作名列全省第一。', ['公安经侦工作全省第一 ← 清浦市公安局 (provincial)']],
    ['命案积案下降率居全省县级公安机关首位。', ['命案积案下降率全省县级公安机关首位 ← 清浦市公安局 (provincial)']],
    [
      '社会公众对我市公安工作满意度由2011年的全省第15位跃居为2017年的全省第2位。',
      ['公安工作满意度全省第2位 ← 清浦市公安局 (provincial)'],
    ],
    [
      '原交警大队教导员、退休民警谷长松家庭荣获“全国文明家庭”称号。',
      ['全国文明家庭 ← 原交警大队教导员、退休民警谷长松家庭 (national)'],
    ],
    [
      '特警大队勇夺全市公安机关实战比武团体冠军，队员杜立、凌云飞分获手枪速射第一名和第三名。',
      [
        '全市公安机关实战比武团体冠军 ← 特警大队 (municipal)',
        '全市公安机关实战比武手枪速射第一名 ← 杜立 (municipal)',
        '全市公安机关实战比武手枪速射第三名 ← 凌云飞 (municipal)',
      ],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    '“利刃先锋”练兵、“云剑”收网同步推进。',
    '新的一年，市公安局将深化改革，群众满意度保持全市前三。',
    '全市各项工作全省第一是今年的口号。',
    '盗窃案发案数居全省第一。',
    '市公安局升级改造公安检查站12个。',
  ])('says of no award: %s', (text) => expect(found(text)).toEqual([]));
});

describe('the level of a list is that of the line above it', () => {
  it('reads it where an award says none itself', () => {
    const text =
      '◎国家级\n刑侦大队荣立集体二等功\n所长周大海当选“爱民模范”\n◎市级\n法制大队荣立集体二等功\n辅警钱小满获评“全省最美辅警”';
    expect(found(text)).toEqual([
      '集体二等功 ← 刑侦大队 (national)',
      '爱民模范 ← 周大海 (national)',
      '集体二等功 ← 法制大队 (municipal)',
      '全省最美辅警 ← 钱小满 (provincial)',
    ]);
  });

  it('ends with the list', () => {
    const text = '◎国家级\n刑侦大队荣立集体二等功\n\n二、打击犯罪\n\n禁毒大队荣立集体二等功。';
    expect(found(text)).toEqual(['集体二等功 ← 刑侦大队 (national)', '集体二等功 ← 禁毒大队 (provincial)']);
  });
});
