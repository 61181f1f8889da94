import { matchesOf } from '../../../text/matches.js';
import type { Reading } from '../recipients.js';
import { titlesIn } from '../titles.js';
import { verbsOf } from './verbs.js';

/** Lists of titles are long, but not this long. */
const LONGEST_OBJECT = 300;

/** The object ends with its clause, or before 并被…, or goes on over clauses that are titles and nothing else. */
export function objectEnd(from: number, clauseEnd: number, reading: Reading): number {
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
