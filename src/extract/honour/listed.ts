import type { Period } from '../../model/corpus.js';
import { countIn, wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { bureauName, type Reading, type Recipient, recipientsBefore, recipientsIn } from './recipients.js';
import { titlesIn } from './titles.js';
import { yearOf } from './year.js';

/** A line of a roll: title, mark, names, or names, mark, title. */
const PAIR =
  /^((?:[\s●★▲■◆·•*☆▶►※]|\d{1,2}[.、．)）\s]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[一二三四五六七八九十]{1,3}、){0,4})([^：:—。；，,]{3,48}?)\s*(?:[：:]|—{1,2}|--)\s*([^：:。；]{2,120})$/u;
/** A title and the name behind a space: 全国特级优秀人民警察 王立群. */
const SPACED = /^([\s\d.、．)）(（●★▲■◆·•*☆▶►※]{0,8})([^：:。；，,\s]{5,40})\s+([^：:。；]{2,60})$/u;
/** The same the other way round: 禁毒支队 全省禁毒工作先进集体. */
const SPACED_BEHIND = /^([\s\d.、．)）(（●★▲■◆·•*☆▶►※]{0,8})([^：:。；，,\s]{2,40})\s+([^：:。；，,\s]{5,50})$/u;
/** ■ 全国优秀公安局1个: how many there are of a title, and nothing else on the line. */
const COUNTED =
  /^([\s●★▲■◆·•*☆▶►※]{0,8})([^：:。；，,、\d]{5,40}?)(?:共|达)?([\d,]{1,6}|[一二两三四五六七八九十百]{1,4})(?:余|多)?[个名人项件次]$/u;
const PLAN = /力争|争创|目标|计划|创建|评选|条件|标准|要求|申报|推荐/u;
/** A shelf or wall of awards, then a colon: 墙上挂着一排奖牌：A、B、C. */
const SHELF = /(?:奖牌|牌匾|奖状|证书|荣誉|奖项|称号|荣誉墙|奖杯)(?:有|是|包括)?$/u;

/** Rolls of honour: 全国优秀公安局：东山县公安局; 李卫国——全国优秀人民警察; and what stands after 一排奖牌：. */
export function listedIn(
  reading: Reading,
  period: Period,
  isTaken: (start: number, end: number) => boolean,
): FoundHonour[] {
  const { passage, sentence } = reading;
  const from = sentence.start;
  const all = passage.text.slice(sentence.start, sentence.end).trimEnd();
  // 城南派出所：全国优秀公安基层单位，2次荣立…: what follows the comma has its own verb.
  const tail = /[，,][^，,、]{0,12}(?:荣[获立膺]|被|获|受到|评为).*$/u.exec(all);
  const line = tail ? all.slice(0, tail.index) : all;
  const match = PAIR.exec(line) ?? SPACED.exec(line);
  if (match && !isTaken(passage.start + from, passage.start + from + line.length)) {
    const [, lead = '', left = '', right = ''] = match;
    const leftAt = from + lead.length;
    const rightAt = from + line.lastIndexOf(right);
    const first = titleIn(left, leftAt, reading) ?? ownTitleIn(left, leftAt, reading);
    if (first) {
      const named = recipientsOf(rightAt, rightAt + right.length, reading);
      if (named.length > 0)
        return named.map((recipient) =>
          made(first, recipient, { start: leftAt, end: rightAt + right.length }, reading, period),
        );
    }
    const named = recipientsOf(leftAt, leftAt + left.length, reading);
    const titles = named.length === 1 ? titlesIn(passage, rightAt, rightAt + right.length, false, reading.words) : [];
    const whole = titles[titles.length - 1];
    const who = named[0];
    if (who && whole && whole.end >= rightAt + right.trimEnd().length - 2 && !PLAN.test(right))
      return titles
        .filter((t) => !t.placing && isLeagueOrMerit(t.title + t.context, reading))
        .map((t) =>
          made(
            { title: t.title, context: t.context, count: t.count, start: t.start, end: t.end },
            who,
            { start: leftAt, end: t.end },
            reading,
            period,
          ),
        );
  }
  return (
    namedBefore(line, reading, period, isTaken) ?? counted(line, reading, period) ?? shelfIn(reading, period, isTaken)
  );
}

type Taken = (start: number, end: number) => boolean;

function namedBefore(line: string, reading: Reading, period: Period, isTaken: Taken): FoundHonour[] | null {
  const { passage, sentence } = reading;
  const [, lead = '', left = '', right = ''] = SPACED_BEHIND.exec(line) ?? [];
  if (left === '' || isTaken(passage.start + sentence.start, passage.start + sentence.start + line.length)) return null;
  const at = sentence.start + lead.length;
  const end = sentence.start + line.length;
  const title = titleIn(right, end - right.length, reading);
  const named = title ? recipientsOf(at, at + left.length, reading) : [];
  return title && named.length > 0
    ? named.map((recipient) => made(title, recipient, { start: at, end }, reading, period))
    : null;
}

function counted(line: string, reading: Reading, period: Period): FoundHonour[] | null {
  const { passage, sentence } = reading;
  const [, lead = '', what = '', number = ''] = COUNTED.exec(line) ?? [];
  const count = wholeNumber(number);
  const at = sentence.start + lead.length;
  const title = count === null || passage.sentences.length !== 1 ? null : titleIn(what, at, reading);
  if (!title) return null;
  const bureau: Recipient = { name: bureauName(reading.jurisdiction), kind: 'org', count, start: null };
  return [made(title, bureau, { start: at, end: sentence.start + line.length }, reading, period)];
}

/** A title that is all of its side of a line; offsets are relative to the passage. */
export interface Title {
  readonly title: string;
  readonly context: string;
  readonly count: number | null;
  readonly start: number;
  readonly end: number;
}

const isLeagueOrMerit = (text: string, reading: Reading): boolean =>
  reading.words.levelIn(text) !== null || /[一二三]等功|嘉奖|[一二]级英/u.test(text);

/** The left side of a line as one title: an award by name, of a league or a merit, and nothing else. */
export function titleIn(text: string, at: number, reading: Reading): Title | null {
  const { words } = reading;
  const plain = text
    .replace(/[(（][^()（）]{0,12}[)）]$/u, '')
    .replace(/(?:荣誉)?称号$/u, '')
    .trim();
  const bare = plain.replace(/[“”]/gu, '');
  const { text: title } = countIn(bare);
  if (title.length < 3 || PLAN.test(title) || words.isOther(title)) return null;
  if (!(words.isAward(title) || words.isKnown(title)) || !isLeagueOrMerit(title, reading)) return null;
  if (/[被获在对为]|第[一二三四五六七八九十\d]/u.test(title)) return null;
  return { title: plain.replace(/^“([^“”]*)”$/u, '$1'), context: title, count: null, start: at, end: at + text.length };
}

/** 2023年度先进集体（10个）, 优秀民警: a title of no league, which every bureau has. */
const OWN_TITLE =
  /^(?:(?:19|20)\d{2}年度?)?(?:全局|全所|全队|局级)?(?:十佳|百佳|最美|优秀|先进|突出贡献|成绩突出|文明|模范|嘉奖)(?:基层)?(?:集体|单位|个人|民警|辅警|民辅警|所队|派出所|大队|警队|党支部|党员|共产党员|警务室|警察)(?:[（(][\d一二三四五六七八九十]{1,3}[个名人][)）])?$/u;

function ownTitleIn(text: string, at: number, { words }: Reading): Title | null {
  if (!OWN_TITLE.test(text)) return null;
  const title = text.replace(/[(（][^()（）]{0,12}[)）]$/u, '');
  return words.isAward(title) || words.isKnown(title)
    ? { title, context: title, count: null, start: at, end: at + text.length }
    : null;
}

/** Names on the other side of a line; a person stands behind the body he or she is of, with a space: 禁毒支队 邹立铭. */
export function recipientsOf(from: number, to: number, reading: Reading): Recipient[] {
  const { passage, words } = reading;
  const found: Recipient[] = [];
  let at = from;
  for (const part of passage.text.slice(from, to).split(/[、，,]/u)) {
    const pieces = part
      .trim()
      .replace(/等\d*[名个位]?(?:同志|单位|集体|个人)?$/u, '')
      .split(/[\s　]+/u);
    const name = pieces.find((p) => words.bareName.test(p) && !words.bodyAtEnd.test(p));
    const start = name === undefined ? at : at + part.indexOf(name);
    if (name !== undefined) found.push({ name: name.replace(/同志$/u, ''), kind: 'person', count: null, start });
    else if (pieces.length === 1 || words.bodyAtEnd.test(pieces.join(''))) {
      const here = recipientsIn(
        at,
        at + part.trimEnd().replace(/等\d*[名个位]?(?:同志|单位|集体|个人)?$/u, '').length,
        reading,
      );
      if (here.length !== 1 || !here[0]) return [];
      const one = here[0];
      if (one.kind !== 'person' && one.count === null && !words.bodyAtEnd.test(one.name)) return [];
      found.push(one);
    } else return [];
    at += part.length + 1;
  }
  return found;
}

/** One line of a roll as an honour. */
export function made(
  title: Title,
  recipient: Recipient,
  span: { start: number; end: number },
  reading: Reading,
  period: Period,
): FoundHonour {
  const { passage, jurisdiction, words } = reading;
  const merit = /^[一二三]等功$/u.test(title.title) && recipient.kind === 'org' ? `集体${title.title}` : title.title;
  return {
    title: title.title,
    recipient: recipient.name,
    kind: recipient.kind,
    level: levelOf(
      { title: merit, context: title.context, grantor: null, contest: null, pooled: false },
      jurisdiction,
      words,
      reading.speaksOf,
    ),
    grantor: null,
    year: yearOf(title.context, period),
    count: title.count ?? recipient.count,
    span: { start: passage.start + span.start, end: passage.start + span.end },
    key: { start: passage.start + title.start, end: passage.start + title.end },
    rule: 'honour/listed',
    flags: [],
    clause: passage.text.slice(span.start, span.end),
    named: recipient.start !== null,
  };
}

/** 荣誉室里，“…”“…”等奖牌熠熠生辉: what hangs there. */
const ON_THE_WALL = /(?:荣誉(?:室|墙|柜|陈列|榜|册)|墙上|展柜|橱窗)[^“”]{0,16}(?=“)/u;

/** 墙上挂着一排奖牌：全国青年文明号、全省人民满意的公务员集体. The recipient is whoever the sentence is about. */
function shelfIn(reading: Reading, period: Period, isTaken: (start: number, end: number) => boolean): FoundHonour[] {
  const { passage, sentence, words } = reading;
  const found: FoundHonour[] = [];
  const wall = ON_THE_WALL.exec(passage.masked.slice(sentence.start, sentence.end));
  if (wall) {
    const from = sentence.start + wall.index + wall[0].length;
    const titles = titlesIn(passage, from, sentence.end, false, words).filter(
      (t) => words.levelIn(t.context + t.title) !== null,
    );
    const who = recipientsBefore(sentence.start + wall.index, reading, 'any')[0];
    for (const t of titles)
      if (who && !isTaken(passage.start + t.start, passage.start + t.end))
        found.push({ ...made(t, who, { start: t.start, end: t.end }, reading, period), rule: 'honour/shelf' });
    if (found.length > 0) return found;
  }
  for (const [i, clause] of sentence.clauses.entries()) {
    const before = sentence.clauses[i - 1];
    if (!before || !/^[：:]/u.test(passage.text.slice(clause.start - 1, clause.end))) continue;
    if (!SHELF.test(passage.text.slice(before.start, before.end))) continue;
    const titles = titlesIn(passage, clause.start, clause.end, false, words).filter(
      (t) => !t.placing && words.levelIn(t.context + t.title) !== null,
    );
    if (titles.length < 2) continue;
    for (const t of titles) {
      if (isTaken(passage.start + t.start, passage.start + t.end)) continue;
      for (const recipient of recipientsBefore(before.start, reading, 'any'))
        found.push({ ...made(t, recipient, { start: t.start, end: t.end }, reading, period), rule: 'honour/shelf' });
    }
  }
  return found;
}
