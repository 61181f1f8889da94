import { describe, expect, test } from 'vitest';
import { repair } from '../../src/repair/index.js';
import { contextOf, repaired } from './helpers.js';

const repeatsOf = (text: string): string[] => {
  const doc = repaired(text);
  return doc.repeats.map((r) => doc.text.slice(r.repairedSpan.start, r.repairedSpan.end));
};

const long = '近两年来，省公安厅依托一体化作战机制，组织全省公安机关发起8轮“剥茧”集中会战，服务破案1万余起。';

describe('what stands twice', () => {
  test.each<[string, string, string[]]>([
    ['a paragraph', `${long}\n\n全年平稳有序推进各项工作。\n\n${long}`, [long]],
    [
      'a paragraph in other punctuation and width',
      `${long}\n\n${long.replaceAll('，', ',').replace('8', '８')}`,
      [long],
    ],
    ['three times: both copies', `${long}\n\n${long}\n\n${long}`, [long, long]],
    ['a bullet copy', `${long}\n\n- ${long}`, [long]],
    [
      'a run of clauses inside another paragraph',
      '据统计，2020年以来，全省公安机关1个集体被授予“全国模范公安单位”称号，2个集体获评先进。\n\n两轮极端天气袭击全省，民警坚守路面。2020年以来，全省公安机关1个集体被授予“全国模范公安单位”称号，2个集体获评先进。',
      ['2020年以来，全省公安机关1个集体被授予“全国模范公安单位”称号，2个集体获评先进。'],
    ],
    [
      'the tail of an earlier paragraph',
      '全力推动平安建设，为各项事业发展和人民幸福安康作出更大贡献。\n\n项事业发展和人民幸福安康作出更大贡献。',
      ['项事业发展和人民幸福安康作出更大贡献。'],
    ],
    [
      'a short clause with an exact figure',
      '工程深入推进，全省派出所警力增至总警力的46.95%。\n\n各地不断将警力推向基层一线。全省派出所警力增至总警力的46.95%。',
      ['全省派出所警力增至总警力的46.95%。'],
    ],
    ['a short item with a figure', '- 日均接警511起\n- 出警402起\n\n- 日均接警511起\n', ['日均接警511起']],
  ])('%s', (_, text, expected) => {
    expect(repeatsOf(text)).toEqual(expected);
  });
});

describe('what is no repeat', () => {
  test.each<[string, string]>([
    [
      'another figure',
      '全年共抓获电信诈骗犯罪嫌疑人1208人，破案率大幅提升。\n\n全年共抓获电信诈骗犯罪嫌疑人1280人，破案率大幅提升。',
    ],
    ['common short words', '深入推进平安建设。\n\n深入推进平安建设。'],
    [
      'the same beginning only',
      '各级公安机关深入学习贯彻全国公安工作会议精神，破获刑事案件120起。\n\n各级公安机关深入学习贯彻全国公安工作会议精神，化解纠纷340起。',
    ],
    ['the same short clause with a round figure', '分局推出20条措施，深受欢迎。\n\n支队推出20条措施，成效显著。'],
    ['a number that goes on', '全年办理各类审批事项249件\n\n全年办理各类审批事项2490件，好评率高。'],
  ])('%s', (_, text) => {
    expect(repeatsOf(text)).toEqual([]);
  });
});

test('a repeat names the first place', () => {
  const doc = repaired(`${long}\n\n${long}`);
  expect(doc.repeats).toEqual([{ repairedSpan: doc.blocks[1]?.repairedSpan, ofSpan: doc.blocks[0]?.repairedSpan }]);
});

test('a sentence with another figure is noted with both places', () => {
  const text =
    '全年共抓获电信诈骗犯罪嫌疑人1208人，同比上升。\n\n以上是总体情况。\n\n全年共抓获电信诈骗犯罪嫌疑人1280人，同比上升。';
  const { notes } = repair({ file: 'a.txt', text, encoding: 'utf-8', units: [] }, { reports: [] });
  expect(notes).toMatchObject([
    { code: 'repair/near-repeat', severity: 'warning', place: { file: 'a.txt', line: 5 }, related: { line: 1 } },
  ]);
  expect(notes[0]?.message).toContain('1280');
});

test('two reports that say the same are not each other’s repeats', () => {
  const places = [
    { id: 'a', name: '甲山市', short: '甲山', level: 'city', aliases: [] },
    { id: 'b', name: '乙水市', short: '乙水', level: 'city', aliases: [] },
  ] as const;
  const text = `甲山公安\n\n甲山公安忠诚履职。${long}\n\n乙水公安\n\n乙水公安忠诚履职。${long}\n\n${long}`;
  const doc = repaired(text, contextOf(places));
  expect(doc.blocks.map((b) => b.owner.report)).toEqual(['a', 'a', 'b', 'b', 'b']);
  expect(doc.repeats).toHaveLength(1);
  expect(doc.repeats[0]?.repairedSpan).toEqual(doc.blocks[4]?.repairedSpan);
});
