import type { Period } from '../../../model/corpus.js';
import type { FactStatus } from '../../../model/finding.js';
import type { Claim, Memory } from '../claim.js';
import type { Clause } from '../clause.js';
import { findTimes, type TimeWord } from '../period/find-times.js';
import { type TimeState, timeFor } from '../period/governing.js';
import { type Anchor, resolveTime } from '../period/resolve-time.js';
import { statusCue } from '../status.js';
import type { ParagraphSetting } from './placed-claim.js';
import { sectionStatus } from './status.js';

/** What the period of a claim is worked out from. */
export interface PeriodSetting {
  readonly clause: Clause;
  readonly memory: Memory;
  /** The time in force before the clause. */
  readonly time: TimeState;
  /** The status the sentence has carried so far. */
  readonly status: FactStatus | null;
  readonly paragraph: ParagraphSetting;
}

/** The time a claim is about, and flags that say how it was told; the report's own where the text names none. */
export function claimPeriod(
  claim: Claim,
  setting: PeriodSetting,
): { readonly period: Period; readonly flags: readonly string[] } {
  const { clause, memory, time, paragraph } = setting;
  const { anchor } = paragraph;
  const word = claim.time ?? timeFor(clause.text, claim.key.start - clause.span.start, time);
  const resolved = word ? resolveTime(word, anchor) : null;
  const period = (): Period => {
    if (isStreakOfYears(claim, clause) && !namesItsYears(word, clause, time)) return streakPeriod(claim, anchor);
    if (isLastYear(claim, clause) && anchor.year !== null) return yearBefore(anchor);
    if (claim.own) return openEnded(word?.kind === 'last' ? { ...claim.own, label: word.text } : claim.own, anchor);
    if (word && isNextYear(word, setting, claim)) return wholeYear(String((anchor.year ?? 0) + 1));
    return spanBefore(claim, memory, clause) ?? resolved?.period ?? plannedPeriod(claim, setting) ?? anchor.period;
  };
  return { period: period(), flags: resolved?.flags ?? [] };
}

/** 连续11年 by itself; in brackets it only adds to what stands before them. */
const isStreakOfYears = (claim: Claim, clause: Clause): boolean =>
  claim.rule === 'fact/streak' && claim.unit === '年' && claim.kind === 'duration' && !clause.inBrackets;

/** True when the text gives a streak another time than the year of the report or of a sentence before. */
function namesItsYears(word: TimeWord | null, clause: Clause, time: TimeState): boolean {
  if (!word || /^(?:一年来|全年|今年|今年以来|目前|过去的?一年|近一年来?|一年间|去年)$/.test(word.text)) return false;
  const isCarried = !findTimes(clause.text).some((own) => own.text === word.text);
  const isCarriedYear = !time.sameSentence && (word.kind === 'calendar' || word.kind === 'relative');
  // 10月、11月立案下降；…连续十年“零流失”: months do not hold years, and 截至12月底 is where the row ends
  const isPartOfYear = /^(?:part|range|as-of)$/.test(word.kind);
  return !(isCarried && (isCarriedYear || isPartOfYear));
}

/** The years of a streak, the report's last one included. */
function streakPeriod(claim: Claim, { period: { to } }: Anchor): Period {
  if (!to) return { label: claim.printed, from: null, to: null };
  return { label: claim.printed, from: `${Number(to.slice(0, 4)) - claim.value + 1}-01-01`, to };
}

const isLastYear = (claim: Claim, clause: Clause): boolean =>
  /^(?:而|但)?(?:去年|上年)同期/.test(clause.text) && claim.kind !== 'change';

/** 去年同期: the report's period a year earlier. */
function yearBefore({ period: { from, to } }: Anchor): Period {
  const back = (date: string | null): string | null =>
    date ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : null;
  return { label: '去年同期', from: back(from), to: back(to) };
}

/** The end of 从2018年的…降至 is the report's own where the text names none; 由上一年的…降至 is how the report's year compares with it. */
function openEnded(own: Period, { period, year }: Anchor): Period {
  if (own.to !== null) return own;
  return year !== null && own.from?.slice(0, 4) === String(year - 1) ? period : { ...own, to: period.to };
}

/** 由2018年的…降至2023年的…，年均下降11.3%: the change goes on over the years just named. */
function spanBefore(claim: Claim, memory: Memory, clause: Clause): Period | null {
  if (claim.kind !== 'change' || findTimes(clause.text).some((time) => time.kind !== 'rate')) return null;
  const before = memory.claims.findLast((known) => known.key.end <= clause.span.start);
  return before?.rule === 'fact/from-to' && before.own?.to ? { ...before.own } : null;
}

/** 今年，我们将…: said at the end of a report on a whole year, a plan is for the year after. */
const isNextYear = (word: TimeWord, { clause, status, paragraph: { anchor } }: PeriodSetting, claim: Claim): boolean =>
  /^(?:今年|本年度)(?:全年)?$/.test(word.text) &&
  /^(?:plan|target)$/.test(claim.status ?? statusCue(clause.text, '')?.status ?? status ?? '') &&
  anchor.year !== null &&
  anchor.afterwards &&
  isWholeYear(anchor.period);

const AHEAD = /将|计划|拟|力争|下一步|今后|新的一年|明年|来年/;

/** A plan or target without a time, in a report on a whole year: the year after; elsewhere null. */
function plannedPeriod(claim: Claim, { clause, status, paragraph }: PeriodSetting): Period | null {
  const { anchor, chapter } = paragraph;
  const section = sectionStatus(paragraph.section) === null && chapter ? chapter : paragraph.section;
  const said = statusCue(clause.text, '')?.status ?? status;
  if ((said !== 'target' && said !== 'plan') || claim.status) return null;
  const named = /((?:19|20)\d{2})年/.exec(section ?? '')?.[1];
  if (named) return wholeYear(named);
  const isAhead = AHEAD.test(clause.text) || sectionStatus(section) !== null;
  return anchor.year !== null && isWholeYear(anchor.period) && isAhead ? wholeYear(String(anchor.year + 1)) : null;
}

const wholeYear = (year: string): Period => ({ label: `${year}年`, from: `${year}-01-01`, to: `${year}-12-31` });

const isWholeYear = ({ from, to }: Period): boolean =>
  from?.slice(4) === '-01-01' && to?.slice(4) === '-12-31' && from.slice(0, 4) === to.slice(0, 4);
