import type { Direction, Fact } from '../../model/finding.js';
import { type DirectionWord, directionWord } from '../../text/direction-word.js';
import { periodZh } from './period-words.js';

/** Where the report's own word does not stand beside the figure. */
const DIRECTIONS: Readonly<Record<DirectionWord['how'], Readonly<Record<Direction, string>>>> = {
  by: { none: '', up: '上升', down: '下降' },
  to: { none: '', up: '升至', down: '降至' },
};

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

/** A figure as printed, with base and direction in the report's own words: 同比下降17.4%, 增至97人. Blanks inside are dropped. */
export function figureZh(fact: Fact): string {
  const printed = fact.printed.replace(/\s+/gu, '');
  const word = directionWord(fact);
  const direction = word === null ? '' : (word.own ?? DIRECTIONS[word.how][fact.direction]);
  const basis = fact.basis === null || printed.includes(fact.basis) ? '' : fact.basis.replace(/\s+/gu, '');
  return `${basis}${direction}${printed}`;
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
