import { changeBefore } from '../change.js';
import { changeSubject } from '../change-claim.js';
import type { Claim } from '../claim.js';
import { MEASURED, stageForm, tidy, unitSuffix } from '../label.js';
import { readAfter, readPhrase } from '../phrase.js';
import { contestIn } from '../rank.js';
import { levelClaimOf } from './claim.js';
import type { FigureText } from './figure-text.js';
import type { LevelRule } from './rule.js';

/** Rules for figures whose own form or the verb right before them says what they are. */

/** 4金6银9铜: medals of the contest the sentence speaks of. */
const medals: LevelRule = (text) => {
  const { figure, clause, memory } = text;
  if (figure.quantity.rule !== 'quantity/medal') return undefined;
  const before = clause.text.slice(0, figure.quantity.repairedSpan.start - clause.span.start);
  const contest = contestIn(before) || memory.contest;
  const metal = figure.quantity.flags[0] ?? '';
  const label = `${contest}${metal}牌数`;
  return levelClaimOf(text, { verb: '', noun: '', label, kind: 'count', leansBack: contest === memory.contest });
};

/** 命案发1破1: cases that occurred, and how many of them were cleared. */
const occurredOrCleared: LevelRule = (text) => {
  const { figure, memory } = text;
  const { rule } = figure.quantity;
  if (rule !== 'quantity/occurred' && rule !== 'quantity/cleared') return undefined;
  const own = readPhrase(figure.before.replace(/(?:共|累计|全年)?[发破]$/, '')).noun;
  const noun = own || memory.noun || tidy(memory.topic);
  if (noun === '') return null;
  const verb = rule === 'quantity/occurred' ? '发' : '破';
  const label = `${noun}${stageForm(verb)}数`;
  return levelClaimOf(text, { verb, noun, label, kind: 'count', leansBack: own === '' });
};

/** 每10万人0.38起: a rate per head. */
const PER_HEAD = /每[十百千万\d]{0,4}(?:人|辆|户|起|件)$/;

/** 警力增至468人, 二季度降到141起, 预警时间缩短到90秒, 降至每10万人0.38起: where things stand after a change. */
const arrivedAt: LevelRule = (text) => {
  const { figure, memory, kind, unit } = text;
  const change = changeBefore(figure.before);
  if (change?.how !== 'to') return undefined;
  const per = PER_HEAD.exec(text.before)?.[0] ?? '';
  const subject = changeSubject(change.subject);
  const named = MEASURED.test(subject) ? subject : `${subject}${unitSuffix(unit)}`;
  const claim: Claim | null = levelClaimOf(text, {
    verb: '',
    noun: subject || memory.noun,
    label: `${per}${subject === '' ? memory.label : named}`,
    kind: per ? 'ratio' : kind,
    leansBack: subject === '',
  });
  return claim && { ...claim, direction: change.direction };
};

const LAST_YEAR = /^(?:而|但)?(?:去年|上年|上一年)?同期(?:数)?(?:为|是|仅)?$/;

/** 去年同期|764名 */
const sameTimeLastYear: LevelRule = (text) => {
  const { memory } = text;
  if (!LAST_YEAR.test(text.before) || memory.label === '') return undefined;
  return levelClaimOf(text, { verb: memory.verb, noun: memory.noun, label: memory.label, leansBack: true });
};

const KINDS = /^(?:类|大类|种|小类)$/;

/** 18类|152个事项一窗受理: kinds of what the next figure counts. */
const kindsOfNext: LevelRule = (text) => {
  const { clause, figure, unit } = text;
  const next = clause.figures[clause.figures.indexOf(figure) + 1];
  if (!KINDS.test(unit) || text.after !== '' || !next || next.listed || next.before.trim() !== '') return undefined;
  const { noun } = readAfter(next.after.trim());
  return noun === '' ? undefined : levelClaimOf(text, { verb: '', noun, label: `${noun}${unit.slice(-1)}数` });
};

const INVESTED = /(?:投入|投资|花费|耗资|斥资|安排资金|筹资)$/;

/** 投入|2亿元,建成驾驶人考试中心: the object stands in the words after it or in the next clause. */
const invested: LevelRule = (text) => {
  const { figure, unit, phrase } = text;
  if (unit !== '元' || !INVESTED.test(figure.before.replace(/[约近超了达\s]/g, '')) || phrase.noun !== '')
    return undefined;
  const { noun } = readPhrase((text.after || nextWords(text)).replace(/[约近超\d].*$/s, ''));
  const verb = phrase.verb || '投入';
  return levelClaimOf(text, { verb, noun, label: `${noun}${verb}额` });
};

const nextWords = ({ clause, memory }: FigureText): string => (clause.inBrackets ? '' : memory.next);

export const MARKED_RULES: readonly LevelRule[] = [
  medals,
  occurredOrCleared,
  arrivedAt,
  sameTimeLastYear,
  kindsOfNext,
  invested,
];
