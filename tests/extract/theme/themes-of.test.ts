import { describe, expect, it } from 'vitest';
import { type ThemeClaim, themesOf } from '../../../src/extract/theme/index.js';
import type { Lexicon } from '../../../src/model/lexicon.js';
import { loadLexicon } from '../../support/lexicon.js';

const lexicon = loadLexicon();

function themes(
  label: string,
  more: Partial<ThemeClaim> = {},
  using: Pick<Lexicon, 'themes' | 'indicators'> = lexicon,
): string[] {
  const clause = more.clause ?? label;
  const sentence = more.sentence ?? clause;
  return themesOf({ label, clause, sentence, paragraph: sentence, section: null, indicator: null, ...more }, using);
}

describe('themes of a claim by its own words', () => {
  it.each([
    ['矛盾纠纷化解数', ['grassroots']],
    ['社区警务室数', ['grassroots']],
    ['驻企警务室数', ['business-environment']],
    ['电信网络诈骗发案数', ['anti-fraud']],
    ['紧急止付涉案资金', ['anti-fraud']],
    ['涉企案件侦办数', ['business-environment']],
    ['“跨省通办”业务办理量', ['business-environment']],
    ['合署办公的运营商数', []],
    ['全国“枫桥式公安派出所”创成数', ['grassroots', 'honours']],
    ['集体表彰奖励数', ['honours']],
    ['“无诈社区”达标数', ['grassroots', 'anti-fraud']],
    ['涉企矛盾纠纷化解数', ['grassroots', 'business-environment']],
    ['刑事案件立案数', []],
    ['交通违法查处数', []],
    ['虚假口罩诈骗案件数', []],
    ['民警培训人次', []],
    ['因公牺牲民警数', []],
  ])('%s: %j', (label, expected) => {
    expect(themes(label)).toEqual(expected);
  });
  it.each([
    ['平安联户数', ['grassroots']],
    ['“一标三实”信息采集数', ['grassroots']],
    ['调解室数', ['grassroots']],
    ['走失人员找回数', ['grassroots']],
    ['帮信案件破案数', ['anti-fraud']],
    ['封堵网址数', ['anti-fraud']],
    ['预警拦截数', ['anti-fraud']],
    ['外国人居留许可数', ['business-environment']],
    ['审批事项压缩率', ['business-environment']],
    ['容缺受理数', ['business-environment']],
    ['窗口平均办理时长', ['business-environment']],
    ['优秀公务员数', ['honours']],
    ['被评为“爱民模范”人数', ['honours']],
  ])('words of the genre: %s', (label, expected) => {
    expect(themes(label)).toEqual(expected);
  });
  it.each([
    '涉稳风险预警处置数',
    '气象预警数',
    '危化品企业检查数',
    '警卫任务数',
    '看守所安全天数',
    '民警处分人数',
    '35岁以下民警占比',
    '群众安全感',
    '传统侵财案件侦破数',
    '110接警总量',
    '道路隐患整改数',
    '媒体报道篇数',
  ])('words of no theme: %s', (label) => {
    expect(themes(label)).toEqual([]);
  });
  it('takes the themes of its indicator', () => {
    expect(themes('上门服务人数', { indicator: 'home-service' })).toEqual(['business-environment']);
  });
  it('does not take its neighbour’s theme in a list', () => {
    expect(themes('打架斗殴警情数', { clause: '电信网络诈骗、打架斗殴警情分别下降22.7%、15.3%' })).toEqual([]);
  });
});

describe('themes a claim inherits', () => {
  const fraud = '市公安局深入开展打击治理电信网络诈骗专项行动，先后打掉洗钱团伙26个，抓获犯罪嫌疑人500余名';
  it('from what stands before it in the sentence', () => {
    expect(themes('抓获犯罪嫌疑人数', { clause: '抓获犯罪嫌疑人500余名', sentence: fraud })).toEqual(['anti-fraud']);
  });
  it('from the sentence before', () => {
    const before = '反诈中心实行合署办公。';
    const sentence = '全年共返还三批次，共计912万元。';
    expect(themes('共计金额', { clause: '共计912万元', sentence, paragraph: before + sentence })).toEqual([
      'anti-fraud',
    ]);
  });
  it('from the heading', () => {
    expect(themes('专职人员数', { section: '二、反诈攻坚' })).toEqual(['anti-fraud']);
  });
  it('not when it speaks of another subject', () => {
    expect(themes('刑事案件破案数', { clause: '破获刑事案件537起', sentence: `${fraud}，破获刑事案件537起` })).toEqual(
      [],
    );
    expect(themes('交通事故数', { section: '二、反诈攻坚' })).toEqual([]);
  });
  it('not past another subject nearer by', () => {
    const paragraph = '反诈中心合署办公。全市命案发案为零。投入2000万元。';
    expect(themes('投入金额', { clause: '投入2000万元', sentence: '投入2000万元。', paragraph })).toEqual([]);
  });
  it('not from a paragraph as a whole', () => {
    const paragraph = '反诈中心合署办公。一。二。三。共有14家。';
    expect(themes('合计家数', { clause: '共有14家', sentence: '共有14家。', paragraph })).toEqual([]);
  });
  it('from the level of the reporting office where nothing else is said', () => {
    expect(themes('治安警情数', { level: 'station' })).toEqual(['grassroots']);
    expect(themes('电诈发案数', { level: 'station' })).toEqual(['anti-fraud']);
    expect(themes('治安警情数', { level: 'city' })).toEqual([]);
  });
});

describe('themes of the user’s own', () => {
  const own = {
    indicators: [],
    themes: [{ id: 'food', zh: '食品安全', en: 'Food safety', words: ['食品'], context: ['食品'], not: ['食品券'] }],
  };
  it('need no change to the program', () => {
    expect(themes('食品抽检批次', {}, own)).toEqual(['food']);
    expect(themes('抽检批次', { section: '一、食品安全监管' }, own)).toEqual(['food']);
    expect(themes('食品券发放数', {}, own)).toEqual([]);
    expect(themes('电诈发案数', {}, own)).toEqual([]);
  });
});
