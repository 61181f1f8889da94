import type {
  Cell,
  CellState,
  Comparison,
  Practice,
  Reason,
  ReasonCode,
  Row,
  Verdict,
} from '../../src/model/comparison.js';
import type { Jurisdiction, Period, Report } from '../../src/model/corpus.js';
import type { Bounds, Fact, Finding, Honour, Initiative } from '../../src/model/finding.js';
import { span } from '../../src/model/span.js';

/** Everything in this file is invented: places, people, outlets and figures. */
const texts: Readonly<Record<string, readonly string[]>> = {
  qingping: [
    '青屏省公安厅：五年答卷',
    '',
    '一、守住群众“钱袋子”',
    '五年来，全省破获电信网络诈骗案件5.8万余起；抓获涉诈犯罪嫌疑人4.1万余名。',
    '2023年，全省电信网络诈骗发案数较2019年下降31.2%；全年移送起诉涉诈犯罪嫌疑人9632人。',
    '联合各银行开通止付绿色通道；五年累计止付涉诈资金126.4亿元。',
    '“全民反诈”氛围日渐浓厚，街头巷尾都有反诈提醒。',
    '二、把警力沉到一线',
    '全省派出所警力占县级公安机关总警力的44.3%；建成农村警务室1.1万余个。',
    '五年累计排查化解矛盾纠纷超过96万起，99.2%的社区（村）未发生命案。',
    '三、警旗下的誓言',
    '全省公安机关集体获奖励1286个。',
    '站在新的起点，全省基层所队警力占比超过45%，青屏公安将继续向人民报告。',
  ],
  lanchuan: [
    '岚川市公安局2023年工作报告',
    '一、反诈：从“追着打”到“抢着劝”',
    '全年，全市电信网络诈骗案件立案数同比下降17.4%；破案1846起，同比上升14.6%；抓获涉诈犯罪嫌疑人2157人，同比上升38.2%。',
    '其中，刷单返利类警情同比下降26.0%；全年发生单笔损失百万元以上案件7起。',
    '市反诈中心与23家银行建立“一键止付”机制，全年止付涉诈资金2.36亿元。',
    '接到高危预警，社区民警半小时内上门劝阻；全年见面劝阻1.9万余人次。',
    '退休教师、楼栋长组成的“银发守护员”走进老年大学，一对一讲骗局。',
    '二、基层：矛盾不上交',
    '全市化解矛盾纠纷2.4万余起，推行“一村一辅警”，社区民警全部专职。',
    '三、荣誉',
    '澄陂分局被公安部评为“全国优秀公安局”。刑警支队被省公安厅记集体二等功。',
    '附表：全年见面劝阻19243人次。',
  ],
  yijiang: [
    '沂江市公安局：2023年，我们这样走过',
    '一、反诈',
    '全市电信网络诈骗立案数同比下降12.8%，破案2310起，同比上升9.3%，抓获嫌疑人1984人，同比上升21.5%，移送起诉1126人。',
    '全年未发生单笔损失百万元以上案件。见面劝阻机制覆盖全部社区，警银止付绿色通道全天运行。',
    '全年止付涉诈资金3.2亿元。',
    '二、营商环境',
    '推行“一窗通办”，全程网办率达到85.01%，办理跨省通办业务1.2万笔。',
    '三、基层',
    '调处矛盾纠纷3.1万件。苇渡派出所获评全国“枫桥式公安派出所”。',
    '附栏：止付资金3.02亿元。',
  ],
  baipu: [
    '白浦市公安工作2022年回眸',
    '破获电信网络诈骗案件1275起，发案数同比下降9.6%，抓获1103人。',
    '止付资金1.■7亿元，反诈宣讲“五进”活动走进校园、工厂。',
    '排查化解矛盾纠纷1.8万余起，推行“一村一辅警”。',
    '白浦市公安局反诈大队获评全国优秀公安基层单位，巡特警支队被市委、市政府记集体二等功。',
    '“一窗通办”窗口办件43.12万件。',
  ],
  yuxi: [
    '榆溪区公安分局2023年1至11月工作情况',
    '贷款类电信诈骗警情同比下降62.0%，发案数同比下降35.2%，破案208起，打击处理173人。',
    '百万元以上案件零发案。民警开展“敲门行动”，见面劝阻3260人次。',
    '化解矛盾纠纷4170起，“榆溪老娘舅”调解室进驻全部街道。',
    '榆溪区获评全省平安建设示范区。',
  ],
  yunxiu: [
    '云岫新区公安分局2024年一季度工作',
    '涉诈警情同比下降43.0%，破案37起，抓获嫌疑人41人，移送起诉■■人。',
    '全年力争电诈发案下降30%。止付资金1120余万元，上门提醒540余人次。',
    '“一企一警”联络企业310家，“一窗通办”服务企业，全程网办率85.01%。',
    '政务服务中心公安窗口获评市青年文明号。',
  ],
};

const periods: Readonly<Record<string, Period>> = {
  qingping: { label: '2019—2023年', from: '2019-01-01', to: '2023-12-31' },
  lanchuan: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
  yijiang: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
  baipu: { label: '2022年', from: '2022-01-01', to: '2022-12-31' },
  yuxi: { label: '2023年1—11月', from: '2023-01-01', to: '2023-11-30' },
  yunxiu: { label: '2024年一季度', from: '2024-01-01', to: '2024-03-31' },
};

const places: readonly Jurisdiction[] = [
  ['qingping', '青屏省', '青屏', 'province'],
  ['lanchuan', '岚川市', '岚川', 'city'],
  ['yijiang', '沂江市', '沂江', 'city'],
  ['baipu', '白浦市', '白浦', 'city'],
  ['yuxi', '榆溪区', '榆溪', 'district'],
  ['yunxiu', '云岫新区', '云岫', 'other'],
].map(([id = '', name = '', short = '', level]) => ({
  id,
  name,
  short,
  level: level as Jurisdiction['level'],
  aliases: [`${short}公安`],
  denominators: {},
}));

const textOf = (id: string): string => (texts[id] ?? []).join('\n');

interface Base {
  readonly themes?: readonly string[];
  readonly flags?: readonly string[];
}
type FactExtra = Base & Partial<Omit<Fact, 'type' | 'source' | 'id' | 'report' | 'jurisdiction' | 'themes' | 'flags'>>;

/** What stands where: the clause must stand in the text once, the figure in the clause. */
function base(jurisdiction: string, exact: string, themes: readonly string[], flags: readonly string[] = []) {
  const text = textOf(jurisdiction);
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`sample: ${jurisdiction} does not say ${exact}`);
  const before = text.slice(0, start);
  const heading = before
    .split('\n')
    .filter((line) => /^[一二三]、/.test(line))
    .at(-1);
  return {
    report: `${jurisdiction}-r`,
    jurisdiction,
    themes,
    source: {
      file: `${jurisdiction}.txt`,
      start,
      end: start + exact.length,
      exact,
      line: before.split('\n').length,
      section: heading ?? null,
    },
    mentions: [],
    rule: 'fact/sample',
    flags,
  };
}

let serial = 0;
function fact(
  jurisdiction: string,
  exact: string,
  printed: string,
  label: string,
  value: number,
  unit: string,
  extra: FactExtra = {},
): Fact {
  const { themes = ['anti-fraud'], flags = [], ...rest } = extra;
  const more = /[余多]|超过/.test(printed);
  const bounds: Bounds | null = more ? { low: value, high: null, lowOpen: false, highOpen: false } : null;
  serial += 1;
  return {
    ...base(jurisdiction, exact, themes, flags),
    type: 'fact',
    id: `f-${jurisdiction}-${serial}`,
    indicator: { id: null, label },
    kind: 'count',
    value,
    value_to: null,
    unit,
    approx: more ? 'at-least' : 'exact',
    direction: 'none',
    basis: null,
    period: periods[jurisdiction] ?? { label: '', from: null, to: null },
    scope: null,
    bounds,
    status: 'actual',
    stage: null,
    printed,
    ...rest,
  };
}

const change = (direction: 'up' | 'down', basis: string | null = '同比') => ({
  kind: 'change' as const,
  direction,
  basis,
});

function initiative(jurisdiction: string, exact: string, name: string, themes: readonly string[]): Initiative {
  serial += 1;
  return { ...base(jurisdiction, exact, themes), type: 'initiative', id: `i-${jurisdiction}-${serial}`, name };
}
function honour(jurisdiction: string, exact: string, title: string, extra: Partial<Honour>): Honour {
  serial += 1;
  return {
    ...base(jurisdiction, exact, ['honours']),
    type: 'honour',
    id: `h-${jurisdiction}-${serial}`,
    title,
    recipient: null,
    recipient_kind: 'org',
    level: 'other',
    grantor: null,
    year: null,
    count: null,
    ...extra,
  };
}

/** A whole Comparison over six invented reports: rows of all four verdicts, cells of all four states, every section filled. */
export function sampleComparison(): Comparison {
  serial = 0;
  const five = { period: { label: '五年累计', from: '2019-01-01', to: '2023-12-31' } };
  const f = {
    qPo: fact('qingping', '五年来，全省破获电信网络诈骗案件5.8万余起', '5.8万余起', '破案数', 58000, '起', {
      stage: '破案',
      ...five,
    }),
    qZhua: fact('qingping', '抓获涉诈犯罪嫌疑人4.1万余名', '4.1万余名', '抓获嫌疑人', 41000, '人', {
      stage: '抓获',
      ...five,
    }),
    qFa: fact('qingping', '全省电信网络诈骗发案数较2019年下降31.2%', '31.2%', '发案数变动', 31.2, '%', {
      ...change('down', '较2019年'),
      stage: '发案',
      period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
    }),
    qSu: fact('qingping', '全年移送起诉涉诈犯罪嫌疑人9632人', '9632人', '移送起诉人数', 9632, '人', {
      stage: '起诉',
      period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
    }),
    qZhi: fact('qingping', '五年累计止付涉诈资金126.4亿元', '126.4亿元', '止付金额', 1.264e10, '元', {
      kind: 'amount',
      ...five,
    }),
    qJing: fact('qingping', '全省派出所警力占县级公安机关总警力的44.3%', '44.3%', '派出所警力占比', 44.3, '%', {
      kind: 'share',
      themes: ['grassroots'],
    }),
    qShi: fact('qingping', '建成农村警务室1.1万余个', '1.1万余个', '农村警务室', 11000, '个', {
      themes: ['grassroots'],
    }),
    qHua: fact('qingping', '五年累计排查化解矛盾纠纷超过96万起', '超过96万起', '矛盾纠纷', 960000, '起', {
      themes: ['grassroots'],
      flags: ['joint-verbs'],
      ...five,
      bounds: { low: 960000, high: null, lowOpen: true, highOpen: false },
    }),
    qMing: fact('qingping', '99.2%的社区（村）未发生命案', '99.2%', '未发生命案的社区占比', 99.2, '%', {
      kind: 'share',
      themes: ['grassroots'],
    }),
    qJi: fact('qingping', '全省公安机关集体获奖励1286个', '1286个', '集体奖励', 1286, '个', { themes: ['honours'] }),
    qJing2: fact('qingping', '全省基层所队警力占比超过45%', '超过45%', '基层所队警力占比', 45, '%', {
      kind: 'share',
      themes: ['grassroots'],
      bounds: { low: 45, high: null, lowOpen: true, highOpen: false },
    }),
    lLi: fact('lanchuan', '全市电信网络诈骗案件立案数同比下降17.4%', '17.4%', '立案数变动', 17.4, '%', {
      ...change('down'),
      stage: '立案',
    }),
    lPo: fact('lanchuan', '破案1846起', '1846起', '破案数', 1846, '起', { stage: '破案' }),
    lPoC: fact('lanchuan', '破案1846起，同比上升14.6%', '14.6%', '破案数变动', 14.6, '%', {
      ...change('up'),
      stage: '破案',
    }),
    lZhua: fact('lanchuan', '抓获涉诈犯罪嫌疑人2157人', '2157人', '抓获嫌疑人', 2157, '人', { stage: '抓获' }),
    lZhuaC: fact('lanchuan', '抓获涉诈犯罪嫌疑人2157人，同比上升38.2%', '38.2%', '抓获人数变动', 38.2, '%', {
      ...change('up'),
      stage: '抓获',
    }),
    lJing: fact('lanchuan', '刷单返利类警情同比下降26.0%', '26.0%', '涉诈警情变动', 26, '%', {
      ...change('down'),
      stage: '警情',
      scope: '刷单返利类',
    }),
    lBai: fact('lanchuan', '全年发生单笔损失百万元以上案件7起', '7起', '百万元以上案件', 7, '起', {
      stage: '发案',
      scope: '单笔损失',
    }),
    lZhi: fact('lanchuan', '全年止付涉诈资金2.36亿元', '2.36亿元', '止付金额', 2.36e8, '元', { kind: 'amount' }),
    lQuan: fact('lanchuan', '全年见面劝阻1.9万余人次', '1.9万余人次', '见面劝阻', 19000, '人次', {
      bounds: { low: 19000, high: 20000, lowOpen: false, highOpen: true },
    }),
    lHua: fact('lanchuan', '全市化解矛盾纠纷2.4万余起', '2.4万余起', '矛盾纠纷', 24000, '起', {
      themes: ['grassroots'],
    }),
    lQuan2: fact('lanchuan', '全年见面劝阻19243人次', '19243人次', '见面劝阻', 19243, '人次'),
    yLi: fact('yijiang', '全市电信网络诈骗立案数同比下降12.8%', '12.8%', '立案数变动', 12.8, '%', {
      ...change('down'),
      stage: '立案',
    }),
    yPo: fact('yijiang', '破案2310起', '2310起', '破案数', 2310, '起', { stage: '破案' }),
    yPoC: fact('yijiang', '破案2310起，同比上升9.3%', '9.3%', '破案数变动', 9.3, '%', {
      ...change('up'),
      stage: '破案',
    }),
    yZhua: fact('yijiang', '抓获嫌疑人1984人', '1984人', '抓获嫌疑人', 1984, '人', { stage: '抓获' }),
    yZhuaC: fact('yijiang', '抓获嫌疑人1984人，同比上升21.5%', '21.5%', '抓获人数变动', 21.5, '%', {
      ...change('up'),
      stage: '抓获',
    }),
    ySu: fact('yijiang', '移送起诉1126人', '1126人', '移送起诉人数', 1126, '人', { stage: '起诉' }),
    yBai: fact('yijiang', '全年未发生单笔损失百万元以上案件', '未发生', '百万元以上案件', 0, '起', { stage: '发案' }),
    yZhi: fact('yijiang', '全年止付涉诈资金3.2亿元', '3.2亿元', '止付金额', 3.2e8, '元', { kind: 'amount' }),
    yWang: fact('yijiang', '全程网办率达到85.01%', '85.01%', '全程网办率', 85.01, '%', {
      kind: 'share',
      themes: ['business-environment'],
    }),
    yKua: fact('yijiang', '办理跨省通办业务1.2万笔', '1.2万笔', '跨省通办办理量', 12000, '笔', {
      themes: ['business-environment'],
    }),
    yHua: fact('yijiang', '调处矛盾纠纷3.1万件', '3.1万件', '矛盾纠纷', 31000, '件', { themes: ['grassroots'] }),
    yZhi2: fact('yijiang', '止付资金3.02亿元', '3.02亿元', '止付金额', 3.02e8, '元', { kind: 'amount' }),
    bPo: fact('baipu', '破获电信网络诈骗案件1275起', '1275起', '破案数', 1275, '起', { stage: '破案' }),
    bFa: fact('baipu', '发案数同比下降9.6%', '9.6%', '发案数变动', 9.6, '%', { ...change('down'), stage: '发案' }),
    bZhua: fact('baipu', '抓获1103人', '1103人', '抓获嫌疑人', 1103, '人', { stage: '抓获' }),
    bHua: fact('baipu', '排查化解矛盾纠纷1.8万余起', '1.8万余起', '矛盾纠纷', 18000, '起', { themes: ['grassroots'] }),
    bBan: fact('baipu', '窗口办件43.12万件', '43.12万件', '办件量', 431200, '件', { themes: ['business-environment'] }),
    xJing: fact('yuxi', '贷款类电信诈骗警情同比下降62.0%', '62.0%', '涉诈警情变动', 62, '%', {
      ...change('down'),
      stage: '警情',
      scope: '贷款类',
    }),
    xFa: fact('yuxi', '发案数同比下降35.2%', '35.2%', '发案数变动', 35.2, '%', { ...change('down'), stage: '发案' }),
    xPo: fact('yuxi', '破案208起', '208起', '破案数', 208, '起', { stage: '破案' }),
    xDa: fact('yuxi', '打击处理173人', '173人', '打击处理人数', 173, '人', { stage: '打处' }),
    xBai: fact('yuxi', '百万元以上案件零发案', '零发案', '百万元以上案件', 0, '起', { stage: '发案' }),
    xQuan: fact('yuxi', '见面劝阻3260人次', '3260人次', '见面劝阻', 3260, '人次'),
    xHua: fact('yuxi', '化解矛盾纠纷4170起', '4170起', '矛盾纠纷', 4170, '起', { themes: ['grassroots'] }),
    uJing: fact('yunxiu', '涉诈警情同比下降43.0%', '43.0%', '涉诈警情变动', 43, '%', {
      ...change('down'),
      stage: '警情',
    }),
    uPo: fact('yunxiu', '破案37起', '37起', '破案数', 37, '起', { stage: '破案' }),
    uZhua: fact('yunxiu', '抓获嫌疑人41人', '41人', '抓获嫌疑人', 41, '人', { stage: '抓获' }),
    uMu: fact('yunxiu', '全年力争电诈发案下降30%', '30%', '发案数变动', 30, '%', {
      ...change('down', null),
      status: 'target',
      stage: '发案',
    }),
    uZhi: fact('yunxiu', '止付资金1120余万元', '1120余万元', '止付金额', 1.12e7, '元', { kind: 'amount' }),
    uQuan: fact('yunxiu', '上门提醒540余人次', '540余人次', '见面劝阻', 540, '人次'),
    uQi: fact('yunxiu', '“一企一警”联络企业310家', '310家', '联络企业', 310, '家', {
      themes: ['business-environment'],
    }),
    uWang: fact('yunxiu', '全程网办率85.01%', '85.01%', '全程网办率', 85.01, '%', {
      kind: 'share',
      themes: ['business-environment'],
    }),
  };
  const i = {
    qTong: initiative('qingping', '联合各银行开通止付绿色通道', '止付绿色通道', ['anti-fraud']),
    qKou: initiative('qingping', '“全民反诈”氛围日渐浓厚，街头巷尾都有反诈提醒', '全民反诈', ['anti-fraud']),
    lTong: initiative('lanchuan', '市反诈中心与23家银行建立“一键止付”机制', '“一键止付”机制', ['anti-fraud']),
    lMen: initiative('lanchuan', '接到高危预警，社区民警半小时内上门劝阻', '上门劝阻', ['anti-fraud']),
    lYin: initiative('lanchuan', '退休教师、楼栋长组成的“银发守护员”走进老年大学，一对一讲骗局', '“银发守护员”', [
      'anti-fraud',
    ]),
    lCun: initiative('lanchuan', '推行“一村一辅警”', '一村一辅警', ['grassroots']),
    yTong: initiative('yijiang', '警银止付绿色通道全天运行', '警银止付绿色通道', ['anti-fraud']),
    yMen: initiative('yijiang', '见面劝阻机制覆盖全部社区', '见面劝阻机制', ['anti-fraud']),
    yChuang: initiative('yijiang', '推行“一窗通办”', '一窗通办', ['business-environment']),
    bWu: initiative('baipu', '反诈宣讲“五进”活动走进校园、工厂', '反诈宣讲“五进”', ['anti-fraud']),
    bCun: initiative('baipu', '推行“一村一辅警”', '一村一辅警', ['grassroots']),
    bChuang: initiative('baipu', '“一窗通办”窗口', '一窗通办', ['business-environment']),
    xMen: initiative('yuxi', '民警开展“敲门行动”', '敲门行动', ['anti-fraud']),
    xJiu: initiative('yuxi', '“榆溪老娘舅”调解室进驻全部街道', '“榆溪老娘舅”调解室', ['grassroots']),
    uQi: initiative('yunxiu', '“一企一警”联络企业', '一企一警', ['business-environment']),
    uChuang: initiative('yunxiu', '“一窗通办”服务企业', '一窗通办', ['business-environment']),
  };
  const h = {
    qJi: honour('qingping', '全省公安机关集体获奖励1286个', '集体奖励', { count: 1286 }),
    lQuan: honour('lanchuan', '澄陂分局被公安部评为“全国优秀公安局”', '全国优秀公安局', {
      recipient: '澄陂分局',
      level: 'national',
      grantor: '公安部',
      year: '2023',
    }),
    lEr: honour('lanchuan', '刑警支队被省公安厅记集体二等功', '集体二等功', {
      recipient: '刑警支队',
      level: 'provincial',
      grantor: '省公安厅',
      year: '2023',
    }),
    yFeng: honour('yijiang', '苇渡派出所获评全国“枫桥式公安派出所”', '枫桥式公安派出所', {
      recipient: '苇渡派出所',
      level: 'national',
      year: '2023',
    }),
    bYou: honour('baipu', '白浦市公安局反诈大队获评全国优秀公安基层单位', '全国优秀公安基层单位', {
      recipient: '反诈大队',
      level: 'national',
    }),
    bEr: honour('baipu', '巡特警支队被市委、市政府记集体二等功', '集体二等功', {
      recipient: '巡特警支队',
      level: 'municipal',
      grantor: '市委、市政府',
    }),
    xPing: honour('yuxi', '榆溪区获评全省平安建设示范区', '全省平安建设示范区', {
      recipient: '榆溪区',
      recipient_kind: 'city',
      level: 'provincial',
    }),
    uQing: honour('yunxiu', '政务服务中心公安窗口获评市青年文明号', '市青年文明号', {
      recipient: '政务服务中心公安窗口',
      level: 'municipal',
    }),
  };
  const facts = Object.values(f);
  const honours = Object.values(h);
  const initiatives = Object.values(i);

  const cell = (jurisdiction: string, given: readonly Fact[], state?: CellState): Cell => ({
    jurisdiction,
    state: state ?? (given.length === 0 ? 'not-mentioned' : given[0]?.value === 0 ? 'zero' : 'reported'),
    facts: given.map((g) => g.id),
  });
  const row = (
    id: string,
    theme: string,
    label: string,
    label_en: string,
    verdict: Verdict,
    reasons: readonly ReasonCode[],
    why: string,
    given: readonly Fact[],
    more: Partial<Row> & { unreadable?: string } = {},
  ): Row => {
    const { unreadable, ...rest } = more;
    const first = given[0];
    return {
      id,
      theme,
      indicator: { id: id.toUpperCase(), label, label_en },
      kind: first?.kind ?? 'count',
      stage: first?.stage ?? null,
      unit: first?.unit ?? '',
      polarity: 'ambiguous',
      cells: places.map((p) =>
        p.id === unreadable
          ? cell(p.id, [], 'unreadable')
          : cell(
              p.id,
              given.filter((g) => g.jurisdiction === p.id),
            ),
      ),
      verdict,
      reasons,
      why,
      why_en: `Why: ${reasons.join(', ') || 'all alike'}.`,
      details: reasons.map((code): Reason => ({ code, verdict, zh: why, en: `${code} differs` })),
      order: null,
      derived: [],
      ...rest,
    };
  };

  const rows: Row[] = [
    row(
      'mediation',
      'grassroots',
      '矛盾纠纷化解',
      'Disputes settled',
      'side-by-side',
      ['PERIOD', 'LEVEL', 'SCOPE'],
      '动词有“化解”“调处”“排查化解”三种，时段和层级也不同，只能并列。',
      [f.qHua, f.lHua, f.yHua, f.bHua, f.xHua],
    ),
    row(
      'fraud-calls',
      'anti-fraud',
      '涉诈警情变动',
      'Fraud calls, change',
      'not-comparable',
      ['SCOPE', 'PERIOD'],
      '两个只数电诈中的一类，一个数全部：部分不与整体相比。',
      [f.lJing, f.xJing, f.uJing],
    ),
    row(
      'fraud-filed',
      'anti-fraud',
      '立案数变动',
      'Cases filed, change',
      'comparable',
      ['RECORDING'],
      '同为立案、同为2023年全年、同与上年同期比。',
      [f.lLi, f.yLi],
      { order: [f.yLi.id, f.lLi.id] },
    ),
    row(
      'fraud-occurred',
      'anti-fraud',
      '发案数变动',
      'Offences, change',
      'not-comparable',
      ['BASE', 'PERIOD', 'LEVEL'],
      '一个较2019年，两个与上年同期比，时段也不同。',
      [f.qFa, f.bFa, f.xFa],
    ),
    row(
      'fraud-million',
      'anti-fraud',
      '百万元以上案件',
      'Cases above 1 million',
      'side-by-side',
      ['PERIOD', 'SMALL_N'],
      '零是报道明说的“未发生”“零发案”；件数少，不作解读。',
      [f.lBai, f.yBai, f.xBai],
    ),
    row(
      'fraud-cleared',
      'anti-fraud',
      '破案数',
      'Cases cleared',
      'side-by-side',
      ['PERIOD', 'LEVEL'],
      '时段从一个季度到五年，层级从区到省。',
      [f.qPo, f.lPo, f.yPo, f.bPo, f.xPo, f.uPo],
    ),
    row(
      'fraud-cleared-change',
      'anti-fraud',
      '破案数变动',
      'Cases cleared, change',
      'comparable',
      [],
      '同期、同级、同与上年比。',
      [f.lPoC, f.yPoC],
      { order: [f.lPoC.id, f.yPoC.id] },
    ),
    row(
      'fraud-caught',
      'anti-fraud',
      '抓获嫌疑人',
      'Suspects caught',
      'side-by-side',
      ['PERIOD', 'LEVEL', 'ACTIVITY'],
      '抓获是工作量，不表示成效高低。',
      [f.qZhua, f.lZhua, f.yZhua, f.bZhua, f.uZhua],
    ),
    row(
      'fraud-caught-change',
      'anti-fraud',
      '抓获人数变动',
      'Suspects caught, change',
      'comparable',
      ['ACTIVITY'],
      '同期、同级、同与上年比。',
      [f.lZhuaC, f.yZhuaC],
      { order: [f.lZhuaC.id, f.yZhuaC.id] },
    ),
    row(
      'fraud-prosecuted',
      'anti-fraud',
      '移送起诉人数',
      'Persons prosecuted',
      'needs-normalising',
      ['LEVEL', 'DENOMINATOR'],
      '同为2023年，一省一市；除以常住人口后可比。',
      [f.qSu, f.ySu],
      {
        unreadable: 'yunxiu',
        derived: [
          {
            jurisdiction: 'yijiang',
            fact: f.ySu.id,
            value: 25.6,
            low: null,
            high: null,
            unit: '人/10万人',
            formula: '1126 ÷ 440万 × 10万',
            denominator: 'population',
            denominator_year: 2023,
            denominator_source: '沂江市统计公报（虚构）',
          },
        ],
      },
    ),
    row(
      'fraud-stopped',
      'anti-fraud',
      '止付金额',
      'Payments stopped',
      'side-by-side',
      ['PERIOD', 'READINGS'],
      '时段不一；沂江同文两说，白浦缺字。',
      [f.qZhi, f.lZhi, f.yZhi, f.yZhi2, f.uZhi],
      { unreadable: 'baipu' },
    ),
    row(
      'fraud-dissuaded',
      'anti-fraud',
      '见面劝阻',
      'Dissuaded in person',
      'side-by-side',
      ['PERIOD'],
      '同按人次计，但时段各异。',
      [f.lQuan, f.xQuan, f.uQuan],
    ),
    row(
      'online-rate',
      'business-environment',
      '全程网办率',
      'Fully-online rate',
      'side-by-side',
      ['DENOMINATOR', 'PERIOD'],
      '两地都没写分母。',
      [f.yWang, f.uWang],
    ),
  ];

  const rung = (stage: string, given: readonly Fact[]) => ({
    stage,
    cells: places.map((p) =>
      cell(
        p.id,
        given.filter((g) => g.jurisdiction === p.id),
      ),
    ),
  });

  const practice = (
    name: string,
    theme: string,
    list: readonly Initiative[],
    kind: Practice['kind'] = 'practice',
  ): Practice => ({
    name,
    variants: [...new Set(list.map((x) => x.name))],
    jurisdictions: [...new Set(list.map((x) => x.jurisdiction))],
    theme,
    kind,
    initiatives: list.map((x) => x.id),
    copied: false,
  });

  const order = places.map((p) => p.id);
  const all: readonly Finding[] = [...facts, ...honours, ...initiatives];
  const sorted = [...all].sort(
    (a, b) =>
      order.indexOf(a.jurisdiction) - order.indexOf(b.jurisdiction) ||
      a.source.start - b.source.start ||
      (a.id < b.id ? -1 : 1),
  );

  const share = (hits: number, of: number) => {
    const p = hits / of;
    const d = 1.96 * Math.sqrt((p * (1 - p)) / of + 0.0001);
    return { share: p, low: Math.max(0, p - d), high: Math.min(1, p + d), hits, of };
  };
  const themeIds = ['grassroots', 'anti-fraud', 'business-environment', 'honours'];
  const hits: Readonly<Record<string, readonly number[]>> = {
    grassroots: [24, 31, 19, 28, 38, 17],
    'anti-fraud': [18, 22, 27, 14, 20, 13],
    'business-environment': [15, 11, 16, 12, 10, 39],
    honours: [9, 8, 6, 17, 4, 5],
  };

  return {
    schema: 'duizhao/comparison/1',
    title: '六地公安工作对照简报',
    jurisdictions: places,
    reports: places.map(
      (p): Report => ({
        id: `${p.id}-r`,
        jurisdiction: p.id,
        period: periods[p.id] ?? { label: '', from: null, to: null },
        published: { date: '2024-01-09', outlet: `${p.short}日报`, title: texts[p.id]?.[0] ?? null },
        sources: [{ file: `${p.id}.txt`, parts: null }],
      }),
    ),
    themes: [
      { id: 'grassroots', zh: '基层警务', en: 'Grassroots policing' },
      { id: 'anti-fraud', zh: '反诈', en: 'Anti-fraud' },
      { id: 'business-environment', zh: '营商环境', en: 'Business environment' },
      { id: 'honours', zh: '荣誉', en: 'Honours' },
    ],
    sources: places.map((p) => ({
      file: `${p.id}.txt`,
      text: textOf(p.id),
      sha256: 'ab'.repeat(32),
      characters: textOf(p.id).length,
      repairs: [{ rule: 'repair/reflow', count: 2 }],
      repeats: p.id === 'qingping' ? [span(10, 30)] : [],
      owners: [],
    })),
    facts,
    honour_records: honours,
    initiatives,
    evidence: sorted.map((finding, index) => ({ number: index + 1, finding: finding.id })),
    rows,
    singles: [f.qJing, f.qShi, f.qMing, f.xDa, f.yKua, f.bBan, f.uQi].map((x) => ({
      theme: x.themes[0] ?? null,
      jurisdiction: x.jurisdiction,
      fact: x.id,
    })),
    ladders: [
      {
        theme: 'anti-fraud',
        rungs: [
          rung('警情', [f.lJing, f.xJing, f.uJing]),
          rung('立案', [f.lLi, f.yLi]),
          rung('发案', [f.qFa, f.bFa, f.xFa]),
          rung('破案', [f.qPo, f.lPo, f.lPoC, f.yPo, f.yPoC, f.bPo, f.xPo, f.uPo]),
          rung('抓获', [f.qZhua, f.lZhua, f.lZhuaC, f.yZhua, f.yZhuaC, f.bZhua, f.uZhua]),
          rung('起诉', [f.qSu, f.ySu]),
        ],
      },
    ],
    practices: [
      practice('见面劝阻', 'anti-fraud', [i.lMen, i.yMen, i.xMen]),
      practice('警银快速止付', 'anti-fraud', [i.qTong, i.lTong, i.yTong]),
      practice('一村一辅警', 'grassroots', [i.lCun, i.bCun]),
      practice('一窗通办', 'business-environment', [i.yChuang, i.bChuang, i.uChuang]),
    ],
    unique: [
      practice('全民反诈', 'anti-fraud', [i.qKou], 'slogan'),
      practice('“银发守护员”', 'anti-fraud', [i.lYin]),
      practice('反诈宣讲“五进”', 'anti-fraud', [i.bWu]),
      practice('“榆溪老娘舅”调解室', 'grassroots', [i.xJiu]),
      practice('一企一警', 'business-environment', [i.uQi]),
    ],
    honours: {
      entries: honours.map((x) => ({
        jurisdiction: x.jurisdiction,
        level: x.level,
        kind: x.count === null ? x.recipient_kind : 'pooled',
        honour: x.id,
        count: x.count ?? 1,
        counted: x.count === null && x.recipient_kind !== 'city',
      })),
      totals: [h.lQuan, h.lEr, h.yFeng, h.bYou, h.bEr, h.uQing].map((x) => ({
        jurisdiction: x.jurisdiction,
        level: x.level,
        count: 1,
        honours: [x.id],
      })),
    },
    emphasis: {
      cells: themeIds.flatMap((theme) =>
        places.map((p, at) => ({
          jurisdiction: p.id,
          theme,
          text: share(hits[theme]?.[at] ?? 0, 100),
          claims: share(Math.round((hits[theme]?.[at] ?? 0) / 2), 40),
          honours: share(1, 10),
          expected: 0.18,
          departure: (theme === 'business-environment' && p.id === 'yunxiu' ? 'more' : 'none') as 'more' | 'none',
        })),
      ),
      terms: places.map((p, at) => ({
        jurisdiction: p.id,
        term: ['五年', '劝阻', '止付', '宣讲', '调解', '企业'][at] ?? '',
        count: 6 + at,
        of: 900,
        other_count: 3,
        other_of: 5200,
        z: 2.4 + at / 10,
      })),
      method: {
        zh: '按句计，一句可属多个主题；95%威尔逊区间。',
        en: 'By sentence; one sentence may carry several themes; 95% Wilson intervals.',
      },
    },
    conflicts: [
      {
        id: 'conflict-1',
        kind: 'two-values',
        jurisdiction: 'yijiang',
        findings: [f.yZhi.id, f.yZhi2.id],
        quotes: [f.yZhi, f.yZhi2].map((x) => ({
          file: x.source.file,
          line: x.source.line,
          exact: x.source.exact,
          start: x.source.start,
          end: x.source.end,
        })),
        zh: '两个数都列出，不取其一。可能是四舍五入，也可能漏了一位。',
        en: 'Both figures are shown; neither is chosen.',
      },
      {
        id: 'conflict-2',
        kind: 'near-repeat',
        jurisdiction: 'lanchuan',
        findings: [f.lQuan.id, f.lQuan2.id],
        quotes: [f.lQuan, f.lQuan2].map((x) => ({
          file: x.source.file,
          line: x.source.line,
          exact: x.source.exact,
          start: x.source.start,
          end: x.source.end,
        })),
        zh: '相容：19243落在1.9万余的区间之内，记为一件事、两处出处。',
        en: 'Compatible: 19243 lies within the interval.',
      },
    ],
    silences: places.map((p) => ({
      jurisdiction: p.id,
      theme: 'anti-fraud',
      rows: rows
        .filter(
          (r) =>
            r.theme === 'anti-fraud' && r.cells.some((c) => c.jurisdiction === p.id && c.state === 'not-mentioned'),
        )
        .map((r) => r.id),
    })),
    sentences: [
      {
        zh: [{ text: '13行对照里，能直接比的只有3行，都在岚川与沂江之间。', findings: [f.lLi.id, f.yLi.id] }],
        en: [
          {
            text: 'Of 13 rows only 3 may be compared, all between Lanchuan and Yijiang.',
            findings: [f.lLi.id, f.yLi.id],
          },
        ],
      },
      {
        row: 'fraud-filed',
        theme: 'anti-fraud',
        zh: [
          { text: '电诈立案数，岚川市同比' },
          { text: '下降17.4%', findings: [f.lLi.id] },
          { text: '，沂江市同比' },
          { text: '下降12.8%', findings: [f.yLi.id] },
          { text: '，同为2023年全年。' },
        ],
        en: [
          { text: 'Fraud cases filed fell by ' },
          { text: '17.4%', findings: [f.lLi.id] },
          { text: ' in 岚川 and by ' },
          { text: '12.8%', findings: [f.yLi.id] },
          { text: ' in 沂江.' },
        ],
      },
      {
        row: 'fraud-stopped',
        theme: 'anti-fraud',
        zh: [
          { text: '止付金额，沂江市同一份报道写了' },
          { text: '3.2亿元', findings: [f.yZhi.id] },
          { text: '和' },
          { text: '3.02亿元', findings: [f.yZhi2.id] },
          { text: '，不取其一。' },
        ],
        en: [
          { text: '沂江 gives ' },
          { text: '3.2亿元', findings: [f.yZhi.id] },
          { text: ' and ' },
          { text: '3.02亿元', findings: [f.yZhi2.id] },
          { text: '.' },
        ],
      },
      {
        row: 'mediation',
        theme: 'grassroots',
        zh: [
          { text: '矛盾纠纷化解，岚川市' },
          { text: '2.4万余起', findings: [f.lHua.id] },
          { text: '、榆溪区' },
          { text: '4170起', findings: [f.xHua.id] },
          { text: '，只能并列。' },
        ],
        en: [
          { text: 'Disputes settled: ' },
          { text: '2.4万余起', findings: [f.lHua.id] },
          { text: ' and ' },
          { text: '4170起', findings: [f.xHua.id] },
          { text: ', side by side only.' },
        ],
      },
      {
        theme: 'business-environment',
        zh: [{ text: '营商环境，云岫新区着墨最多。' }],
        en: [{ text: 'Yunxiu writes most about the business environment.' }],
      },
    ],
    notes: [{ code: 'read/sample', severity: 'info', message: '样稿：内容虚构' }],
  };
}

/** The same comparison with every visible string replaced by `payload` before and after it. */
export function hostileComparison(payload: string): Comparison {
  const plain = sampleComparison();
  const keep = new Set([
    'id',
    'jurisdiction',
    'jurisdictions',
    'theme',
    'themes',
    'report',
    'findings',
    'finding',
    'fact',
    'facts',
    'honour',
    'initiatives',
    'rows',
    'row',
    'honours',
    'order',
    'verdict',
    'reasons',
    'state',
    'kind',
    'level',
    'status',
    'approx',
    'direction',
    'type',
    'schema',
    'from',
    'to',
    'code',
    'departure',
    'polarity',
    'recipient_kind',
    'severity',
    'date',
    'file',
    'sha256',
  ]);
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return keep.has(key) ? value : `${value}${payload}`;
    if (Array.isArray(value)) return value.map((entry) => poison(entry, key));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, poison(entry, name)]));
    return value;
  };
  return poison(plain, '') as Comparison;
}

/** The sample with `count` places: the added ones say nothing. */
export function manyPlaces(count: number): Comparison {
  const plain = sampleComparison();
  const extra = Array.from({ length: Math.max(0, count - plain.jurisdictions.length) }, (_, at) => ({
    id: `extra-${at}`,
    name: `第${at + 1}开发新区`,
    short: `第${at + 1}新区`,
    level: 'district' as const,
    aliases: [],
    denominators: {},
  }));
  const silent = extra.map(({ id }) => ({ jurisdiction: id, state: 'not-mentioned' as const, facts: [] }));
  return {
    ...plain,
    jurisdictions: [...plain.jurisdictions, ...extra],
    rows: plain.rows.map((row) => ({ ...row, cells: [...row.cells, ...silent] })),
  };
}
