import { matchesOf } from '../../../text/matches.js';
import { type Claim, type Memory, newMemory } from '../claim.js';
import type { Clause, Sentence } from '../clause.js';
import { domainOf } from '../label.js';
import { countsAwards } from '../level/awards.js';
import { withoutTimes } from '../period/find-times.js';
import { yearsIn } from '../period/points.js';
import { readPhrase, stripLead } from '../phrase.js';
import { contestIn } from '../rank.js';
import { listItems } from '../respectively/index.js';

/** What a sentence starts out with: nothing but the quoted name of the one before, or with 。其中,第三季度立案391起 all that was counted there. */
export function memoryFor(sentence: Sentence, before: Memory | null, places: readonly string[]): Memory {
  if (before && /^\s*(?:这?其中|而?其中)/.test(sentence.text)) return before;
  const memory = newMemory(places);
  if (before) memory.quoted = before.quoted;
  return memory;
}

/** Keeps what a claim leaves behind for the figures after it. */
export function rememberClaim(memory: Memory, claim: Claim, clause: Clause): void {
  if (claim.noun !== '') memory.noun = claim.noun;
  const tellsDeed = claim.rule === 'fact/level' || claim.noun !== '';
  if (tellsDeed && claim.verb !== '' && claim.kind !== 'change') memory.verb = claim.verb;
  if (claim.rule !== 'fact/streak' && claim.label !== '') memory.label = claim.label;
  if (claim.rule === 'fact/level') memory.unit = claim.unit;
  memory.claims.push(claim);
  if (countsAwards(claim)) memory.award = claim;
  memory.topicNearer = false;
  const domain = domainOf(claim.label) ?? domainOf(clause.text);
  if (domain) memory.domain = domain;
}

/** Keeps what a clause leaves behind once its figures are read: contest, topic, list members, quoted name. */
export function rememberClause(
  memory: Memory,
  clause: Clause,
  { made, listFollows }: { readonly made: readonly Claim[]; readonly listFollows: boolean },
): void {
  const contest = contestIn(clause.inSpeech ? '' : clause.text);
  if (contest) memory.contest = contest;
  const plain = withoutTimes(clause.text);
  const years = yearsIn(clause.text);
  if (years.length > 0) memory.years = years;
  if (made.length === 0) rememberTopic(memory, plain);
  if (listFollows && made.every((claim) => claim.rule === 'fact/streak')) takeItems(memory, plain);
  else memory.items = [];
  const quoted = clause.inSpeech ? undefined : quotedName(clause.text);
  if (quoted !== undefined) {
    memory.quoted = quoted;
    memory.quotedHere = true;
  }
}

function rememberTopic(memory: Memory, plain: string): void {
  const domain = domainOf(plain);
  if (domain) memory.domain = domain;
  if (plain.length < 2) return;
  memory.topic = stripLead(plain);
  memory.topicNearer = true;
}

/** 立案数、损失数自7月份以来连续下降: the things a later 分别 may be about. */
function takeItems(memory: Memory, plain: string): void {
  const phrase = readPhrase(
    plain.replace(
      /(?:自|从)[^、]{0,16}(?:连续|持续).*$|(?:同比|环比|连续|持续|实现|呈|均|双双|双|“?[两双三四五][下上]).*$/,
      '',
    ),
  );
  const measures = listItems(stripLead(plain));
  // 破获案件数、抓获作案成员数: the verbs belong to the measures
  memory.items = areMeasures(measures) ? measures : listItems(`${phrase.verb}${phrase.noun}`);
  memory.itemsMeasured = areMeasures(memory.items);
}

const areMeasures = (items: readonly string[]): boolean =>
  items.length > 1 && items.every((item) => /(?:数|率|量|额|金额|案|警情)$/.test(item));

/** 推出|“综合窗口”: the last quoted name of a clause, unless it is a motto or one of a list. */
function quotedName(text: string): string | undefined {
  const name = matchesOf(
    text,
    /[“"](?!一.一)[^”"，,。+]{2,12}[”"](?!案|等|人员|违法|犯罪|警情|问题|隐患|行业|、?[“"])(?:APP|小程序|平台|移动端)?/g,
  ).at(-1)?.[0];
  // “两委”班子, “三超一疲劳”: short for a list, no name
  if (name === undefined || /零|无发|无案/.test(name) || /^[“"][两二三四五六七八九十百][一-鿿]{1,4}[”"]$/.test(name))
    return undefined;
  const before = text.slice(0, text.lastIndexOf(name));
  return /(?:[”"]、?|以|围绕|聚焦|紧扣|坚持|按照|针对|贯彻|落实|突出)$/.test(before) ? undefined : name;
}
