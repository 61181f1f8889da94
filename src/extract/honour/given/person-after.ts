import { headCount } from '../counts.js';
import { type Reading, type Recipient, trimName } from '../recipients.js';
import type { TitleItem } from '../titles.js';

/** 荣获“全国百佳刑警”的王德胜: the person after the title. */
export function personAfter(item: TitleItem | undefined, reading: Reading): Recipient | null {
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
