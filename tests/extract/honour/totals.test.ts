import { describe, expect, it } from 'vitest';
import { extractHonours } from '../../../src/extract/honour/index.js';
import { contextOf, docOf } from '../../support/tokenised-doc.js';

/** Everything found, as `title ← recipient (level)`, with ×count where there is one. */
const found = (text: string): string[] =>
  extractHonours(docOf(text), contextOf()).value.map(
    (h) => `${h.title} ← ${h.recipient} (${h.level})${h.count === null ? '' : ` ×${h.count}`}`,
  );

describe('totals and their parts', () => {
  it.each<[string, string[]]>([
    [
      '全年有17个集体、203名个人受到上级表彰，其中省部级以上集体5个、个人19名。',
      [
        '上级表彰 ← 17个集体 (other) ×17',
        '上级表彰 ← 203名个人 (other) ×203',
        '省部级以上表彰 ← 5个集体 (provincial) ×5',
        '省部级以上表彰 ← 19名个人 (provincial) ×19',
      ],
    ],
    [
      '共获集体荣誉64项，其中国家级2项、省级11项。',
      [
        '集体荣誉 ← 清浦市公安局 (other) ×64',
        '国家级集体荣誉 ← null (national) ×2',
        '省级集体荣誉 ← null (provincial) ×11',
      ],
    ],
    ['个人受表彰318人次，集体受表彰56个次。', ['个人表彰 ← null (other) ×318', '集体表彰 ← null (other) ×56']],
    ['个人荣誉：市级以上64人次', ['市级以上个人荣誉 ← null (municipal) ×64']],
    [
      '全年记三等功46人，嘉奖集体12个、个人210人。',
      [
        '三等功 ← 清浦市公安局 (municipal) ×46',
        '集体嘉奖 ← 清浦市公安局 (other) ×12',
        '个人嘉奖 ← 清浦市公安局 (other) ×210',
      ],
    ],
    ['156人荣立三等功，嘉奖892人次。', ['三等功 ← 156人 (municipal) ×156', '嘉奖 ← 清浦市公安局 (other) ×892']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    '力争集体荣誉达到20项，其中省级以上5项。',
    '全年破获案件120起，其中部级督办3起、省级督办11起。',
    '计划表彰先进集体20个，其中市级5个。',
  ])('says of no award: %s', (text) => expect(found(text)).toEqual([]));
});

describe('who gave and who got', () => {
  it.each<[string, string[]]>([
    [
      '省公安厅近日对成绩突出的单位予以通报表扬，清浦市公安局反诈中心等18个集体、石万里等52名个人榜上有名。',
      ['通报表扬 ← 清浦市公安局反诈中心等18个集体 (provincial) ×18', '通报表扬 ← 石万里等52名个人 (provincial) ×52'],
    ],
    [
      '公安部网安局发来贺信，省公安厅专门发来贺电，市委书记作出肯定批示。',
      ['贺信 ← 清浦市公安局 (national)', '贺电 ← 清浦市公安局 (provincial)', '肯定批示 ← 清浦市公安局 (municipal)'],
    ],
    [
      '市公安局被公安部、省政府分别记集体一等功、集体二等功。',
      ['集体一等功 ← 市公安局 (national)', '集体二等功 ← 市公安局 (provincial)'],
    ],
    [
      '云台派出所被公安部命名为“全国旅游安全示范派出所”，省公安厅为其记集体二等功一次。',
      ['全国旅游安全示范派出所 ← 云台派出所 (national)', '集体二等功 ← 云台派出所 (provincial)'],
    ],
    [
      '莲溪镇、双桥镇全年电诈零发案，被县委政法委命名为首批“无诈乡镇”。',
      ['首批“无诈乡镇” ← 莲溪镇 (other)', '首批“无诈乡镇” ← 双桥镇 (other)'],
    ],
    [
      '“板凳警务”工作法入选全国优秀案例，获评全省改革创新奖。',
      ['全国优秀案例 ← “板凳警务”工作法 (national)', '全省改革创新奖 ← “板凳警务”工作法 (provincial)'],
    ],
    [
      '民警朱敏被评为“清浦好警察”，并入选“中国好人榜”。',
      ['清浦好警察 ← 朱敏 (municipal)', '中国好人榜 ← 朱敏 (national)'],
    ],
    ['民警朱敏获“清浦好警察”提名。', ['“清浦好警察”提名 ← 朱敏 (municipal)']],
    [
      '走出了全国优秀人民警察王芳、全省最美基层民警赵亮。',
      ['全国优秀人民警察 ← 王芳 (national)', '全省最美基层民警 ← 赵亮 (provincial)'],
    ],
    ['禁毒工作考核获评优秀等次。', ['禁毒工作考核优秀等次 ← 清浦市公安局 (other)']],
    ['“昆仑”专项行动战果列全省第二。', ['“昆仑”专项行动战果全省第二 ← 清浦市公安局 (provincial)']],
    [
      '在“云剑”行动中抓获逃犯186名，绩效列全市六个城区分局之首。',
      ['“云剑”行动绩效全市六个城区分局之首 ← 清浦市公安局 (municipal)'],
    ],
    [
      '在全市满意度测评中得分97分，连续五年居全市公安机关前两位。',
      ['全市满意度测评全市公安机关前两位 ← 清浦市公安局 (municipal)'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    '该案被列为全国“扫黄打非”挂牌督办案件。',
    '全市已创成“零发案”小区633个。',
    '抓获逃犯数全市第一，打击战果居全省首位。',
    '省公安厅对全省公安机关作出部署，各地迅速行动。',
    '市委书记作出批示，要求尽快破案。',
  ])('is no honour: %s', (text) => expect(found(text)).toEqual([]));
});

describe('rolls of lines', () => {
  it('gives the title of one line to the names on the lines below it', () => {
    const roll = [
      '#光荣榜',
      '全国公安机关成绩突出集体',
      '沅东分局反诈中心',
      '全国公安机关成绩突出个人',
      '法制支队三级警长 尹凡',
      '全省公安机关先进集体',
      '清河县公安局治安大队',
      '清河县公安局石板派出所',
    ].join('\n');
    expect(found(roll)).toEqual([
      '全国公安机关成绩突出集体 ← 沅东分局反诈中心 (national)',
      '全国公安机关成绩突出个人 ← 尹凡 (national)',
      '全省公安机关先进集体 ← 清河县公安局治安大队 (provincial)',
      '全省公安机关先进集体 ← 清河县公安局石板派出所 (provincial)',
    ]);
  });

  it('takes no text below a title for a name', () =>
    expect(found('全省公安机关先进集体\n全局民警深入开展矛盾纠纷排查。')).toEqual([]));
});
