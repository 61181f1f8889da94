import type { Period } from '../../model/corpus.js';
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

/** Honours whose giver is the subject: written orders, telegrams of congratulation, and lists somebody is on. */
export function ordersIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence, jurisdiction, words } = reading;
  const found: FoundHonour[] = [];
  const push = (
    title: string,
    context: string,
    grantor: string,
    recipient: Recipient,
    count: number | null,
    span: { start: number; end: number },
    rule: string,
  ): void => {
    if (isTaken(passage.start + span.start, passage.start + span.end)) return;
    found.push({
      title,
      recipient: recipient.name,
      kind: recipient.kind,
      level: levelOf({ title, context, grantor, contest: null, pooled: false }, jurisdiction, words, reading.speaksOf),
      grantor,
      year: yearOf(context, period),
      count,
      span: { start: passage.start + span.start, end: passage.start + span.end },
      key: { start: passage.start + span.start, end: passage.start + span.end },
      rule,
      flags: [],
      clause: passage.text.slice(span.start, span.end),
      named: recipient.start !== null,
    });
  };
  /** Where the first order stands: who gives in one clause does not receive in the next. */
  let first: number | null = null;
  for (const [i, clause] of sentence.clauses.entries()) {
    const text = passage.masked.slice(clause.start, clause.end);
    const order = ORDER.exec(text.trimEnd());
    const giver = order?.[1] ?? '';
    if (
      order &&
      isGiver(giver, reading) &&
      !/[被获受得到对为向给]|力争|争取/u.test(text.slice(0, order.index) + giver)
    ) {
      first ??= clause.start;
      const recipient = recipientsBefore(first, reading, 'any')[0];
      const times = wholeNumber(order[2] ?? order[4] ?? '');
      if (recipient)
        push(
          order[3] ?? '',
          order[3] ?? '',
          giver,
          recipient,
          times !== null && times > 1 ? times : null,
          { start: clause.start + order.index, end: clause.start + order.index + order[0].length },
          'honour/order',
        );
    }
    const leader = LEADER.exec(passage.text.slice(clause.start, clause.end).trim());
    if (leader) {
      first ??= clause.start;
      const recipient = recipientsBefore(first, reading, 'thing')[0];
      const times = wholeNumber(leader[2] ?? '');
      const what = (leader[3] ?? '').replace(/予以|给予|表示|充分|高度/gu, '');
      if (recipient)
        push(
          what,
          what,
          leader[1] ?? '',
          recipient,
          times !== null && times > 1 ? times : null,
          clause,
          'honour/order',
        );
    }
    const before = sentence.clauses[i - 1];
    const approved = before ? APPROVED.exec(text.trim()) : null;
    const wrote = before && approved ? WROTE.exec(passage.text.slice(before.start, before.end).trim()) : null;
    if (before && wrote) {
      const end =
        before.end - (/(?:作出|进行).*$/u.exec(passage.text.slice(before.start, before.end))?.[0].length ?? 0);
      const what = `批示${approved?.[1] ?? ''}`;
      for (const recipient of recipientsIn(end - (wrote[2]?.length ?? 0), end, reading).slice(0, 1))
        push(what, what, wrote[1] ?? '', recipient, null, { start: before.start, end: clause.end }, 'honour/order');
    }
    const on = ON_THE_LIST.exec(text.trim());
    const list =
      on && before
        ? NAMED.exec(
            passage.text
              .slice(before.start, before.end)
              .replace(/^(?:近日|日前|今年|去年|\d{4}年)?(?:\d{1,2}月)?/u, ''),
          )
        : null;
    const lead = text.length - text.trimStart().length;
    const praised =
      on && before ? PRAISED.exec(passage.text.slice(before.start, before.end).replace(HEARSAY, '')) : null;
    if (on && praised && isGiver(praised[1] ?? '', reading)) {
      const many = [...(on[1] ?? '').matchAll(AMONG_MANY)];
      const named: Recipient[] =
        many.length > 0
          ? many.map((m) => ({
              name: m[0].replace(/^[、和及]/u, ''),
              kind: /个人|民警|辅警|同志$/u.test(m[0]) ? 'person' : 'org',
              count: headCount(/等([^等]*)$/u.exec(m[0])?.[1] ?? ''),
              start: clause.start + lead + m.index,
            }))
          : recipientsIn(clause.start + lead, clause.start + lead + (on[1]?.length ?? 0), reading);
      for (const recipient of named) {
        const at = recipient.start ?? clause.start + lead;
        push(
          praised[2] ?? '',
          praised[2] ?? '',
          praised[1] ?? '',
          recipient,
          recipient.count,
          { start: at, end: Math.max(at + recipient.name.length, at + 1) },
          'honour/on-list',
        );
      }
    }
    if (!on || !before || !list || !isGiver(list[1] ?? '', reading)) continue;
    const what = list[2] ?? '';
    const at = before.end - what.length;
    const items = titlesIn(passage, at, before.end, true, words);
    for (const recipient of recipientsIn(clause.start + lead, clause.start + lead + (on[1]?.length ?? 0), reading))
      for (const item of items)
        push(
          item.title,
          item.context,
          list[1] ?? '',
          recipient,
          item.count === null ? recipient.count : null,
          { start: item.start, end: clause.end },
          'honour/on-list',
        );
  }
  return found;
}

/** A body that may give: it has a level of its own and ends like one. */
const isGiver = (text: string, reading: Reading): boolean =>
  reading.words.levelIn(text) !== null &&
  /(?:部|厅|局|委|政府|委员会|办公室|指挥部|领导小组|总队|办|会)$/u.test(text) &&
  text.length <= 24;
