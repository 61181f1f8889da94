import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block, RepairedDoc } from '../../src/model/repaired-doc.js';
import { foldCharacters } from '../../src/repair/characters/index.js';
import { repair } from '../../src/repair/index.js';
import { borderBetween } from '../../src/repair/owner/boundaries.js';
import { levelScore } from '../../src/repair/owner/features.js';
import { indexLines } from '../../src/text/lines.js';
import { toSource } from '../../src/text/source-map.js';
import { bCubed, interleave, randomFrom, soleReports } from '../support/interleave.js';
import { contextOf, type PlaceName, repaired, textOf } from './helpers.js';

const read: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item', 'caption']);

/** 1-based source line of each block that is read, with its owner. */
function ownersByLine(doc: RepairedDoc): { line: number; block: Block }[] {
  const lines = indexLines(doc.source.text);
  return doc.blocks
    .filter((b) => read.has(b.kind))
    .map((block) => ({ block, line: lines.at(toSource(doc.map, block.repairedSpan)[0]?.start ?? 0).line }));
}

const root = new URL('../../', import.meta.url);
const load = (folder: string, start: string): string => {
  const dir = new URL(folder, root);
  return readFileSync(new URL(readdirSync(dir).find((f) => f.startsWith(start)) ?? '', dir), 'utf8');
};

const wuhou: PlaceName = {
  id: 'wuhou',
  name: '成都市武侯区',
  short: '武侯',
  level: 'district',
  aliases: ['武侯公安', '成都武侯公安'],
};
const tianfu: PlaceName = {
  id: 'tianfu',
  name: '四川天府新区',
  short: '天府新区',
  level: 'district',
  aliases: ['天府公安', '成都天府公安', '成都天府新区公安'],
};

describe('a newspaper page of two bureaus', () => {
  const page = load('corpus/', '004');
  const owner = (line: number) => (line < 48 ? 'wuhou' : line < 76 ? 'tianfu' : line < 94 ? 'wuhou' : 'tianfu');

  test('every block from the first headline on has its owner, also where it stands under the other one’s heading', () => {
    const doc = repaired(page, contextOf([wuhou, tianfu]));
    const found = ownersByLine(doc).filter(({ line }) => line >= 13 && line <= 116);
    expect(found.map(({ line, block }) => [line, block.owner.report])).toEqual(
      found.map(({ line }) => [line, owner(line)]),
    );
    for (const { block } of found) expect(block.owner.margin).toBeGreaterThan(1);
  });

  test('the order of the reports makes no difference', () => {
    const one = repaired(page, contextOf([wuhou, tianfu])).blocks.map((b) => b.owner.report);
    expect(repaired(page, contextOf([tianfu, wuhou])).blocks.map((b) => b.owner.report)).toEqual(one);
  });

  test('a section holds only for blocks of its own report', () => {
    const doc = repaired(page, contextOf([wuhou, tianfu]));
    const block = ownersByLine(doc).find(({ line }) => line === 76)?.block;
    expect(block?.section).toBe('锐意改革创新争当先锋');
  });

  test('every block says what spoke for its owner', () => {
    for (const { block } of ownersByLine(repaired(page, contextOf([wuhou, tianfu]))))
      expect(block.owner.cues.length).toBeGreaterThan(0);
  });

  test('parts that a person gave settle it', () => {
    const parts = { wuhou: [{ from: 1, to: 60 }], tianfu: [{ from: 61, to: 110 }] };
    const doc = repaired(page, contextOf([wuhou, tianfu], parts));
    for (const { line, block } of ownersByLine(doc)) {
      expect(block.owner.report).toBe(line <= 60 ? 'wuhou' : line <= 110 ? 'tianfu' : null);
      expect(block.owner.margin).toBeNull();
    }
  });

  test('parts of one report leave the rest to the others', () => {
    const doc = repaired(page, contextOf([wuhou, tianfu], { wuhou: [{ from: 1, to: 20 }] }));
    for (const { line, block } of ownersByLine(doc)) expect(block.owner.report).toBe(line <= 20 ? 'wuhou' : 'tianfu');
  });
});

test('another page: alternating sections and a paragraph that both bureaus share', () => {
  const page = load('tests/gold/second/corpus/', '07');
  const one: PlaceName = {
    id: 'wanghu',
    name: '岳城市望湖区',
    short: '望湖',
    level: 'district',
    aliases: ['望湖公安', '望湖分局'],
  };
  const two: PlaceName = {
    id: 'gaoxin',
    name: '岳城高新区',
    short: '岳城高新',
    level: 'district',
    aliases: ['高新公安', '高新分局'],
  };
  const doc = repaired(page, contextOf([one, two]));
  const owner = (line: number) =>
    line < 21 || (line >= 33 && line < 43) || (line >= 51 && line < 57) ? 'wanghu' : 'gaoxin';
  const found = ownersByLine(doc).filter(({ line }) => line >= 7 && line < 59);
  expect(found.map(({ line, block }) => [line, block.owner.report])).toEqual(
    found.map(({ line }) => [line, owner(line)]),
  );
  const shared = ownersByLine(doc).filter(({ line }) => line === 59);
  expect(shared.map(({ block }) => [block.owner.report, textOf(doc, block).slice(0, 9)])).toEqual([
    ['wanghu', '2024年，望湖公'],
    ['gaoxin', '高新公安计划再建企'],
  ]);
});

test('one report: everything is its own, margin null', () => {
  const doc = repaired('某市公安\n\n全年破案1200起。', contextOf([wuhou]));
  for (const b of doc.blocks)
    expect(b.owner).toEqual({ report: 'wuhou', cues: ['only report of the file'], margin: null });
});

test('one report with parts: the rest of the page is nobody’s', () => {
  const doc = repaired(
    '武侯公安\n\n全年破案1200起。\n\n别处的文章。',
    contextOf([wuhou], { wuhou: [{ from: 1, to: 3 }] }),
  );
  expect(doc.blocks.map((b) => b.owner.report)).toEqual(['wuhou', 'wuhou', null]);
});

test('without any cue the owner is uncertain, and a note says so', () => {
  const text = '全年破案1200起，抓获嫌疑人800名，群众满意度提升。\n\n走访企业300家，化解矛盾500起，成效明显。';
  const { value, notes } = repair({ file: 'p.txt', text, encoding: 'utf-8', units: [] }, contextOf([wuhou, tianfu]));
  expect(value.blocks.map((b) => b.owner.report)).toEqual([null, null]);
  expect(notes).toMatchObject([
    { code: 'repair/owner-uncertain', severity: 'warning', place: { file: 'p.txt', line: 1 } },
  ]);
});

describe('a page of a city and of a county of another name', () => {
  const lanpo: PlaceName = { id: 'lanpo', name: '兰陂市', short: '兰陂', level: 'city', aliases: ['兰陂公安'] };
  const shuangao: PlaceName = { id: 'shuangao', name: '双澳县', short: '双澳', level: 'county', aliases: ['双澳公安'] };
  const ownersOf = (lines: readonly string[]) =>
    ownersByLine(repaired(lines.join('\n\n'), contextOf([lanpo, shuangao])))
      .filter(({ block }) => block.kind === 'paragraph')
      .map(({ block }) => block.owner.report);
  const city = '记者从兰陂市公安局获悉，2024年，全市公安机关破获刑事案件7382起，同比上升4.6%。';
  const cityAgain = '全市共划分社区警务区648个，配备专职社区民警702名，化解矛盾纠纷5.2万起。';
  const county = '双澳县公安局首创“海上枫桥”调解船，全年化解渔事纠纷387起、劳资纠纷94起。';
  const countyAgain = '双澳县公安局还推出“民宿快登”小程序，全县420家民宿实现入住登记“扫码即办”。';

  test('both headlines stand first: the passage under them belongs to the one it names', () => {
    const headlines = ['兰陂市公安局：改革蹚新路 服务有温度', '双澳县公安局：渔港边的平安曲'];
    const told = '在市行政服务中心，全市“公安综窗”改革让152个事项一窗受理、一次办结，平均办理时长压缩至9.6分钟。';
    const dateline = `本报讯（记者 陈澜 通讯员 林帆）${city}`;
    const page = [...headlines, dateline, told, '★', county, countyAgain];
    expect(ownersOf(page)).toEqual(['lanpo', 'lanpo', 'shuangao', 'shuangao']);
    const under = (isStacked: boolean) =>
      borderBetween(
        { kind: 'heading', text: headlines[1] ?? '', isStacked },
        { kind: 'paragraph', text: dateline, isStacked: false },
        0,
      );
    expect(under(true).change).toBeLessThan(under(false).change);
    expect(ownersOf([...headlines, county, countyAgain, city])).toEqual(['shuangao', 'shuangao', 'lanpo']);
  });

  test('one headline holds for the passage under it, whoever it names in passing', () => {
    const visit = '兰陂公安派人前来观摩，对渔事纠纷387起、劳资纠纷94起的化解经验给予肯定。';
    expect(ownersOf(['双澳县公安局：渔港边的平安曲', visit, countyAgain])).toEqual(['shuangao', 'shuangao']);
  });

  test.each(['★', '* * *', '———'])('%s parts passages', (ornament) => {
    expect(ownersOf([city, ornament, county, countyAgain, ornament, cityAgain])).toEqual([
      'lanpo',
      'shuangao',
      'shuangao',
      'lanpo',
    ]);
  });

  test('whose office opens a paragraph is what it is about', () => {
    const own = '市公安局获评全省平安建设先进集体，禁毒支队获得“全国禁毒工作先进集体”称号。';
    const named = '市公安局为双澳县公安局记集体三等功，全县民警深受鼓舞，东埕派出所再添荣誉。';
    expect(ownersOf([city, own, county])).toEqual(['lanpo', 'lanpo', 'shuangao']);
    expect(levelScore(own, 'city')).toBeGreaterThan(levelScore(own, 'county'));
    expect(levelScore(own, 'county')).toBeLessThan(0);
    expect(levelScore('东埕派出所获市公安局嘉奖。', 'county')).toBe(0);
    expect(ownersOf([county, countyAgain, named])).toEqual(['shuangao', 'shuangao', 'shuangao']);
  });
});

test('on a short page the words of the others draw no passage away from under its headline', () => {
  const place = (id: string, name: string, short: string): PlaceName => ({
    id,
    name,
    short,
    level: 'district',
    aliases: [`${short}公安`, `${short}公安分局`],
  });
  const places = [
    place('wanghu', '望湖区', '望湖'),
    place('liuyin', '柳荫区', '柳荫'),
    place('shibu', '石埠区', '石埠'),
  ];
  const doc = repaired(load('tests/gold/seventh/corpus/', '05'), contextOf(places));
  // under the headline 石埠公安, three paragraphs that say 分局 and name nobody
  const found = ownersByLine(doc).filter(({ line }) => line >= 23);
  expect(found.map(({ block }) => block.owner.report)).toEqual(found.map(() => 'shibu'));
  for (const { block } of found) expect(block.owner.margin).toBeGreaterThan(1.5);
});

describe('interleaved reports', () => {
  const reports = soleReports();
  const folded = reports.map((r) => ({ ...r, text: foldCharacters(r.text).text }));

  // Typesetting tells reports of different sources apart; on one printed page it is the same, so both are measured.
  test.each([
    ['as they are', reports, 0.92],
    ['typeset alike', folded, 0.9],
  ] as const)(
    '240 pages of reports %s: B³ F1',
    (name, pool, least) => {
      const random = randomFrom(20240110);
      let sum = 0;
      let wrong = 0;
      let none = 0;
      let all = 0;
      for (let n = 0; n < 240; n++) {
        const page = interleave(pool, random);
        const doc = repaired(page.text, contextOf(page.places));
        const items = ownersByLine(doc).map(({ line, block }) => ({
          gold: page.owners[line - 1] ?? '',
          found: block.owner.report,
        }));
        sum += bCubed(items);
        all += items.length;
        none += items.filter((i) => i.found === null).length;
        wrong += items.filter((i) => i.found !== null && i.found !== i.gold).length;
      }
      console.log(
        `${name}: B³ F1 ${(sum / 240).toFixed(4)}, uncertain ${(none / all).toFixed(4)}, wrong ${(wrong / all).toFixed(4)} of ${all} blocks`,
      );
      expect(sum / 240).toBeGreaterThanOrEqual(least);
      expect(wrong / all).toBeLessThan(0.08);
    },
    120_000,
  );
});
