import { withoutBases } from '../basis.js';
import { withoutTimes } from '../period/find-times.js';
import { stripLead } from '../phrase.js';
import { SHARED_HEADS } from '../words.js';

/** Members of a list, quotation marks and brackets unbroken: 扒窃、盗窃电瓶车警情 → 2. */
export function listItems(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if ('“《（('.includes(c)) depth++;
    else if ('”》）)'.includes(c)) depth--;
    if (depth > 0) continue;
    const joint =
      c === '、'
        ? 1
        : text.startsWith('以及', i)
          ? 2
          : '和与及'.includes(c) && i > start + 1 && i < text.length - 2
            ? 1
            : 0;
    if (joint === 0) continue;
    items.push(text.slice(start, i));
    start = i + joint;
    i += joint - 1;
  }
  items.push(text.slice(start));
  return items.map((item) => item.trim()).filter((item) => item.length > 0);
}

/** Gives every member the head noun and the field that only one of them carries: 扒窃 → 扒窃警情. */
export function distributeHeads(items: readonly string[]): string[] {
  const last = items[items.length - 1] ?? '';
  // 涉企案件立案率、破案率: bare measures are of what the first one is of
  const measured = /^(.{2,}?)(?:立案|发案|破案|受案|办结|化解|抓获|起诉)(数|率)$/.exec(items[0] ?? '');
  const areBare = items.slice(1).every((item) => /^(?:立案|发案|破案|受案|办结|化解)(?:数|率)$/.test(item));
  if (measured?.[1] && items.length > 1 && areBare)
    return items.map((item, i) => (i === 0 ? item : `${measured[1] ?? ''}${item}`));
  // 因矛盾纠纷引发的命案、刑事案件: what brought it about holds for all
  const cause = /^(?:因|由)[^、]{2,12}?(?:引发|引起|导致|造成|转化)的/.exec(items[0] ?? '')?.[0];
  if (cause) return distributeHeads(items.map((item) => item.replace(cause, ''))).map((item) => cause + item);
  // 交通事故起数、死亡人数、受伤人数: the later ones are about what the first one is about
  const topic = /^(.{2,8}?)(?:起数|发案数|立案数|案件数|发生数|次数)$/.exec(items[0] ?? '')?.[1] ?? '';
  if (
    topic !== '' &&
    items.slice(1).every((item) => /^(?:死亡|受伤|伤亡|死伤|财产损失|经济损失|直接|损失|亡人)/.test(item))
  )
    return items.map((item, i) => (i === 0 ? item : `${topic}${item}`));
  // 刑事案件、侵财案件、电诈案件破案数: the measure behind the common noun holds for all
  const shared =
    /^.*?(案件|警情|案|事故|纠纷)((?:破案|立案|发案|受理|查处|化解)(?:数量|数|率|量)|起数|数量|破案)$/.exec(last);
  if (shared?.[1] && shared[2] && items.slice(0, -1).every((item) => item.endsWith(shared[1] ?? '')))
    return items.map((item, i) => (i === items.length - 1 ? item : `${item}${shared[2] ?? ''}`));
  const head = SHARED_HEADS.find((h) => last.endsWith(h) && last.length > h.length) ?? '';
  return items.map((item, i) => {
    // 命案、刑事案件: a case already
    const hasHead = SHARED_HEADS.some((h) => item.endsWith(h)) || (head.startsWith('案') && item.endsWith('案'));
    if (i === items.length - 1 || head === '' || hasHead) return item;
    return item + head;
  });
}

const LOOSE_TAIL = /(?:同比|环比|均|较|(?<!占)比|实现|达到|达|为|是|相比|数量|、|，|,|\s)+$/;

/** The words that list the things: base, time, scope and adverbs gone. */
export function itemsBefore(text: string): string[] {
  const plain = stripLead(withoutBases(withoutTimes(text)).replace(/\s+/g, '').replace(LOOSE_TAIL, '')).replace(
    LOOSE_TAIL,
    '',
  );
  return plain === '' ? [] : listItems(plain);
}
