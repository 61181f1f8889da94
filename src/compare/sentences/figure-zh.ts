import type { Fact } from '../../model/finding.js';
import { periodZh } from './period-words.js';

// e.g. “下降”了17.4%: the direction word right before a figure, in the report's own terms
const BEFORE =
  /(下降|减少|降低|下滑|回落|压降|压减|降|减|上升|增长|提升|提高|攀升|增加|上涨|升高|增|升)(?:了|达|至|到|约|近|超过|超|逾|幅达|幅为|幅){0,2}$/u;
const HAS_DIRECTION = /[降减升增涨]|提高|回落/u;

const STATUS: Readonly<Record<Fact['status'], string>> = {
  actual: '',
  target: '目标',
  plan: '计划',
  capacity: '设计能力',
  anecdote: '个案',
};

/** Which qualifiers a sentence must give because the figures differ in them. */
export interface Qualifiers {
  readonly period: boolean;
  readonly scope: boolean;
  /** The text's own name for what is counted. */
  readonly label: boolean;
}

/** A figure as printed, with base and direction in the report's own words: 同比下降17.4%. Blanks inside are dropped. */
export function figureZh(fact: Fact): string {
  const printed = fact.printed.replace(/\s+/gu, '');
  const direction = directionZh(fact, printed);
  const basis = fact.basis === null || printed.includes(fact.basis) ? '' : fact.basis.replace(/\s+/gu, '');
  return `${basis}${direction}${printed}`;
}

function directionZh(fact: Fact, printed: string): string {
  if (fact.direction === 'none' || HAS_DIRECTION.test(printed)) return '';
  const exact = fact.source.exact.replace(/\s+/gu, '');
  const at = exact.lastIndexOf(printed);
  const own = at < 0 ? undefined : BEFORE.exec(exact.slice(Math.max(0, at - 12), at))?.[1];
  if (own !== undefined && own.length > 1) return own;
  return fact.direction === 'up' ? '上升' : '下降';
}

/** The figure with what sets it apart from the others: “突出矛盾纠纷”4000余起（2022年，全市）. */
export function qualifiedZh(fact: Fact, { period, scope, label }: Qualifiers): string {
  const notes = [
    period ? periodZh(fact.period) : '',
    scope ? (fact.scope ?? '') : '',
    STATUS[fact.status],
    fact.kind === 'change' && fact.basis === null ? '基期未说明' : '',
  ].filter((note) => note !== '');
  const own = fact.indicator.label.replace(/\s+/gu, '').replace(/[“”]/gu, '');
  return `${label ? `“${own}”` : ''}${figureZh(fact)}${notes.length === 0 ? '' : `（${notes.map(flat).join('，')}）`}`;
}

/** No brackets within brackets: 近年（2015—2020年） → 近年，2015—2020年. */
function flat(note: string): string {
  return note.replace(/[（(]/gu, '，').replace(/[）)]/gu, '');
}
