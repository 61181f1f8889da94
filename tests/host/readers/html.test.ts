import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/host/readers/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (text: string) => {
  const { value, notes } = await readSource(bytes(text), 'a.html');
  expect(notes).toEqual([]);
  return value?.text ?? '';
};

/** Long enough that the article is seen for what it is. */
const BODY = `<p>　　2023年，澄江区公安分局紧紧围绕企业需求，全区涉企案件立案\n同比下降15.2%，企业满意度达到98.6%，比上年提高两个百分点。</p>
<p>侦破涉企案件132起，抓获犯罪嫌疑人216名，<b>为企业挽回损失</b>8600余万元，返还财物3100件，走访企业4120家。</p>
<ul><li>110接警 18640起</li><li>日均接警 51起</li></ul>
<table><tr><th>项目</th><th>2023年</th></tr><tr><td><p>窗口办件</p></td><td><p>21.3万件</p></td></tr></table>
<p>推行“一窗通办”，网办率达到72%，平均每件少跑1.6趟，群众满意率99.2%，连续三年位居全市第一。<br>新的一年，分局将再接再厉，继续为企业服务。</p>`;
const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>工作情况-澄江区人民政府</title><meta name="ArticleTitle" content="澄江区公安分局2023年工作情况"><meta name="PubDate" content="2024-01-18 10:20"><meta name="ContentSource" content="澄江公安"><script>document.write('坏')</script><style>p{color:red}</style></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a href="/x">政务公开</a></li></ul></div><div>当前位置：首页 > 动态</div>
<div class="content"><div id="zoom">${BODY}<p style="display:none">看不见的话</p><iframe src="file:///etc/passwd"></iframe><img src="http://192.0.2.1/a.png" alt="图"></div></div>
<div class="next"><a href="/1">上一篇：区民政局动态</a></div><div class="footer">版权所有：澄江区人民政府 ICP备2021号</div></body></html>`;

const TEXT = [
  '# 澄江区公安分局2023年工作情况',
  '发布时间：2024-01-18 来源：澄江公安',
  '2023年，澄江区公安分局紧紧围绕企业需求，全区涉企案件立案同比下降15.2%，企业满意度达到98.6%，比上年提高两个百分点。',
  '侦破涉企案件132起，抓获犯罪嫌疑人216名，为企业挽回损失8600余万元，返还财物3100件，走访企业4120家。',
  '- 110接警 18640起\n- 日均接警 51起',
  '项目 2023年\n窗口办件 21.3万件',
  '推行“一窗通办”，网办率达到72%，平均每件少跑1.6趟，群众满意率99.2%，连续三年位居全市第一。',
  '新的一年，分局将再接再厉，继续为企业服务。\n',
].join('\n\n');

test('an official page: title, line of date and source, the whole article, nothing around it', async () => {
  expect(await read(PAGE)).toBe(TEXT);
});

/** A page as papers made them: tables lay it out, the site stands behind the title, weather and counters around the article. */
const PAPER = `<html><head><title>2023年泗溪公安工作综述_泗溪日报数字报</title></head><body>
<div>首页 时政 今日天气 多云 3℃ 在线 1024 人</div>
<table><tr><td><ul><li>第01版：要闻</li><li>第02版：综合</li></ul></td><td><div class="article"><h2>守平安 护民生</h2>
<p>2024年01月12日 来源：泗溪日报 作者：周芷</p>
<p>2023年，泗溪市公安局以“春雷行动”为牵引，全市电信网络诈骗案件立案数同比下降18.6%，打掉犯罪团伙31个，抓获犯罪嫌疑人1460名。</p>
<p>全市建成“石榴籽”调解室88个，排查化解矛盾纠纷1.12万起，“民转刑”命案同比下降33.3%，群众安全感持续上升。</p>
<table><tr><td><p>社区民警</p></td><td><p>905名</p></td></tr></table>
</div></td></tr></table><div>版权所有 泗溪日报社</div></body></html>`;

test('a page laid out by tables: its article in paragraphs, values of a table in rows', async () => {
  expect(await read(PAPER)).toBe(
    [
      '# 2023年泗溪公安工作综述',
      '## 守平安 护民生',
      '2024年01月12日 来源：泗溪日报 作者：周芷',
      '2023年，泗溪市公安局以“春雷行动”为牵引，全市电信网络诈骗案件立案数同比下降18.6%，打掉犯罪团伙31个，抓获犯罪嫌疑人1460名。',
      '全市建成“石榴籽”调解室88个，排查化解矛盾纠纷1.12万起，“民转刑”命案同比下降33.3%，群众安全感持续上升。',
      '社区民警 905名\n',
    ].join('\n\n'),
  );
});

test('a table of three columns keeps its cells apart, empty ones and wide ones too', async () => {
  const table = `<table><tr><th>指标</th><th>2023年</th><th>2024年</th></tr><tr><td>社区民警（名）</td><td></td><td>905</td></tr>
<tr><td colspan="2">合计|总数</td><td>12</td></tr></table>`;
  expect(await read(`<p>${'全市公安工作稳步推进。'.repeat(3)}</p>${table}`)).toContain(
    '| 指标 | 2023年 | 2024年 |\n| 社区民警（名） |  | 905 |\n| 合计／总数 |  | 12 |\n',
  );
});

test('a page in GBK says the same', async () => {
  const page = iconv.encode(PAGE.replace('utf-8', 'gb2312'), 'gbk');
  const { value } = await readSource(page, 'a.htm');
  expect(value?.text).toBe(TEXT);
  expect(value?.encoding).toBe('gb18030');
});

test('a page in Big5 is read as it says', async () => {
  const page = iconv.encode('<meta charset="big5"><p>全市警方共破獲案件三百二十起，抓獲嫌犯一百餘名。</p>', 'big5');
  const { value } = await readSource(page, 'a.html');
  expect(value?.text).toBe('全市警方共破獲案件三百二十起，抓獲嫌犯一百餘名。\n');
});

test('paragraphs are units whose spans are their text', async () => {
  const { value } = await readSource(bytes(PAGE), 'a.html');
  expect(value?.units.map(({ label }) => label).slice(0, 3)).toEqual(['第1段', '第2段', '第3段']);
  for (const { span } of value?.units ?? []) expect(value?.text.slice(span.start, span.end)).toMatch(/^\S[^\n]*\S$/);
});

const SMALL: readonly [string, string, string][] = [
  [
    'headings keep their level',
    '<h1>甲</h1><h3>乙</h3><p>丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙</p>',
    '# 甲\n\n### 乙\n\n丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙\n',
  ],
  [
    'no space where Chinese lines were broken, one where English ones were',
    '<p>破获\n案件three\nhundred起，抓获百余名嫌疑人</p>',
    '破获案件three hundred起，抓获百余名嫌疑人\n',
  ],
  [
    'unclosed elements',
    '<p>第一段说的是破案的事情<p>第二段说的是便民的事情<li>第三点说的是立功的事情',
    '第一段说的是破案的事情\n\n第二段说的是便民的事情\n\n- 第三点说的是立功的事情\n',
  ],
  [
    'entities',
    '<p>破案率&gt;90&#37;，&ldquo;一窗通办&rdquo;&nbsp;办件三万余件</p>',
    '破案率>90%，“一窗通办” 办件三万余件\n',
  ],
  [
    'captions',
    '<p>民警走访企业三千余家，解决难题百余个</p><figure><img src=x><figcaption>民警走访企业</figcaption></figure>',
    '民警走访企业三千余家，解决难题百余个\n\n▲民警走访企业\n',
  ],
  ['lines of pre', '<pre>第一行说的是破案\n第二行说的是便民</pre>', '第一行说的是破案\n\n第二行说的是便民\n'],
];
test.each(SMALL)('%s', async (_, page, text) => {
  expect(await read(page)).toBe(text);
});

describe('what cannot be read is named', () => {
  const cases: readonly [string, Uint8Array, string][] = [
    [
      'a page that scripts would fill',
      bytes('<html><body><div id="app"></div><script src="a.js"></script></body></html>'),
      'source/no-text',
    ],
    ['elements nested beyond reason', bytes(`${'<div>'.repeat(5000)}破案九百起`), 'source/too-deep'],
    ['a page beyond reason', bytes(`<p>${'破案九百起。'.repeat(1_500_000)}`), 'source/too-large'],
    ['a PDF under another name', bytes('%PDF-1.7 …'), 'input/binary'],
    ['nothing', new Uint8Array(), 'input/empty'],
  ];
  test.each(cases)('%s', async (_, page, code) => {
    const { value, notes } = await readSource(page, 'a.html');
    expect(value).toBeNull();
    expect(notes).toMatchObject([{ code, severity: 'error', place: { file: 'a.html' } }]);
  });

  test('deep but bearable nesting is read', async () => {
    expect(await read(`${'<div>'.repeat(2000)}全市破案九百起，抓获七百名嫌疑人。`)).toBe(
      '全市破案九百起，抓获七百名嫌疑人。\n',
    );
  });
});
