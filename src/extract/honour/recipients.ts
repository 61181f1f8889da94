import type { Jurisdiction } from '../../model/corpus.js';
import type { RecipientKind } from '../../model/finding.js';
import type { Span } from '../../model/span.js';
import { lastAtMost } from '../../text/lines.js';
import { matchesOf } from '../../text/matches.js';
import { onceFor } from '../../text/once-for.js';
import type { Passage, Sentence } from '../reading/passages.js';
import { headCount, wholeNumber } from './counts.js';
import type { HonourWords } from './words.js';

/** Who received an award. */
export interface Recipient {
  readonly name: string;
  readonly kind: RecipientKind;
  /** 9个集体 → 9; null for one that is named. */
  readonly count: number | null;
  /** Where the text names it, relative to the passage; null where it was supplied. */
  readonly start: number | null;
}

/** What surrounds a sentence: where it stands, whose report it is, and the word tables. */
export interface Reading {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly jurisdiction: Jurisdiction;
  readonly words: HonourWords;
  /** The person the passages before speak of last, null where they name none. */
  readonly protagonist: string | null;
  /** True where the text has the word more than once. */
  readonly isRepeated: (word: string) => boolean;
  /** True where the text has the word anywhere. */
  readonly speaksOf: (word: string) => boolean;
  /** True where the tokeniser begins a word. */
  readonly isBoundary: (offset: number) => boolean;
  /** True where the tokeniser takes the text from `start` to `end` (relative to the passage) for a person's name. */
  readonly isName: (start: number, end: number) => boolean;
}

/** How far back a pronoun or 该机制 may point, in code units. */
const LOOK_BACK = 600;

const TIME =
  '此次|本次|这次|会上|仪式上|大会上|先是|年底|年初|年中|随后|此后|紧接着|不久|此前|这是|这也是|其中|同时|此外|另外|截至目前|目前|至今|今年以来|今年|去年|当年|近年来|近[两二三四五六七八九十\\d]+年来?|[一两三五几]年来|年内|全年|同年|期间|据统计|统计|日前|近日|近期|这一年|上半年|下半年|\\d{4}年(?:度)?(?:\\d{1,2}月(?:\\d{1,2}日)?(?:份)?)?(?:以来)?|\\d{1,2}月(?:\\d{1,2}日)?|(?:19|20)\\d{2}(?=[\\u4e00-\\u9fff])(?![余多]?[名个人项位])';
const LEADING = new RegExp(
  `^(?:${TIME}|图为|并且|并|还|也|且|而|以及|和|及|先后|最终|结果|由此|因此|凭借|[●★▲■◆·•、*\\-—–☆▶►※\\s“”]|\\d{1,2}[.、．)）](?!\\d)|(?:又|另外?|还)有(?=\\d|[一二两三四五六七八九十百]{1,4}[个名位人])|(?:又|另)(?=\\d)|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\\d]+[)）]|助力|助推|推动|保障|支撑|指导|带领|使|让|涌现出|涌现|其|翻开|走进|来到|打开|推荐的?|选送的?|报送的?|创作的|研发的?|研制的?|拍摄的?|原创)`,
  'u',
);
const TRAILING = new RegExp(
  `(?:${TIME}|先后|也因此|因此|由此|为此|综合|分别|双双|均|都|还|也|又|再次|再度|再|多次|屡次|曾|已经|已|并|更|且|连续[^，,、]{1,5}?(?:年|届|次)|连年|每年|年年|首次|第[一二三四五六七八九十\\d]+次|一举|成功|光荣|共有|共计|总共|共|累计|获得|已有|有|相继|陆续|最终|最后|接连|荣幸|现场|当场|全部|强势|光荣地|(?:先后)?(?<!第)[\\d一二两三四五六七八九十]{1,3}次|顺利|高分|同日|一并|各|代表[^，,]{1,8}?(?:出战|参赛)|\\s)$`,
  'u',
);
const CONTEST_END = /在[^，,]{2,70}?(?:中|上|里|时)$/u;
const CONTEST_START = /^在[^，,]{2,70}?(?:中|上|里|时)(?=[\u4e00-\u9fff“])/u;
/** 以总分第一的成绩, 以优异成绩: how it was won. */
const MANNER_END = /(?<=.{2})以[^，,、]{1,14}成绩$/u;
const AND_SO_ON =
  /等(?:\d+|[一二两三四五六七八九十]+)?(?:余|多)?(?:个|名|项|家|部|篇|位|所)?(?:单位|集体|个人|项目|民警|辅警|作品|派出所|部门|同志|人|案件|支队|大队)?$/u;
const PROJECT =
  /项目$|系统$|平台$|机制$|作品$|歌曲|微电影$|视频$|案例?$|案件$|专案$|安保(?:工作)?$|工作$|应用$|改革$|模式$|做法$|课题$|论文$|工具$|装置$|行动$|品牌$|MV$|》$|成果$|技战法$|(?:工作|调解|调处|劝阻|警务|办案)法$|模型$|经验$|节目$|小品$|宣传片$|公众号$|账号$|举措$|技术$|软件$|小程序$|案”$|方案$|课程$/u;
const PEOPLE =
  /(?:\d|[一两二三四五六七八九十百])(?:余|多)?[名位](?!单位|集体)|(?:名|(?<!单)位|人|人次)$|(?:名|位)[\u4e00-\u9fff]{0,4}(?:个人|民警|辅警|同志|先进典型|民辅警|干部|党员|选手|队员)|个人$|人次|\d人/u;
const CITY_WORD = /^(?:我|全)?[省市区县州旗]$/u;

/** Strips what stands before and after the name proper; returns the rest with its offset in the text. */
function trimHead(text: string): { text: string; at: number } {
  let at = 0;
  let rest = text;
  for (let i = 0; i < 12; i++) {
    const lead = LEADING.exec(rest) ?? CONTEST_START.exec(rest);
    // A quote that opens the name itself stays: “2·8…案”.
    if (lead && lead[0] !== '' && !(lead[0] === '“' && rest.includes('”'))) {
      rest = rest.slice(lead[0].length);
      at += lead[0].length;
      continue;
    }
    const tail =
      CONTEST_END.exec(rest) ??
      TRAILING.exec(rest) ??
      MANNER_END.exec(rest) ??
      /(?<=.{2})(?:凭借|凭着|靠着|依靠)[^，,]{2,20}$/u.exec(rest) ??
      /(?<=.{2})(?:作为[^，,]{2,20}|成为[^，,]{2,14})$/u.exec(rest);
    if (!tail || tail[0] === '') break;
    rest = rest.slice(0, tail.index);
  }
  return { text: rest, at };
}

/** The bureau a report is of, as its readers would call it: 株洲市公安局, 天府新区分局, 湖北省公安厅. */
export function bureauName(jurisdiction: Jurisdiction): string {
  const { name, short, level } = jurisdiction;
  switch (level) {
    case 'province':
      return `${name}公安厅`;
    case 'city':
    case 'county':
      return `${name}公安局`;
    case 'district':
      return `${short}分局`;
    default:
      return /派出所|公安|局$/u.test(name) ? name : /[区]$/u.test(name) ? `${short}分局` : name;
  }
}

const ANAPHOR =
  /^(?:该|此|这一|这个)(机制|系统|项目|平台|模式|案|所|队|大队|支队|中队|总队|做法|经验|中心|改革|作品|分局|窗口|社区|村|室|站)$/u;

/** The name with 我局, 市局, 我市, 该机制, 他 … put in full. */
function resolve(name: string, at: number, reading: Reading): string {
  const { jurisdiction, passage } = reading;
  const bureau = bureauName(jurisdiction);
  if (/^(?:我|本|该)?(?:局|厅)$/u.test(name)) return bureau;
  // A city's report says 分局 of one of its own; which one stands before it or nowhere.
  if (/^(?:我|本|该)?分局$/u.test(name)) return jurisdiction.level === 'district' ? bureau : name;
  if (/^分局.{2,}/u.test(name) && jurisdiction.level === 'district') return name;
  if (/^(?:我)?市局$/u.test(name)) return jurisdiction.level === 'city' ? `${jurisdiction.short}市局` : name;
  if (/^(?:我)?县局$/u.test(name) && jurisdiction.level === 'county') return `${jurisdiction.short}县局`;
  if (/^省厅$/u.test(name) && jurisdiction.level === 'province') return bureau;
  if (CITY_WORD.test(name)) return jurisdiction.name;
  const anaphor = ANAPHOR.exec(name);
  if (anaphor) {
    const noun = anaphor[1] ?? '';
    const body = bodyBefore(noun, at, reading);
    if (body !== null) return body;
    const before = passage.text.slice(Math.max(0, at - LOOK_BACK), at);
    const last = before.lastIndexOf(noun);
    const named = last < 0 ? null : /[^，,。；;：:、的]{2,26}$/u.exec(before.slice(Math.max(0, last - 26), last));
    if (named) return named[0].replace(/^(?:依托|深化|创新|推行|建立|打造|研发|开发|实施)/u, '') + noun;
    // 打造“瓦片警务”微信群；这一做法: what was quoted last.
    const quote =
      /(?:“[^“”]{2,16}”)[\u4e00-\u9fff]{0,3}(?:机制|模式|平台|系统|微信群|工作法|调解法|警务|品牌|小程序|队伍|室|站)?/gu;
    const quoted = /做法|经验|机制|模式|项目|改革/u.test(noun) ? matchesOf(before, quote).pop() : undefined;
    if (quoted) return quoted[0].replace(/(?:，|。|的).*$/u, '');
  }
  if (/^(?:他|她|其)(?:本人|个人)?$/u.test(name)) return personBefore(reading, at) ?? name;
  if (/^(?:我们|公安机关|(?:全[市县区省])?公安)$/u.test(name)) return bureau;
  if (/^(?:公安|各项|各项公安|全[市县区省]公安)工作$/u.test(name)) return bureau;
  return name;
}

/** The body that 该所, 该中队 points to: the nearest clause before that begins with one. */
function bodyBefore(noun: string, at: number, reading: Reading): string | null {
  const { passage, words } = reading;
  if (!/^(?:所|队|大队|支队|中队|总队|中心|分局|窗口|社区|村|室|站)$/u.test(noun)) return null;
  const to = lastAtMost(passage.sentences, at, (s) => s.start);
  for (const sentence of passage.sentences.slice(Math.max(0, to - 7), to + 1).reverse()) {
    for (const clause of sentence.clauses.filter((c) => c.end <= at).reverse()) {
      const body = words.bodyAtStart.exec(trimHead(passage.text.slice(clause.start, clause.end)).text)?.[0];
      if (body?.endsWith(noun) && !/^(?:该|此|这)/u.test(body)) return body;
    }
  }
  return null;
}

/** 纪某，女，1988年生: what follows the name of a person who is introduced. */
const INTRODUCED = /^[，,](?:男|女|现任|中共党员|汉族|\d{2}岁|(?:19|20)\d{2}年)/u;

/** The person a passage begins with and introduces; null where it does not. */
export function introducedIn(text: string, words: HonourWords): string | null {
  const name = /^[\s●★▲]*([\u4e00-\u9fff]{2,4})(?=[，,])/u.exec(text);
  return name?.[1] !== undefined && INTRODUCED.test(text.slice(name[0].length)) && words.bareName.test(name[1])
    ? name[1]
    : null;
}

/** The last person named before an offset of the passage. */
export function personBefore(reading: Reading, at: number): string | null {
  const from = Math.max(0, at - LOOK_BACK);
  const found = matchesOf(reading.passage.masked.slice(from, at), reading.words.rolesAndNames).pop();
  if (!found) return introducedIn(reading.passage.masked, reading.words) ?? reading.protagonist;
  return trimName(found[1] ?? '', from + found.index + found[0].length - (found[1]?.length ?? 0), reading);
}

/** A name of three characters whose last one belongs to the next word becomes one of two, where the tokeniser says so. */
export function trimName(name: string, start: number, reading: Reading): string {
  const { isBoundary } = reading;
  const third = name.charAt(2);
  const next = reading.passage.text.charAt(start + 3);
  // 王大为被授予: 为 is the name's.
  const isWhole = third === '为' && /[被获荣曾，,、。]/u.test(next);
  if (name.length === 3 && !isWhole && /[在是的获为等被与和将把从又还也已带说道称曾凭因用则却就常]/u.test(third))
    return name.slice(0, 2);
  if (name.length === 3 && reading.isRepeated(name)) return name;
  for (const length of [name.length, 2, 3]) {
    if (length <= name.length && reading.isName(start, start + length)) return name.slice(0, length);
  }
  // 吴桐|扎根: the third character begins another word.
  return name.length === 3 && isBoundary(start + 2) && !isBoundary(start + 3) ? name.slice(0, 2) : name;
}

function kindOf(name: string, reading: Reading): RecipientKind {
  const { jurisdiction, words } = reading;
  if (PEOPLE.test(name) || /^(?:他|她)$/u.test(name)) return 'person';
  if (words.bareName.test(name) && !words.bodyAtEnd.test(name)) return 'person';
  const isItself = name === jurisdiction.name || name === jurisdiction.short;
  if (
    words.isPlace(name) ||
    CITY_WORD.test(name) ||
    (isItself && !words.bodyAtEnd.test(name)) ||
    /^[\u4e00-\u9fff]{2,6}[省市县]$/u.test(name)
  )
    return 'city';
  if (words.bodyAtEnd.test(name)) return 'org';
  return PROJECT.test(name) || /^[“《]/.test(name) ? 'project' : 'org';
}

/** One name made a recipient; null where the text is no name. */
function recipient(raw: string, start: number, reading: Reading): Recipient | null {
  const { words } = reading;
  const text = raw.trim();
  const offset = start + raw.indexOf(text);
  if (text === '' || text.length > 40 || /^(?:个人|集体|自己|本人|单位)$/u.test(text)) return null;
  const sent =
    /^.{2,20}?(?:选送|报送|推荐|创作|拍摄|制作|研发|研制|申报|牵头办理|主办|侦办|打造|推行)的(?=[“《\u4e00-\u9fff])/u.exec(
      text,
    );
  if (sent && text.length - sent[0].length >= 2)
    return recipient(text.slice(sent[0].length), offset + sent[0].length, reading);
  // 12个县公安局中有8个: the eight.
  const ofThem = /^(.{0,12}?)(?:\d{1,4})(个)([\u4e00-\u9fff]{2,10}?)(?:中|里)有?(\d{1,4})个$/u.exec(text);
  if (ofThem) {
    const [, whose = '', measure = '', what = '', number = ''] = ofThem;
    return { name: whose + number + measure + what, kind: 'org', count: wholeNumber(number), start: offset };
  }
  const counted = /^([\u4e00-\u9fff]{2,3}?)[两三四五六七八九十\d]+[名位人]/u.exec(text)?.[1];
  if (counted !== undefined && words.bareName.test(counted) && !/[省市区县州旗]$/u.test(counted))
    return { name: counted, kind: 'person', count: null, start: offset };
  const person = words.personAtEnd.exec(text);
  const end = offset + text.length;
  if (person && !words.bodyAtEnd.test(text) && text.length - (person.index ?? 0) <= 12)
    return { name: person[1] ?? '', kind: 'person', count: null, start: offset };
  const before = words.nameBeforeRole.exec(text);
  if (before?.[1]) return { name: before[1], kind: 'person', count: null, start: offset };
  const bare = words.bareName.exec(text);
  if (bare && !words.bodyAtEnd.test(text)) return { name: bare[1] ?? text, kind: 'person', count: null, start: offset };
  for (const length of [3, 2, 4]) {
    if (
      text.length > length &&
      !PROJECT.test(text) &&
      words.bareName.test(text.slice(-length)) &&
      reading.isName(end - length, end) &&
      !words.bodyAtEnd.test(text)
    )
      return { name: text.slice(-length), kind: 'person', count: null, start: offset };
  }
  const name = resolve(text, offset, reading);
  return { name, kind: kindOf(name, reading), count: /^[“《]/.test(text) ? null : headCount(text), start: offset };
}

/** Whose a part of a total is (其中国家级3项): who is named, the person a portrait is of, else nobody. */
export const nameForTotal = ({ name, kind, start }: Recipient): string =>
  start === null && kind !== 'person' ? '' : name;

const POST_AT_END = /(?:书记|教导员|指导员|政委|警长|主任|局长|厅长|市长|县长|区长|政委|委员|督察长|所长|队长)$/u;

/** 甲局、乙支队3个集体: how many were named. */
const SUMMED_UP =
  /(?<=、.{0,40}[所队局厅处室站部])(?:[\d一二两三四五六七八九十]{1,3})[个家](?:单位|集体|公安局|派出所|部门|支队|大队|分局)$/u;

/** 柏文远、仇小满等17人, 反诈中心等18个集体. Group 1 names some, 2 says how many they are, 3 what. */
const AND_MORE =
  /^(.{2,80}?)等([\d,]{1,6}|[一二两三四五六七八九十百]{1,4})((?:余|多)?[个名家人位部篇项起][\u4e00-\u9fff]{0,6})$/u;

/** Two or three who are named are the ones meant, unless there are more than this many times as many. */
const MANY = 5;

/**
 * Those who are named, each; and, where they stand for many (反诈中心等18个集体, 甲、乙等17人), all of them as one. null where nothing is
 * summed up so.
 */
function someOfMany(text: string, start: number, reading: Reading): Recipient[] | null {
  const [, named = '', number = '', what = ''] = AND_MORE.exec(text) ?? [];
  const count = wholeNumber(number);
  if (count === null) return null;
  const names = listOf(named, start, reading);
  const [first] = names;
  if (!first || count <= names.length || (names.length > 1 && count <= names.length * MANY)) return names;
  const persons = names.every((n) => n.kind === 'person');
  const said = persons ? names.map((n) => n.name).join('、') : named.trim();
  const kind = persons || /^.?[名人位]|个人|民警|同志/u.test(what) ? 'person' : first.kind;
  const all: Recipient = { name: `${said}等${number}${what}`, kind, count, start: first.start ?? start };
  return names.length > 1 ? [...names, all] : [all];
}

/** 桐口、墨池两个派出所: what they are stands once, behind how many they are. */
const SHARED_HEAD = /^(.{2,60}?)([两三四五六七八九十]|\d{1,2})[个家]([\u4e00-\u9fff]{2,8})$/u;

/** Each by its full name where as many are named as the text counts; null otherwise. */
function sharedHead(text: string, start: number, reading: Reading): Recipient[] | null {
  const [, named = '', number = '', head = ''] = SHARED_HEAD.exec(text) ?? [];
  const parts = named.split(/[、和与及]/u);
  if (parts.length < 2 || parts.length !== wholeNumber(number) || !reading.words.bodyAtEnd.test(head)) return null;
  if (parts.some((part) => part.trim() === '' || reading.words.bodyAtEnd.test(part))) return null;
  return parts.map((part) => ({ name: part.trim() + head, kind: 'org', count: null, start }));
}

/** 甲所等16个集体、: a list that is summed up, before another. */
const SUMS =
  /^.{2,60}?等(?:[\d,]{1,6}|[一二两三四五六七八九十百]{1,4})(?:余|多)?[个名家位][^、和及，,]{0,8}?(?:集体|单位|个人|民警|辅警|同志)[、和及]/u;

/** Splits 刑侦支队、禁毒支队和网安支队; a body's last word is shared: 浆洗街、华西坝派出所 → 浆洗街派出所. */
function listOf(text: string, start: number, reading: Reading): Recipient[] {
  const { words } = reading;
  const lists = SUMS.exec(text)?.[0];
  if (lists !== undefined && lists.length < text.length - 2)
    return [
      ...listOf(lists.replace(/[、和及]$/u, ''), start, reading),
      ...listOf(text.slice(lists.length), start + lists.length, reading),
    ];
  const summed = someOfMany(text, start, reading) ?? sharedHead(text, start, reading);
  if (summed) return summed;
  const trimmed = text.replace(AND_SO_ON, '').replace(SUMMED_UP, '');
  const parts: { text: string; start: number }[] = [];
  let from = 0;
  const push = (to: number, skip: number): void => {
    if (trimmed.slice(from, to).trim() !== '') parts.push({ text: trimmed.slice(from, to), start: start + from });
    from = to + skip;
  };
  for (let i = 0; i < trimmed.length; i++) {
    const left = trimmed.slice(from, i);
    const c = trimmed.charAt(i);
    if (/[“《]/.test(c)) {
      const close = trimmed.indexOf(c === '“' ? '”' : '》', i);
      if (left.trim() !== '' && /[”》]$/.test(left)) push(i, 0);
      if (close > i) i = close;
      continue;
    }
    // 党委书记、局长孟某: two posts of one person.
    if (c === '、' && POST_AT_END.test(left) && !words.personAtEnd.test(left) && !words.bareName.test(left.trim()))
      continue;
    if (c === '、') push(i, 1);
    else if (/\d/.test(c) && /\d[个名](?:集体|单位|个人|民警|辅警)$/u.test(left)) push(i, 0);
    else if (
      /[和与及]/.test(c) &&
      left.length >= 2 &&
      (words.bodyAtEnd.test(left) ||
        words.personAtEnd.test(left) ||
        words.bareName.test(left.trim()) ||
        /[”》]$|(?:集体|单位|个人|[名人])$/u.test(left))
    )
      push(i, 1);
  }
  push(trimmed.length, 0);
  const suffix = words.bodyAtEnd.exec(parts[parts.length - 1]?.text ?? '')?.[0];
  const prefix = /^([^\d]{2,12}?)(?=\d|[两二三四五六七八九十]个)/u
    .exec(parts[0]?.text ?? '')?.[1]
    ?.replace(/(?:共有|先后有|已有|有|共|累计)$/u, '');
  return parts.flatMap((part, i) => {
    let name = part.text.trim();
    const numbered = /^\d|^[两二三四五六七八九十]{1,3}[个名]/u.test(name);
    if (i > 0 && numbered && prefix) name = prefix + name;
    else name = name.replace(/(共有|先后有|已有|就有|有|共|累计)(?=\d)/u, '');
    const needs =
      suffix !== undefined &&
      i < parts.length - 1 &&
      !numbered &&
      !words.bodyAtEnd.test(name) &&
      name.length <= 6 &&
      !words.personAtEnd.test(name) &&
      !words.bareName.test(name);
    const found = recipient(needs ? name + suffix : name, part.start, reading);
    return found ? [found] : [];
  });
}

/** Towns, villages and schools at the beginning of a clause: 莲花镇、双桥镇全年零发案. */
const PLACES =
  /^(?:[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道|社区|村|小区|园区|学校|中学|小学|学院)[、和与])*[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道|社区|村|小区|园区|学校|中学|小学|学院)(?=[^长镇])/u;

/** What is wanted of a recipient: anything, a thing that was made, or a place that holds the title itself (无诈乡镇). */
export type Wanted = 'any' | 'thing' | 'place';

/** 中队年年受到市公安局嘉奖: from here on a clause says what its subject got. */
const GOT = /被|受到|得到|荣[获立膺记]|获(?![悉取救利益])|评为|授予|斩获|夺得|捧[回得起]|摘得|当选|入选|跻身|蝉联/u;

/** 市公安局“互联网+监督”项目: group 1 made it. */
const OWN_WORK = /^([^，,、“”《》因]{2,16})[“《][^“”《》]{2,20}[”》][\u4e00-\u9fff]{0,6}$/u;

/** The subject at the beginning of a clause: a body, a person with a role, or the place itself. */
function subjectOf(clause: string, start: number, reading: Reading, wanted: Wanted = 'any'): Recipient | null {
  const { words, jurisdiction } = reading;
  const got = GOT.exec(clause);
  const head = trimHead(got && got.index > 1 ? clause.slice(0, got.index) : clause);
  // 荣誉：2024年2月荣立…: a label.
  if (/^(?:荣誉|获奖|所获荣誉|主要荣誉)(?:情况)?$/u.test(head.text)) return null;
  const at = start + head.at;
  const whole = head.text.replace(/^(?:作为|身为)/u, '');
  const last = whole.slice(whole.lastIndexOf('的') + 1);
  if (words.bodyAtEnd.test(last) && last.length <= 24 && !/^(?:在|为|对|与|由|依托|围绕|立足|通过)/u.test(last))
    return recipient(last, at + head.text.length - last.length, reading);
  if (wanted === 'thing' && PROJECT.test(last) && last.length <= 24 && last.length < whole.length)
    return { name: last, kind: 'project', count: null, start: at };
  // 王某是金水派出所所长: who the clause introduces.
  const introduced = /^([\u4e00-\u9fff]{2,4}?)(?:同志)?(?:是|系|现任|身为)/u.exec(head.text)?.[1];
  if (introduced !== undefined && words.bareName.test(introduced) && !words.bodyAtEnd.test(introduced))
    return recipient(introduced, at, reading);
  if (ANAPHOR.test(head.text)) return recipient(head.text, at, reading);
  // 市公安局“互联网+监督”项目: the thing, not whose it is.
  const maker = OWN_WORK.exec(head.text)?.[1];
  if (maker !== undefined && PROJECT.test(head.text) && words.bodyAtEnd.test(maker))
    return recipient(head.text, at, reading);
  const rank = /位居|位列|排名|名列|稳居/u;
  const body =
    rank.test(head.text) || /^(?:现任|曾任|时任|担任|历任|队伍|警营|机关作风|窗口服务)/u.test(head.text)
      ? null
      : words.bodyAtStart.exec(head.text);
  const official = body ? words.roleAndName.exec(head.text) : null;
  // 公园派出所社区民警杜某: the person, not the body he or she is of.
  const isOfficial =
    official &&
    body &&
    official.index <= body[0].length + 4 &&
    !/[的在被与和对为，,]/u.test(head.text.slice(body[0].length, official.index));
  if (body && !isOfficial) return recipient(body[0], at, reading);
  // 吴勋曾被…: a name alone, where the clause says what it got or the tokeniser knows it.
  if (
    words.bareName.test(head.text) &&
    !words.bodyAtEnd.test(head.text) &&
    (got !== null ||
      reading.isName(at, at + head.text.length) ||
      INTRODUCED.test(reading.passage.text.slice(at + head.text.length, at + head.text.length + 8)))
  )
    return recipient(head.text, at, reading);
  const person = words.roleAndName.exec(head.text);
  if (person && person.index <= 16) {
    const name = person[1] ?? '';
    const from = at + person.index + person[0].length - name.length;
    return { name: trimName(name, from, reading), kind: 'person', count: null, start: at };
  }
  if (/^(?:他|她)/u.test(head.text)) {
    return { name: personBefore(reading, at) ?? head.text.charAt(0), kind: 'person', count: null, start: at };
  }
  for (const place of [jurisdiction.name, jurisdiction.short]) {
    if (place !== '' && head.text.startsWith(place)) return { name: place, kind: 'city', count: null, start: at };
  }
  return /^我[市省区县]/u.test(head.text) ? { name: jurisdiction.name, kind: 'city', count: null, start: at } : null;
}

/** 市委、市政府给予…并记集体二等功: who gives. */
const GIVES = /^(?:[省市县区州盟旗]|[\u4e00-\u9fff]{2,3}[省市县区])(?:委|人民政府|政府)(?:$|给予|决定|为)/u;
/** 团体总分, 总成绩: what was measured, not who. */
const MEASURED = /(?:总分|得分|总成绩|积分|名次|排名|战果|绩效)$/u;
/** What begins like this says how or where, not who. */
const NO_SUBJECT = /^(?:在|为|对|于|以|从|由|经(?![侦济开营贸])|把|将|通过)/u;
/** 由市公安局选送的微电影《归途》: the thing made. */
const MADE_BY = /^由[^，,]{2,20}?(?:选送|报送|推荐|创作|拍摄|制作|研发|研制|申报|侦办|打造)的/u;

/** Subjects by the place of their clause: every award of a sentence looks back over the same clauses. */
const knownSubjects = onceFor(
  (_reading: Reading): Readonly<Record<Wanted, Map<number, Recipient | null>>> => ({
    any: new Map(),
    thing: new Map(),
    place: new Map(),
  }),
);

function subjectAt(clause: Span, reading: Reading, wanted: Wanted = 'any'): Recipient | null {
  const known = knownSubjects(reading)[wanted];
  let subject = known.get(clause.start);
  if (subject === undefined) {
    subject = subjectOf(reading.passage.text.slice(clause.start, clause.end), clause.start, reading, wanted);
    known.set(clause.start, subject);
  }
  return subject;
}

/** A thing the sentence says was made: 研发智慧枪套系统, … 获评…一等奖 → 智慧枪套系统. */
const MADE =
  /(?:研发|研制|开发|创作|拍摄|制作|自主研发|打造)(?:了|出|的)?([^，,。、]{2,20}?(?:系统|平台|模型|软件|工具|装置|作品|微电影|短视频|歌曲|小程序|宣传片|APP))/u;

/**
 * Who received what the verb at `at` gives, from the nearest: the words before the verb in its clause, then the subjects of
 * the clauses before it, then the subject of the sentences before it in the paragraph, then the report's own bureau.
 * `counted`: what was given is counted itself, so that a counted subject (3个派出所) is not whose it is.
 */
export function recipientsBefore(
  at: number,
  reading: Reading,
  wanted: Wanted,
  floor = 0,
  counted = false,
): Recipient[] {
  const { passage, sentence, jurisdiction } = reading;
  const clauses = sentence.clauses.filter((c) => c.start <= at);
  const clause = clauses[clauses.length - 1];
  if (clause) {
    const own = { start: Math.max(clause.start, Math.min(floor, at)) };
    const text = passage.text.slice(own.start, at);
    const head = trimHead(text);
    if (
      head.text.replace(/[”“\s]/g, '') !== '' &&
      !MEASURED.test(head.text) &&
      !(NO_SUBJECT.test(head.text) && !MADE_BY.test(head.text)) &&
      head.text.length <= 60
    ) {
      const found = listOf(head.text, own.start + head.at, reading).filter(({ name }) => !GIVES.test(name));
      if (found.length > 0) return found;
    }
  }
  /** 全局, 全市 …: whose they are an earlier clause may say better. */
  let vague: Recipient | null = null;
  for (let i = clauses.length - 2; i >= 0; i--) {
    const clause = clauses[i];
    if (!clause) continue;
    const text = passage.text.slice(clause.start, clause.end);
    // 甲所、乙所及丙所脱颖而出，最终获…: all of them.
    const stoodOut = /^(.{4,90}?)(?:脱颖而出|不负众望|表现突出|从中胜出)$/u.exec(text);
    if (stoodOut?.[1]) {
      const all = recipientsIn(clause.start, clause.start + stoodOut[1].length, reading);
      if (all.length > 0) return all;
    }
    const places = wanted === 'place' ? PLACES.exec(text)?.[0] : undefined;
    if (places !== undefined) return recipientsIn(clause.start, clause.start + places.length, reading);
    const made = wanted === 'thing' ? MADE.exec(text) : null;
    if (made)
      return [
        {
          name: made[1] ?? '',
          kind: 'project',
          count: null,
          start: clause.start + made.index + made[0].length - (made[1]?.length ?? 0),
        },
      ];
    const subject = subjectAt(clause, reading, wanted);
    // 3个派出所跻身…, 全市公安机关29个集体受到…, 其中荣立集体一等功6个: who is counted is not who goes on.
    if (counted && subject && isCounted(subject, text, clause.start)) break;
    if (counted && subject && subject.count !== null) continue;
    if (
      subject &&
      (/^(?:全|我)/u.test(text.slice(Math.max(0, (subject.start ?? 0) - clause.start))) || subject.kind === 'city')
    )
      vague ??= subject;
    else if (subject) return [subject];
  }
  if (vague) return [vague];
  const before = lastAtMost(passage.sentences, sentence.start - 1, (s) => s.start) + 1;
  for (const earlier of passage.sentences.slice(Math.max(0, before - 8), Math.max(0, before)).reverse()) {
    const first = earlier.clauses.find((c) => {
      const named = subjectAt(c, reading);
      return named !== null && named.count === null;
    });
    const subject = first ? subjectAt(first, reading) : null;
    // What a report sums up is its own, whoever the sentence before was about; a person's portrait goes on.
    if (subject && (!counted || subject.kind === 'person')) return [{ ...subject, start: null }];
  }
  return [{ name: bureauName(jurisdiction), kind: 'org', count: null, start: null }];
}

/** 全市公安机关共有29个集体: the subject only says whose the counted ones are. */
const isCounted = ({ name, start }: Recipient, clause: string, at: number): boolean =>
  start !== null &&
  /^(?:共有?|先后有|累计有?|有)?\d+(?:余|多)?[个名位支]/u.test(clause.slice(start - at + name.length));

/** Recipients named in a stretch of text by themselves (after 授予, after a title); empty where there is none. */
export function recipientsIn(from: number, to: number, reading: Reading): Recipient[] {
  const text = reading.passage.text.slice(from, to);
  const head = trimHead(text);
  return head.text.trim() === '' ? [] : listOf(head.text, from + head.at, reading);
}
