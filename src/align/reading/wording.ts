import type { IndicatorEntry } from '../../model/lexicon.js';
import { onceFor } from '../../text/once-for.js';

/** Read past: white space, quotation marks, brackets that hold only an aside stay. */
const READ_PAST = /[\s“”"'‘’「」『』《》〈〉()（）、，,·]/gu;

/** Words of a label that say nothing about what is counted. Longest first. */
const EMPTY_WORDS =
  /公安机关|公安局|公安厅|公安分局|犯罪嫌疑人|嫌疑人员|嫌疑人|违法犯罪|新型|主要|相关|有关|所有|全部|全年|全市|全省|全区|全县|全局|分局|市局|省厅|辖区|我市|我省|本市|群众|公安|累计|共计|总计|合计|总量|总额|总数|数量|人数|金额|次数|起数|件数|家次|人次|户次|场次|比例|比重|占比|各类|各种|各级|成功|及时|有效|就地|联动|先后|案件|案|犯罪|违法|人员|数|量|额|率|的|共|各|类|型|涉|人|次|家|户|起|件|个|被/gu;

/** A label as it is compared: folded, without quotation marks and separators. */
export function foldLabel(label: string): string {
  return label.normalize('NFKC').replace(READ_PAST, '');
}

/** What is left of a label without words that say nothing of what is counted, e.g. 各类突出矛盾纠纷化解数 → 突出矛盾纠纷化解. */
export function coreOf(label: string): string {
  return foldLabel(label).replace(EMPTY_WORDS, '');
}

/** Without the names of the reporting place, longest first, and the 省/市/区/县 after them. */
function withoutNames(label: string, names: readonly string[]): string {
  let out = label;
  for (const name of foldedNames(names)) {
    if (!out.includes(name)) continue;
    for (const suffix of ['省', '市', '区', '县', '']) out = out.replaceAll(name + suffix, '');
  }
  return out;
}

/** As they stand in folded labels, longest first; single characters are no names. */
const foldedNames = onceFor((names: readonly string[]): readonly string[] =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(foldLabel)
    .filter((name) => [...name].length >= 2),
);

const patterns = new Map<string, RegExp | null>();
function patternOf(source: string): RegExp | null {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  let made: RegExp | null = null;
  try {
    made = new RegExp(source, 'u');
  } catch {
    made = null;
  }
  patterns.set(source, made);
  return made;
}

/**
 * What a label says beyond its indicator: without the words the indicator was recognised by. Two labels of one indicator with
 * different rests mean different things, or may. e.g. 突出矛盾纠纷化解数 → 突出; 矛盾纠纷化解数 → nothing.
 */
export function restOf(label: string, entry: IndicatorEntry, placeNames: readonly string[] = []): string {
  let rest = withoutNames(foldLabel(label), placeNames);
  for (const group of [...entry.all, ...(entry.about ?? [])]) {
    let longest = '';
    for (const source of group) {
      if (source.startsWith('@')) continue;
      const found = patternOf(source)?.exec(rest)?.[0] ?? '';
      if (found.length > longest.length) longest = found;
    }
    // The words of the group stand for one another; each is read past wherever it stands.
    if (longest !== '') rest = rest.replace(longest, '');
    for (const source of group)
      if (!source.startsWith('@') && /^[\p{Script=Han}A-Za-z]+$/u.test(source)) rest = rest.replaceAll(source, '');
  }
  if (entry.stage !== null) rest = rest.replaceAll(entry.stage, '');
  return rest.replace(EMPTY_WORDS, '');
}

/** Every two characters that follow one another; of a single one itself. */
export function characterPairs(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((c, i) => (characters[i] ?? '') + c);
}

/** Dice coefficient of the character pairs of two texts, 0..1; 1 for two empty ones. */
export function likeness(a: string, b: string): number {
  const left = characterPairs(a);
  const right = characterPairs(b);
  if (left.length === 0 && right.length === 0) return 1;
  const pool = new Map<string, number>();
  for (const pair of right) pool.set(pair, (pool.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const count = pool.get(pair) ?? 0;
    if (count > 0) {
      common++;
      pool.set(pair, count - 1);
    }
  }
  return (2 * common) / (left.length + right.length);
}
