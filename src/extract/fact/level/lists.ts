import type { Claim, Memory, Setting } from '../claim.js';
import { MEASURED, stageForm, tidy } from '../label.js';
import { type Phrase, readAfter, readPhrase, trimPredicate, verbAt } from '../phrase.js';
import { PRESENCE_VERBS, VERBS } from '../words.js';
import { countCases, countsPersons } from './units.js';

/** What the members of a list, and the clauses of a sentence, take over from one another. */

const hasVerbInside = (noun: string): boolean => VERBS.some((verb) => verb.length >= 2 && noun.includes(verb));

/** A list member takes the verb of the member before it only where that one stands in the same clause and had it. */
export function sameDeed({ figure, memory, clause }: Setting): boolean {
  const before = memory.claims.at(-1);
  return (
    clause.figures[0] === figure || before === undefined || before.key.start < clause.span.start || before.verb !== ''
  );
}

/** A bare noun right after a clause with a verb goes on with it: 使用炸药1057万公斤，雷管238万发. */
export function carriesVerb({ figure, memory, clause }: Setting, noun: string): boolean {
  if (memory.verb === '' || PRESENCE_VERBS.has(memory.verb) || memory.claims.length === 0) return false;
  if (clause.figures[0] !== figure || MEASURED.test(noun) || noun.length > 10) return false;
  if (countsPersons(figure.quantity.unit) !== countsPersons(memory.unit)) return false;
  if (/^(?:受众|观众|听众|读者|参训|参与|总|案值|涉案|死亡|受伤|单笔|其余|另有|剩余)/.test(noun)) return false;
  return !hasVerbInside(noun) && !/[“”]/.test(noun);
}

/** What the same deed in the same unit was done to earlier in the sentence; empty for nothing. */
export function sameDeedNoun(memory: Memory, verb: string, unit: string): string {
  const deed = stageForm(verb);
  const twin = memory.claims.findLast(
    (claim: Claim) =>
      claim.noun !== '' &&
      claim.kind === 'count' &&
      stageForm(claim.verb) === deed &&
      (claim.unit === unit || countCases(claim.unit, unit)),
  );
  return twin?.noun ?? '';
}

const HEADS = /(?:业务|案件|证件|事项|警情|纠纷|团伙|隐患|人员|设备)$/;

/** 办理各类业务8.9万件,其中户籍3.2万件: the short part takes the head noun of the whole. */
export function withHead(noun: string, whole: string): string {
  const head = HEADS.exec(whole)?.[0] ?? '';
  const lacksHead =
    head !== '' && noun.length <= 4 && !HEADS.test(noun) && !hasVerbInside(noun) && !/[人员警案证]$/.test(noun);
  return lacksHead ? `${noun}${head}` : noun;
}

const GROUP = /(?:团伙|集团|窝点|组织)$/;

/** 打掉恶势力犯罪集团3个、团伙11个: a bare group is of the kind of the one before it in the list. */
export const withKind = (noun: string, before: string): string =>
  /^(?:团伙|集团|窝点|组织)$/.test(noun) && GROUP.test(before) ? before.replace(GROUP, noun) : noun;

/** Beneficiaries before the verb that stand between two figures: 为5500余名|农民工追回工资|8000余万元. */
export function linkedPrefix({ figure, clause }: Setting, phrase: Phrase): string {
  if (clause.figures.indexOf(figure) < 1 || figure.listed || phrase.verb === '') return '';
  const at = figure.before.indexOf(phrase.verb);
  const subject = at > 0 ? figure.before.slice(0, at).trim() : '';
  return subject.length <= 8 ? subject : '';
}

/** 9个集体、31名个人受到表彰: the predicate after the last member of a list holds for all of it. */
export function sharedPredicate({ figure, clause }: Setting): string {
  const index = clause.figures.indexOf(figure);
  for (const next of clause.figures.slice(index + 1)) {
    if (!next.listed || next.before.trim() !== '') return '';
    const after = readAfter(next.after);
    const predicate = after.predicate || (isPredicate(after.noun) ? trimPredicate(after.noun) : '');
    if (predicate) return respective(next.after, index, clause.figures.length) ?? predicate;
  }
  return '';
}

/** 11个集体、24名民警分别被授予“A”“B”称号: each member its own title, when there are as many titles as members. */
function respective(after: string, index: number, members: number): string | null {
  if (!/分别|分获/.test(after)) return null;
  const titles = after.match(/“[^”]{1,30}”/g) ?? [];
  if (titles.length === members) return `被授予${titles[index] ?? ''}`;
  const plain = /分获(.+)$/.exec(after)?.[1]?.split('、') ?? [];
  return plain.length === members ? `获${plain[index] ?? ''}` : null;
}

/** True when words after a figure begin with a deed and name no thing: 分别|受到表彰. */
export function isPredicate(text: string): boolean {
  return (
    /^(?:分别|受到|被|荣立|荣获|荣膺|获评|获|兼任|实现|完成|纳入|进驻|入选|参与|坚守|立功|因公|英勇|正(?:在|稳步|有序|加快|抓紧|按)|稳步推进|有序推进|尚未|未|能?感受到|达标|上线|组成|当选|覆盖|参加|投入|在岗|在|无|充实|拿到|全部|参观|体验|观看|收看)/.test(
      text,
    ) && verbAt(text) !== text
  );
}

const COUNTABLE = /([一-鿿“”]{0,10}?(?:纠纷|案件|警情|事故|诉求|求助|线索|隐患|问题|投诉|事项|业务))$/;

/** The countable thing that a clause without a figure ends in: 像这样的纠纷 → 纠纷; empty for none. */
export function countableIn(topic: string): string {
  const plain = topic.replace(/^(?:像|类似|诸如|对于?|针对)?(?:这样|此类|这类|那样|类似|这些|上述)的?/, '');
  // 像这样的驿站,全区建了54个
  const like = /^(?:像|类似)(?:这样|那样|此)?的?([一-鿿“”]{2,10})$/.test(topic);
  if (like && plain !== topic) return tidy(plain);
  return tidy(COUNTABLE.exec(readPhrase(plain).noun)?.[1] ?? '');
}
