import type { Period } from '../../../model/corpus.js';
import { matchesOf } from '../../../text/matches.js';
import type { FoundHonour } from '../found.js';
import type { Reading } from '../recipients.js';
import { type Event, recordsOf } from '../records.js';
import { awardVerb } from './award-verb.js';
import { eventOf } from './event.js';
import { verbsOf } from './verbs.js';

const FUTURE_SECTION = /打算|下一步|工作计划|展望|工作思路|工作安排|今后/u;
const GOES_ON =
  /^[”」』）)\s]*(?:等)?(?:光荣|荣誉)?(?:称号|殊荣)?(?:[，,]?[并且还又]|同时|先后|再次)(?:[并且还又]|同时|先后|再次)*(?:先后|连续[^，,]{1,4}年)?$/u;

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

/** What a verb of award states; null where it gives none. `floor` is where the words of the award before it end. */
function eventAt(at: number, verb: string, floor: number, reading: Reading): Event | null {
  const award = awardVerb(at, verb, floor, reading);
  return award && eventOf(award);
}
