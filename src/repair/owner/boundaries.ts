import type { BlockKind } from '../../model/repaired-doc.js';

/** What the border between two neighbouring blocks is made of. */
export interface Border {
  /** Cost of changing the owner here. */
  readonly change: number;
  /** Cost of keeping it: more than 0 where a report has just ended. */
  readonly keep: number;
}

// How a report ends. e.g. 一切过往,皆为序章!2024年,武侯公安将…贡献武侯公安力量。
const forward =
  /(?:^|[。！])(?:一切过往|新征程上|下一步|下半年|展望未来|展望|面向未来|站在新|踏上新|奋进新|新的一年|今后|未来|我们坚[定信]|20\d\d年)[^。]{0,200}?(?:将|必将|继续|要以|奋力|坚信|力争)/;
const promise =
  /(?:贡献|力量|篇章|局面|护航|答卷|伟业|添彩|作为|再立新功|业绩|辉煌|保障|环境|建设|发展|基础|力争|确保|目标)[^。！]{0,24}[。！]?$/;
// e.g. 时序更替,华章日新。2023年是… / 回首2023, / 岁月不居
const opening =
  /^(?:时序更替|岁月|回首|回望|岁末年初|过去一年|刚刚过去|一年来|近年来|20\d\d年[，,是]|[\u4e00-\u9fff]{4}，[\u4e00-\u9fff]{4}[。；！，])/;
const backward =
  /^(?:同时|此外|与此同时|不仅如此|还|也|该|其中|对此|为此|因此|这一(?!年)|这些|这是|他|她|他们|在此基础上|不久前|随后|如今|截至目前)/;

/** The block ends a report: it looks ahead and promises. */
export function isConclusion(text: string): boolean {
  return text.length < 900 && promise.test(text.slice(-40)) && forward.test(text);
}

/** The short first sentence some paragraphs carry instead of a heading, or '': 首位首抓维护安全稳定。 */
export function runInHead(text: string): string {
  return /^[\u4e00-\u9fff“”]{4,16}(?=。)/.exec(text)?.[0] ?? '';
}

/** Two paragraphs built alike: run-in heads of the same length, or the same first four characters. */
export function isParallel(a: string, b: string): boolean {
  if (a.slice(0, 4) === b.slice(0, 4) && /^[\u4e00-\u9fff“]{3}/.test(a)) return true;
  const [headA, headB] = [runInHead(a), runInHead(b)];
  return headA !== '' && headB !== '' && Math.abs(headA.length - headB.length) <= 1;
}

/** One of two neighbouring blocks. */
export interface Side {
  readonly kind: BlockKind;
  readonly text: string;
  /** True for a headline right under that of another bureau: what follows need not be its own. */
  readonly isStacked: boolean;
}

/** ★, ***, ———: nothing but an ornament, which parts what stands above it from what stands below. */
const isOrnament = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** The costs of the border between two blocks; `kinship` is what they share that few others have (0 to 3). */
export function borderBetween(before: Side, after: Side, kinship: number): Border {
  const { kind } = after;
  if (isOrnament(before.text) || isOrnament(after.text)) return { change: 0.8, keep: 0 };
  if (before.kind === 'heading' && kind !== 'heading') return { change: before.isStacked ? 1.3 : 7, keep: 0 };
  if (before.kind === 'item' && kind === 'item') return { change: 6, keep: 0 };
  let change = kind === 'heading' ? 1.3 : 3.2;
  if (kind === 'caption') change += 1;
  let keep = 0;
  if (kind !== 'heading') {
    if (isParallel(before.text, after.text)) change += 2.5;
    if (backward.test(after.text)) change += 1;
    change += kinship;
    if (opening.test(after.text)) change -= 0.4;
  }
  if (isConclusion(before.text) && before.kind === 'paragraph') {
    change -= 1.5;
    if (kind === 'paragraph' || kind === 'item') keep += 1.2;
  }
  return { change: Math.max(0.3, change), keep };
}
