import type { Passage } from '../reading/passages.js';
import { MASK, quotesWithin } from '../reading/quotes.js';
import { countIn } from './counts.js';
import type { HonourWords } from './words.js';

/** One title out of the object of an award verb. */
export interface TitleItem {
  /** As it will stand in the record. */
  readonly title: string;
  /** Everything the text says about it, level words before the title included. */
  readonly context: string;
  /** Relative to the passage. */
  readonly start: number;
  readonly end: number;
  readonly count: number | null;
  /** A place or prize that means nothing without its contest: 团体第一, 金奖. */
  readonly placing: boolean;
}

/** Words before a quoted title that belong to it: 第二批全省“…”, 2023年度全市“…”, 湖北省“…”. */
const QUALIFIER =
  /(?:(?:\d{4}|[二〇零一]{4})(?:[—-]\d{4})?年?度?|第[一二三四五六七八九十\d]{1,3}[批届]|首[批届]|全[国省市区县州]|国家级?|[省市区县州][部]?级?|[\u4e00-\u9fff]{2,3}[省市县州]|公安部|新时代|公安机关|(?:公安)?(?:公安|政法|交警|禁毒|交管|刑侦|治安|出入境|监管|网安|经侦|法制)系统|政法机关|[“”]){1,4}$/u;
/** 2023年度全市目标责任考核“优秀单位”, 全国铁路公安系统“十佳模范警队”: a league and whose it is, all of it before the quote. */
const LEAGUE_BEFORE =
  /^(?:(?:\d{4}|[二〇零一]{4})(?:[—-]\d{4})?年?度?)?(?:第[一二三四五六七八九十\d]{1,3}[批届次]|首[批届])?(?:全[国省市区县州]|国家级|[省市县区]级|[\u4e00-\u9fff]{2,3}[省市县])[^“”，,、。的了被获授为在]{0,18}(?<!奖项|奖|称号|荣誉|殊荣)$/u;
/** What says nothing by itself: 平安建设“先进单位”. */
const SAYS_NOTHING = /^(?:优秀|先进|突出|示范|达标|优胜|表现突出|成绩突出|红旗)(?:单位|集体|个人|组织|奖)$/u;
/** Somebody hopes for it: 推荐为全国“枫桥式公安派出所”候选单位. */
const HOPED_FOR =
  /^(?:荣誉)?(?:称号)?的?(?:候选|推荐|培育|创建|拟命名|考察|公示)(?:单位|对象|名单|集体|人选?|个人|派出所)/u;
const ONLY_QUALIFIER =
  /^(?:(?:\d{4}年?度?|第[一二三四五六七八九十\d]{1,3}[批届]|首[批届]|全[国省市区县州]|国家级|省部级|[省市区县]级|集体|个人|[\u4e00-\u9fff]{2}[省市]){1,3})$/u;
const PLACING =
  /(?:(?:团体|个人|总分|综合|总|单项|全能|小组|项目|组|区域)?(?:第[一二三四五六七八九十\d]{1,2}(?:名|位)?|冠军|亚军|季军)|[特一二三]等奖|金奖|银奖|铜奖|金牌|银牌|铜牌|优胜奖|优秀组织奖|组织奖|团体奖[杯项]?|(?:单项|优秀作品|创意|人气|特别|风尚|进步|技能|文明|鼓励)奖|最佳[^“”，。、]{1,6}奖|大奖|桂冠|优秀奖|奖项|(?:一等|优秀|先进|优良|好)等[次级]|[各全][国省市区][^，。]{0,4}前[茅列]|榜首|桂冠|前(?:[两二三四五六八九十]|\d{1,2})[名位甲强]?|[一二两三四五六七八九十\d]{1,2}[金银铜](?:[一二两三四五六七八九十\d]{1,2}[金银铜]){0,2})$/u;
const BARE_PLACING = new RegExp(`^(?:男子|女子|集体|个人|团体|总分|综合|单项|所有|多个|全部)?${PLACING.source}`, 'u');
/** What follows a title and is none of it. */
const TAIL =
  /(?:的|这一)?(?:优异|骄人|优秀|好|佳)?(?:成绩|佳绩)$|(?:的)?(?:行列|之列|牌匾|奖牌|证书)$|(?:等)?(?:多项|多个|一系列|系列|诸多)?(?:的)?(?:光荣称号|荣誉称号|称号|殊荣|荣誉|奖项)$|等(?:多项|诸多)?(?:奖项|荣誉|奖励)$|等$/u;
const LEAD =
  /^(?:[\s了过到为是的：:]|[（(]追授[)）]|(?:获得|荣获|荣立|获评|荣记|被评为)(?=.{3})|全[省市国县区](?:首个|唯一一?[个家]?|仅有的)|唯一一?[个家]?)+/u;
const PARENTHESIS = /[(（][^()（）]{0,24}[)）]$/u;

/** 等3项荣誉, 两项殊荣: how many were named. */
const SUMMED =
  /(?:等)?[两三四五六七八九十\d]{1,2}[项个块枚张大](?:国家级|省级|市级)?(?:金字招牌|招牌|奖牌|殊荣|荣誉称号|称号|荣誉|大奖|奖项|奖)$/u;

/** What separates items: 、 and quotes that touch, and 和, 以及 beside a quote or before a level word. */
function chunksOf(masked: string, from: number, to: number): { start: number; end: number }[] {
  const chunks: { start: number; end: number }[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const c = masked.charAt(i);
    if (c === '(' || c === '（') depth++;
    if (c === ')' || c === '）') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const touching = /[”》」』]/.test(c) && /[“《「『]/.test(masked.charAt(i + 1));
    const joint = /^(?:以及|和|及|与|并|暨)/.exec(masked.slice(i, i + 2))?.[0];
    // 个人一、二、三等奖: one title.
    const ranks =
      c === '、' &&
      /[特一二三]$/u.test(masked.slice(start, i)) &&
      /^[一二三](?:、[一二三])*等[奖功]/u.test(masked.slice(i + 1, i + 8));
    if (ranks) continue;
    const parted =
      joint !== undefined &&
      (/[”》」』]/.test(masked.charAt(i - 1)) ||
        /^(?:[“《「『]|全[国省市区县]|国家|公安部|省[部级公委]|市[级公委]|集体|个人|[一二三]等|第[一二三四五六七八九十\d]|\d)/u.test(
          masked.slice(i + joint.length, i + joint.length + 4),
        ));
    if (c === '、' || (/[，,]/u.test(c) && !/\d/u.test(masked.charAt(i + 1))) || touching || parted) {
      chunks.push({ start, end: touching ? i + 1 : i });
      start = i + (touching ? 1 : (joint?.length ?? 1));
      if (joint && joint.length > 1) i++;
    }
  }
  chunks.push({ start, end: to });
  return chunks.filter((c) => masked.slice(c.start, c.end).trim() !== '');
}

/**
 * The titles in a stretch of text after an award verb, in order. `sure`: the verb goes with awards only, so that a quoted
 * name is a title whatever it says. Lists share what they have in common:
 *
 *     全国、全省“枫桥式公安派出所”   →  全国“枫桥式公安派出所”, 全省“枫桥式公安派出所”
 *     团体第一、第二                →  团体第一, 团体第二
 *     集体一、二、三等功             →  one title, never split
 */
export function titlesIn(passage: Passage, from: number, to: number, sure: boolean, words: HonourWords): TitleItem[] {
  const items: TitleItem[] = [];
  /** Level words of a list, waiting for their title; and the beginning of a title that an inner 、 cut. */
  let waiting: string[] = [];
  let begun: number | null = null;
  let shared = '';
  let list = '';
  let last = -1;
  for (const chunk of chunksOf(passage.masked, from, to)) {
    const text = passage.text.slice(chunk.start, chunk.end).trim();
    // 市级、县级先进 is one pooled title; 全国、全省“…” are two.
    if (begun === null && ONLY_QUALIFIER.test(text) && !/级$/u.test(text)) {
      waiting.push(text);
      continue;
    }
    const start: number = begun ?? chunk.start;
    const made = itemsOf(passage, start, chunk.end, sure, words);
    if (made.length === 0) {
      begun = /[。！]/.test(text) ? null : start;
      continue;
    }
    begun = null;
    for (const item of made) {
      const bare =
        /^第[一二三四五六七八九十]名?$|^[一二三]等[功奖]$/.test(item.title) && shared !== ''
          ? shared + item.title
          : item.title;
      if (item.title.length > 3)
        shared =
          /^(.{1,4}?|[^，,、“”]{2,30}?(?:竞赛|比武|大赛|比赛|考核|考评))(?:第[一二三四五六七八九十]|[一二三]等[功奖])/u.exec(
            item.title,
          )?.[1] ?? '';
      // 全省“百日行动”成绩突出集体5个、成绩突出个人14个: the league of a list stands once.
      const league = /^(?:全[国省市]|国家级|省级|市级|区级|县级)/u.exec(item.context)?.[0];
      const inherits =
        league === undefined &&
        words.levelIn(item.context) === null &&
        !/功|奖励|表彰|表扬|^荣誉$/u.test(item.title) &&
        (chunk.start === last || !/[“”]/u.test(item.title + passage.text.charAt(item.end - 1))) &&
        words.knownLevel(item.title) === null
          ? list
          : '';
      list = league ?? list;
      const named = { ...item, title: bare, context: inherits + item.context };
      if (waiting.length === 0) items.push(named);
      else {
        const own = /^(?:\d{4}年度?|全[国省市区县])/u.exec(named.title)?.[0];
        for (const level of waiting)
          items.push({
            ...named,
            title: level + (own ? named.title.slice(own.length) : named.title).replace(/^年度?/, ''),
            context: level + named.context,
          });
        items.push(named);
        waiting = [];
      }
    }
    last = chunk.end;
  }
  return items;
}

/** The title of one chunk, or two where a quoted title is followed by a total (“…”等集体奖励83个), or none. */
function itemsOf(passage: Passage, start: number, end: number, sure: boolean, words: HonourWords): TitleItem[] {
  const raw = passage.text.slice(start, end);
  const lead = LEAD.exec(raw)?.[0].length ?? 0;
  const from = start + lead;
  const body = passage.text.slice(from, end).trimEnd();
  const quote = quotesWithin(passage.quotes, { start: from, end })
    .reverse()
    .find((q) => q.span.start >= from && q.span.end <= end && q.kind === 'quote');
  if (quote) {
    const pre = passage.text.slice(from, quote.span.start);
    const inner = passage.text.slice(quote.inner.start, quote.inner.end);
    const post = passage.text.slice(quote.span.end, end);
    const total = /^等(?=.{0,12}(?:\d|[一二三四五六七八九十百]+项))/u.exec(post);
    const after = countIn(post.replace(PARENTHESIS, '').replace(SUMMED, ''));
    // 全国“扫黄打非”办: a body.
    if (HOPED_FOR.test(post) || /^办(?!案)/u.test(post)) return [];
    const rest = after.text
      .replace(/^(?:荣誉|光荣)?(?:称号|殊荣)?的.*$/u, '')
      .replace(TAIL, '')
      .replace(TAIL, '')
      .replace(/的.*$/u, '')
      .trim();
    // 荣登春晚的“…”: the quoted name belongs to what follows; 五年评选一次的…最高荣誉“…” is the title all the same.
    if (/的/u.test(pre) && !/(?:荣誉|奖项|称号|最高奖|(?:授予|颁发|评选|命名|表彰)的)$/u.test(pre)) return [];
    // 全国“扫黄打非”挂牌督办案件: what is quoted only says which.
    if (rest !== '' && words.isOther(rest) && !words.isAward(rest)) return [];
    const called = /称号|荣誉|殊荣/.test(post);
    const first = ((): TitleItem | null => {
      const whole = pre + inner + rest;
      if (
        !total &&
        rest !== '' &&
        (words.isAward(rest) || /^(?:十大人物|杯)/.test(rest)) &&
        inner.length + rest.length <= 40
      ) {
        return {
          title: `${pre}“${inner}”${post.replace(TAIL, '').slice(0, post.replace(TAIL, '').length)}`.replace(
            /\d+[个项]$/,
            '',
          ),
          context: whole,
          start: from,
          end,
          count: after.count,
          placing: PLACING.test(rest) && !/[杯赛武]/.test(pre + inner),
        };
      }
      if (/连冠|连优/.test(inner) && words.isAward(pre))
        return {
          title: `${pre}“${inner}”`,
          context: whole,
          start: from,
          end: quote.span.end,
          count: null,
          placing: false,
        };
      const fits =
        words.isAward(inner) ||
        words.isKnown(inner) ||
        called ||
        (words.levelIn(pre) !== null && inner.length >= 4 && pre.length <= 20);
      if (!(sure ? inner.length >= 2 && !words.isOther(inner) : fits && !words.isOther(inner))) return null;
      if (/^(?:优秀|先进|良好|一等|特等|A|A级|好|满意|模范|第[一二三]名?)$/u.test(inner))
        return pre.length < 4
          ? null
          : {
              title: `${pre}“${inner}”`,
              context: pre + inner,
              start: from,
              end: quote.span.end,
              count: null,
              placing: false,
            };
      // 在全市评比中夺得“四连冠”: of the contest.
      const streak = /^[一二三四五六七八九十两]连冠$/u.test(inner) && pre === '';
      const qualifier =
        LEAGUE_BEFORE.exec(pre)?.[0] ??
        (SAYS_NOTHING.test(inner) && /^[\u4e00-\u9fff]{2,16}$/u.test(pre) && words.levelIn(pre) === null
          ? pre
          : (QUALIFIER.exec(pre)?.[0] ?? ''));
      const title = qualifier === '' ? inner : `${qualifier}“${inner}”`;
      return {
        title,
        context: pre + inner,
        start: from,
        end: quote.span.end,
        count: total ? null : after.count,
        placing: streak,
      };
    })();
    const second = total
      ? plain(post.slice(total[0].length), quote.span.end + total[0].length, end, sure, words)
      : null;
    return [first, second].filter((item) => item !== null);
  }
  const made = plain(body, from, end, sure, words);
  return made ? [made] : [];
}

/** After a verb that goes with awards only, what begins with a league or grantor is a title: 全国县级一等车辆管理所. */
const isLeagued = (title: string): boolean =>
  title.length >= 6 &&
  title.length <= 30 &&
  /^(?:(?:19|20)\d{2}年?度?|第.{1,3}[批届]|首[批届])?(?:全[国省市区县州]|国家级|公安部|省部级|[省市]级|[\u4e00-\u9fff]{2,3}[省市])/u.test(
    title,
  ) &&
  !/试点|会议|资格|名单|目录|代表$|委员$|工作$|[，,。；：:]|第[一二三四五六七八九十\d]/u.test(title);

/** A title without quotation marks. */
function plain(text: string, start: number, end: number, sure: boolean, words: HonourWords): TitleItem | null {
  const counted = countIn(text.replace(PARENTHESIS, (p) => (/唯一|连冠|仅/.test(p) ? '' : p)).trim());
  let title = counted.text.trim();
  for (let i = 0; i < 2; i++) {
    const shorter = title.replace(TAIL, '');
    if (shorter !== '' && (words.isAward(shorter) || /称号$/.test(title))) title = shorter;
  }
  // 荣获全国优秀人民警察称号的5名民警
  const holders = /(?<=.{4})(?:荣誉)?称号的.{2,}$/u.exec(text);
  if (holders) return plain(text.slice(0, holders.index), start, start + holders.index, sure, words);
  title = title.replace(/^(?:为|了|的|等)/, '').replace(/(?:之后|以后|以来|后)$/u, '');
  if (title.length < 2 || title.length > 50 || title.includes(MASK)) return null;
  if (words.isOther(title) && !/批示|通报表|嘉奖/.test(title)) return null;
  if (/^(?:奖励|荣誉|表彰|奖)$/.test(title) && counted.count === null) return null;
  if (/候选|推荐|培育对象|创建单位/u.test(title)) return null;
  if (sure && /^(?:优秀|先进|优胜)$/u.test(title))
    return { title, context: text, start, end, count: null, placing: true };
  if (!words.isAward(title) && !words.isKnown(title) && !(sure && isLeagued(title))) return null;
  return { title, context: text, start, end, count: counted.count, placing: PLACING.test(title) };
}

/** True for a place or prize that names no contest of its own. */
export const isBarePlacing = (title: string): boolean => BARE_PLACING.test(title);
