import type { Period } from '../../model/corpus.js';
import { matchesOf } from '../../text/matches.js';
import { onceFor } from '../../text/once-for.js';
import { quotesWithin } from '../reading/quotes.js';
import { clauseAt } from './clause.js';
import { headCount, wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { type Reading, type Recipient, recipientsBefore, recipientsIn, trimName, type Wanted } from './recipients.js';
import { type Event, recordsOf } from './records.js';
import { type TitleItem, titlesIn } from './titles.js';
import type { HonourWords } from './words.js';

/** Verbs by which somebody gives an award; which side is which depends on 被, 为 and 获 before them. */
const GIVE =
  '记功嘉奖|记功奖励|记功表彰|荣誉授予|授予|评选为|评定为|评比为|评为|评选|命名为|命名|表彰为|确定为|认定为|确认为|选为|选树为|推选为|追授|追记|荣记|记|通报表彰|通报表扬|通令嘉奖|通报嘉奖|通令表彰|表彰奖励|表彰|嘉奖|授牌|颁发|列为|选入|树为|推荐为|予以表彰|公布为|赋予';
/** Verbs that are honours by themselves: 被公安部通报表彰. */
const ORDERS =
  /^(?:记功嘉奖|记功奖励|记功表彰|通报表彰|通报表扬|通令嘉奖|通报嘉奖|通令表彰|表彰奖励|表彰|嘉奖|予以表彰)$/u;
/** A wish, a plan or a condition: no honour has been given. */
const INTENT =
  /力争|争创|争取|争当|确保|计划|拟于|拟|目标(?!绩效|考核|管理|责任)|瞄准|冲刺|申报|有望|誓夺|誓要|为抓手|若[是能]|如果|凡是|凡|一旦|鼓励|学习|即将|将(?:继续|以|被|获)|参评|推荐上报|组织评选|号召|对标/u;
const FUTURE_SECTION = /打算|下一步|工作计划|展望|工作思路|工作安排|今后/u;
const GOES_ON =
  /^[”」』）)\s]*(?:等)?(?:光荣|荣誉)?(?:称号|殊荣)?(?:[，,]?[并且还又]|同时|先后|再次)(?:[并且还又]|同时|先后|再次)*(?:先后|连续[^，,]{1,4}年)?$/u;
const MEASURE_END = /(?:满意度|满意率|安全感|测评|考核|评价|得分|指数|排名)$/u;
const RESPECTIVELY = /分别|分获|分列|分享/u;

/** The honours that verbs of award state in one sentence. `taken` is filled with what was read, for the finders after this one. */
export function givenIn(reading: Reading, period: Period): FoundHonour[] {
  const { passage, sentence, words } = reading;
  if (passage.section !== null && FUTURE_SECTION.test(passage.section)) return [];
  const masked = passage.masked.slice(sentence.start, sentence.end);
  const found: FoundHonour[] = [];
  let from = 0;
  let last: Event | null = null;
  for (const match of matchesOf(masked, verbsOf(words).all)) {
    if (match.index < from) continue;
    const made: Event | null = eventAt(sentence.start + match.index, match[0], sentence.start + from, reading);
    // 荣获“…”称号并记集体二等功: the subject goes on.
    const between: string = passage.text.slice(sentence.start + from, made?.at ?? sentence.start);
    const goesOn: boolean =
      made !== null && last !== null && (GOES_ON.test(between) || isSubjectless(made, last, reading));
    // 被县委授予“…”称号，并记集体三等功: who gave the one gave the other.
    const grantor: string | null =
      made &&
      last &&
      made.grantor === null &&
      last.rule === 'honour/passive' &&
      /^(?:记|荣记|授予|命名为)$/u.test(match[0])
        ? last.grantor
        : (made?.grantor ?? null);
    const event: Event | null = made && last && goesOn ? { ...made, grantor, recipients: last.recipients } : made;
    if (!event || event.items.length === 0) continue;
    last = event;
    // What follows the last title may be the subject of the next verb.
    from = Math.max(match.index + match[0].length, ...event.items.map((item) => item.end - sentence.start));
    found.push(...recordsOf(event, reading, period));
  }
  return found;
}

/** …入选优秀案例，获评创新奖: the clause begins with its verb, so that the subject of the clause before goes on; counted heads do not. */
function isSubjectless(event: Event, last: Event, { passage, sentence }: Reading): boolean {
  const received = /^honour\/(?:passive|won|got)$/u;
  if (!received.test(event.rule) || !received.test(last.rule)) return false;
  const index = sentence.clauses.findIndex((c) => c.start <= event.at && event.at < c.end);
  const before = sentence.clauses[index - 1];
  const own = sentence.clauses[index];
  if (!before || !own || !(before.start <= last.at && last.at < before.end)) return false;
  const head = passage.text
    .slice(own.start, event.at)
    .replace(/^(?:并|还|又|也|均|先后|分别|同时|再次|多次|(?:19|20)\d{2}年)+/u, '');
  return head.trim() === '' && last.recipients.every((r) => r.count === null);
}

/** Lists of titles are long, but not this long. */
const LONGEST_OBJECT = 300;
/** Some letter of every award. */
const SOME_AWARD =
  /[奖功荣誉表彰先优模范称号第前冠亚季最级杯章提“英兵星文示好先通批嘉贺牌岗能卫案满平项等金银铜品课突标旗匠献榜物状户]/u;

const GIVES = new RegExp(`^(?:${GIVE})$`, 'u');
/** The verbs of the lexicon as they are asked for here. */
const verbsOf = onceFor(({ verb: { source } }: HonourWords) => ({
  /** Of giving and of getting; global. */
  all: new RegExp(`${GIVE}|${source}`, 'gu'),
  got: new RegExp(source, 'u'),
  /** Where another verb begins; global. */
  others: new RegExp(`被|${source}`, 'gu'),
  passiveOrGot: new RegExp(`^(?:被|${source})`, 'u'),
}));
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
  const beforeAt = Math.max(clause.start, at - 120);
  const before = masked.slice(beforeAt, at);
  // 表彰大会, 命名仪式: an occasion.
  if (
    /^(?:大会|会议|会(?![员场])|仪式|活动|决定|通报会|推进会)/u.test(
      masked.slice(at + verb.length, at + verb.length + 3),
    )
  )
    return null;
  if (PART_OF_WORD[verb]?.test(before) || (verb === '获' && masked.startsWith('获奖', at))) return null;
  // 孙立, 立案: only merits are 立.
  if (verb === '立' && !/^立(?:了)?(?:集体|个人|[一二三]等)/u.test(masked.slice(at, at + 6))) return null;
  if (verb === '记' && !/^记(?:了)?(?:大功|集体|个人|[一二三])/u.test(masked.slice(at, at + 5))) return null;
  if (!SOME_AWARD.test(masked.slice(Math.max(clause.start, at - 30), Math.min(clause.end, at + 120)))) return null;
  const context = passage.text.slice(Math.max(reading.sentence.start, clause.start - 40), at);
  if (
    INTENT.test(masked.slice(clause.start, at)) ||
    /(?:力争|争取|确保|计划|目标(?!绩效|考核|管理|责任))[^，,]{0,30}[，,]?$/u.test(context)
  )
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
    const received = /(?:荣获|获得|获|受到|得到|荣膺|喜获|再获)([^，,“”]{2,44})$/u.exec(before);
    // 对荣获全国优秀人民警察称号的5名民警进行表彰: who is honoured has been honoured before.
    const got = passive ?? (/称号|进行/u.test(received?.[1] ?? '') ? null : received);
    // 省公安厅为其记集体二等功: the giver stands there, the receiver before.
    const forThem = /(?:^|[\s，,])([\u4e00-\u9fff、]{2,24}?)(?:专门|特意|分别|再次)?[为给]其$/u.exec(before);
    if (forThem?.[1] && words.levelIn(forThem[1]) !== null)
      return {
        items: ORDERS.test(verb)
          ? orderOr(at, verb, end, reading)
          : titlesIn(passage, at + verb.length, end, true, words),
        recipients: recipientsBefore(clause.start, reading, 'any', floor),
        grantor: forThem[1],
        respectively,
        at: clause.start,
        end,
        rule: 'honour/for',
      };
    const forWhom = /(?:(?<![作成因认分称])为|给(?!予)|对|向)([^，,“”]{2,40}?)(?:予以|给予|进行|作出|集体)?$/u.exec(
      before,
    );
    if (
      got &&
      (passive || words.levelIn(got[1] ?? '') !== null || /部门|单位|委|局|厅|政府|组织/u.test(got[1] ?? ''))
    ) {
      const start = beforeAt + got.index;
      const grantor =
        (got[1] ?? '').replace(/(?:联合|共同|予以|给予|正式|表彰|评选|追)$/u, '').replace(/^(?:了)/u, '') || null;
      const items = ORDERS.test(verb)
        ? orderOr(at, verb, end, reading)
        : titlesIn(passage, at + verb.length, end, verb !== '列为', words);
      if (items.length === 0) return null;
      const wanted = wantedBy(items, /技术|创新|革新|项目|案例|作品|优秀.{0,4}成果|微电影|视频/u);
      return {
        items,
        recipients: recipientsBefore(start, reading, wanted, floor),
        grantor,
        respectively,
        at: start,
        end,
        rule: 'honour/passive',
      };
    }
    if (forWhom && /记|授予|表彰|嘉奖|表扬/u.test(verb) && !/^(?:了|此|其)$/u.test(forWhom[1] ?? '')) {
      const start = beforeAt + forWhom.index;
      // 县委印发通报，对县公安局予以嘉奖
      const circular = passage.masked.slice(Math.max(reading.sentence.start, clause.start - 14), clause.start);
      const isCircular = /(?:印发|下发|发出|发布)(?:了)?通报[，,]$/u.test(circular);
      const items = ORDERS.test(verb)
        ? orderOr(at, verb, end, reading).map((item) =>
            isCircular && item.title === verb ? { ...item, title: `通报${verb}` } : item,
          )
        : titlesIn(passage, at + verb.length, end, true, words);
      const target = (forWhom[1] ?? '').replace(/(?:出色|圆满|成功|顺利|在|的)[^，,]*$/u, '');
      const from = start + 1;
      const recipients = recipientsIn(from, from + target.length, reading);
      const named = before
        .slice(0, forWhom.index)
        .replace(/(?:自?\d{4}年(?:以来)?|连续[^，,]{1,4}年|连年|先后|分别|专门|多次|再次|近日|日前)+$/u, '')
        .replace(/^.*[^\u4e00-\u9fff、]/u, '');
      const grantor = named || grantorBefore(clause.start, reading);
      if (items.length === 0 || recipients.length === 0) return null;
      // 对先进集体和先进个人进行表彰: an occasion, nobody is named.
      if (
        ORDERS.test(verb) &&
        recipients.every((r) => /先进|优秀|突出|典型|有功|受表彰|获奖|立功|^(?:单位|个人|集体)|进行/u.test(r.name))
      )
        return null;
      return { items, recipients, grantor, respectively, at: clause.start, end, rule: 'honour/for' };
    }
    if (/^(?:授予|追授|评选|表彰|命名|荣誉授予)$/u.test(verb)) {
      const quote = quotesWithin(passage.quotes, { start: at + verb.length, end })[0];
      if (verb === '授予' || verb === '追授') {
        if (!quote || quote.span.start - at > 40) return activeMerit(at, verb, before, end, reading);
        const lead = masked
          .slice(at + verb.length, quote.span.start)
          .replace(/(?:全[国省市]|\d{4}年度?|第[^批]{1,3}批)*$/u, '');
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
    // 立功受奖机制, 立功受奖单位: no award has been given.
    if (/^[\u4e00-\u9fff]/u.test(masked.slice(at + verb.length)) || /更多|推动|完善|健全/u.test(before)) return null;
    const title: TitleItem = {
      title: verb,
      context: before,
      start: at,
      end: at + verb.length,
      count: wholeNumber(/^([\d,]{1,7})(?:余|多)?(?:人次|人|名|个)/u.exec(masked.slice(at + verb.length))?.[1] ?? ''),
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
  // 公安机关满意度进入全省前五: a ranking of a measure.
  if (
    /^(?:进入|跻身|取得|获得|成为)$/u.test(verb) &&
    items.items.every((i) => i.placing) &&
    MEASURE_END.test(before.replace(/(?:首次|再次|成功|均|也|连续[^，,年次]{1,4}[年次]|已|双双)+$/u, ''))
  )
    return null;
  const wanted = wantedBy(items.items, /课程|技术|创新|革新|项目|案例|作品|汇演|微电影|视频|文创/u);
  const person = personAfter(items.items[items.items.length - 1], reading);
  const counted = items.items.every((i) => i.count !== null);
  const recipients = person ? [person] : recipientsBefore(at, reading, wanted, floor, counted);
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

/** What kind of recipient the titles speak of: works for a thing, 无诈乡镇 for a place, else anything. */
function wantedBy(items: readonly TitleItem[], works: RegExp): Wanted {
  if (items.some((i) => works.test(i.title))) return 'thing';
  return items.some((i) => /(?:乡镇|镇|村|村居|社区|街道|小区|校园|学校|园区)[”]?$/u.test(i.title)) ? 'place' : 'any';
}

/** 公安部授予省公安厅安保集体一等功荣誉: a merit without quotation marks. */
function activeMerit(at: number, verb: string, before: string, end: number, reading: Reading): Event | null {
  const { passage, words } = reading;
  const from = at + verb.length;
  const text = passage.masked.slice(from, end);
  const merit = /(?:集体|个人)?[一二三]等功|(?:集体|个人)嘉奖/u.exec(text);
  if (!merit || merit.index < 2) return null;
  const body = words.bodyAtStart.exec(text.slice(0, merit.index))?.[0] ?? text.slice(0, merit.index);
  const recipients = recipientsIn(from, from + body.length, reading);
  const grantor = before.replace(/^.*[^\u4e00-\u9fff、]/u, '');
  const start = from + merit.index;
  return {
    items: [{ title: merit[0], context: merit[0], start, end: start + merit[0].length, count: null, placing: false }],
    recipients,
    grantor: words.levelIn(grantor) ? grantor : null,
    respectively: false,
    at,
    end,
    rule: 'honour/active',
  };
}

/** 县人民政府作出决定, 经市政府研究: who gave it, in the clauses before. */
function grantorBefore(at: number, reading: Reading): string | null {
  const { passage, sentence, words } = reading;
  for (const clause of sentence.clauses.filter((c) => c.start < at).reverse()) {
    const text = passage.text.slice(clause.start, clause.end);
    const named =
      /([\u4e00-\u9fff、]{2,24}?)(?:常务会议|党委会?|专题会议)?(?:研究|决定|作出|联合|发布|下发|印发|批准)/u.exec(
        text,
      )?.[1];
    if (named !== undefined && words.levelIn(named) !== null) return named.replace(/^(?:经过?|近日|日前)/u, '');
  }
  return null;
}

/** 荣获“全国百佳刑警”的王德胜: the person after the title. */
function personAfter(item: TitleItem | undefined, reading: Reading): Recipient | null {
  if (!item) return null;
  const text = reading.passage.text.slice(item.end, item.end + 24);
  const link = /^(?:等)?(?:荣誉)?(?:称号|荣誉)?的/u.exec(text);
  if (!link) return null;
  const start = item.end + link[0].length;
  // 荣获全国优秀人民警察称号的5个先进: how many have it.
  const heads = /^(?:\d{1,4}|[一二两三四五六七八九十]{1,3})[名位个][^，,。、“”]{1,14}?(?=进行|颁|予以|代表|$)/u.exec(
    text.slice(link[0].length),
  )?.[0];
  const count = heads === undefined ? null : headCount(heads);
  if (heads !== undefined && count !== null)
    return { name: heads, kind: /^.{1,4}?[名位]|个人|民警/u.test(heads) ? 'person' : 'org', count, start };
  for (const length of [3, 2, 4]) {
    if (reading.isName(start, start + length))
      return { name: reading.passage.text.slice(start, start + length), kind: 'person', count: null, start };
  }
  // “最强党支部”称号的幸福派出所所长董某: the award is the body's.
  if (/支部|派出所|单位|集体|号$|岗$|室$|窗口|大队|所$/u.test(item.title)) {
    const body = reading.words.bodyAtStart.exec(text.slice(link[0].length))?.[0];
    if (body !== undefined) return { name: body, kind: 'org', count: null, start };
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
    /^(?:了|过|到)?([^，,“”]{0,40}?)(?:的)?(?:予以)?(批示肯定|肯定批示|肯定性批示|批示表扬|批示表彰|通报表彰|通报表扬|通报嘉奖|通令嘉奖|嘉奖令|贺电表扬|贺电|记功表彰|记功嘉奖|记功奖励|表彰奖励|表彰表扬|表彰|嘉奖)(?=$|[，,、；（(和并及]|\d|等|[一二三四五六七八九十]+次)/u.exec(
      text,
    );
  if (order && !/以上|各级|国家级|[省市县部]级|集体|个人|称号|进行|[“]/u.test(order[1] ?? '')) {
    const giverText = (order[1] ?? '').replace(/(?:主要领导|领导|有关领导|分管领导)$/u, '');
    const start = from + order[0].length - (order[2]?.length ?? 0);
    const leader = /领导$/u.test(order[1] ?? '');
    const title = /上级/u.test(giverText) ? `${giverText}${order[2]}` : (order[2] ?? '');
    // 受到表彰 alone says too little: who gave it must be named, or where.
    if (giverText === '' && /^(?:表彰|表彰奖励)$/u.test(order[2] ?? '')) {
      const clause = clauseAt(from, reading);
      const meeting = /在([^，,]{4,40}?)(?:大会|会议|会|仪式)上$/u.exec(
        passage.text.slice(clause.start, from - verb.length),
      );
      if (!meeting?.[1] || words.levelIn(meeting[1]) === null) return { items: [], grantor: null };
      const item = {
        title,
        context: meeting[1] + title,
        start,
        end: start + title.length,
        count: null,
        placing: false,
      };
      return { items: [item], grantor: null };
    }
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
  const sure = words.isStrong(verb) && !verbsOf(words).passiveOrGot.test(passage.masked.slice(end, end + 4));
  const items = titlesIn(passage, from, end, sure || verb === '入选', words).filter(
    (item) =>
      (verb !== '进入' || item.placing) &&
      // 保持“省级文明单位”称号: what is kept is a title, no place.
      (verb !== '保持' || /^[”]?称号/u.test(passage.text.slice(item.end))) &&
      !/^(?:该|此|这|本)[项一次]|^[这此该]/u.test(item.title) &&
      (sure || verb.length > 1 || words.isAward(item.title.replace(/[“”]/gu, '')) || words.isKnown(item.title)),
  );
  // 创建 and 建成 are of buildings as well: only what is granted counts.
  if (/创建|建成|成为|命名|涌现/u.test(verb))
    return {
      items: items
        .filter(
          (i) =>
            (words.isKnown(i.title) || (i.count !== null && words.isAward(i.title.replace(/[“”]/gu, '')))) &&
            (words.levelIn(i.context) ?? words.knownLevel(i.title)) !== null &&
            (i.count !== null ||
              /成功/u.test(verb + passage.text.slice(Math.max(0, from - verb.length - 2), from)) ||
              !/创建|涌现/u.test(verb)),
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
  // 被公安部通报表扬3次
  const times = wholeNumber(
    /^([\d一二两三四五六七八九十]{1,3})次/u.exec(reading.passage.masked.slice(at + verb.length, end))?.[1] ?? '',
  );
  const count = times !== null && times > 1 ? times : null;
  return [
    { title: verb.replace(/^予以/u, ''), context: verb, start: at, end: at + verb.length, count, placing: false },
  ];
}

/** The object ends with its clause, or before 并被…, or goes on over clauses that are titles and nothing else. */
function objectEnd(from: number, clauseEnd: number, reading: Reading): number {
  const limit = Math.min(clauseEnd, from + LONGEST_OBJECT);
  const { passage, sentence, words } = reading;
  for (const verb of matchesOf(passage.masked.slice(from, limit), verbsOf(words).others)) {
    if (verb.index > 2 && (verb[0] === '被' || words.isStrong(verb[0]))) return from + verb.index;
  }
  // 1个项目获一等奖、2个项目获优秀奖
  const others =
    /、(?:\d{1,4}|[一二两三四五六七八九十]{1,3})(?:余|多)?[名个位人项件部篇起][^，,、“”]{0,10}?(?:被|荣|获|受|记)/u.exec(
      passage.masked.slice(from, limit),
    );
  if (others && others.index > 1) return from + others.index;
  const next = /(?:并|且|同时|还|又|先后|，)(?:先后|连续[^，,]{1,4}年)?(?:被|荣|获|喜|斩获|夺得|摘得|记|立)/u.exec(
    passage.masked.slice(from, limit),
  );
  if (next && next.index > 1) return from + next.index;
  if (limit < clauseEnd) return limit;
  let end = clauseEnd;
  for (const clause of sentence.clauses) {
    if (clause.start < clauseEnd) continue;
    if (clause.start > end + 2) break;
    const text = passage.masked.slice(clause.start, clause.end);
    if (
      !/^\s*(?:以及|和|及|并)?(?:[“]|全国|全省|全市|国家|公安部|集体|个人|[一二三]等|嘉奖|[省市县]级|省部级|[\u4e00-\u9fff]{2,3}[省市县区]“)/u.test(
        text,
      )
    )
      break;
    if (verbsOf(words).got.test(text) || /被|为/u.test(text)) break;
    const items = titlesIn(passage, clause.start, clause.end, false, words);
    const last = items[items.length - 1];
    if (!last || clause.end - last.end > 8) break;
    end = clause.end;
  }
  return end;
}
