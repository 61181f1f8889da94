import type { Period } from '../../model/corpus.js';
import { matchesOf } from '../../text/matches.js';

/** Year of an honour: in its title or clause, else the report's own where that is one year. */
export function yearOf(text: string, period: Period): string | null {
  const years = matchesOf(text, /((?:19|20)\d{2})(?:年|(?=[“\u4e00-\u9fff]))(?!以来)/gu).map((m) => m[1] ?? '');
  const last = years[years.length - 1];
  if (last) return last;
  if (/(?:19|20)\d{2}年(?:\d{1,2}月)?以来|近[\d两三五四]年|[五三]年来/u.test(text)) return null;
  const from = period.from?.slice(0, 4);
  const to = period.to?.slice(0, 4);
  const own = from !== undefined && from === to ? from : null;
  if (/去年/u.test(text)) return own === null ? null : String(Number(own) - 1);
  return own;
}
