import { firstAnswer } from '../../first-answer.js';
import { quotesWithin } from '../../reading/quotes.js';
import { wholeNumber } from '../counts.js';
import { recipientsBefore, recipientsIn, type Wanted } from '../recipients.js';
import type { Event } from '../records.js';
import { type TitleItem, titlesIn } from '../titles.js';
import type { AwardVerb } from './award-verb.js';
import { grantorBefore } from './grantor.js';
import { personAfter } from './person-after.js';
import { GIVES, ORDERS } from './verbs.js';
import { wonItems } from './won-items.js';

/** One way to read a verb of award: what it states; null where it gives nothing, undefined where it is not this rule's. */
type EventRule = (award: AwardVerb) => Event | null | undefined;

/** What a verb of award states; null where it gives nothing that can be named. */
export function eventOf(award: AwardVerb): Event | null {
  return firstAnswer(GIVES.test(award.verb) ? GIVING_RULES : GETTING_RULES, award) ?? null;
}

/** 奖项花落三个派出所 */
const landed: EventRule = ({ verb, at, end, clause, respectively, reading }) => {
  if (verb !== '花落') return undefined;
  const items = titlesIn(reading.passage, clause.start, at, true, reading.words);
  const isStations = /派出所/u.test(items[0]?.title ?? '');
  const recipients = recipientsIn(at + 2, end, reading).map((recipient) =>
    isStations && !/所$/u.test(recipient.name) ? { ...recipient, name: `${recipient.name}派出所` } : recipient,
  );
  return { items, recipients, grantor: null, respectively, at: clause.start, end, rule: 'honour/landed' };
};

/** 省公安厅为其|记集体二等功: the giver stands there, the receiver before. */
const givenToIt: EventRule = (award) => {
  const { before, clause, end, floor, respectively, reading } = award;
  const giver = /(?:^|[\s，,])([\u4e00-\u9fff、]{2,24}?)(?:专门|特意|分别|再次)?[为给]其$/u.exec(before)?.[1];
  if (!giver || reading.words.levelIn(giver) === null) return undefined;
  return {
    items: given(award),
    recipients: recipientsBefore(clause.start, reading, 'any', floor),
    grantor: giver,
    respectively,
    at: clause.start,
    end,
    rule: 'honour/for',
  };
};

/** 被省公安厅|授予…, 荣获市委市政府|通报表彰: who gave it stands before the verb, who has it before that. */
const passive: EventRule = (award) => {
  const { verb, before, beforeAt, after, end, floor, respectively, reading } = award;
  const isPassive = /被([^被，,“”]{0,44})$/u.exec(before);
  const received = /(?:荣获|获得|获|受到|得到|荣膺|喜获|再获)([^，,“”]{2,44})$/u.exec(before);
  // 对荣获全国优秀人民警察称号的5名民警进行表彰: who is honoured has been honoured before.
  const got = isPassive ?? (/称号|进行/u.test(received?.[1] ?? '') ? null : received);
  if (!got) return undefined;
  const giver = got[1] ?? '';
  if (!isPassive && reading.words.levelIn(giver) === null && !/部门|单位|委|局|厅|政府|组织/u.test(giver))
    return undefined;
  const items = ORDERS.test(verb)
    ? given(award)
    : titlesIn(reading.passage, after, end, verb !== '列为', reading.words);
  if (items.length === 0) return null;
  const start = beforeAt + got.index;
  const wanted = wantedBy(items, /技术|创新|革新|项目|案例|作品|优秀.{0,4}成果|微电影|视频/u);
  return {
    items,
    recipients: recipientsBefore(start, reading, wanted, floor),
    grantor: giver.replace(/(?:联合|共同|予以|给予|正式|表彰|评选|追)$/u, '').replace(/^了/u, '') || null,
    respectively,
    at: start,
    end,
    rule: 'honour/passive',
  };
};

/** 市政府为市公安局|记集体二等功, 对表现突出的12名民警|予以表彰 */
const givenTo: EventRule = (award) => {
  const { verb, before, beforeAt, clause, end, respectively, reading } = award;
  const whom = /(?:(?<![作成因认分称])为|给(?!予)|对|向)([^，,“”]{2,80}?)(?:予以|给予|进行|作出|集体)?$/u.exec(before);
  const target = whom?.[1] ?? '';
  if (!whom || !/记|授予|表彰|嘉奖|表扬/u.test(verb) || /^[了此其]$/u.test(target)) return undefined;
  // 县委印发通报，对县公安局予以嘉奖
  const circular = reading.passage.masked.slice(Math.max(reading.sentence.start, clause.start - 14), clause.start);
  const isCircular = /(?:印发|下发|发出|发布)(?:了)?通报[，,]$/u.test(circular);
  const items = given(award).map((item) =>
    isCircular && item.title === verb ? { ...item, title: `通报${verb}` } : item,
  );
  const from = beforeAt + whom.index + 1;
  const name = target.replace(/(?:出色|圆满|成功|顺利|在|的)[^，,]*$/u, '');
  const recipients = recipientsIn(from, from + name.length, reading);
  if (items.length === 0 || recipients.length === 0) return null;
  // 对先进集体和先进个人进行表彰: an occasion, nobody is named.
  const isOccasion = recipients.every(
    ({ name, count }) =>
      count === null && /先进|优秀|突出|典型|有功|受表彰|获奖|立功|^(?:单位|个人|集体)|进行/u.test(name),
  );
  if (ORDERS.test(verb) && isOccasion) return null;
  const giver = before
    .slice(0, whom.index)
    .replace(/(?:自?\d{4}年(?:以来)?|连续[^，,]{1,4}年|连年|先后|分别|专门|多次|再次|近日|日前)+$/u, '')
    .replace(/^.*[^\u4e00-\u9fff、]/u, '');
  const grantor = giver || grantorBefore(clause.start, reading);
  return { items, recipients, grantor, respectively, at: clause.start, end, rule: 'honour/for' };
};

/** 授予|市公安局“…”称号, 派出所|授予“…”: the receiver stands behind the verb, else before it. */
const conferred: EventRule = (award) => {
  const { verb, at, after, before, end, clause, floor, respectively, reading } = award;
  if (/^(?:评选|表彰|命名|荣誉授予)$/u.test(verb)) return null;
  if (!/^(?:授予|追授)$/u.test(verb)) return undefined;
  const { passage, words } = reading;
  const quote = quotesWithin(passage.quotes, { start: after, end })[0];
  if (!quote || quote.span.start - at > 40) return conferredMerit(award);
  const lead = passage.masked.slice(after, quote.span.start).replace(/(?:全[国省市]|\d{4}年度?|第[^批]{1,3}批)*$/u, '');
  if (lead.trim() === '')
    return {
      items: titlesIn(passage, after, end, true, words),
      recipients: recipientsBefore(at, reading, 'any', floor),
      grantor: null,
      respectively,
      at: clause.start,
      end,
      rule: 'honour/given',
    };
  return {
    items: titlesIn(passage, after + lead.length, end, true, words),
    recipients: recipientsIn(after, after + lead.length, reading),
    grantor: giverAtEnd(before, award) ?? grantorBefore(clause.start, reading),
    respectively,
    at: clause.start,
    end,
    rule: 'honour/active',
  };
};

/** 公安部授予|省公安厅安保集体一等功荣誉: a merit without quotation marks; 授予|一级英模2名: how many, not who. */
function conferredMerit(award: AwardVerb): Event | null {
  const { at, after, before, end, reading } = award;
  const counted = titlesIn(reading.passage, after, end, true, reading.words);
  if (counted.length > 0 && counted.every(({ count }) => count !== null))
    return {
      items: counted,
      recipients: recipientsBefore(at, reading, 'any', 0, true),
      grantor: null,
      respectively: false,
      at,
      end,
      rule: 'honour/active',
    };
  const text = reading.passage.masked.slice(after, end);
  const merit = /(?:集体|个人)?[一二三]等功|(?:集体|个人)嘉奖/u.exec(text);
  if (!merit || merit.index < 2) return null;
  const receiver = text.slice(0, merit.index);
  const body = reading.words.bodyAtStart.exec(receiver)?.[0] ?? receiver;
  const start = after + merit.index;
  return {
    items: [{ title: merit[0], context: merit[0], start, end: start + merit[0].length, count: null, placing: false }],
    recipients: recipientsIn(after, after + body.length, reading),
    grantor: giverAtEnd(before, award),
    respectively: false,
    at,
    end,
    rule: 'honour/active',
  };
}

/** The body right before the verb, where its name tells a level. */
function giverAtEnd(before: string, { reading }: AwardVerb): string | null {
  const giver = before.replace(/^.*[^\u4e00-\u9fff、]/u, '');
  return reading.words.levelIn(giver) ? giver : null;
}

/** Other verbs of giving state an award only in these words: 评为|…, 记|三等功. */
const notStated: EventRule = ({ verb }) =>
  /^(?:评为|评选为|评定为|命名为|认定为|确定为|记|荣记)$/u.test(verb) ? undefined : null;

/** 全年36名民警|立功受奖: how many have been honoured, by what is not said. */
const honoured: EventRule = ({ verb, at, after, before, floor, respectively, reading }) => {
  if (verb !== '立功受奖') return undefined;
  const behind = reading.passage.masked.slice(after);
  // 立功受奖机制, 立功受奖单位: no award has been given.
  if (/^[\u4e00-\u9fff]/u.test(behind) || /更多|推动|完善|健全/u.test(before)) return null;
  const count = wholeNumber(/^([\d,]{1,7})(?:余|多)?(?:人次|人|名|个)/u.exec(behind)?.[1] ?? '');
  return {
    items: [{ title: verb, context: before, start: at, end: after, count, placing: false }],
    recipients: recipientsBefore(at, reading, 'any', floor),
    grantor: null,
    respectively,
    at,
    end: after,
    rule: 'honour/won',
  };
};

const MEASURE_END = /(?:满意度|满意率|安全感|测评|考核|评价|得分|指数|排名)$/u;

/** 荣获|“全国优秀公安局”称号, 跻身|全省十强 */
const won: EventRule = ({ verb, at, after, before, end, floor, respectively, reading }) => {
  const { items, grantor } = wonItems(after, end, verb, reading);
  if (items.length === 0) return null;
  // 公安机关满意度进入全省前五: a ranking of a measure.
  const what = before.replace(/(?:首次|再次|成功|均|也|连续[^，,年次]{1,4}[年次]|已|双双)+$/u, '');
  const isPlacing = /^(?:进入|跻身|取得|获得|成为)$/u.test(verb) && items.every(({ placing }) => placing);
  if (isPlacing && MEASURE_END.test(what)) return null;
  const wanted = wantedBy(items, /课程|技术|创新|革新|项目|案例|作品|汇演|微电影|视频|文创/u);
  const person = personAfter(items.at(-1), reading);
  const areCounted = items.every(({ count }) => count !== null);
  return {
    items,
    recipients: person ? [person] : recipientsBefore(at, reading, wanted, floor, areCounted),
    grantor,
    respectively,
    at,
    end,
    rule: reading.words.isStrong(verb) ? 'honour/won' : 'honour/got',
  };
};

/** In this order; the last one takes what is left. */
const GIVING_RULES: readonly EventRule[] = [givenToIt, passive, givenTo, conferred, notStated, won];
const GETTING_RULES: readonly EventRule[] = [landed, honoured, won];

/** The titles behind a verb; a verb that is an honour by itself (被公安部|通报表彰) where none stands there. */
function given({ verb, at, after, end, reading }: AwardVerb): TitleItem[] {
  const { passage, words } = reading;
  const titles = titlesIn(passage, after, end, true, words);
  if (titles.length > 0 || !ORDERS.test(verb)) return titles;
  // 被公安部通报表扬3次
  const times = wholeNumber(/^([\d一二两三四五六七八九十]{1,3})次/u.exec(passage.masked.slice(after, end))?.[1] ?? '');
  const count = times !== null && times > 1 ? times : null;
  return [{ title: verb.replace(/^予以/u, ''), context: verb, start: at, end: after, count, placing: false }];
}

/** What kind of recipient the titles speak of: works for a thing, 无诈乡镇 for a place, else anything. */
function wantedBy(items: readonly TitleItem[], works: RegExp): Wanted {
  if (items.some((i) => works.test(i.title))) return 'thing';
  return items.some((i) => /(?:乡镇|镇|村|村居|社区|街道|小区|校园|学校|园区)[”]?$/u.test(i.title)) ? 'place' : 'any';
}
