import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decode } from '../../src/host/decode.js';
import type { Corpus } from '../../src/model/corpus.js';
import type { Division } from '../../src/model/lexicon.js';
import type { SourceDoc } from '../../src/model/source-doc.js';
import { corpusOf, type GuessedCorpus, guessCorpus, guessFiles } from '../../src/pipeline/guess-corpus.js';

const doc = (text: string, file = 'a.txt'): SourceDoc => ({ file, text, encoding: 'utf-8', units: [] });
const workOut = (sources: readonly SourceDoc[], list?: readonly Division[]): GuessedCorpus =>
  corpusOf(guessFiles(sources, list));
const root = new URL('../../', import.meta.url);
const { divisions } = parse(readFileSync(new URL('lexicon/divisions.yaml', root), 'utf8')) as { divisions: Division[] };

/** Each: what it shows, the text, name and level, period. The texts are made up; some places are real, some are not. */
const TEXTS: readonly [string, string, string, string, string | null, string | null][] = [
  [
    'an official summary that calls its bureau 县公安局 after the title',
    `献县公安局2023年工作总结\n\n2023年，县公安局坚决贯彻县委、县政府和市公安局部署，全县刑事立案412起，同比下降9.3%。全县命案发案为零。献县公安局被市公安局评为先进单位。\n\n献县公安局\n2023年12月30日`,
    '献县',
    'county',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'an autonomous prefecture',
    `青屏州公安局2022年工作综述\n\n2022年，青屏州公安机关聚焦主责主业。全州共破获刑事案件3120起，同比上升4.5%；青屏州公安局党委先后6次专题研究。青屏公安反诈中心止付资金3200万元。全州群众安全感98.1%。`,
    '青屏州',
    'city',
    '2022-01-01',
    '2022-12-31',
  ],
  [
    'a branch that names its city’s bureau first',
    `北屿区公安：把平安写在街头巷尾\n\n2024-01-06 海州晚报\n\n2023年，海州市公安局北屿分局紧盯群众关切，全区刑事警情同比下降12.1%。北屿分局打掉团伙23个。分局反诈中心见面劝阻1.2万人次。北屿公安在全市绩效考核中排名第二，海州市公安局授予其集体嘉奖。`,
    '北屿区',
    'district',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'a city of three characters, found by its list of divisions in a text that says it twice',
    `奋进的一年\n\n2021年，攀枝花公安全力护航发展。全市破获刑事案件2310起。攀枝花公安机关为企业挽回损失4500万元。`,
    '攀枝花市',
    'city',
    '2021-01-01',
    '2021-12-31',
  ],
  [
    'a city of three characters that no list knows',
    `乌兰塔公安2023年度十件大事\n\n2023年，乌兰塔公安破获刑事案件2310起。乌兰塔市公安局荣获集体二等功。全市群众安全感99.1%，乌兰塔警方为企业挽损4500万元。`,
    '乌兰塔市',
    'city',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'a province called without 省, its year by the police’s own day',
    `1月9日，在第三个中国人民警察节到来之际，省政府新闻办公室举行发布会，介绍甘肃公安工作。\n\n去年，全省公安机关破获刑事案件2.1万起，全省命案下降。`,
    '甘肃省',
    'province',
    '2022-01-01',
    '2022-12-31',
  ],
  [
    'a city whose kind is part of its name, beside a county-level city of which one team is praised',
    `平安答卷\n\n2022年，福州警方建成合成作战中心两个，福州警方全市破案率上升。福州警方推行积分制。涌现出福清市公安局出入境管理大队等先进典型，全市群众满意率95.29%。`,
    '福州市',
    'city',
    '2022-01-01',
    '2022-12-31',
  ],
  [
    'a city named by its news site only, with other years that something began in',
    `驻马店网讯　市公安局获悉，2016年全市现行命案侦破率100%。自2010年8月开始，全市推行竞聘上岗，形成具有驻马店特色的机制。2016年，全市满意度位居全省第1位。`,
    '驻马店市',
    'city',
    '2016-01-01',
    '2016-12-31',
  ],
  [
    'a verb before 公安 is no place, and a goal that is held to is no plan',
    `2021年，充分发挥公安职能，锚定“平安建设更高水平”目标，保康县公安局破获案件120起。2021年全县命案全破，保康公安抓获逃犯12名。`,
    '保康县',
    'county',
    '2021-01-01',
    '2021-12-31',
  ],
  [
    'a municipality that ranks as a province, by its own bureau',
    `重庆公安这一年\n\n2023年，重庆市公安局坚持改革强警。全市刑事立案同比下降11.2%。重庆公安全年破获电诈案件1.2万起，重庆警方抓获嫌疑人8900名。`,
    '重庆市',
    'province',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'a province of which only the title says which',
    `松原江省公安厅通报2022年全省公安工作\n\n发布时间：2023-01-09 来源：松原江省公安厅\n\n2022年，全省公安机关共破获刑事案件9.8万起，同比上升3.1%。全省刑事立案下降8.2%。省公安厅组织开展专项行动12次。`,
    '松原江省',
    'province',
    '2022-01-01',
    '2022-12-31',
  ],
  [
    'a first quarter',
    `阳渠市公安局一季度工作情况\n\n2024-04-09 阳渠公安\n\n今年一季度，阳渠公安共破获刑事案件512起，同比上升6.1%，环比下降2.0%。全市刑事警情同比下降9.8%。阳渠市公安局打掉团伙12个。`,
    '阳渠市',
    'city',
    '2024-01-01',
    '2024-03-31',
  ],
  [
    'months named in the text’s first sentence',
    `平安答卷\n\n2023-12-05 来源：云汀公安\n\n2023年1—11月，云汀县公安局破获刑事案件512起，同比上升6.1%。全县刑事警情同比下降9.8%，云汀公安发还赃款300万元。`,
    '云汀县',
    'county',
    '2023-01-01',
    '2023-11-30',
  ],
  [
    'a year’s end, printed in the next, that says “last year”',
    `除夕前的问候\n\n澜岸日报 2023年1月18日 星期三 第03版\n\n去年，澜岸公安全年破获刑事案件1512起，比上年多破100起；澜岸市公安局抓获逃犯132名。去年全市群众安全感97.8%。`,
    '澜岸市',
    'city',
    '2022-01-01',
    '2022-12-31',
  ],
  [
    'figures of other years all around',
    `2023，平安吴岭再出发\n\n2023年，吴岭公安破获刑事案件1512起，较2022年上升3.2%，比2019年下降22.1%。全市立案数由2020年的5120起降至3010起。到2025年，吴岭市公安局将建成智慧小区1200个；2024年力争再降一成。吴岭公安发案连续三年下降。`,
    '吴岭市',
    'city',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'five years in the title, none of them named there',
    `警徽闪耀这五年——白鹤市公安局工作回眸\n\n白鹤日报 2022年10月9日\n\n五年来，白鹤公安破获刑事案件2.1万起，全市刑事立案2018年起连续下降。白鹤市公安局荣立集体一等功。`,
    '白鹤市',
    'city',
    '2018-01-01',
    '2022-12-31',
  ],
  [
    'a station that is named in the title and all along',
    `老街口的守望者——记岩口县公安局青石桥派出所\n\n2023年，青石桥派出所接报警情1312起。青石桥派出所所长说，青石桥派出所调解纠纷312起。全所民警9人。岩口县公安局授予青石桥派出所集体嘉奖。`,
    '青石桥派出所',
    'station',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'a banner in Inner Mongolia',
    `哈日旗公安局2023年工作总结\n\n2023年，哈日旗公安局全旗破获案件212起，全旗命案全破，哈日公安牧区警务室达到32个。`,
    '哈日旗',
    'county',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'an autonomous prefecture by its whole name and its short one',
    `恩施土家族苗族自治州公安局2023年工作总结\n\n2023年，全州公安机关破获刑事案件3120起，全州刑事立案同比下降9.1%。恩施州公安局荣获集体二等功。恩施公安立足山区实际。`,
    '恩施州',
    'city',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'an autonomous region',
    `内蒙古自治区公安厅通报2023年工作\n\n2023年，内蒙古公安机关立足边疆，全区刑事案件同比下降8.2%。全区公安机关抓获逃犯1320名。内蒙古公安厅被公安部授予集体一等功。`,
    '内蒙古自治区',
    'province',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'an industrial park, whose short name says nothing',
    `苏州工业园区公安分局2023年度工作回顾\n\n2023年，园区公安分局聚焦营商环境，全区刑事警情下降11.2%。苏州工业园区公安分局为企业挽损1.2亿元。园区公安推出便企措施22条。`,
    '苏州工业园区',
    'district',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'a branch in a place that is no 区',
    `松山湖分局：护航科学城\n\n2023年，松山湖公安分局走访企业2310家。东莞市公安局松山湖分局推出便企措施。松山湖公安破获案件12起，园区警情下降20%。`,
    '松山湖',
    'district',
    '2023-01-01',
    '2023-12-31',
  ],
  [
    'a county that shares its city’s name',
    `长沙县公安局2022年工作总结和2023年工作思路\n\n2022年，全县公安机关破获刑事案件2310起。长沙县公安局在全市考核中排名第一，长沙市公安局发文表扬。`,
    '长沙县',
    'county',
    '2022-01-01',
    '2022-12-31',
  ],
  [
    'a text that names no bureau and no year',
    `春天的故事\n\n小河静静流淌，两岸开满了花。人们在树下喝茶，孩子们在草地上奔跑。`,
    'a',
    'other',
    null,
    null,
  ],
];

const place = ({ jurisdictions, reports }: Corpus) => ({
  name: jurisdictions[0]?.name,
  level: jurisdictions[0]?.level,
  from: reports[0]?.period.from,
  to: reports[0]?.period.to,
});

test.each(TEXTS)('%s', (_, text, name, level, from, to) => {
  const { value } = guessCorpus([doc(text)], divisions);
  expect(place(value)).toEqual({ name, level, from, to });
  expect(value.reports).toHaveLength(1);
});

describe('texts with known answers', () => {
  const sets: readonly [string, number][] = [
    ['corpus/', 1],
    ['tests/gold/second/corpus/', 0.9],
  ];
  test.each(sets)('%s: place, level and years of at least %f', (folder, least) => {
    const truth = parse(readFileSync(new URL(`${folder}corpus.yaml`, root), 'utf8')) as Corpus;
    const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.txt'));
    const docs = files.flatMap((name) => decode(readFileSync(new URL(folder + name, root)), name).value ?? []);
    const { corpus } = workOut(docs, divisions);
    const wrong = truth.reports.flatMap((report) => {
      const own = truth.jurisdictions.find(({ id }) => id === report.jurisdiction);
      const file = report.sources[0]?.file;
      const fits = corpus.reports.some((guess) => {
        const found = corpus.jurisdictions.find(({ id }) => id === guess.jurisdiction);
        // 武侯区 and 成都市武侯区 are one place.
        const isNamed = found && own && (found.name.endsWith(own.name) || own.name.endsWith(found.name));
        return (
          guess.sources[0]?.file === file &&
          isNamed &&
          found.level === own.level &&
          guess.period.from?.slice(0, 4) === report.period.from?.slice(0, 4) &&
          guess.period.to?.slice(0, 4) === report.period.to?.slice(0, 4)
        );
      });
      return fits ? [] : [report.id];
    });
    expect(1 - wrong.length / truth.reports.length, `wrong: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(least);
    expect(corpus.reports).toHaveLength(truth.reports.length);
  });
});

describe('two reports on one page', () => {
  const half = (name: string, n: number) =>
    `${name}公安\n\n守护一方安宁\n\n2023年，${name}公安破案${n}起。${name}分局抓获嫌疑人${n + 5}名。${name}公安荣立集体三等功。${name}区群众安全感98.${n % 10}%。\n\n`;
  test('two headings, two owners', () => {
    const { corpus, unsure } = workOut([
      doc(`海州日报 2024年1月9日 星期二\n\n${half('东滩', 120)}${half('西浦', 230)}`),
    ]);
    expect(corpus.jurisdictions.map(({ name }) => name)).toEqual(['东滩区', '西浦区']);
    expect(corpus.reports.map(({ id, sources }) => [id, sources[0]?.file])).toEqual([
      ['dongtan-2023', 'a.txt'],
      ['xipu-2023', 'a.txt'],
    ]);
    expect([...unsure.values()].map((doubts) => doubts['two-reports']?.zh)).toEqual([
      '东滩、西浦在此文件里各有标题',
      '东滩、西浦在此文件里各有标题',
    ]);
  });
  test('one heading and another bureau in passing is one report', () => {
    const { corpus } = workOut([doc(`${half('东滩', 120)}东滩公安与西浦公安联合办案2起，西浦分局协助。`)]);
    expect(corpus.reports).toHaveLength(1);
  });
});

describe('ids', () => {
  const report = (name: string, year: number) =>
    `${name}市公安局${year}年工作总结\n\n${year}年，${name}公安破案120起。全市立案下降3%。${name}市公安局抓获22人。`;
  test('names’ sounds, numbers where two sound alike, one place for two years', () => {
    const { value } = guessCorpus(
      [report('株洲', 2022), report('珠州', 2022), report('株洲', 2023), report('吕梁', 2023)].map((text, i) =>
        doc(text, `${i}.txt`),
      ),
    );
    expect(value.jurisdictions.map(({ id, name }) => [id, name])).toEqual([
      ['zhuzhou', '株洲市'],
      ['zhuzhou-2', '珠州市'],
      ['lvliang', '吕梁市'],
    ]);
    expect(value.reports.map(({ id }) => id)).toEqual([
      'zhuzhou-2022',
      'zhuzhou-2-2022',
      'zhuzhou-2023',
      'lvliang-2023',
    ]);
  });

  test('whatever the texts, ids are well-formed, each once, and dates exist', () => {
    const word = fc.constantFrom(
      ...'十堰市公安局 公安 警方 分局 区 派出所 2023年 2024年上半年 2019年至2023年 今年以来 截至2月底 2月30日 2024-02-31 来源： 第四个中国人民警察节 ， 。 \n — 全市 高新 𠮷 ü é 年来 五'.split(
        ' ',
      ),
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), (texts) => {
        const { value } = guessCorpus(texts.map((words, i) => doc(words.join(''), `${i}.txt`)));
        for (const ids of [value.jurisdictions.map(({ id }) => id), value.reports.map(({ id }) => id)]) {
          expect(new Set(ids).size).toBe(ids.length);
          for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
        }
        for (const { period, published } of value.reports) {
          for (const day of [period.from, period.to, published?.date]) {
            if (day) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
          }
          if (period.from && period.to) expect(period.from <= period.to).toBe(true);
        }
      }),
    );
  });
});
