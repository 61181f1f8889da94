import type { Period } from '../../model/corpus.js';
import { matchesOf } from '../../text/matches.js';
import { quotesWithin } from '../reading/quotes.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { type Reading, type Recipient, recipientsIn, trimName } from './recipients.js';
import { yearOf } from './year.js';

/** Titles that only a person has. */
const PERSONAL =
  /(?:民警|警察|刑警|交警|辅警|英雄模范|英模|卫士|标兵|能手|好人|工作者|党员|军人|红旗手|之星|楷模|人物|公务员)$/u;

/** A title that only a body has, at the end of what stands before it. */
const OF_A_BODY = /(?:派出所|单位|集体|文明号|文明岗|公安局)[”]?(?:荣誉)?(?:称号)?$/u;

type Taken = (start: number, end: number) => boolean;

/** Words before a title that begin it: a league, a place, a grantor. */
const TITLE_START =
  /(?:全国|全省|全市|全区|全县|国家级|省级|市级|公安部|[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,3}市|[一二]级英|国公安)/gu;
const ROLL = /^(?:.*?)(?:涌现出了?|涌现了?|以及|包括|培育出|培养出|产生了?|荣登[^，,的]{1,6}的|分别是|像|如)/u;

/** Titles that stand beside a name: “全国公安机关成绩突出民警”周良; 全国百佳刑警王德胜; 胡志红是“全省最美基层民警”; 涌现出A、B等一批“C”“D”. */
export function appositionsIn(reading: Reading, period: Period, isTaken: Taken): FoundHonour[] {
  const found: FoundHonour[] = [];
  const add = (made: FoundHonour | null): void => {
    if (
      made &&
      !isTaken(made.key.start, made.key.end) &&
      !found.some((f) => f.title === made.title && f.recipient === made.recipient)
    )
      found.push(made);
  };
  for (const made of emergedIn(reading, period)) add(made);
  for (const made of quotedIn(reading, period)) add(made);
  for (const made of plainIn(reading, period)) add(made);
  for (const made of isIn(reading, period)) add(made);
  return found;
}

function record(
  reading: Reading,
  period: Period,
  title: string,
  context: string,
  recipient: Recipient,
  start: number,
  end: number,
  key: { start: number; end: number },
  rule: string,
): FoundHonour {
  const { passage, jurisdiction, words } = reading;
  return {
    title,
    recipient: recipient.name,
    kind: recipient.kind,
    level: levelOf(
      { title, context, grantor: null, contest: null, pooled: false },
      jurisdiction,
      words,
      reading.speaksOf,
    ),
    grantor: null,
    year: yearOf(title, period),
    count: recipient.count,
    span: { start: passage.start + Math.min(start, key.start), end: passage.start + Math.max(end, key.end) },
    key: { start: passage.start + key.start, end: passage.start + key.end },
    rule,
    flags: [],
    clause: passage.text.slice(start, end),
    named: true,
  };
}

/** 涌现出甲大队、乙派出所等一批“最强党支部”“最优党小组”: a title goes to those named as it is, else the first to the rest. */
function emergedIn(reading: Reading, period: Period): FoundHonour[] {
  const { passage, sentence, words } = reading;
  const found: FoundHonour[] = [];
  for (const clause of sentence.clauses) {
    const text = passage.masked.slice(clause.start, clause.end);
    const match = /(?:涌现出了?|涌现了?)([^“，,]{4,80}?)等(?:一批|一大批|多名|多个)?(?=“)/u.exec(text);
    if (!match) continue;
    const from = clause.start + match.index + match[0].indexOf(match[1] ?? '');
    const recipients = recipientsIn(from, from + (match[1]?.length ?? 0), reading);
    const quotes = quotesWithin(passage.quotes, clause).filter(
      (q) => q.span.start >= clause.start + match.index && q.span.end <= clause.end && q.kind === 'quote',
    );
    const titles = quotes
      .map((q) => ({ text: passage.text.slice(q.inner.start, q.inner.end), quote: q }))
      .filter((t) => words.isAward(t.text) || words.isKnown(t.text));
    for (const recipient of recipients) {
      const last = recipient.name.slice(-2);
      const title = titles.find((t) => t.text.endsWith(last)) ?? titles[0];
      const end = quotes[quotes.length - 1]?.span.end ?? clause.end;
      if (title)
        found.push(
          record(
            reading,
            period,
            title.text,
            title.text,
            recipient,
            clause.start + match.index,
            end,
            title.quote.span,
            'honour/emerged',
          ),
        );
    }
  }
  return found;
}

/** A quoted title and the name after it, or 是 between the name and the title. */
function quotedIn(reading: Reading, period: Period): FoundHonour[] {
  const { passage, sentence, words } = reading;
  const found: FoundHonour[] = [];
  for (const quote of quotesWithin(passage.quotes, sentence)) {
    if (quote.kind !== 'quote' || quote.span.start < sentence.start || quote.span.end > sentence.end) continue;
    const inner = passage.text.slice(quote.inner.start, quote.inner.end);
    const pre =
      /(?:(?:全国|全省|全市|全区|全县|第[一二三四五六七八九十]批|首批|\d{4}年度?|[\u4e00-\u9fff]{2,3}[省市])(?:公安机关|公安系统|政法系统|政法机关)?)+$/u.exec(
        passage.text.slice(sentence.start, quote.span.start),
      )?.[0] ?? '';
    if (!(words.isAward(inner) || words.isKnown(inner)) || words.isOther(inner)) continue;
    // “能当选全国优秀人民警察，是组织的肯定。”: somebody speaks.
    if (/[，,。！？]/u.test(inner)) continue;
    const title = pre === '' ? inner : `${pre}“${inner}”`;
    const start = quote.span.start - pre.length;
    const before = passage.text.slice(sentence.start, start);
    const is = /([^，,、。；“”]{2,40})[，,]?(?:是|系|作为)$/u.exec(before);
    if (is?.[1]) {
      const at = sentence.start + is.index;
      const named = recipientsIn(at, at + is[1].length, reading).filter((r) => r.kind === 'person');
      for (const recipient of named)
        found.push(
          record(
            reading,
            period,
            title,
            pre + inner,
            recipient,
            at,
            quote.span.end,
            { start, end: quote.span.end },
            'honour/is',
          ),
        );
      if (named.length > 0) continue;
    }
    const after = /^(?:荣誉)?(?:称号)?(?:获得者|得主)?[、：:]?([^，,。；“”]{2,50})/u.exec(
      passage.masked.slice(quote.span.end, sentence.end),
    );
    if (!after?.[1] || /^(?:荣誉|称号|等|的|和|及|称|创建|评选|活动|命名|与|奖|候选|提名|推荐)/u.test(after[1]))
      continue;
    const at = quote.span.end + after[0].length - after[1].length;
    const beside = namesAt(at, at + after[1].length, reading, PERSONAL.test(inner));
    for (const recipient of [...beside, ...bodiesAfter(beside, at + after[1].length, reading)]) {
      // 枫桥式公安派出所 beside a name of a station; anything else beside a person.
      if (
        (recipient.kind === 'person' && (PERSONAL.test(inner) || words.levelIn(pre + inner) !== null)) ||
        (recipient.kind === 'org' && words.bodyAtEnd.test(recipient.name) && words.levelIn(pre + inner) !== null)
      ) {
        found.push(
          record(
            reading,
            period,
            title,
            pre + inner,
            recipient,
            start,
            recipient.start === null ? quote.span.end : recipient.start + recipient.name.length,
            { start, end: quote.span.end },
            'honour/beside',
          ),
        );
      }
    }
  }
  return found;
}

/** “全国优秀公安基层单位”甲派出所，乙大队，“…”: the body in the next clause has the title of the one before. */
function bodiesAfter(beside: readonly Recipient[], from: number, { passage, sentence, words }: Reading): Recipient[] {
  if (beside.length === 0 || !beside.every((r) => r.kind === 'org')) return [];
  const next = /^[，,、]([\u4e00-\u9fff]{4,24})(?=[，,、](?:“|全[国省市]))/u.exec(
    passage.masked.slice(from, sentence.end),
  );
  const name = next?.[1];
  return name !== undefined && words.bodyAtEnd.test(name) && words.bodyAtStart.exec(name)?.[0] === name
    ? [{ name, kind: 'org', count: null, start: from + 1 }]
    : [];
}

/** Names at the beginning of a stretch: 麻志翔、段新华等; a name with its role, then a verb: 民警刘某顶着烈日. */
function namesAt(from: number, to: number, reading: Reading, personal: boolean): Recipient[] {
  const { passage, words } = reading;
  const text = passage.text.slice(from, to);
  // 全国“枫桥式公安派出所”下党派出所所长何某: the title of a body goes to the body.
  const station = personal ? null : /^[\u4e00-\u9fff]{2,14}?派出所/u.exec(text);
  if (station && OF_A_BODY.test(passage.text.slice(Math.max(0, from - 16), from)))
    return [{ name: station[0], kind: 'org', count: null, start: from }];
  const list = text.replace(/等.*$/u, '').split('、');
  const names: Recipient[] = [];
  let at = from;
  for (const part of list) {
    if (names.length > 0 && /^(?:全[国省市区县]|国家|公安部|[\u4e00-\u9fff]{2}省)/u.test(part)) break;
    const here = nameAtStart(part, at, reading, personal);
    if (here) names.push(here.recipient);
    if (here?.rest !== '') break;
    at += part.length + 1;
  }
  if (names.length > 0) return names;
  for (const role of matchesOf(text, words.rolesAndNames)) {
    if (role.index > 26) break;
    const name = role[1] ?? '';
    const start = from + role.index + role[0].length - name.length;
    // 交警支队: a role and the beginning of a body.
    if (words.bodyAtEnd.test(name)) continue;
    return [{ name: trimName(name, start, reading), kind: 'person', count: null, start }];
  }
  const body = words.bodyAtStart.exec(text);
  return body ? [{ name: body[0], kind: 'org', count: null, start: from }] : [];
}

function nameAtStart(
  part: string,
  at: number,
  reading: Reading,
  personal: boolean,
): { recipient: Recipient; rest: string } | null {
  const { words } = reading;
  const bare = words.bareName.exec(part);
  // “铁军先锋”练兵: what only looks like a name is one beside a title that people have.
  if (bare?.[1] && (personal || reading.isName(at, at + part.length)))
    return { recipient: { name: bare[1], kind: 'person', count: null, start: at }, rest: '' };
  for (const length of [3, 2, 4]) {
    if (part.length > length && reading.isName(at, at + length) && !words.bodyAtEnd.test(part))
      return {
        recipient: { name: part.slice(0, length), kind: 'person', count: null, start: at },
        rest: part.slice(length),
      };
  }
  const prefix = words.namePrefix.exec(part)?.[1];
  if (prefix !== undefined && personal && !/[省市区县局所队镇乡街村]$/u.test(prefix) && !words.bodyAtEnd.test(part)) {
    const name = trimName(prefix, at, reading);
    return { recipient: { name, kind: 'person', count: null, start: at }, rest: part.slice(name.length) };
  }
  if (words.bodyAtEnd.test(part) && part.length >= 3)
    return { recipient: { name: part, kind: 'org', count: null, start: at }, rest: '' };
  const person = words.personAtEnd.exec(part);
  if (person?.[1])
    return {
      recipient: { name: person[1], kind: 'person', count: null, start: at + part.length - person[1].length },
      rest: '',
    };
  return null;
}

/** Unquoted: a league or place, an award noun, and right behind it a name. */
function plainIn(reading: Reading, period: Period): FoundHonour[] {
  const { passage, sentence } = reading;
  const found: FoundHonour[] = [];
  const masked = passage.masked.slice(sentence.start, sentence.end);
  let from = 0;
  for (const match of matchesOf(masked, TITLE_START)) {
    if (match.index < from) continue;
    const roll = ROLL.exec(masked.slice(from, match.index));
    const start = sentence.start + match.index;
    const stop = /[，,；。]/u.exec(masked.slice(match.index))?.index ?? masked.length - match.index;
    const text = passage.text.slice(start, start + Math.min(stop, 60));
    const hit = splitTitle(text, start, reading);
    if (!hit) continue;
    for (const recipient of hit.recipients) {
      found.push(
        record(
          reading,
          period,
          hit.title,
          hit.title,
          recipient,
          start,
          recipient.start === null ? hit.end : Math.max(hit.end, recipient.start + recipient.name.length),
          { start, end: start + hit.title.length },
          roll ? 'honour/roll' : 'honour/beside',
        ),
      );
    }
    from = match.index + hit.title.length;
  }
  return found;
}

/** 所长贺某是全国优秀人民警察: a person, 是, and a title that ends the clause. */
function isIn(reading: Reading, period: Period): FoundHonour[] {
  const { passage, sentence, words } = reading;
  const found: FoundHonour[] = [];
  for (const clause of sentence.clauses) {
    const match = /^(.{2,24}?)(?:是|系|为)((?:全[国省市]|国家级|公安部|[一二]级英)[^，,、的]{3,24})$/u.exec(
      passage.text.slice(clause.start, clause.end),
    );
    const [, who = '', title = ''] = match ?? [];
    const bare = title.replace(/[“”]/gu, '');
    if (!match || !PERSONAL.test(bare) || !(words.isAward(bare) || words.isKnown(bare))) continue;
    for (const recipient of recipientsIn(clause.start, clause.start + who.length, reading)) {
      if (recipient.kind !== 'person' || recipient.count !== null) continue;
      const key = { start: clause.end - title.length, end: clause.end };
      found.push(record(reading, period, title, title, recipient, clause.start, clause.end, key, 'honour/is'));
    }
  }
  return found;
}

/** Where the title ends and the name begins: the shortest award with a name right behind it. */
function splitTitle(
  text: string,
  start: number,
  reading: Reading,
): { title: string; end: number; recipients: Recipient[] } | null {
  const { words } = reading;
  for (let cut = /^[一二]级英/u.test(text) ? 4 : 5; cut <= Math.min(text.length - 2, 34); cut++) {
    const title = text.slice(0, cut);
    if (
      /[、的，,被]|涌现|先后|培[育养]|产生|走出/u.test(title.replace(/“[^”]*”/gu, '')) ||
      (title.includes('“') && !title.includes('”'))
    )
      continue;
    const bare = title.replace(/[“”]/gu, '');
    // 人民警|察: 民警 is none here
    if (/民警$/u.test(bare) && text.charAt(cut) === '察') continue;
    // 全国道德模范提名奖获得者李玉芳
    const held = /(?:奖|奖章)$/u.test(bare) && /^(?:荣誉)?(?:称号)?获得者/u.test(text.slice(cut));
    if (
      !held &&
      !/(?:警察|民警|辅警|刑警|交警|英雄模范|英模|单位|集体|个人|卫士|标兵|能手|工作者|军人|模范|党员|党组织|党支部|公务员|公安局|派出所|红旗手|之星|楷模|获得者|好人|人物|教官|岗|号|大队|尖兵)$/u.test(
        bare,
      )
    )
      continue;
    if (!(words.isAward(bare) || words.isKnown(bare)) || (words.levelIn(bare) === null && !/级英/u.test(bare)))
      continue;
    const link = /^(?:称号)?(?:获得者)?[、：:]?/u.exec(text.slice(cut))?.[0] ?? '';
    const from = cut + link.length;
    if (/^(?:和|等|称|荣|创|评|的|及|以|与|命|表|候|推|申|立功|大会|事迹|报告|先进)/u.test(text.slice(from))) continue;
    const recipients = namesAt(start + from, start + text.length, reading, held || PERSONAL.test(bare));
    const person = recipients.every((r) => r.kind === 'person');
    if (link !== '' && !person) continue;
    if (recipients.length > 0 && (person || /单位|集体|党组织|党支部|公安局|派出所|岗|号|大队/u.test(bare)))
      return { title, end: start + cut, recipients };
  }
  return null;
}
