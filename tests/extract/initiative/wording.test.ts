import { describe, expect, it } from 'vitest';
import { extractInitiatives } from '../../../src/extract/initiative/index.js';
import { contextOf, docOf } from '../../support/tokenised-doc.js';

const found = (text: string): string[] =>
  extractInitiatives(docOf(text), contextOf()).value.map((i) => `${i.name} ${i.themes.join()}`);

describe('names with the words that belong to them', () => {
  it.each<[string, string[]]>([
    [
      '推行“接警即止付、受案即侦查”工作机制，破获电信网络诈骗案件1126起。',
      ['“接警即止付、受案即侦查”工作机制 anti-fraud'],
    ],
    ['创新“党建引领、警网共治”模式，化解纠纷80起。', ['“党建引领、警网共治”模式 grassroots']],
    ['织就了“户户联防、嘎查联动、苏木联调”的三联机制。', ['户户联防、嘎查联动、苏木联调 grassroots']],
    ['推出涉企事项“马上办、网上办、就近办”。', ['马上办、网上办、就近办 business-environment']],
    ['市公安局还出台护航民营经济发展“二十条”。', ['护航民营经济发展“二十条” business-environment']],
    ['“一键挪车”呼叫12.8万次。', ['一键挪车 business-environment']],
    ['户籍窗口推行“一件事”集成办理。', ['“一件事”集成办理 business-environment']],
    ['实行重点项目警长包联制，选派民警32名。', ['项目警长包联制 business-environment']],
    ['全县推行一村一警务助理制度。', ['一村一警务助理 grassroots']],
    ['成立6支“社区熟人”义警队伍。', ['“社区熟人”义警队伍 grassroots']],
    ['全市建成智慧安防小区320个。', ['智慧安防小区 grassroots']],
    ['打造“一站式”矛盾纠纷化解中心。', ['“一站式”矛盾纠纷化解中心 grassroots']],
    [
      '组建涉企案件快办专班、企业警务联络站，走访企业1.1万家。',
      ['涉企案件快办专班 business-environment', '企业警务联络站 business-environment'],
    ],
    ['推出老年人办证上门服务、学生办证周末专场、企业办证绿色通道。', ['企业办证绿色通道 business-environment']],
    // One that says nothing by itself stands in a list with those that do.
    [
      '推出“板凳会”“火塘夜话”“田坎调解”，化解纠纷80起。',
      ['板凳会 grassroots', '火塘夜话 grassroots', '田坎调解 grassroots'],
    ],
    ['设立“外国人服务中心”。', ['外国人服务中心 business-environment']],
    [
      '建强“村嫂宣讲队”“退役军人护村队”，发展“平安合伙人”5600名。',
      ['村嫂宣讲队 grassroots', '退役军人护村队 grassroots', '平安合伙人 grassroots'],
    ],
    ['落实“135”快反机制，社区警情下降。', ['“135”快反机制 grassroots']],
    [
      '推广“渝快办”“警快办”，“川渝通办”事项达到50项。',
      ['渝快办 business-environment', '警快办 business-environment', '川渝通办 business-environment'],
    ],
    [
      '形成“源头治理、多元共治、依法调处、法治保障、幸福和谐、平安祥和”六位一体社会治理新模式。',
      ['“源头治理、多元共治、依法调处、法治保障、幸福和谐、平安祥和”六位一体社会治理新模式 grassroots'],
    ],
    ['研发“渔船卫士”预警系统，服务渔村社区警务。', ['“渔船卫士”预警系统 grassroots']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('no names', () => {
  it.each([
    '民警被群众誉为“活地图”“老娘舅”，化解纠纷30起。',
    '校园周边实现“见警察、见警车、见警灯”。',
    '力争2025年建成智慧安防小区500个。',
    '打造“共建共治共享”格局。',
    '形成“小网格、大平安”治理格局。',
    '将“平安理念”融入社区警务，化解纠纷10起。',
    '“清浦公安”微信公众号发布反诈提醒120条。',
    '接待大厅获全省公安机关“十佳服务窗口”荣誉。',
    '打造12个品牌调解室。',
    '民警用“绣花功夫”化解矛盾纠纷30起。',
    '骗子诱导受害人下载“云闪保”APP，止付资金20万元。',
    '反诈中心发布“涉网购诈骗”预警120条。',
    '该小区曾被称为“上访小区”，如今化解纠纷30起。',
    '社区警务形成“大抓基层、大抓基础”的导向。',
    '反诈中心开通“96110”预警专线。',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});
