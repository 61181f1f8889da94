import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IndicatorClaim, matchIndicator } from '../../../src/extract/indicator/index.js';
import { loadLexicon } from '../../support/lexicon.js';

const lexicon = loadLexicon();

function idOf(label: string, unit: string, more: Partial<IndicatorClaim> = {}): string | null {
  const kind = more.kind ?? (unit === '%' ? 'share' : unit === '元' ? 'amount' : 'count');
  return matchIndicator({ label, clause: label, section: null, ...more, unit, kind }, lexicon)?.id ?? null;
}

describe('the indicator of a claim', () => {
  it.each([
    // One stage is never another.
    ['电信网络诈骗案件立案数', '起', 'fraud-filed'],
    ['涉电诈立案数', '起', 'fraud-filed'],
    ['电信网络诈骗发案数', '起', 'fraud-occurred'],
    ['电诈警情数', '起', 'fraud-calls'],
    ['破获电信网络诈骗案件数', '起', 'fraud-cleared'],
    ['抓获涉诈犯罪嫌疑人数', '名', 'fraud-suspects-caught'],
    ['电诈移送起诉人数', '人', 'fraud-prosecuted'],
    ['打击处理涉诈违法犯罪嫌疑人数', '人', 'fraud-dealt-with'],
    ['电信诈骗案件数', '起', 'fraud-cases'],
    ['刑事案件立案数', '起', 'criminal-filed'],
    ['刑事发案总量', '起', 'criminal-occurred'],
    ['刑事有效警情数', '起', 'criminal-calls'],
    ['刑事案件数', '起', 'criminal-cases'],
    ['刑事案件破案数', '件', 'criminal-cleared'],
    ['受理治安案件数', '起', 'public-order-accepted'],
    ['治安案件查处数', '起', 'public-order-handled'],
    ['矛盾纠纷排查数', '起', 'disputes-found'],
    ['各类纠纷调处数', '件', 'disputes-resolved'],
    ['矛盾纠纷排查化解数', '起', 'disputes-found-resolved'],
    ['矛盾纠纷化解率', '%', 'disputes-resolution-rate'],
    ['风险隐患排查数', '处', 'hazards-found'],
    ['风险隐患整改数', '处', 'hazards-rectified'],
    ['隐患排查整治数', '处', 'hazards-found-rectified'],
    // Money and cards, warnings and dissuasion.
    ['紧急止付涉案资金', '元', 'fraud-stopped-money'],
    ['冻结涉诈资金', '元', 'fraud-frozen-money'],
    ['止付冻结涉诈资金', '元', 'fraud-stopped-frozen-money'],
    ['冻结涉案银行卡数', '张', 'fraud-frozen-accounts'],
    ['返还被骗资金', '元', 'fraud-returned-money'],
    ['见面劝阻人次', '人次', 'fraud-dissuaded-in-person'],
    ['下发预警指令数', '条', 'fraud-warnings'],
    // Others of the genre.
    ['日均接报警情数', '起', 'calls-per-day'],
    ['社区民警数', '人', 'community-officers'],
    ['每天投入巡逻警力', '人次', 'patrol-force'],
    ['群众安全感', '%', 'safety-perception'],
    ['派出所警力占县级公安机关总警力比重', '%', 'station-force-share'],
    ['侵犯知识产权案件侦破数', '起', 'ip-cases-cleared'],
    ['侵犯知识产权和制售假冒伪劣商品案件破获数', '起', 'ip-and-fake-cases-cleared'],
    ['涉企案件侦办数', '起', 'firm-cases-investigated'],
    ['户籍类“跨省通办”业务办理量', '笔', 'cross-province-handled'],
    ['户口迁移“跨省通办”业务开通数', '个', 'cross-province-kinds'],
    ['全国“枫桥式公安派出所”数', '个', 'fengqiao-national'],
  ])('%s in %s is %s', (label, unit, id) => {
    expect(idOf(label, unit)).toBe(id);
  });

  it.each([
    // Parts, sub-types, campaigns and neighbours: null rather than wrong.
    ['贷款诈骗立案数', '起'],
    ['企业被骗案件数', '起'],
    ['电诈案件占刑事案件比例', '%'],
    ['“利剑”行动抓获人数', '人'],
    ['养老诈骗破案数', '起'],
    ['未化解的矛盾纠纷数', '起'],
    ['协助抓获违法犯罪嫌疑人数', '人'],
    ['不起诉人数', '人'],
    ['千万元以上特大电诈案件发案数', '起'],
    ['刑事发案率', '%'],
    ['命案、涉枪案件、抢劫案“四案”侦破率', '%'],
    ['海拔', '米'],
    // what comes to one is another thing than the whole
    ['社区民警人均服务群众数', '人'],
    ['每万人口拥有社区民警数', '人'],
    ['派出所所均化解矛盾纠纷数', '起'],
    ['每名民警破获刑事案件数', '起'],
    ['电信网络诈骗案均损失', '元'],
    ['重点企业每季度走访次数', '次'],
    ['110', '件'],
    ['', '起'],
  ])('%s in %s is none', (label, unit) => {
    expect(idOf(label, unit)).toBeNull();
  });

  it('asks for a unit that fits', () => {
    expect(idOf('电诈立案数', '人')).toBeNull();
    expect(idOf('电诈立案数', '元')).toBeNull();
    expect(idOf('电诈立案数', '%')).toBeNull();
    expect(idOf('电诈立案数', '%', { kind: 'change' })).toBe('fraud-filed');
    expect(idOf('矛盾纠纷化解率', '个百分点', { kind: 'change' })).toBe('disputes-resolution-rate');
    expect(idOf('矛盾纠纷化解率', '起')).toBeNull();
  });

  it('finds an elided subject in the sentence', () => {
    const sentence = '全市电信网络诈骗发案数同比下降23.5%，破案数、打处人数分别上升17.4%和近三成';
    const clause = '破案数、打处人数分别上升17.4%和近三成';
    expect(idOf('破案数', '%', { clause, sentence, kind: 'change' })).toBe('fraud-cleared');
    expect(idOf('打处人数', '%', { clause, sentence, kind: 'change' })).toBe('fraud-dealt-with');
  });
  it('takes no subject from a sentence about something else', () => {
    const sentence = '全市刑事案件发案数同比下降23.5%，破案数、打处人数分别上升17.4%和近三成';
    expect(idOf('打处人数', '%', { clause: '打处人数上升近三成', sentence, kind: 'change' })).not.toBe(
      'fraud-dealt-with',
    );
  });
  it('does not take the neighbour in a list for the claim', () => {
    const clause = '入室盗窃、电信网络诈骗、打架斗殴警情分别下降41%、22.7%、15.3%';
    expect(idOf('打架斗殴警情数', '%', { clause, kind: 'change' })).toBeNull();
  });

  it('knows every indicator by its own Chinese name or by none, never by another’s stage', () => {
    for (const entry of lexicon.indicators) {
      const kind =
        entry.measure === 'R' || entry.measure === 'P'
          ? 'share'
          : entry.measure === 'K'
            ? 'rank'
            : entry.units[0] === '元'
              ? 'amount'
              : 'count';
      const found = matchIndicator(
        { label: entry.zh, clause: entry.zh, section: null, unit: entry.units[0] ?? '个', kind },
        lexicon,
      );
      if (found) expect([entry.id, found.stage]).toEqual([entry.id, entry.stage]);
    }
  });

  it('never throws and never invents an entry', () => {
    const ids = new Set(lexicon.indicators.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'电诈立案破发警情矛盾纠纷化解排查率数0123%（“”、，。 \n') }),
        fc.constantFrom('起', '人', '%', '元', '？'),
        (label, unit) => {
          const id = idOf(label, unit);
          return id === null || ids.has(id);
        },
      ),
    );
  });
});

describe('the indicator list', () => {
  it('has at least 80 entries, each id once, with both names, units and patterns', () => {
    expect(lexicon.indicators.length).toBeGreaterThanOrEqual(80);
    expect(new Set(lexicon.indicators.map(({ id }) => id)).size).toBe(lexicon.indicators.length);
    for (const { id, zh, en, units, all } of lexicon.indicators) {
      expect([id, zh !== '', en !== '', units.length > 0, all.length > 0]).toEqual([id, true, true, true, true]);
    }
  });
  it('names only themes and indicators there are', () => {
    const themes = new Set(lexicon.themes.map(({ id }) => id));
    const ids = new Set(lexicon.indicators.map(({ id }) => id));
    for (const entry of lexicon.indicators) {
      for (const theme of entry.themes) expect([entry.id, themes.has(theme)]).toEqual([entry.id, true]);
      if (entry.beside !== undefined) expect([entry.id, ids.has(entry.beside)]).toEqual([entry.id, true]);
      for (const pattern of [...entry.all, ...(entry.about ?? []), entry.not].flat()) {
        if (pattern.startsWith('@')) expect(themes.has(pattern.slice(1))).toBe(true);
      }
    }
  });
  it('never gives activity an order', () => {
    for (const { id, outcome, polarity } of lexicon.indicators)
      if (!outcome) expect([id, polarity]).toEqual([id, 'ambiguous']);
  });
});
