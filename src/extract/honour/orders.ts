import type { Period } from '../../model/corpus.js';
import type { Span } from '../../model/span.js';
import { matchesOf } from '../../text/matches.js';
import { headCount, wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { type Reading, type Recipient, recipientsBefore, recipientsIn } from './recipients.js';
import { titlesIn } from './titles.js';
import { yearOf } from './year.js';

const N = '([\\d一二两三四五六七八九十]{1,3})次';
/** 公安部发来贺电; 省公安厅先后3次贺电表扬; 市委、市政府通令嘉奖. Group 1 gives, 2 or 4 how often, 3 what. */
const ORDER = new RegExp(
  `([\\u4e00-\\u9fff、]{2,24}?)(?:先后|联合|专门|分别|均|专程|再次|第一时间|相继)*(?:${N})?(?:发来了?|致以?|发出|下发|予以|给予|来电|致电)?(贺电表扬|贺电|贺信|嘉奖令|通报表扬|通报表彰|通令嘉奖|通报嘉奖|记功嘉奖|记功)(?:${N})?$`,
  'u',
);
/** 公安部命名新一批全国公安机关执法示范单位，乙中队榜上有名. */
const NAMED =
  /^([\u4e00-\u9fff、]{2,24}?)(?:决定)?(?:命名|公布|通报表彰|通报|表彰|揭晓|发布)了?(?:新一[批轮届]|一批)?(.{4,60})$/u;
/** 省公安厅对成绩突出的单位予以通报表扬，甲中心等18个集体榜上有名. */
const PRAISED =
  /^([\u4e00-\u9fff、]{2,24}?)(?:近日|日前|专门|联合)*对[^，,。]{2,40}?(?:予以|给予|进行|作出)(通报表扬|通报表彰|通令嘉奖|通报嘉奖|表彰奖励|表彰|表扬|嘉奖)$/u;
/** 甲中心等18个集体: one recipient, however many. */
const AMONG_MANY =
  /[^等]{2,60}?等(?:[\d,]{1,6}|[一二两三四五六七八九十百]{1,4})(?:余|多)?[个名位家](?:集体|单位|个人|民警|辅警|同志)/gu;
/** 市委书记先后3次作出批示肯定. Group 1 who, 2 how often, 3 what. */
const LEADER =
  /^([\u4e00-\u9fff、]{2,24}?(?:书记|省长|市长|州长|县长|区长|部长|厅长|局长|领导|主要负责同志))(?:[\u4e00-\u9fff]{2,3})?(?:先后|专门|亲自|多次)*(?:([\d一二两三四五六七八九十]{1,3})次)?(?:作出|给予|予以)?(?:重要)?(批示(?:予以|给予|表示|充分|高度){0,2}(?:肯定|表扬|表彰|嘉奖)|肯定性?批示)$/u;
/** 市委书记对该案侦办工作作出批示，给予充分肯定: two clauses. Group 1 who, 2 on what. */
const WROTE =
  /^([\u4e00-\u9fff、]{2,24}?(?:书记|省长|市长|州长|县长|区长|部长|厅长|局长|领导|主要负责同志))(?:[\u4e00-\u9fff]{2,3})?(?:先后|专门|亲自|多次|分别)*[对就]([^，,。]{2,40}?)(?:作出|进行)了?(?:重要)?批示$/u;
/** What the note says, in the next clause. */
const APPROVED = /^(?:并)?(?:对[^，,。]{2,24})?(?:给予|予以|表示)(?:了)?(?:充分|高度)?(肯定|表扬|表彰|赞扬)$/u;
/** 据了解, 近日: words before the giver. */
const HEARSAY = /^(?:据了解|据悉|近日|日前|今年|去年|\d{4}年|\d{1,2}月)+/u;
const ON_THE_LIST =
  /^([^，,。]{2,40}?)(?:名列其中|榜上有名|位列其中|光荣上榜|入选其中|在列|成功入选|上榜|光荣入选|跻身其列|获得表彰|受到表彰|获表彰|获此殊荣)$/u;

/** One honour of this kind. Spans index the passage. */
interface Given {
  readonly title: string;
  readonly context: string;
  readonly grantor: string;
  readonly recipient: Recipient;
  readonly count: number | null;
  readonly span: Span;
  readonly rule: 'honour/order' | 'honour/on-list';
}

/** A clause with the one before it. */
interface Pair {
  readonly clause: Span;
  readonly text: string;
  /** Without quotation marks masked. */
  readonly real: string;
  readonly before: { readonly clause: Span; readonly real: string } | null;
  readonly reading: Reading;
  /** Where receivers are looked for: who gives in one clause does not receive in the next. */
  readonly floor: number;
}

/** Honours whose giver is the subject: written orders, telegrams of congratulation, and lists somebody is on. */
export function ordersIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence } = reading;
  const found: Given[] = [];
  // the first clause in which somebody gives
  let first: number | null = null;
  for (const [i, clause] of sentence.clauses.entries()) {
    const before = sentence.clauses[i - 1];
    const pair: Pair = {
      clause,
      text: passage.masked.slice(clause.start, clause.end),
      real: passage.text.slice(clause.start, clause.end),
      before: before ? { clause: before, real: passage.text.slice(before.start, before.end) } : null,
      reading,
      floor: first ?? clause.start,
    };
    const order = orderOf(pair);
    const note = noteOf(pair);
    if (order !== undefined || note !== undefined) first ??= clause.start;
    for (const given of [order, note, noteOnWork(pair)]) if (given) found.push(given);
    found.push(...praisedOnList(pair), ...namedOnList(pair));
  }
  const absolute = ({ start, end }: Span): Span => ({ start: passage.start + start, end: passage.start + end });
  return found
    .filter(({ span }) => !isTaken(absolute(span).start, absolute(span).end))
    .map((given) => foundHonour(given, reading, period, absolute(given.span)));
}

function foundHonour(
  given: Given,
  { passage, jurisdiction, words, speaksOf }: Reading,
  period: Period,
  span: Span,
): FoundHonour {
  const { title, context, grantor, recipient, count, rule } = given;
  return {
    title,
    recipient: recipient.name,
    kind: recipient.kind,
    level: levelOf({ title, context, grantor, contest: null, pooled: false }, jurisdiction, words, speaksOf),
    grantor,
    year: yearOf(context, period),
    count,
    span,
    key: span,
    rule,
    flags: [],
    clause: passage.text.slice(given.span.start, given.span.end),
    named: recipient.start !== null,
  };
}

/** How often, where it is more than once. */
function times(said: string | undefined): number | null {
  const count = wholeNumber(said ?? '');
  return count !== null && count > 1 ? count : null;
}

/** 公安部发来贺电; undefined where the clause is none, null where nobody is found who received it. */
function orderOf({ clause, text, reading, floor }: Pair): Given | null | undefined {
  const order = ORDER.exec(text.trimEnd());
  const grantor = order?.[1] ?? '';
  if (!order || !isGiver(grantor, reading)) return undefined;
  if (/[被获受得到对为向给]|力争|争取/u.test(text.slice(0, order.index) + grantor)) return undefined;
  const [recipient] = recipientsBefore(floor, reading, 'any');
  const title = order[3] ?? '';
  const start = clause.start + order.index;
  return recipient
    ? {
        title,
        context: title,
        grantor,
        recipient,
        count: times(order[2] ?? order[4]),
        span: { start, end: start + order[0].length },
        rule: 'honour/order',
      }
    : null;
}

/** 市委书记先后3次作出批示肯定; undefined and null as for orders. */
function noteOf({ clause, real, reading, floor }: Pair): Given | null | undefined {
  const leader = LEADER.exec(real.trim());
  if (!leader) return undefined;
  const [recipient] = recipientsBefore(floor, reading, 'thing');
  const title = (leader[3] ?? '').replace(/予以|给予|表示|充分|高度/gu, '');
  return recipient
    ? {
        title,
        context: title,
        grantor: leader[1] ?? '',
        recipient,
        count: times(leader[2]),
        span: clause,
        rule: 'honour/order',
      }
    : null;
}

/** 市委书记对该案侦办工作作出批示，|给予充分肯定 */
function noteOnWork({ clause, text, before, reading }: Pair): Given | null {
  const approved = APPROVED.exec(text.trim());
  const wrote = before && approved ? WROTE.exec(before.real.trim()) : null;
  if (!before || !wrote) return null;
  const end = before.clause.end - (/(?:作出|进行).*$/u.exec(before.real)?.[0].length ?? 0);
  const [recipient] = recipientsIn(end - (wrote[2]?.length ?? 0), end, reading);
  const title = `批示${approved?.[1] ?? ''}`;
  return recipient
    ? {
        title,
        context: title,
        grantor: wrote[1] ?? '',
        recipient,
        count: null,
        span: { start: before.clause.start, end: clause.end },
        rule: 'honour/order',
      }
    : null;
}

/** Who is on the list, and where their names begin; null where the clause speaks of no list. */
function onList({ clause, text }: Pair): { readonly who: string; readonly start: number } | null {
  const who = ON_THE_LIST.exec(text.trim())?.[1];
  return who === undefined ? null : { who, start: clause.start + text.length - text.trimStart().length };
}

/** 省公安厅对成绩突出的单位予以通报表扬，|甲中心等18个集体榜上有名 */
function praisedOnList(pair: Pair): Given[] {
  const { before, reading } = pair;
  const list = onList(pair);
  const praised = list && before ? PRAISED.exec(before.real.replace(HEARSAY, '')) : null;
  const grantor = praised?.[1] ?? '';
  if (!list || !praised || !isGiver(grantor, reading)) return [];
  const title = praised[2] ?? '';
  const many = amongMany(list.who, list.start);
  const recipients = many.length > 0 ? many : recipientsIn(list.start, list.start + list.who.length, reading);
  return recipients.map((recipient) => {
    const start = recipient.start ?? list.start;
    const span = { start, end: Math.max(start + recipient.name.length, start + 1) };
    return { title, context: title, grantor, recipient, count: recipient.count, span, rule: 'honour/on-list' };
  });
}

/** 甲中心等18个集体, 乙所等6个单位 */
const amongMany = (who: string, start: number): Recipient[] =>
  matchesOf(who, AMONG_MANY).map(({ 0: words, index }) => ({
    name: words.replace(/^[、和及]/u, ''),
    kind: /个人|民警|辅警|同志$/u.test(words) ? 'person' : 'org',
    count: headCount(/等([^等]*)$/u.exec(words)?.[1] ?? ''),
    start: start + index,
  }));

/** 公安部命名新一批全国公安机关执法示范单位，|乙中队榜上有名 */
function namedOnList(pair: Pair): Given[] {
  const { clause, before, reading } = pair;
  const list = onList(pair);
  const named =
    list && before ? NAMED.exec(before.real.replace(/^(?:近日|日前|今年|去年|\d{4}年)?(?:\d{1,2}月)?/u, '')) : null;
  const grantor = named?.[1] ?? '';
  if (!list || !before || !named || !isGiver(grantor, reading)) return [];
  const { end } = before.clause;
  const items = titlesIn(reading.passage, end - (named[2]?.length ?? 0), end, true, reading.words);
  return recipientsIn(list.start, list.start + list.who.length, reading).flatMap((recipient) =>
    items.map(
      ({ title, context, count, start }): Given => ({
        title,
        context,
        grantor,
        recipient,
        count: count === null ? recipient.count : null,
        span: { start, end: clause.end },
        rule: 'honour/on-list',
      }),
    ),
  );
}

/** A body that may give: it has a level of its own and ends like one. */
const isGiver = (text: string, reading: Reading): boolean =>
  reading.words.levelIn(text) !== null &&
  /(?:部|厅|局|委|政府|委员会|办公室|指挥部|领导小组|总队|办|会)$/u.test(text) &&
  text.length <= 24;
