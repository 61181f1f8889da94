import type { HonourDraft, ThemeId } from '../../model/finding.js';
import type { Span } from '../../model/span.js';
import { remembered } from '../fact/remembered.js';
import { alike } from '../reading/alike.js';
import type { FoundHonour } from './found.js';

/** How many honours of a report are compared with each other for likeness. */
const MOST = 300;

const SHORT: readonly [RegExp, string][] = [
  [/英模/gu, '英雄模范'],
  [/[“”"‘’《》「」『』()（）\s,，、]/gu, ''],
  [/(?:荣誉)?称号$/gu, ''],
  [/第[一二三四五六七八九十\d]{1,3}[批届]|首[批届]/gu, ''],
  [/公安机关|公安系统|公安/gu, ''],
  [/工作/gu, ''],
];
/** A title with abbreviations written out and what editors vary left away. */
const core = remembered((title: string) => SHORT.reduce((text, [from, to]) => text.replace(from, to), title));

/** Figures, ranks and leagues: where these differ two titles are two honours, however alike. */
const marks = remembered((title: string) =>
  (
    title.match(
      /\d+|第[一二三四五六七八九十](?![批届])|[一二三特]等|[一二]级|[金银铜冠亚季]|全国|全省|全市|集体|个人|团体/gu,
    ) ?? []
  )
    .filter((m) => !/^(?:19|20)\d{2}$/.test(m))
    .sort()
    .join(),
);

/** Two titles of one list are two, however alike. */
const listed = (a: FoundHonour, b: FoundHonour): boolean =>
  a.rule === b.rule && Math.abs(a.key.start - b.key.start) < 100 && a.key.start !== b.key.start;

function sameTitle(a: FoundHonour, b: FoundHonour): boolean {
  const left = core(a.title);
  const right = core(b.title);
  if (marks(a.title) !== marks(b.title)) {
    // 全 lost at a break, or a league that one of the two leaves out: the level says the same.
    if (a.level !== b.level || !(left.endsWith(right) || right.endsWith(left))) return false;
  }
  if (left === right) return true;
  const years = (t: string): string => (t.match(/(?:19|20)\d{2}/gu) ?? []).join();
  if (years(left) !== '' && years(right) !== '' && years(left) !== years(right)) return false;
  return left.endsWith(right) || right.endsWith(left) || (!listed(a, b) && alike(left, right) >= 0.8);
}

/** What any number of units and people of one report may have. */
const COMMON = /等功$|嘉奖$|表彰$|表扬$|贺电$|^(?:先进|优秀|优胜)(?:集体|个人|单位)$/u;

/** A body's name without the words that many bodies share. */
const ownPart = (name: string): string => name.replace(/公安|派出所|[支大中总]队|分局|局|中心|[省市区县]/gu, '');

function sameRecipient(a: FoundHonour, b: FoundHonour): boolean {
  if (a.recipient === b.recipient) return true;
  if (a.recipient === '' || b.recipient === '') return false;
  // One title of one list, given to several.
  if (a.key.start === b.key.start) return false;
  if (a.kind === 'person' || b.kind === 'person')
    return [a.recipient, b.recipient].some((name, i, both) => {
      const other = both[1 - i] ?? '';
      return name.endsWith(other) || (other.length >= 2 && name.startsWith(other));
    });
  // A merit many have is another one where nobody says whose it is; a title of its own name is the same.
  if (!a.named || !b.named) return a.kind === b.kind && !COMMON.test(a.title) && !COMMON.test(b.title);
  if (a.recipient.includes(b.recipient) || b.recipient.includes(a.recipient)) return true;
  // 南关派出所 is not 北关派出所, however much of the two is the same: what is their own decides.
  const [left, right] = [ownPart(a.recipient), ownPart(b.recipient)];
  return left.length > 3 && right.length > 3 && alike(left, right) >= 0.6;
}

/** True where both say the same: the same title, the same recipient and no different number. */
export function sameHonour(a: FoundHonour, b: FoundHonour): boolean {
  return sameTitle(a, b) && sameRecipient(a, b) && a.count === b.count;
}

/** One draft an honour, at its first place, with the other places as mentions; in the order of the text. */
export function mergeHonours(
  found: readonly FoundHonour[],
  themesOf: (honour: FoundHonour) => readonly ThemeId[],
): HonourDraft[] {
  const byWords = new Map<string, { first: FoundHonour; others: FoundHonour[] }>();
  const groups: { first: FoundHonour; others: FoundHonour[] }[] = [];
  for (const honour of [...found].sort((a, b) => a.span.start - b.span.start || a.key.start - b.key.start)) {
    const key = `${honour.title}\n${honour.recipient}\n${honour.count}`;
    // No report has so many honours; a text that has is not worth the square of them: the same words only.
    const group =
      byWords.get(key) ??
      groups.slice(0, MOST).find((g) => [g.first, ...g.others.slice(0, 5)].some((other) => sameHonour(other, honour)));
    const own = group ?? { first: honour, others: [] };
    if (group) group.others.push(honour);
    else groups.push(own);
    byWords.set(key, own);
  }
  return groups.map(({ first, others }) => {
    // The fullest wording gives the record its words, the first place its place.
    const all = [first, ...others];
    const best = all.reduce((a, b) => (!a.named && b.named ? b : a));
    const level = all.find((h) => h.level !== 'other')?.level ?? first.level;
    const mentions = new Map<string, Span>();
    for (const other of others) {
      const overlap = other.span.start < first.span.end && first.span.start < other.span.end;
      if (!overlap) mentions.set(`${other.span.start}:${other.span.end}`, other.span);
    }
    return {
      type: 'honour',
      title: first.title,
      recipient: best.recipient === '' ? null : best.recipient,
      recipient_kind: best.kind,
      level,
      grantor: first.grantor ?? others.find((o) => o.grantor !== null)?.grantor ?? null,
      year: first.year,
      count: first.count,
      themes: themesOf(first),
      rule: first.rule,
      flags: first.flags,
      repairedSpan: first.span,
      keySpan: first.key,
      mentionSpans: [...mentions.values()],
    };
  });
}
