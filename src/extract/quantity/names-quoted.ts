import { isLetter } from '../../text/letters.js';
import type { ProtectedName } from './names.js';

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
]);

/** Longest text between quotation marks that is still a name. */
const LONGEST_NAME = 24;
const LONGEST_TITLE = 80;

/** A figure in quotation marks that is a claim all the same: “100%”, “0”, “98.5分”, “3000余万元”; not “3分钟”, “500米”. */
const FIGURE =
  /^(?:近|超|约|逾|超过|不足|不到)?[0-9０-９][0-9０-９.,]{0,12}(?:余|多)?(?:万|亿)?(?:余|多)?(?:%|％|‰|个百分点|元|倍|起|件|名|人|人次|户|家)?(?:以上|以内|左右)?$/;

const BREAK = /[，。；！？,;!?：:\n]/;

/**
 * Quoted names and titles of a text. Short text in Chinese quotation marks is a name; longer text with a comma or a full
 * stop in it is speech and is read like any other. Straight quotation marks are paired line by line.
 */
export function quotedNames(text: string): ProtectedName[] {
  const names: ProtectedName[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isLetter(text.charCodeAt(at))) continue;
    const mark = text.charAt(at);
    const closer = PAIRS.get(mark);
    if (closer) {
      const title = mark === '《' || mark === '〈';
      const end = closing(text, at + 1, mark, closer, title ? LONGEST_TITLE : LONGEST_NAME);
      if (end < 0) continue;
      const inner = text.slice(at + 1, end);
      if (title) names.push({ span: { start: at, end: end + 1 }, kind: 'title' });
      else if (isName(inner)) names.push({ span: { start: at + 1, end }, kind: 'quoted-name' });
    }
  }
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    if (isLetter(text.charCodeAt(at))) continue;
    const ch = text.charAt(at);
    if (ch === '\n') from = -1;
    else if (ch === '"' || ch === '＂') {
      if (from < 0) from = at + 1;
      else {
        const inner = text.slice(from, at);
        if (inner.length <= LONGEST_NAME && !BREAK.test(inner) && isName(inner))
          names.push({ span: { start: from, end: at }, kind: 'quoted-name' });
        from = -1;
      }
    }
  }
  return names;
}

function closing(text: string, from: number, opener: string, closer: string, longest: number): number {
  let depth = 0;
  const last = Math.min(text.length, from + longest + 1);
  for (let at = from; at < last; at++) {
    const ch = text[at];
    if (ch === '\n') return -1;
    if (ch === opener) depth++;
    else if (ch === closer) {
      if (depth === 0) return at;
      depth--;
    }
  }
  return -1;
}

function isName(inner: string): boolean {
  if (inner.length === 0 || FIGURE.test(inner)) return false;
  // “1,3,5分钟” is a slogan, “抓获12人,破案3起” is not
  return (
    !BREAK.test(inner) ||
    // “五个满意,三个注意”
    /^[一二两三四五六七八九十]{1,2}[\u4e00-\u9fff]{2,5}(?:[,，][一二两三四五六七八九十]{1,2}[\u4e00-\u9fff]{2,5}){1,3}$/.test(
      inner,
    ) ||
    /^[0-9一二三四五六七八九十]{1,2}(?:[,，][0-9一二三四五六七八九十]{1,2}){1,4}[\u4e00-\u9fff]{0,6}$/.test(inner)
  );
}
