import type { Period } from '../../model/corpus.js';
import { clauseAt } from './clause.js';
import { wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { nameForTotal, type Reading, recipientsBefore } from './recipients.js';
import { yearOf } from './year.js';

const NUMBER = '([\\d,]{1,6}|[一二两三四五六七八九十百]{1,4})';
const MEASURE = '(人次|个次|个|项|人|名|次|件)';
/** Whose awards or what they are, and how many of a total they make up: 国家级3项, 省部级以上集体5个, 个人19名. */
const PART = new RegExp(
  `((?:国家|全国|省部|部|省|厅|市|县处|县|区)级(?:(?:及)?以上)?)?(集体|个人|单位)?(?:荣誉|奖项|表彰|奖励)?(?:共|达)?${NUMBER}(?:余|多)?${MEASURE}(集体|个人|单位)?`,
  'gu',
);
/** 19个集体受到县级以上表彰: of whom the total is, where it is of one kind. */
const HEADS_OF_TOTAL = /\d(?:余|多)?[个名](?:（次）)?(集体|个人|民警|民辅警|单位)/gu;
/** 其中国家级3项: what is a part of a total says so, or stands in brackets. */
const OF_TOTAL = /其中|包括|含|[（(]/u;
/** The total: 集体荣誉71项, 受到县级以上表彰奖励. */
const TOTAL = /(集体|个人)?(荣誉|表彰奖励|表彰表扬|表彰|奖励|表扬|奖项)(?!大会|会|仪式)/gu;
/** 个人受表彰402人次, 集体获奖励12项: receiver, verb and award in one. */
const RECEIVED = new RegExp(
  `(集体|个人|民警)(?:共|累计)?(?:受到?|获得?|获得)(?:各级|上级)?(表彰奖励|表彰表扬|表彰|奖励|表扬|荣誉|嘉奖)(?:共|达)?${NUMBER}(?:余|多)?${MEASURE}`,
  'gu',
);
/** 集体荣誉：市级以上21项: a line of a list. */
const LABELLED = new RegExp(
  `(集体|个人|民警)(荣誉|表彰奖励|表彰|奖励|奖项)[：:]((?:国家|省部|省|厅|市|县|区)级(?:及?以上)?)?(?:共|达)?${NUMBER}(?:余|多)?${MEASURE}`,
  'gu',
);
/** 嘉奖集体12个、个人210人: what was done, to how many of each. */
const DEED = new RegExp(
  `(嘉奖|记功)(?:了)?(集体|个人)${NUMBER}(?:余|多)?${MEASURE}(?:[、，](集体|个人)${NUMBER}(?:余|多)?${MEASURE})?`,
  'gu',
);
const INTENT = /力争|争取|确保|计划|目标|奖励办法|按照/u;

/** The parts of a total of awards (其中国家级3项、省级18项), and totals said in the shortest way (个人受表彰402人次). */
export function partsIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence, jurisdiction, words } = reading;
  const text = passage.masked.slice(sentence.start, sentence.end);
  if (INTENT.test(text)) return [];
  const found: FoundHonour[] = [];
  const push = (
    title: string,
    whom: string | undefined,
    number: string,
    measure: string,
    at: number,
    length: number,
    rule: string,
  ): void => {
    const start = sentence.start + at;
    const count = wholeNumber(number);
    const recipient = recipientsBefore(clauseAt(start, reading).start, reading, 'any', 0, true)[0];
    if (count === null || !recipient || isTaken(passage.start + start, passage.start + start + length)) return;
    const person = whom === '个人' || whom === '民警' || /人|名/u.test(measure);
    // 省部级以上集体5个: the five are who received it
    const heads = rule === 'honour/part' && whom !== undefined && /个|名|人/u.test(measure);
    found.push({
      title,
      recipient: heads
        ? `${number}${measure}${whom}`
        : rule === 'honour/deed'
          ? recipient.name
          : nameForTotal(recipient),
      kind: person ? 'person' : recipient.kind === 'city' || recipient.kind === 'person' ? 'org' : recipient.kind,
      level: levelOf(
        { title, context: title, grantor: null, contest: null, pooled: false },
        jurisdiction,
        words,
        reading.speaksOf,
      ),
      grantor: null,
      year: yearOf(passage.text.slice(sentence.start, start), period),
      count,
      span: { start: passage.start + start, end: passage.start + start + length },
      key: { start: passage.start + start, end: passage.start + start + length },
      rule,
      flags: [],
      clause: passage.text.slice(start, start + length),
      named: heads,
    });
  };
  for (const match of text.matchAll(RECEIVED))
    push(
      `${match[1] === '民警' ? '个人' : match[1]}${match[2]}`,
      match[1],
      match[3] ?? '',
      match[4] ?? '',
      match.index,
      match[0].length,
      'honour/received',
    );
  for (const match of text.matchAll(LABELLED))
    push(
      `${match[3] ?? ''}${match[1] === '民警' ? '个人' : match[1]}${match[2]}`,
      match[1],
      match[4] ?? '',
      match[5] ?? '',
      match.index,
      match[0].length,
      'honour/labelled',
    );
  for (const match of text.matchAll(DEED)) {
    const [whole, deed = '', first = '', n1 = '', m1 = '', second = '', n2 = '', m2 = ''] = match;
    const at = second === '' ? whole.length : whole.lastIndexOf(second);
    push(first + deed, first, n1, m1, match.index, second === '' ? at : at - 1, 'honour/deed');
    if (second !== '') push(second + deed, second, n2, m2, match.index + at, whole.length - at, 'honour/deed');
  }
  const opening = /其中/u.exec(text) ?? OF_TOTAL.exec(text);
  const total = opening ? [...text.slice(0, opening.index).matchAll(TOTAL)].pop() : undefined;
  if (!opening || !total) return found;
  const kinds = [...text.slice(0, opening.index).matchAll(HEADS_OF_TOTAL)].map((m) => m[1]);
  const of = total[1] ?? (kinds.length === 1 ? kinds[0] : undefined);
  let grade = '';
  for (const match of text.slice(opening.index).matchAll(PART)) {
    const own = match[1];
    if (own !== undefined) grade = own;
    const said = match[2] ?? match[5];
    if (grade === '' || (own === undefined && said === undefined)) continue;
    const whom = said ?? of;
    const isHead = (kind: string | undefined): boolean => kind !== undefined && /个|名|人/u.test(match[4] ?? '');
    const heads = isHead(said) || (total[1] === undefined && isHead(of));
    push(
      heads && said !== undefined ? `${grade}${total[2]}` : `${grade}${whom ?? ''}${total[2]}`,
      whom,
      match[3] ?? '',
      match[4] ?? '',
      opening.index + match.index,
      match[0].length,
      'honour/part',
    );
  }
  return found;
}
