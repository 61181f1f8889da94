import type { Period } from '../../model/corpus.js';
import { matchesOf } from '../../text/matches.js';
import { clauseAt } from './clause.js';
import { wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { nameForTotal, type Reading, recipientsBefore } from './recipients.js';
import { yearOf } from './year.js';

/** 集体三等功2个, 个人嘉奖35人次, 省级奖项7个: a kind of award and how many, with no verb of its own. */
const TALLY =
  /((?:集体|个人)?(?:[一二三]等功|嘉奖)|(?:国家级|全国性|全国级|省部级|省级|厅级|市级|区级|县级|各级)(?:以上|及以上)?(?:集体|个人)?(?:荣誉|奖项|奖励|表彰|先进))(?:共|达)?([\d,]{1,6}|[一二两三四五六七八九十百]{1,4})(?:余|多)?(人次|个|项|人|名|次|件)/gu;
/** 35人受到嘉奖 is read by its verb; 记功35人, 立功12人: heads and a merit of no rank. */
const HEADS =
  /([\d,]{1,6}|[一二两三四五六七八九十百]{1,4})(?:余|多)?(名|位|人次|人|个)(民警|辅警|民辅警|集体|单位|个人)?(?:先后|分别|均)?(立功受奖|记功|立功|受奖|受到?嘉奖|获嘉奖)/gu;
const INTENT = /力争|争取|确保|计划|目标|将|奖励办法|给予|按照/u;

/** Awards by kind and number that no verb before them has taken. */
export function talliesIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence, jurisdiction, words } = reading;
  const found: FoundHonour[] = [];
  const text = passage.masked.slice(sentence.start, sentence.end);
  if (INTENT.test(text)) return [];
  const push = (
    title: string,
    count: number | null,
    measure: string,
    at: number,
    length: number,
    who: string | null,
  ): void => {
    const start = sentence.start + at;
    if (count === null || isTaken(passage.start + start, passage.start + start + length)) return;
    // 三等功一次 of somebody is one award.
    const once = measure === '次' && count === 1;
    const clause = clauseAt(start, reading);
    // 一等功1人、二等功6人: whose the second is stands before the first.
    const first = /[一二三]等功|嘉奖|荣誉|奖项|奖励|表彰/u.exec(passage.text.slice(clause.start, start));
    const recipient = recipientsBefore(first ? clause.start : start, reading, 'any', 0, true)[0];
    if (!recipient) return;
    const person = /个人/u.test(title) || /人|名|位/u.test(measure);
    const merit = /^[一二三]等功$/u.test(title) ? `${person ? '个人' : '集体'}${title}` : title;
    found.push({
      title,
      recipient: who ?? (/其中/u.test(text.slice(0, at)) ? nameForTotal(recipient) : recipient.name),
      kind: recipient.kind === 'person' || person ? 'person' : recipient.kind === 'city' ? 'org' : recipient.kind,
      level: levelOf(
        { title: merit, context: title, grantor: null, contest: null, pooled: false },
        jurisdiction,
        words,
        reading.speaksOf,
      ),
      grantor: null,
      year: yearOf(passage.text.slice(sentence.start, start), period),
      count: once ? null : count,
      span: { start: passage.start + start, end: passage.start + start + length },
      key: { start: passage.start + start, end: passage.start + start + length },
      rule: 'honour/tally',
      flags: [],
      clause: passage.text.slice(start, start + length),
      named: false,
    });
  };
  for (const m of matchesOf(text, TALLY))
    push(m[1] ?? '', wholeNumber(m[2] ?? ''), m[3] ?? '', m.index, m[0].length, null);
  for (const m of matchesOf(text, HEADS)) {
    const number = `${m[1] ?? ''}${m[2] ?? ''}${m[3] ?? ''}`;
    push(
      (m[4] ?? '').replace(/^(?:受到?|获)(?=嘉奖)/u, ''),
      wholeNumber(m[1] ?? ''),
      m[2] === '个' ? '个' : '人',
      m.index,
      m[0].length,
      number,
    );
  }
  return found;
}
