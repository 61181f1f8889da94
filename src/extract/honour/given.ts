import type { Period } from '../../model/corpus.js';
import { maskQuotes } from '../reading/quotes.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { bureauName, type Reading, type Recipient, recipientsBefore, recipientsIn, trimName } from './recipients.js';
import { isBarePlacing, type TitleItem, titlesIn } from './titles.js';

/** Verbs by which somebody gives an award; which side is which depends on 被, 为 and 获 before them. */
const GIVE =
  '荣誉授予|授予|评选为|评定为|评比为|评为|评选|命名为|命名|表彰为|确定为|认定为|确认为|选为|选树为|推选为|追授|追记|荣记|记|通报表彰|通报表扬|通令嘉奖|通报嘉奖|通令表彰|表彰奖励|表彰|嘉奖|授牌|颁发|列为|选入|树为|推荐为|予以表彰|公布为|赋予';
/** Verbs that are honours by themselves: 被公安部通报表彰. */
const ORDERS = /^(?:通报表彰|通报表扬|通令嘉奖|通报嘉奖|通令表彰|表彰奖励|表彰|嘉奖|予以表彰)$/u;
/** A wish, a plan or a condition: no honour has been given. */
const INTENT =
  /力争|争创|争取|争当|确保|计划|拟于|拟|目标|瞄准|冲刺|申报|有望|誓夺|誓要|为抓手|若[是能]|如果|凡是|凡|一旦|鼓励|学习|即将|将(?:继续|以|被|获)|参评|推荐上报|组织评选|号召|对标/u;
const FUTURE_SECTION = /打算|下一步|工作计划|展望|工作思路|工作安排|今后/u;
const CONTEST =
  /((?:[^，,。、在]|、)[^，,。在]{0,60}?(?:大比武|比武竞赛|比武|大赛|竞赛|比赛|联赛|汇演|会演|评选|评比|测评|考核|考评|评估|评价|评议|展评|评审|演练|对抗赛|锦标赛|运动会|挑战赛|赛事|决赛|会操|会议|擂台赛|邀请赛|展播|征文|比拼|练兵|表彰|征集|展演|巡查|督察|检查|排名)(?:活动|工作)?)(?:中|上|里)/gu;
const JOINED =
  /(?:参加|参赛|代表[^，,]{2,8}参加|参与)([^，,。]{3,40}?(?:大比武|比武竞赛|比武|大赛|竞赛|比赛|汇演|锦标赛|挑战赛|对抗赛|运动会))/u;
const CONTEST_NOUN =
  /比武|大赛|竞赛|比赛|联赛|汇演|会演|测评|考核|考评|评估|评选|评比|展评|杯|锦标赛|挑战赛|革新|运动会|征文|演练|评价|擂台|会操|专项行动|会议/u;
const ORGANISER = /^([^，,。]{2,20}?)(?:联合)?(?:组织|举办|主办|开展|举行|承办)的/u;
const GOES_ON =
  /^[”」』）)\s]*(?:等)?(?:光荣|荣誉)?(?:称号|殊荣)?(?:并且?|且|还|又|同时|先后|再次)+(?:先后|连续[^，,]{1,4}年)?$/u;
const RESPECTIVELY = /分别|分获|分列|分享/u;

/** The contest a placing was won in: the last one named before the verb in the sentence, split where several are listed. */
function contestBefore(at: number, reading: Reading): { names: string[]; grantor: string | null } | null {
  const { passage, sentence } = reading;
  const text = passage.text.slice(sentence.start, at);
  const inside = [...text.matchAll(/(?:在|于)(?!.{0,3}(?:全[国省市]第|第))/gu)].map((m) => m.index + m[0].length);
  let found: string | null = null;
  for (const start of inside.reverse()) {
    const match = new RegExp(`^${CONTEST.source}`, 'u').exec(text.slice(start));
    if (match?.[1]) {
      found = match[1];
      break;
    }
  }
  found ??= JOINED.exec(text)?.[1] ?? null;
  if (found === null) return null;
  const organiser = ORGANISER.exec(found);
  const name = (organiser ? found.slice(organiser[0].length) : found).replace(
    /^(?:[一两二三四五六七八九十\d]+届|历届|近期|刚刚(?:结束|落幕)的|首次)/u,
    '',
  );
  const parts = name.split(/、|和(?=全)/u);
  const names = parts.length > 1 && parts.every((p) => p.length >= 4 && CONTEST_NOUN.test(p)) ? parts : [name];
  return { names, grantor: organiser?.[1] ?? null };
}

/** Year of an honour: in its title or clause, else the report's own where that is one year. */
export function yearOf(text: string, period: Period): string | null {
  const years = [...text.matchAll(/((?:19|20)\d{2})(?:年|(?=[“\u4e00-\u9fff]))(?!以来)/gu)].map((m) => m[1] ?? '');
  const last = years[years.length - 1];
  if (last) return last;
  if (/(?:19|20)\d{2}年(?:\d{1,2}月)?以来|近[\d两三五四]年|[五三]年来/u.test(text)) return null;
  const from = period.from?.slice(0, 4);
  const to = period.to?.slice(0, 4);
  const own = from !== undefined && from === to ? from : null;
  if (/去年/u.test(text)) return own === null ? null : String(Number(own) - 1);
  return own;
}

interface Event {
  readonly items: readonly TitleItem[];
  readonly recipients: readonly Recipient[];
  readonly grantor: string | null;
  readonly respectively: boolean;
  /** Where the statement begins: the verb or 被. */
  readonly at: number;
  readonly end: number;
  readonly rule: string;
}

/** The honours that verbs of award state in one sentence. `taken` is filled with what was read, for the finders after this one. */
export function givenIn(reading: Reading, period: Period): FoundHonour[] {
  const { passage, sentence, words } = reading;
  if (passage.section !== null && FUTURE_SECTION.test(passage.section)) return [];
  const masked = passage.masked.slice(sentence.start, sentence.end);
  const verbs = new RegExp(`${GIVE}|${words.verb.source}`, 'gu');
  const found: FoundHonour[] = [];
  let from = 0;
  let last: Event | null = null;
  for (const match of masked.matchAll(verbs)) {
    if (match.index < from) continue;
    const made: Event | null = eventAt(sentence.start + match.index, match[0], sentence.start + from, reading);
    // 荣获“…”称号并记集体二等功: the subject goes on.
    const between: string = passage.text.slice(sentence.start + from, made?.at ?? sentence.start);
    const event: Event | null = made && last && GOES_ON.test(between) ? { ...made, recipients: last.recipients } : made;
    if (!event || event.items.length === 0) continue;
    last = event;
    // What follows the last title may be the subject of the next verb.
    from = Math.max(match.index + match[0].length, ...event.items.map((item) => item.end - sentence.start));
    found.push(...recordsOf(event, reading, period));
  }
  return found;
}

function clauseAt(offset: number, reading: Reading): { start: number; end: number } {
  const { sentence } = reading;
  return sentence.clauses.find((c) => c.start <= offset && offset < c.end) ?? sentence;
}

const GIVES = new RegExp(`^(?:${GIVE})$`, 'u');
/** 抓获, 书记, 成立 … : the verb is part of another word. */
const PART_OF_WORD: Readonly<Record<string, RegExp>> = {
  获: /[抓查破截缴捕俘收猎拿起斩]$/u,
  记: /[书登标笔日牢铭切谨速]$/u,
  立: /[成设建创树独确对中]$/u,
  夺: /[抢争掠剥]$/u,
  摘: /[采文]$/u,
  捧: /[吹]$/u,
};

function eventAt(at: number, verb: string, floor: number, reading: Reading): Event | null {
  const { passage, words } = reading;
  const { masked } = passage;
  const clause = clauseAt(at, reading);
  const before = masked.slice(clause.start, at);
  if (PART_OF_WORD[verb]?.test(before) || (verb === '获' && masked.startsWith('获奖', at))) return null;
  // 孙立, 立案: only merits are 立.
  if (verb === '立' && !/^立(?:了)?(?:集体|个人|[一二三]等)/u.test(masked.slice(at, at + 6))) return null;
  if (
    /^记$|记录|记者/u.test(masked.slice(at, at + 2)) &&
    !/^记(?:了)?(?:大功|集体|个人|[一二三])/u.test(masked.slice(at, at + 5))
  )
    return null;
  const context = passage.text.slice(Math.max(reading.sentence.start, clause.start - 40), at);
  if (INTENT.test(masked.slice(clause.start, at)) || /(?:力争|争取|确保|计划|目标)[^，,]{0,30}[，,]?$/u.test(context))
    return null;
  const end = objectEnd(at + verb.length, clause.end, reading);
  const respectively = RESPECTIVELY.test(before.slice(-12) + verb);

  if (verb === '花落') {
    const items = titlesIn(passage, clause.start, at, true, words);
    const recipients = recipientsIn(at + 2, end, reading).map((r) =>
      /派出所/u.test(items[0]?.title ?? '') && !/所$/u.test(r.name) ? { ...r, name: `${r.name}派出所` } : r,
    );
    return { items, recipients, grantor: null, respectively, at: clause.start, end, rule: 'honour/landed' };
  }

  if (GIVES.test(verb)) {
    const passive = /被([^被，,“”]{0,44})$/u.exec(before);
    const got = passive ?? /(?:荣获|获得|获|受到|得到|荣膺|喜获|再获)([^，,“”]{2,44})$/u.exec(before);
    const forWhom = /(?:为|给|对|向)([^，,“”]{2,40}?)(?:予以|给予|进行|作出|集体)?$/u.exec(before);
    if (
      got &&
      (passive || words.levelIn(got[1] ?? '') !== null || /部门|单位|委|局|厅|政府|组织/u.test(got[1] ?? ''))
    ) {
      const start = clause.start + got.index;
      const grantor =
        (got[1] ?? '').replace(/(?:联合|共同|予以|给予|正式|表彰|评选|追)$/u, '').replace(/^(?:了)/u, '') || null;
      const items = ORDERS.test(verb)
        ? orderOr(at, verb, end, reading)
        : titlesIn(passage, at + verb.length, end, verb !== '列为', words);
      if (items.length === 0) return null;
      const thing = items.some((i) => /技术|创新|革新|项目|案例|作品|优秀.{0,4}成果|微电影|视频/u.test(i.title))
        ? 'thing'
        : 'any';
      return {
        items,
        recipients: recipientsBefore(start, reading, thing, floor),
        grantor,
        respectively,
        at: start,
        end,
        rule: 'honour/passive',
      };
    }
    if (forWhom && /记|授予|表彰|嘉奖|表扬/u.test(verb) && !/^(?:了|此|其)$/u.test(forWhom[1] ?? '')) {
      const start = clause.start + forWhom.index;
      const items = ORDERS.test(verb)
        ? orderOr(at, verb, end, reading)
        : titlesIn(passage, at + verb.length, end, true, words);
      const target = (forWhom[1] ?? '').replace(/(?:出色|圆满|成功|顺利|在|的)[^，,]*$/u, '');
      const from = start + 1;
      const recipients = recipientsIn(from, from + target.length, reading);
      const grantor = before.slice(0, forWhom.index).replace(/^.*[^\u4e00-\u9fff、]/u, '') || null;
      if (items.length === 0 || recipients.length === 0) return null;
      return { items, recipients, grantor, respectively, at: clause.start, end, rule: 'honour/for' };
    }
    if (/^(?:授予|追授|评选|表彰|命名|荣誉授予)$/u.test(verb)) {
      const quote = passage.quotes.find((q) => q.span.start >= at + verb.length && q.span.end <= end);
      if (verb === '授予' || verb === '追授') {
        if (!quote || quote.span.start - at > 40) return null;
        const lead = masked
          .slice(at + verb.length, quote.span.start)
          .replace(/(?:全[国省市]|\d{4}年度?|第.{1,3}批)*$/u, '');
        const grantor = before.replace(/^.*[^\u4e00-\u9fff、]/u, '');
        if (lead.trim() === '') {
          return {
            items: titlesIn(passage, at + verb.length, end, true, words),
            recipients: recipientsBefore(at, reading, 'any', floor),
            grantor: null,
            respectively,
            at: clause.start,
            end,
            rule: 'honour/given',
          };
        }
        const recipients = recipientsIn(at + verb.length, at + verb.length + lead.length, reading);
        return {
          items: titlesIn(passage, at + verb.length + lead.length, end, true, words),
          recipients,
          grantor: words.levelIn(grantor) ? grantor : null,
          respectively,
          at: clause.start,
          end,
          rule: 'honour/active',
        };
      }
      return null;
    }
    if (!/^(?:评为|评选为|评定为|命名为|认定为|确定为|记|荣记)$/u.test(verb)) return null;
  }

  if (verb === '立功受奖') {
    const title: TitleItem = {
      title: verb,
      context: before,
      start: at,
      end: at + verb.length,
      count: null,
      placing: false,
    };
    return {
      items: [title],
      recipients: recipientsBefore(at, reading, 'any', floor),
      grantor: null,
      respectively,
      at,
      end: at + verb.length,
      rule: 'honour/won',
    };
  }
  const items = wonItems(at + verb.length, end, verb, reading);
  if (items.items.length === 0) return null;
  const thing = items.items.some((i) => /技术|创新|革新|项目|案例|作品|汇演|微电影|视频|文创/u.test(i.title))
    ? 'thing'
    : 'any';
  const person = personAfter(items.items[items.items.length - 1], reading);
  const recipients = person ? [person] : recipientsBefore(at, reading, thing, floor);
  return {
    items: items.items,
    recipients,
    grantor: items.grantor,
    respectively,
    at,
    end,
    rule: words.isStrong(verb) ? 'honour/won' : 'honour/got',
  };
}

/** 荣获“全国百佳刑警”的王德胜: the person after the title. */
function personAfter(item: TitleItem | undefined, reading: Reading): Recipient | null {
  if (!item) return null;
  const text = reading.passage.text.slice(item.end, item.end + 24);
  const link = /^(?:等)?(?:荣誉)?(?:称号|荣誉)?的/u.exec(text);
  if (!link) return null;
  const start = item.end + link[0].length;
  for (const length of [3, 2, 4]) {
    if (reading.isName(start, start + length))
      return { name: reading.passage.text.slice(start, start + length), kind: 'person', count: null, start };
  }
  const bare = reading.words.nameAtStart.exec(text.slice(link[0].length));
  if (bare?.[1]) return { name: bare[1], kind: 'person', count: null, start };
  const named = reading.words.roleAndName.exec(text.slice(link[0].length));
  const name = named?.[1];
  if (!named || name === undefined) return null;
  const at = start + named.index + named[0].length - name.length;
  return { name: trimName(name, at, reading), kind: 'person', count: null, start: at };
}

/** What was won, with a grantor that stands before it: 获省委主要领导批示肯定, 荣获公安部授予的“…”, 受到省公安厅通报表彰. */
function wonItems(
  from: number,
  end: number,
  verb: string,
  reading: Reading,
): { items: TitleItem[]; grantor: string | null } {
  const { passage, words } = reading;
  const text = passage.text.slice(from, end);
  const giver = /^(?:了|过|到)?([^，,“”]{2,30}?)(?:联合)?(?:授予|颁发|评选|表彰|命名)的?(?=[^，,]{2})/u.exec(
    passage.masked.slice(from, end),
  );
  if (giver && words.levelIn(giver[1] ?? '') && !/以上|各级|[省市县]级/u.test(giver[1] ?? '')) {
    const start = from + giver[0].length;
    const items = titlesIn(passage, start, end, true, words);
    if (items.length > 0) return { items, grantor: giver[1] ?? null };
  }
  const order =
    /^(?:了|过|到)?([^，,“”]{0,40}?)(?:的)?(?:予以)?(批示肯定|肯定批示|肯定性批示|批示表扬|批示表彰|通报表彰|通报表扬|通报嘉奖|通令嘉奖|嘉奖令|贺电|表彰奖励|表彰表扬|表彰|嘉奖)(?=$|[，,、；（(和并及]|\d|等|[一二三四五六七八九十]+次)/u.exec(
      text,
    );
  if (order && !/以上|各级|国家级|[省市县部]级|集体|个人|[“]/u.test(order[1] ?? '')) {
    const giverText = (order[1] ?? '').replace(/(?:主要领导|领导|有关领导|分管领导)$/u, '');
    const start = from + order[0].length - (order[2]?.length ?? 0);
    const leader = /领导$/u.test(order[1] ?? '');
    const title = /上级/u.test(giverText) ? `${giverText}${order[2]}` : (order[2] ?? '');
    // 受到表彰 alone says too little: who gave it must be named.
    if (giverText === '' && /^(?:表彰|表彰奖励)$/u.test(order[2] ?? '')) return { items: [], grantor: null };
    if (
      words.levelIn(giverText) ||
      /上级|指挥部|领导小组|部门|单位/u.test(giverText) ||
      leader ||
      /通报|批示|嘉奖/u.test(title)
    ) {
      return {
        items: [
          { title, context: title, start: from, end: start + (order[2]?.length ?? 0), count: null, placing: false },
        ],
        grantor: giverText || null,
      };
    }
  }
  // Where another verb follows in the clause what stands before it may be its subject: only what is called an award is taken.
  const sure =
    words.isStrong(verb) && !new RegExp(`^(?:被|${words.verb.source})`, 'u').test(passage.masked.slice(end, end + 4));
  const items = titlesIn(passage, from, end, sure, words).filter(
    (item) =>
      (verb !== '进入' || item.placing) &&
      (sure || verb.length > 1 || words.isAward(item.title) || words.isKnown(item.title)),
  );
  // 创建 and 建成 are of buildings as well: only what is granted counts.
  if (/创建|建成|成为|命名|涌现/u.test(verb))
    return {
      items: items
        .filter(
          (i) =>
            words.isKnown(i.title) &&
            words.levelIn(i.context) !== null &&
            (i.count !== null || !/创建|涌现/u.test(verb)),
        )
        .concat(/成为/u.test(verb) ? items.filter((i) => /连冠|获得者/u.test(i.title)) : []),
      grantor: null,
    };
  return { items, grantor: null };
}

/** 被…通报表彰 is an honour by itself; 被表彰为… has its title after it. */
function orderOr(at: number, verb: string, end: number, reading: Reading): TitleItem[] {
  const after = titlesIn(reading.passage, at + verb.length, end, true, reading.words);
  if (after.length > 0) return after;
  return [
    { title: verb.replace(/^予以/u, ''), context: verb, start: at, end: at + verb.length, count: null, placing: false },
  ];
}

/** The object ends with its clause, or before 并被…, or goes on over clauses that are titles and nothing else. */
function objectEnd(from: number, clauseEnd: number, reading: Reading): number {
  const { passage, sentence, words } = reading;
  const other = new RegExp(`被|${words.verb.source}`, 'gu');
  for (const verb of passage.masked.slice(from, clauseEnd).matchAll(other)) {
    if (verb.index > 2 && (verb[0] === '被' || words.isStrong(verb[0]))) return from + verb.index;
  }
  const next = /(?:并|且|同时|还|又|先后|，)(?:先后|连续[^，,]{1,4}年)?(?:被|荣|获|喜|斩获|夺得|摘得|记|立)/u.exec(
    passage.masked.slice(from, clauseEnd),
  );
  if (next && next.index > 1) return from + next.index;
  let end = clauseEnd;
  for (const clause of sentence.clauses) {
    if (clause.start < clauseEnd) continue;
    if (clause.start > end + 2) break;
    const text = passage.masked.slice(clause.start, clause.end);
    if (!/^\s*(?:以及|和|及|并)?(?:[“]|全国|全省|全市|国家|公安部|集体|个人|[一二三]等)/u.test(text)) break;
    if (new RegExp(words.verb.source, 'u').test(text) || /被|为/u.test(text)) break;
    const items = titlesIn(passage, clause.start, clause.end, false, words);
    const last = items[items.length - 1];
    if (!last || clause.end - last.end > 8) break;
    end = clause.end;
  }
  return end;
}

function recordsOf(event: Event, reading: Reading, period: Period): FoundHonour[] {
  const { passage, jurisdiction, words } = reading;
  const clause = clauseAt(event.at, reading);
  const before = passage.text.slice(clause.start, event.at);
  const contest = event.items.some((i) => i.placing) ? contestBefore(event.at, reading) : null;
  const pairs = paired(event);
  return pairs.flatMap(({ item, recipient, flags }) => {
    const inContest =
      item.placing &&
      contest !== null &&
      !(CONTEST_NOUN.test(maskQuotes(item.title, [])) && !isBarePlacing(item.title));
    const names = inContest ? contest.names : [''];
    const pooled = /[一二三]、[一二三]|[一二三][一二三]等功/u.test(item.title);
    // A title of a city is the city's, whoever the sentence is about.
    const cityTitle =
      recipient.kind === 'org' &&
      /(?:城市|地市|示范市|示范[区县])$/u.test(item.title) &&
      (recipient.name === bureauName(jurisdiction) || recipient.name.replace(jurisdiction.short, '').length <= 5) &&
      (recipient.name.includes(jurisdiction.short) || /^[市县]/u.test(recipient.name));
    return names.map((name): FoundHonour => {
      const title = `${name}${item.title}`;
      const grantor = event.grantor ?? (inContest ? contest.grantor : null);
      const level = levelOf(
        { title, context: item.context, grantor, contest: name === '' ? null : name, pooled },
        jurisdiction,
        words,
        reading.whole,
      );
      const tail =
        /^[”』」)）]*(?:等)?(?:光荣|荣誉)?(?:称号|殊荣)?/u.exec(passage.text.slice(item.end, event.end + 8))?.[0] ?? '';
      const own = recipient.start !== null && recipient.start >= clause.start ? recipient.start : clause.start;
      const lead = /^[\s●★▲■·•*\-—]*/u.exec(passage.text.slice(clause.start, event.at))?.[0].length ?? 0;
      const start =
        inContest && contest.names.length > 0
          ? clause.start + lead
          : Math.min(Math.max(own, clause.start + lead), item.start);
      const end = Math.max(start + 1, Math.min(item.end + tail.length, passage.text.length));
      const key = { start: passage.start + item.start, end: passage.start + item.end };
      return {
        title,
        recipient: cityTitle ? jurisdiction.name : recipient.name,
        kind: cityTitle
          ? 'city'
          : recipient.count === null && item.count !== null && /个人|人次/u.test(item.title)
            ? 'person'
            : recipient.kind,
        level,
        grantor,
        year: yearOf(`${before}${title}`, period),
        count: item.count ?? recipient.count,
        span: { start: Math.min(passage.start + start, key.start), end: passage.start + end },
        key,
        rule: event.rule,
        flags: [...flags, ...(pooled ? ['pooled'] : [])],
        clause: passage.text.slice(clause.start, clause.end),
        named: recipient.start !== null,
      };
    });
  });
}

/** Which title goes to whom: 分别 pairs in order, otherwise each recipient has each title. */
function paired(event: Event): { item: TitleItem; recipient: Recipient; flags: string[] }[] {
  const { items, recipients, respectively } = event;
  if (respectively && items.length > 1 && recipients.length > 1) {
    if (items.length === recipients.length) {
      return items.flatMap((item, i) => {
        const recipient = recipients[i];
        return recipient ? [{ item, recipient, flags: [] }] : [];
      });
    }
    const first = recipients[0];
    if (!first) return [];
    const all: Recipient = { ...first, name: recipients.map((r) => r.name).join('、'), count: null };
    return items.map((item) => ({ item, recipient: all, flags: ['unpaired'] }));
  }
  return recipients.flatMap((recipient) => items.map((item) => ({ item, recipient, flags: [] as string[] })));
}
