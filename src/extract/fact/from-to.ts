import { changeSubject } from './change-claim.js';
import { type Claim, claimOf, type Setting } from './claim.js';
import type { Figure } from './clause.js';
import { tidy, wantsDomain } from './label.js';

// e.g. 从, 由原来的, 从2021年的, 由年初的, 从平均, 从每月
const FROM =
  /(?:从|由|自)((?:原来|原先|原有|过去|以前|改革前|此前)?(?:的)?|(?:(?:19|20)\d{2}年|年初|去年|上年|上一年|去年同期|上年同期|刚开始|最初|最高时?|高峰时?)(?:底|末|初)?的?|平均|年均|日均|月均|每(?:个|名|件|户|万)?[一-鿿]{1,4}|法定(?:的)?|现在的?|目前的?|最初的|首轮的|全[市省州国县区]|[^，,。；;从由]{1,10}?的)(?:全[国省市县区州])?(?:近|约|超|超过)?$/;
const TO =
  /(下降|降低|减少|缩短|压缩|压降|回落|精简|降|减|缩|压|压减|少)(?:至|到|为|成)|(上升|提升|提高|增加|增长|扩展|扩大|增|升|发展|壮大|拓展|延长|猛增|攀升|前移|扩容|扩充|扩|涨|升|跃升)(?:至|到|为|成)|(跃居|跃至|跃升)|(变为|变成|变更为|调整为|改为|优化为|优化至|调整到)/;
const ZERO = /^\s*(?:了|接近)?(?:零|0)(?![\d.])/;

/** 从2018年的2.41万起降至2023年的1.32万起: the years at both ends, the second only where it is said. */
function yearSpan(from: string, rest: string): { readonly own?: NonNullable<Claim['own']> } {
  const first = /((?:19|20)\d{2})年/.exec(from)?.[1];
  if (!first) return {};
  const second = /(?:至|到|为)((?:19|20)\d{2})年/.exec(rest)?.[1];
  return {
    own: {
      label: second ? `${first}年至${second}年` : `${first}年以来`,
      from: `${first}-01-01`,
      to: second ? `${second}-12-31` : null,
    },
  };
}

/** A claim and how many figures it used up. */
export interface FromTo {
  readonly claim: Claim;
  readonly used: number;
}

/**
 * 被骗率从19.78%降至零, 民警由原来的86名增至119名: one change with both ends. The second figure may be the word 零 that no quantity was
 * made of.
 */
export function fromTo(setting: Setting, next: Figure | undefined): FromTo | null {
  const { figure, clause, memory } = setting;
  const { quantity } = figure;
  const before = figure.before.trimEnd();
  const from = FROM.exec(before);
  if (!from) return null;
  const start = quantity.repairedSpan.end - clause.span.start;
  const rest = clause.text.slice(start);
  const to = TO.exec(rest);
  if (!to || to.index > 14) return null;
  const tail = rest.slice(to.index + to[0].length);
  const target =
    next && next.quantity.repairedSpan.start - clause.span.start - start >= to.index ? next.quantity : null;
  const zero = ZERO.test(tail);
  if (!zero && (!target || target.repairedSpan.start - clause.span.start - start - to.index - to[0].length > 8))
    return null;
  // 在全市14个县（市、区）中由第7位跃升至第2位: the league is no name
  const named = changeSubject(before.slice(0, from.index));
  const subject = quantity.form === 'rank' && /(?:中|里|内|排名|位次)$/.test(named) ? '' : named;
  const ranked = subject === '' && quantity.form === 'rank' ? memory.contest || memory.label || memory.topic : '';
  let label = subject || ranked || memory.label;
  let leansBack = subject === '';
  if (memory.domain && wantsDomain(label)) {
    label = memory.domain + label;
    leansBack = true;
  }
  label = tidy(label);
  if (
    !/[%点元]/.test(quantity.unit) &&
    /(?:民警|辅警|人员|警力|志愿者|民辅警|派出所|事项|案件|警情|纠纷|投诉|窗口|网点|站点|点位|队伍|社区|小区|发案|立案|受案)$/.test(
      label,
    )
  )
    label += '数';
  if (label === '') return null;
  // 由全省第18位跃居第1位: a place, and in which league
  if (quantity.form === 'rank' && !/名次|排名|位次/.test(label)) {
    const league = /全[国省市县区州]/.exec(clause.text.slice(0, start))?.[0] ?? '';
    label = `${label}${label.includes(league) ? '' : league}名次`;
  }
  const second = zero ? 0 : (target?.value ?? 0);
  // 由5个工作日压减为1个
  const elided = target?.unit === '个' && /^个/.test(quantity.unit);
  const sameUnit = zero || elided || target?.unit === quantity.unit || target === null;
  const seconds = { 秒: 1, 分钟: 60, 小时: 3600, 个小时: 3600, 天: 86400 } as Readonly<Record<string, number>>;
  const [a, b, unit] = sameUnit
    ? [quantity.value, second, quantity.unit]
    : seconds[quantity.unit] && target && seconds[target.unit]
      ? [(quantity.value * (seconds[quantity.unit] ?? 1)) / (seconds[target.unit] ?? 1), second, target.unit]
      : [quantity.value, second, target?.unit ?? quantity.unit];
  const ranks = quantity.form === 'rank';
  // a smaller place is a better one
  const direction = b === a ? 'none' : b < a === ranks ? 'up' : 'down';
  const base = /((?:19|20)\d{2}年|年初|去年同期|上年同期|去年|上年|上一年)/.exec(from[0])?.[1] ?? null;
  const end = target
    ? target.repairedSpan.end
    : quantity.repairedSpan.end +
      to.index +
      to[0].length +
      (ZERO.exec(tail)?.[0].length ?? 0) +
      (/^(?:零|0)元/.test(tail.trim()) ? 1 : 0);
  return {
    claim: claimOf(setting, {
      label,
      kind: ranks ? 'rank' : 'change',
      value: a,
      valueTo: b,
      unit,
      direction,
      basis: base,
      approx: target && target.approx !== 'exact' ? target.approx : quantity.approx,
      bounds: null,
      rule: 'fact/from-to',
      leansBack,
      noun: subject,
      ...yearSpan(from[0], clause.text.slice(start)),
      span: { start: figure.listed ? figure.start : clause.span.start, end },
      key: { start: quantity.repairedSpan.start, end },
      printed: clause.text.slice(quantity.repairedSpan.start - clause.span.start, end - clause.span.start),
    }),
    used: target ? 2 : 1,
  };
}
