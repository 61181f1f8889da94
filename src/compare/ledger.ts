import type { HonoursLedger, LedgerEntry } from '../model/comparison.js';
import type { Jurisdiction } from '../model/corpus.js';
import type { Honour, HonourLevel } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { CompareInput } from './input.js';
import { recipientKey } from './recipients.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'honours'> & Partial<Pick<CompareInput, 'lexicon'>>;

/** Grantors' levels, highest first. */
export const LEVELS: readonly HonourLevel[] = ['national', 'provincial', 'municipal', 'other'];

// A place in a table of results rather than an award: 全省前列, 位居全省第一; a contest's placing is an award.
const STANDING = /(?:前列|前茅|第[一二三四五六七八九十\d]{1,3}(?:名|位)?|首位|榜首|排名.{0,12})$/u;
const CONTEST = /赛|比武|竞|杯|奖|练兵|冠|亚|季军|演练/u;
// What makes a title the reporting field's own, where the lexicon names no other field.
const POLICE = ['公安', '派出所', '民警', '辅警', '警察', '刑警', '交警'];
// Titles only a place can have: 长安杯, 全国文明城市, 平安中国建设示范市, 优秀地市“六连冠”
const CITY =
  /^(?:.{0,20}长安杯.{0,6}|.{0,20}(?:示范|文明|优秀|先进|模范|卫生)(?:城市|地市|市|县)(?:奖牌|.{0,2}连冠)?)$/u;
// Merits of a kind that one body can be given again and again: the same words need not be the same award.
const REPEATABLE = /(?:等功|嘉奖|通报表[扬彰]|表[彰扬]|奖励)$/u;

/**
 * The honours, each once, by level and kind. Two records are one award when title, recipient and year agree, an unknown
 * recipient or year agreeing with any. Not counted, yet listed: honours of the city (they are not the police's), totals of
 * several awards (nobody can follow them one by one, and single awards named elsewhere would count twice) and standings in a league, which nobody awards. Totals are
 * over counted entries and name the honours they add up, highest level first, in the order of the jurisdictions.
 */
export function toLedger({ jurisdictions, honours, lexicon }: Needs): HonoursLedger {
  const field = lexicon?.field;
  const ofPlace = groupBy(honours, ({ jurisdiction }) => jurisdiction);
  const entries = jurisdictions.flatMap((jurisdiction) => {
    const kept: Honour[] = [];
    /** Those kept, by what two records of one award share. */
    const known = new Map<string, Known[]>();
    for (const honour of ofPlace.get(jurisdiction.id) ?? []) {
      const title = titleKey(honour.title);
      const key = JSON.stringify([title, honour.level, honour.count]);
      const like = known.get(key) ?? [];
      known.set(key, like);
      const own = { honour, title, recipient: recipientKey(honour.recipient, jurisdiction, field?.offices) };
      if (like.some((other) => isSame(other, own))) continue;
      like.push(own);
      kept.push(honour);
    }
    return kept.map((honour) => toEntry(honour, jurisdiction, field?.own ?? POLICE));
  });
  const counted = groupBy(
    entries.filter((entry) => entry.counted),
    ({ jurisdiction, level }) => `${jurisdiction}\n${level}`,
  );
  const totals = jurisdictions.flatMap(({ id: jurisdiction }) =>
    LEVELS.flatMap((level) => {
      const own = counted.get(`${jurisdiction}\n${level}`) ?? [];
      if (own.length === 0) return [];
      const count = own.reduce((sum, entry) => sum + entry.count, 0);
      return [{ jurisdiction, level, count, honours: own.map((entry) => entry.honour) }];
    }),
  );
  return { entries, totals };
}

function toEntry(honour: Honour, jurisdiction: Jurisdiction, ownWords: readonly string[]): LedgerEntry {
  const title = titleKey(honour.title);
  const pooled = honour.count !== null && honour.count !== 1;
  // The title tells whose honour it is, whoever seems to be named as the recipient.
  const city = !ownWords.some((word) => title.includes(word)) && (honour.recipient_kind === 'city' || CITY.test(title));
  const standing = STANDING.test(title) && !CONTEST.test(title);
  return {
    jurisdiction: jurisdiction.id,
    level: honour.level,
    kind: pooled ? 'pooled' : city ? 'city' : honour.recipient_kind === 'city' ? 'org' : honour.recipient_kind,
    honour: honour.id,
    count: honour.count ?? 1,
    counted: !pooled && !standing && !city,
  };
}

interface Known {
  readonly honour: Honour;
  readonly title: string;
  readonly recipient: string | null;
}

/** Whether two records of like title, level and count are one award. */
function isSame(a: Known, b: Known): boolean {
  if (REPEATABLE.test(a.title)) {
    return (
      a.recipient !== null && a.recipient === b.recipient && a.honour.year !== null && a.honour.year === b.honour.year
    );
  }
  const agree = (x: string | null, y: string | null) => x === null || y === null || x === y;
  return agree(a.recipient, b.recipient) && agree(a.honour.year, b.honour.year);
}

function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s“”"'‘’《》]/gu, '')
    .replace(/(?:荣誉)?称号$/u, '');
}
