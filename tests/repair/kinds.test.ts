import { describe, expect, test } from 'vitest';
import { outline, repaired, textOf } from './helpers.js';

const before = '2023年，全市公安机关共破获刑事案件1208起，同比上升12.3%。';

/** Headings of the genre without any mark. */
const headings = [
  '忠诚担当护平安',
  '改革创新强警务',
  '重拳出击 严打犯罪',
  '服务发展 优化环境',
  '筑牢反诈防火墙',
  '守护群众“钱袋子”',
  '党建引领铸警魂',
  '以打开路，维护社会稳定',
  '坚持政治建警 锻造过硬队伍',
  '当好营商环境“护航员”',
  '让群众少跑腿',
  '把矛盾化解在萌芽状态',
  '打击篇',
  '平安答卷',
  '枫桥经验绽新彩',
  '队伍建设',
  '深入推进扫黑除恶斗争',
  '大案必破，命案必破',
  '出重拳，打出声威',
  '聚民心、解民忧、护民安',
  '矛盾化解有妙招',
  '从“跑断腿”到“零跑腿”',
  '向科技要警力',
  '一村一警，守望平安',
  '基层治理的“金钥匙”',
  '群众的事就是最大的事',
  '奋进新征程，建功新时代',
  '数字看变化',
  '年度十件大事',
  '荣誉榜',
  '这五年，重拳打击，雷霆万钧',
  '成都武侯公安',
];
/** Paragraphs as they follow headings. */
const paragraphs = [
  '去年以来，分局聚焦群众急难愁盼，推出便民措施20条，办理业务3万余件。',
  '“以前办证要跑三趟，现在一次就办好了。”市民李女士说。',
  '全年共化解矛盾纠纷3400余起，化解率98.6%。',
  '民警王强走进社区，挨家挨户发放宣传单2000余份。',
  '打击犯罪是公安机关的主业。一年来，抓获嫌疑人800余名。',
];

describe('a line behind a picture', () => {
  const items = ['🔹电诈发案减少512起', '🔹紧急止付6.1亿元', '🔹见面劝阻9806人次'];
  const kindsOf = (lines: readonly string[]) =>
    outline(repaired(lines.join('\n'))).map(([kind, text]) => `${kind} ${text}`);

  test.each(['🔒 反诈，我们是认真的', '🏘️ 派出所主防，防在家门口', '📊 数说·平安'])(
    '%s heads the list under it',
    (line) => {
      const words = line.replace(/^\S+ /u, '');
      expect(kindsOf([before, '', line, '', ...items])).toContain(`heading ${words}`);
    },
  );

  test.each([
    ['one of a list', ['🔒 反诈见面劝阻9806人次', '🔒 快速止付挽损', '🔒 宣传入户']],
    ['with a figure', ['🔒 见面劝阻9806人次', '', ...items]],
    ['a sentence', ['🔒 反诈，我们是认真的。', '', ...items]],
    ['a bullet', ['🔹 反诈，我们是认真的', '', '🔸 派出所主防']],
    ['the last line', ['🔒 反诈，我们是认真的']],
  ])('%s is an item', (_, lines) => {
    const [first] = kindsOf([before, '', ...lines]).slice(1);
    expect(first).toMatch(/^item /);
  });
});

test('a heading without marks stays apart from its paragraph', () => {
  const joined: string[] = [];
  for (const heading of headings) {
    for (const paragraph of paragraphs) {
      const doc = repaired(`平安建设再上新台阶\n\n${before}\n\n${heading}\n\n${paragraph}\n\n${before}`);
      const block = doc.blocks.find((b) => textOf(doc, b) === heading);
      if (block?.kind !== 'heading') joined.push(`${heading} | ${paragraph}`);
    }
  }
  // a heading’s last character and a paragraph’s first may make a word by chance
  expect(joined.length, joined.join('\n')).toBeLessThanOrEqual(1);
});

describe('kinds', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    [
      '【打击犯罪】\n● 破案 3,276起\n● 抓获 12 人',
      [
        ['heading', '【打击犯罪】'],
        ['item', '破案3,276起'],
        ['item', '抓获12人'],
      ],
    ],
    [
      '## 平安湖北\n\n- 五年来，培训43万人次。',
      [
        ['heading', '平安湖北'],
        ['item', '五年来，培训43万人次。'],
      ],
    ],
    [
      '平安答卷\n\n本报记者 罗启明 通讯员 陈三元\n\n全年破案120起。',
      [
        ['heading', '平安答卷'],
        ['byline', '本报记者 罗启明 通讯员 陈三元'],
        ['paragraph', '全年破案120起。'],
      ],
    ],
    [
      '全年破案120起。\n\n责任编辑：吴双 版式：方一平',
      [
        ['paragraph', '全年破案120起。'],
        ['credit', '责任编辑：吴双 版式：方一平'],
      ],
    ],
    [
      '云衡日报\n\n2024年1月10日 星期三\n\n全年破案120起。',
      [
        ['masthead', '云衡日报'],
        ['masthead', '2024年1月10日 星期三'],
        ['paragraph', '全年破案120起。'],
      ],
    ],
    [
      '全年破案120起。\n\n▲特警开展演练',
      [
        ['paragraph', '全年破案120起。'],
        ['caption', '▲特警开展演练'],
      ],
    ],
    [
      '全年破案120起，\n\n▲特警开展演练\n\n抓获80人。',
      [
        ['paragraph', '全年破案120起，抓获80人。'],
        ['caption', '▲特警开展演练'],
      ],
    ],
    [
      '以上报告，请予审议。\n\n青岫县公安局\n\n2022年12月28日',
      [
        ['paragraph', '以上报告，请予审议。'],
        ['byline', '青岫县公安局'],
        ['masthead', '2022年12月28日'],
      ],
    ],
    [
      '“\n\n全年破案120起。',
      [
        ['pull-quote', '“'],
        ['paragraph', '全年破案120起。'],
      ],
    ],
    ['全年破案\n\n120起。', [['paragraph', '全年破案120起。']]],
    ['', []],
    [' \n\u3000\n', []],
  ])('%j', (text, expected) => {
    expect(outline(repaired(text))).toEqual(expected);
  });
});

test('captions without marks are told by where they stand', () => {
  const doc = repaired(
    `${before}\n\n${before.replace('1208', '1300')}\n\n${before.replace('1208', '1400')}\n\n\n\n民警在辖区巡逻。\n\n\n\n“找堵防”安防综合演练进校园\n`,
  );
  expect(doc.blocks.map((b) => b.kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'caption', 'caption']);
});

test('a text wrapped by hand is put together, its paragraphs told by their indent', () => {
  const wrapped = [
    '　　2023年，全市公安机关紧紧围绕平安建设这一主线，聚',
    '焦主责主业，统筹推进打击犯罪、社会治理和服务发展。',
    '全市社会治安大局持续平稳，群众安全感稳步提升，人民',
    '满意度位居前列。',
    '　　全年共立刑事案件683起，同比下降12.4%，破获案件',
    '537起，抓获嫌疑人1209人，追缴赃款213.5万元，有力震',
    '慑了违法犯罪。',
    '　　推行便民措施，办理户籍业务18734件、出入境证件1432',
    '本，提供上门服务613次，深受群众好评。',
  ].join('\n');
  expect(outline(repaired(wrapped))).toEqual([
    [
      'paragraph',
      '2023年，全市公安机关紧紧围绕平安建设这一主线，聚焦主责主业，统筹推进打击犯罪、社会治理和服务发展。全市社会治安大局持续平稳，群众安全感稳步提升，人民满意度位居前列。',
    ],
    [
      'paragraph',
      '全年共立刑事案件683起，同比下降12.4%，破获案件537起，抓获嫌疑人1209人，追缴赃款213.5万元，有力震慑了违法犯罪。',
    ],
    ['paragraph', '推行便民措施，办理户籍业务18734件、出入境证件1432本，提供上门服务613次，深受群众好评。'],
  ]);
});

test('a block’s section is the nearest heading above it, without marks and number', () => {
  const doc = repaired(
    '平安答卷\n\n全年破案120起。\n\n【反诈】\n\n止付1亿元。\n\n2 严打整治攻势凌厉。深入推进“百日行动”，破案30起。',
  );
  expect(doc.blocks.map((b) => b.section)).toEqual([null, '平安答卷', '平安答卷', '反诈', '反诈', '严打整治攻势凌厉']);
});

test('the lines of a roll and of a list of figures stay lines, in a text of whole paragraphs as well', () => {
  const roll = ['全国公安机关成绩突出集体', '沅东分局反诈中心', '全国公安机关成绩突出个人', '法制支队三级警长 尹凡'];
  const figures = [
    '集体荣誉：市级以上21项',
    '个人荣誉：市级以上64人次',
    '城关派出所获评先进单位',
    '县公安局被评为优秀单位',
  ];
  for (const lines of [roll, figures]) {
    const doc = repaired(`${before.repeat(4)}\n\n${lines.join('\n')}\n\n仪式强调，${before}`);
    expect(doc.blocks.map((b) => textOf(doc, b)).slice(1, -1)).toEqual(lines);
  }
});
