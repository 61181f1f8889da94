import type { Period } from '../../model/corpus.js';
import type { HonourLevel } from '../../model/finding.js';
import { maskQuotes } from '../reading/quotes.js';
import { clauseAt } from './clause.js';
import { CONTEST_NOUN, contestBefore } from './contest.js';
import { wholeNumber } from './counts.js';
import type { FoundHonour } from './found.js';
import { levelOf } from './level.js';
import { bureauName, type Reading, type Recipient } from './recipients.js';
import { isBarePlacing, type TitleItem } from './titles.js';
import type { HonourWords } from './words.js';
import { yearOf } from './year.js';

/** What one verb of award states: titles, recipients, and how they belong together. */
export interface Event {
  readonly items: readonly TitleItem[];
  readonly recipients: readonly Recipient[];
  readonly grantor: string | null;
  readonly respectively: boolean;
  /** Where the statement begins: the verb or 被. */
  readonly at: number;
  readonly end: number;
  readonly rule: string;
}

/** One title and who got it. */
interface Pair {
  readonly item: TitleItem;
  readonly recipient: Recipient;
  readonly flags: string[];
}

/** Says nothing without the contest it was won in: 优秀单位 of an appraisal, 优胜单位 of a match. */
const GENERIC = /^(?:优秀|先进|优胜|获奖|达标)(?:单位|集体|个人|奖|等次|县级公安机关)?$|^好的?等次$/u;

/** The honours of one event, titles and recipients paired. */
export function recordsOf(event: Event, reading: Reading, period: Period): FoundHonour[] {
  const { passage, jurisdiction, words } = reading;
  const clause = clauseAt(event.at, reading);
  const before = passage.text.slice(clause.start, event.at);
  const contest = event.items.some((i) => i.placing || GENERIC.test(i.title)) ? contestBefore(event.at, reading) : null;
  const pairs = paired(event).map((pair) => contestAsSubject(pair, reading));
  return pairs.flatMap(({ item, recipient: named, flags }) => {
    // 156人荣立三等功，嘉奖892人次: the total in the clause after is nobody's of those.
    const isTotal = named.count !== null && item.count !== null && item.start >= clause.end;
    const recipient: Recipient = isTotal
      ? { name: bureauName(jurisdiction), kind: named.kind, count: null, start: null }
      : named;
    const inContest =
      (item.placing || GENERIC.test(item.title)) &&
      contest !== null &&
      !(CONTEST_NOUN.test(maskQuotes(item.title, [])) && !isBarePlacing(item.title));
    const names = inContest ? contest.names : [''];
    const pooled = /[一二三]、[一二三]|[一二三][一二三]等功/u.test(item.title);
    // A title of a city is the city's, whoever the sentence is about.
    const cityTitle =
      recipient.kind === 'org' &&
      /(?:城市|地市|示范市|示范[区县]|长安杯[”]?|模范城)$/u.test(item.title) &&
      (recipient.name === bureauName(jurisdiction) || recipient.name.replace(jurisdiction.short, '').length <= 5) &&
      (recipient.name.includes(jurisdiction.short) || /^[市县]/u.test(recipient.name));
    // 获评优秀 alone: of what nobody says.
    if (/^(?:优秀|先进|优胜)$/u.test(item.title) && !inContest) return [];
    // 叶某获得“岗位能手”称号, in the contest the sentence speaks of.
    const league = /能手|标兵|尖兵|状元|选手|奖$/u.test(item.title)
      ? (contestBefore(event.at, reading)?.names[0] ?? null)
      : null;
    return names.map((name): FoundHonour => {
      const title = `${name}${item.title}`;
      const grantor = grantorOf(event, item, words) ?? (inContest ? contest.grantor : null);
      // 8个集体荣记一等功: whose merit it is says who may give it.
      // 先后8次受到嘉奖: how often stands before the verb.
      const times = wholeNumber(
        /(?<![第\d一二三四五六七八九十])([\d一二两三四五六七八九十]{1,3})次(?:被[^，,]{0,20})?$/u.exec(before)?.[1] ??
          '',
      );
      const merit = /^[一二三]等功$/u.test(title) && recipient.kind === 'org' ? `集体${title}` : title;
      const said = levelOf(
        { title: merit, context: item.context, grantor, contest: name === '' ? league : name, pooled },
        jurisdiction,
        words,
        reading.speaksOf,
      );
      const level = said === 'other' && grantor === null ? (announced(item.title, event.at, reading) ?? said) : said;
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
        count: item.count ?? recipient.count ?? (times !== null && times > 1 ? times : null),
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

/** 公安部揭晓了全国首批“枫桥式公安派出所”。甲、乙分别获此称号: the level of a title that the sentences before named with its league. */
function announced(title: string, at: number, { passage, words }: Reading): HonourLevel | null {
  const bare = title.replace(/[“”]/gu, '');
  const from = bare.length < 4 ? -1 : passage.text.lastIndexOf(bare, at - bare.length - 1);
  if (from < 0) return null;
  const before = passage.text.slice(Math.max(0, from - 40), from);
  return words.levelIn(before.slice(before.search(/[^。；;！]*$/u)));
}

/** 禁毒工作考核获评优秀等次: what stands where the receiver should is the contest. */
function contestAsSubject(pair: Pair, { jurisdiction }: Reading): Pair {
  const { item, recipient } = pair;
  const isContest = /(?:考核|考评|测评|评估|评比|评议|评价)$/u.test(recipient.name);
  if (!isContest || !(item.placing || GENERIC.test(item.title))) return pair;
  return {
    ...pair,
    item: { ...item, title: recipient.name + item.title, context: recipient.name + item.context, placing: false },
    recipient: { name: bureauName(jurisdiction), kind: 'org', count: null, start: null },
  };
}

/**
 * 被公安部、省政府分别记集体一等功、集体二等功: each giver its own, where there are as many of them as of titles. Without 分别
 * (被公安部、省公安厅授予“全国…”“全省…”) that holds for givers of different levels only.
 */
function grantorOf({ grantor, respectively, items }: Event, item: TitleItem, words: HonourWords): string | null {
  const givers = grantor === null ? [] : grantor.replace(/分别$/u, '').split(/[、和与]/u);
  if (givers.length < 2 || givers.length !== items.length) return grantor;
  const levels = new Set(givers.map((giver) => words.levelIn(giver)));
  return respectively || levels.size === givers.length ? (givers[items.indexOf(item)] ?? grantor) : grantor;
}

/** 个人一、二、三等奖 as three titles, 个人冠亚军 as two; none where it is one title or of one rank. */
function ranksOf(item: TitleItem): TitleItem[] {
  const [medals = ''] = /冠亚季?军$/u.exec(item.title) ?? [];
  if (medals !== '') {
    const contest = item.title.slice(0, item.title.length - medals.length);
    return [...medals.slice(0, -1)].map((medal) => ({ ...item, title: `${contest}${medal}军` }));
  }
  const [ranks = '', last = ''] = /[特一二三](?:、[一二三]){1,3}(等[奖功])$/u.exec(item.title) ?? [];
  const before = item.title.slice(0, item.title.length - ranks.length);
  return ranks
    .slice(0, ranks.length - last.length)
    .split('、')
    .filter((rank) => rank !== '')
    .map((rank) => ({ ...item, title: before + rank + last }));
}

/** Which title goes to whom: 分别 pairs in order, otherwise each recipient has each title. */
function paired(event: Event): Pair[] {
  const { recipients, respectively } = event;
  const ranks = event.items[0] && respectively && event.items.length === 1 ? ranksOf(event.items[0]) : [];
  const items = ranks.length > 1 && ranks.length === recipients.length ? ranks : event.items;
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
