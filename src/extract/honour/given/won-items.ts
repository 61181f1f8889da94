import { clauseAt } from '../clause.js';
import type { Reading } from '../recipients.js';
import { type TitleItem, titlesIn } from '../titles.js';
import { verbsOf } from './verbs.js';

/** What was won, with a grantor that stands before it: 获省委主要领导批示肯定, 荣获公安部授予的“…”, 受到省公安厅通报表彰. */
export function wonItems(
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
