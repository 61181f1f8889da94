import { findTimes, type TimeWord } from './find-times.js';
import type { Anchor } from './resolve-time.js';

/** The expression of time in force while a paragraph is read. */
export interface TimeState {
  readonly time: TimeWord | null;
  /** True when the expression stands in the same sentence. */
  readonly sameSentence: boolean;
}

/** 庚子年初 tells what the section from there on is about. */
const CYCLIC = /^[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/;

export const NO_TIME: TimeState = { time: null, sameSentence: false };

/** Expressions that go on governing the sentences after theirs: spans of time and explicit years, not 目前 or a single day. */
function outlives(time: TimeWord, anchor: Anchor): boolean {
  // 五年来，…; but “额吉调解室”6年来 is about that room, and 三年累计 about one figure
  if (time.kind === 'last')
    return !coversOneYear(anchor) || (time.start <= 3 && !/[两二三四五六七八九十\d]年$/.test(time.text));
  if (time.kind === 'vague' && !/^为期/.test(time.text)) return true;
  if (time.kind === 'since') return !/^自[^\d]{3,}以来$/.test(time.text);
  if (CYCLIC.test(time.text)) return true;
  // a year to come goes on over the sentences of a plan; a year gone by does not outlive its sentence
  const year = /^((?:19|20)\d{2})年$/.exec(time.text)?.[1];
  if (year) return anchor.year !== null && Number(year) > anchor.year;
  return /^(?:新的一年|明年|来年)$/.test(time.text);
}

/** In a report on one year 近三年 and 六年来 are a look back, in one on several they are what the report is about. */
const coversOneYear = ({ period }: Anchor): boolean =>
  period.from !== null && period.from.slice(0, 4) === period.to?.slice(0, 4);

/** What is left in force when a new paragraph of the same section begins: a span of years (五年来). 今年以来 ends with its paragraph. */
export function atParagraphEnd(state: TimeState, anchor: Anchor): TimeState {
  const { time } = state;
  if (!time) return NO_TIME;
  if (CYCLIC.test(time.text)) return { time, sameSentence: false };
  if (coversOneYear(anchor) && /^(?:近|最近|过去)/.test(time.text)) return NO_TIME;
  return time.kind === 'last' && !/月|^一年/.test(time.text) ? { time, sameSentence: false } : NO_TIME;
}

/** What is left in force when a new sentence of the same paragraph begins. */
export function atSentenceEnd(state: TimeState, anchor: Anchor): TimeState {
  return state.time && outlives(state.time, anchor) ? { time: state.time, sameSentence: false } : NO_TIME;
}

/** Rates (年均) stand beside a span of time; the span is the period. 13年来首次 is none. */
const isPeriod = (time: TimeWord): boolean => time.kind !== 'rate' && time.kind !== 'superlative';

/**
 * The expression that governs a figure in a clause: the last one before it, else the one in force. 年均 and 每年 count only where no
 * span of time is in force in the same sentence.
 */
export function timeFor(clauseText: string, figureAt: number, state: TimeState): TimeWord | null {
  const before = findTimes(clauseText).filter((t) => t.end <= figureAt && t.kind !== 'superlative');
  const spans = before.filter(isPeriod);
  const own = spans[spans.length - 1];
  if (own) {
    // e.g. 2023年…全年, 2023年…力争年内: the more telling one wins
    if (/^(?:全年|年内|年底前|当年)$/.test(own.text) && state.time && /\d{4}年/.test(state.time.text))
      return state.time;
    return own;
  }
  const rate = before[before.length - 1];
  if (rate && (!state.sameSentence || state.time?.kind === 'vague')) return rate;
  return state.time ?? rate ?? null;
}

/** The state after a clause has been read. */
export function afterClause(clauseText: string, state: TimeState): TimeState {
  const times = findTimes(clauseText).filter(isPeriod);
  const last = times[times.length - 1];
  // 五年间增长了37%: the years of this change alone
  if (
    last?.kind === 'last' &&
    /^(?:累计|共)?(?:增长|下降|提升|提高|上升|减少|增加|翻)/.test(clauseText.slice(last.end))
  )
    return state;
  if (last && /^(?:全年|年内|年底前|当年)$/.test(last.text) && state.time && /\d{4}年/.test(state.time.text))
    return { time: state.time, sameSentence: true };
  return last ? { time: last, sameSentence: true } : state;
}
