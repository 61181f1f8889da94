import { type Claim, claimOf, type Setting } from './claim.js';
import { tidy } from './label.js';
import { withoutTimes } from './period/find-times.js';
import { cut, stripLead } from './phrase.js';

const NAMES: Readonly<Record<string, string>> = {
  年: '年数',
  个月: '月数',
  月: '月数',
  天: '天数',
  届: '届数',
  次: '次数',
  周: '周数',
  日: '天数',
  季度: '季度数',
  个季度: '季度数',
};

/** 连续9年现行命案全破: the thing stands behind the streak. */
const OWN_NOUN =
  /^(?:现行|命案|“|(?!全|同比|实现|保持|下降|上升|位列|位居|排名|没有|未|无)[一-鿿]{2,8}(?:案件|命案|率|指数|满意度|安全感))/;

/** 现行命案连续六年全破, 连续三届获奖, “六连冠”: how long something has gone on. */
export function streakClaim(setting: Setting): Claim | null {
  const { figure, memory, clause } = setting;
  const { quantity } = figure;
  if (/此殊荣|该荣誉|这一荣誉/.test(clause.text) && memory.topic !== '')
    return claimOf(setting, {
      label: tidy(`${cut(memory.topic, 24)}连续${NAMES[quantity.unit] ?? '次数'}`),
      kind: 'duration',
      rule: 'fact/streak',
      leansBack: true,
    });
  const crown = /连冠|连胜|蝉联|连霸/.test(quantity.printed);
  const before = tidy(
    stripLead(withoutTimes(figure.before.replace(/[“"]$/, '')))
      .replace(/^在([^，,]{4,})中$/, '$1')
      .replace(/^(?:[省市州县区旗]?公安(?:局|厅|分局)|[省市州县区旗]局|分局|省厅|我局)(?=[一-鿿“]|$)/, '')
      .replace(/(?:实现|喜获|获得|荣获|夺得|取得|已|近|自|也|均|都|辖区|了|的|是)+$/, ''),
  );
  const rest = clause.text.slice(quantity.repairedSpan.end - clause.span.start);
  const after = tidy(
    rest
      .replace(/^(?:的|都|均|来|以来|获得|保持|实现|被|荣获|获评|获|蝉联|斩获|推出|开展|在)+/, '')
      .replace(/[“”](?=$)/, '$&'),
  );
  const said = before && before.length <= 24 ? before : cut(before, 24);
  // 命案发6破6，破案率连续12年保持100%: of what was counted before
  const whose =
    /^[一-鿿]{1,3}率$/.test(said) && memory.claims.length > 0 ? memory.noun.replace(/(?:发案|立案|破案|数)$/, '') : '';
  const topic = `${whose}${said}`;
  const name = crown ? '连冠数' : `连续${NAMES[quantity.unit] ?? '次数'}`;
  const body = crown
    ? `${topic || memory.label || memory.topic}`
    : `${topic.length > 14 ? cut(topic, 14) : topic || (/^(?:被|获|荣|评|斩|捧|蝉)/.test(rest) || OWN_NOUN.test(after) ? '' : memory.label.replace(/数$/, ''))}${cut(after, 24)}`;
  const label = tidy(`${body || memory.label}${name}`);
  if (label === name) return null;
  return claimOf(setting, {
    label,
    kind: crown ? 'rank' : 'duration',
    unit: quantity.unit,
    rule: 'fact/streak',
    basis: /环比|同比/.exec(rest)?.[0] ?? null,
    leansBack: body === '' || topic === '' || whose !== '',
    noun: whose || topic,
    verb: '',
  });
}
