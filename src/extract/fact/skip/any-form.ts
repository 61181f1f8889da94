import type { Candidate, SkipRule } from './rule.js';

/** 数十, 若干 */
const indefinite: SkipRule = {
  reason: 'indefinite',
  applies: ({ quantity }) => quantity.flags.includes('indefinite'),
};

const age: SkipRule = { reason: 'age', applies: ({ unit }) => unit === '岁' };

/** 现代|五项, 铁人|三项 */
const sport: SkipRule = {
  reason: 'name',
  applies: ({ isChinese, before }) => isChinese && /(?:现代|铁人|十项)$/.test(before),
};

/** 没有一件|上交 */
const negated: SkipRule = {
  reason: 'negated',
  applies: ({ quantity, after }) =>
    quantity.flags.includes('negated') &&
    (/^(?:引发|引起|导致|酿成|造成|升级|转化|转为|演变|发展|激化|上交|外溢)/.test(after) ||
      !/^[^，,。]{0,14}(?:案件|案|事故|事件|警情|投诉|伤亡)/.test(after)),
};

/** 半个月 */
const half: SkipRule = {
  reason: 'half',
  applies: ({ quantity, before }) =>
    quantity.rule === 'quantity/half' &&
    quantity.approx === 'exact' &&
    !/占|的$/.test(before) &&
    !quantity.flags.includes('halved') &&
    !quantity.flags.includes('halved-by'),
};

/** 第一|责任, 第二|批 */
const ordinal: SkipRule = {
  reason: 'ordinal',
  applies: ({ quantity, after }) =>
    quantity.form === 'rank' && /^[^，。]{0,3}(?:个|届|批|次会议|轮|期|时间|线|手|责任|要务|位的)/.test(after),
};

/** 前三名: places, whoever holds them. */
const topPlaces: SkipRule = {
  reason: 'top places',
  applies: ({ quantity, figure, clause, before }) =>
    quantity.flags.includes('top') &&
    (clause.figures.some((other) => other !== figure && other.quantity.form === 'level') ||
      !/排|列|居|进入|跻身|评/.test(before)),
};

/** Rules for quantities of any form: those asked before the rules for plain numbers, and those asked after them. */
export const FIRST_RULES: readonly SkipRule[] = [indefinite, age, sport];
export const LAST_RULES: readonly SkipRule[] = [negated, half, ordinal, topPlaces];

/** 328个小区实现|零发案: the zero is what is counted about them; `isClaim` tells of the other figures. */
export function isZeroBesideFigure(
  { quantity, clause }: Candidate,
  isClaim: (other: Candidate['figure']) => boolean,
): boolean {
  return quantity.form === 'zero' && clause.figures.some((other) => other.quantity.form !== 'zero' && isClaim(other));
}
