import { topicName } from '../change-claim.js';
import type { Claim } from '../claim.js';
import type { FigureList, PairRule } from './figure-list.js';
import { distributeHeads } from './list-items.js';
import { type Pairing, pairUp, type Said } from './pair.js';

/** Rules for lists with 分别, 各自 …: as many figures as things. */

const said = ({ verb }: FigureList): Said => ({ direction: verb?.direction ?? 'none', how: verb?.how ?? 'to' });

const pairItems = (list: FigureList, items: readonly string[]): Pairing =>
  pairUp(list, distributeHeads(items), list.run, said(list));

const labelsOf = (claims: readonly Claim[]): string[] => claims.map(({ label }) => label);

/** What the figures are about where the clause does not say it. */
const subjectOf = ({ memory }: FigureList): string => memory.label || topicName(memory.topic);

/** 分别下降10%以上: with one figure, 均 is meant. */
const oneFigure: PairRule = ({ run }) => (run.length < 2 ? null : undefined);

/** 扒窃、盗窃电瓶车警情分别下降8%、12% */
const namedThings: PairRule = (list) =>
  list.named.length === list.run.length ? pairItems(list, list.named) : undefined;

/** 2022年、2023年分别下降…, 10月、11月立案数分别下降…: the same thing at each point in time. */
const atTimes: PairRule = (list) => {
  const { first, word, named, times, verb, run } = list;
  if (named.length > 1 || times.length !== run.length) return undefined;
  // 2022年、2023年分别破获电诈案件120起、180起: the deed stands behind 分别
  const behind = first.before.slice(first.before.lastIndexOf(word) + word.length).trim();
  const deed = verb || /^(?:约?为|是|达到?|有)$/.test(behind) ? '' : behind;
  // 三年分别为41个、48个、63个: of what was counted before
  const item = isYears(named[0]) ? '' : named[0];
  const measured = item || deed || subjectOf(list);
  if (measured === '') return undefined;
  return pairUp(
    list,
    run.map(() => measured),
    run,
    { ...said(list), times },
  );
};

const isYears = (item: string | undefined): boolean => /^[两三四五2-5]年$/.test(item ?? '');

/** 立案数、损失数自7月份以来连续下降，分别为…: measures that an earlier clause lists. */
const measuresBefore: PairRule = (list) => {
  const { memory, named, run } = list;
  const isTheirs = memory.items.length === run.length && named.length === 0 && memory.itemsMeasured;
  return isTheirs ? pairItems(list, memory.items) : undefined;
};

/** 打掉团伙152个，三年分别为41个、48个、63个: the same thing year by year. */
const yearByYear: PairRule = (list) => {
  const { named, lead, run } = list;
  const subject = subjectOf(list);
  const isByYear = isYears(named[0]) || (named.length === 0 && /[两三四五2-5]年分别(?:为|是)?$/.test(lead.trim()));
  if (!isByYear || subject === '' || said(list).how !== 'to') return undefined;
  return pairUp(
    list,
    run.map(() => subject),
    run,
    said(list),
  );
};

// e.g. 这几项指标|分别上升…, 上述三项|同比分别…, 降幅|分别达…
const POINTING =
  /^(?:案件|人数|数量|均|降幅|增幅|升幅|涨幅|(?:这|上述|以上|前述|该)?(?:几|[两三四五六])项(?:指标|数据|工作|内容)?|(?:上述|以上|各项)(?:指标|数据))?$/;

/** 这几项指标分别上升…, 同比分别…: those just listed, or else just counted. */
const pointedAt: PairRule = (list) => {
  const { memory, named, run, verb } = list;
  const isPointing = named.length === 1 && POINTING.test(named[0] ?? '');
  if (named.length > 0 && !isPointing) return undefined;
  const counted = labelsOf(countedBefore(list));
  const areListed = memory.items.length === run.length;
  // 立案、损失双下降，降幅分别为…: the clause just before lists them
  if (areListed && (verb?.how === 'by' || counted.length < run.length)) return pairItems(list, memory.items);
  return counted.length === run.length ? pairUp(list, counted, run, said(list)) : undefined;
};

/** The latest claims that a list may go on with, at most as many as it has figures. */
function countedBefore({ memory: { claims }, run }: FigureList): readonly Claim[] {
  const latest = claims.slice(-run.length);
  // 同比分别减少14%、20%，环比分别减少7%、12%: a list goes on with another base
  if (latest.every(({ rule }) => rule === 'fact/respectively')) return latest;
  if (latest.length === run.length && latest.every(({ kind }) => /^(?:count|amount|share|duration|ratio)$/.test(kind)))
    return latest;
  return claims
    .filter(({ kind, unit }) => kind === 'count' || kind === 'amount' || (kind === 'change' && unit !== '%'))
    .slice(-run.length);
}

/** 户籍业务23万件、出入境证件8万本，网办率分别达到62%、71%: one measure of each thing just counted. */
const measureOfEach: PairRule = (list) => {
  const { memory, named, run } = list;
  const [measure] = named;
  const things = memory.claims.slice(-run.length);
  if (named.length !== 1 || !measure || !/[率比度额量]$/.test(measure) || things.length !== run.length)
    return undefined;
  if (!things.every(({ noun, kind }) => noun !== '' && (kind === 'count' || kind === 'amount'))) return undefined;
  return pairUp(
    list,
    things.map(({ noun }) => `${noun}${measure}`),
    run,
    said(list),
  );
};

const uneven: PairRule = ({ named, run }) => ({
  claims: [],
  used: new Set(run),
  refused: { items: named.length, figures: run.length },
});

/** In this order; the last one refuses what none of them can pair. */
export const EACH_RULES: readonly PairRule[] = [
  oneFigure,
  namedThings,
  atTimes,
  measuresBefore,
  yearByYear,
  pointedAt,
  measureOfEach,
  uneven,
];
