import type { Level } from '../../model/corpus.js';

/**
 * What a block has in common with others, each a string. Those that begin with this mark are about form (how it opens, how it is
 * numbered, how its office calls itself, how it is typeset) and weigh more than words.
 */
export const FORM = '^';

/** How much a feature weighs: form 3, figures 2, words 1. */
export function weightOf(feature: string): number {
  if (feature.startsWith(FORM)) return 3;
  return /^\d/.test(feature) ? 2 : 1;
}

/** How offices speak of themselves and of their area. */
const selves = [
  '分局',
  '市局',
  '县局',
  '省厅',
  '全局',
  '市公安局',
  '县公安局',
  '省公安厅',
  '全区',
  '全市',
  '全县',
  '全省',
  '我市',
  '我省',
  '我们',
  '所里',
  '辖区',
];

/**
 * What a block talks about and how it is written: three Chinese characters in a row, figures with their unit, its opening, its
 * numbering (as printed in `source`), its self-references. Years say nothing and are left out.
 */
export function featuresOf(text: string, source: string): ReadonlySet<string> {
  const features = new Set<string>();
  for (const run of text.match(/[\u4e00-\u9fff]{3,}/g) ?? []) {
    for (let i = 0; i + 3 <= run.length; i++) features.add(run.slice(i, i + 3));
  }
  for (const figure of text.match(/(?<![\d.,])\d[\d.,]{0,16}\d[万亿余]{0,2}[\u4e00-\u9fff%]/g) ?? []) {
    if (!/^(?:19|20)\d\d年/.test(figure)) features.add(figure);
  }
  const opening = /^[“《]?[\u4e00-\u9fff]{2,5}(?=[，：])/.exec(text)?.[0];
  if (opening) features.add(FORM + opening);
  for (const self of selves) if (text.includes(self)) features.add(FORM + self);
  const form = formOf(source);
  if (form) features.add(`${FORM}${form}`);
  return features;
}

/** How a block is numbered or marked, or '': 一、 （一） 1. 【】 ● */
function formOf(source: string): string {
  if (/^[一二三四五六七八九十]{1,3}、/.test(source)) return 'numbered 一、';
  if (/^[（(][一二三四五六七八九十]{1,3}[）)]/.test(source)) return 'numbered （一）';
  if (/^\d{1,2}[.．、 ]/.test(source)) return 'numbered 1';
  if (/^[问答][：:]/.test(source)) return 'question and answer';
  if (/^【/.test(source)) return 'heading in 【】';
  if (/^#/.test(source)) return 'heading with #';
  return /^[-*●○■□▪◆★☆►✦·]/.exec(source)?.[0] ?? '';
}

/** Two ways to set the same thing; only a file that has both says anything by them. */
const typesetting: readonly (readonly [string, RegExp, string, RegExp])[] = [
  ['half-width commas', /[\u4e00-\u9fff],/, 'full-width commas', /[\u4e00-\u9fff]，/],
  ['straight quotation marks', /"/, 'curly quotation marks', /“/],
  ['thousands commas', /\d,\d{3}/, 'no thousands commas', /(?<!\d)[1-9]\d{3}(?![\d年])/],
  ['spaces before figures', /[\u4e00-\u9fff] \d/, 'no spaces before figures', /[\u4e00-\u9fff]\d/],
  ['full-width brackets', /（/, 'half-width brackets', /\(/],
];

/** How each block is typeset, where the blocks differ in it; `sources` are the blocks as printed. */
export function typesettingOf(sources: readonly string[]): ReadonlySet<string>[] {
  const found = sources.map(() => new Set<string>());
  for (const [one, onePattern, other, otherPattern] of typesetting) {
    const first = sources.map((s) => onePattern.test(s));
    const second = sources.map((s) => otherPattern.test(s));
    if (!first.includes(true) || !second.includes(true)) continue;
    sources.forEach((_, i) => {
      if (first[i] && !second[i]) found[i]?.add(FORM + one);
      if (second[i] && !first[i]) found[i]?.add(FORM + other);
    });
  }
  return found;
}

const ladder: readonly Level[] = ['province', 'city', 'county', 'district', 'station'];
/** Words of an area and its office, by level. */
const levelWords: readonly (readonly [Level, RegExp])[] = [
  ['province', /全省|我省|省公安厅|省厅|全自治区/g],
  ['city', /全市|我市|市公安局(?![\u4e00-\u9fff]{0,4}分局)|市局/g],
  ['county', /全县|我县|县公安局|县局/g],
  ['district', /全区|我区|分局/g],
  ['station', /所里|全所|本所/g],
];

/** What a paragraph opens with, a time before it aside: 2024年，全市|…, 市公安局|获评…. */
const OPENING = /^(?:[^，。；：]{1,10}，)?.{0,4}/u;

/**
 * What the self-references say about a report of this level: it speaks of its own area, may speak of larger ones (全省第一), and
 * seldom of smaller ones in that way; whose area or office opens a paragraph is what it is about. Between −2 and 3; 0 for level `other`.
 */
export function levelScore(text: string, level: Level): number {
  const own = ladder.indexOf(level);
  if (own < 0) return 0;
  const opening = OPENING.exec(text)?.[0] ?? '';
  let score = 0;
  for (const [of, pattern] of levelWords) {
    const count = Math.min(2, text.match(pattern)?.length ?? 0);
    const at = ladder.indexOf(of);
    if (at === own || (of === 'county' && level === 'district') || (of === 'district' && level === 'county'))
      score += at === own ? 1.2 * count : 0;
    else if (at > own) score -= 0.7 * count;
    if (at !== own && opening.search(pattern) >= 0) score -= 1;
  }
  return Math.max(-2, Math.min(3, score));
}

/** In how many blocks each feature stands. */
export function spread(blocks: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const block of blocks) for (const f of block) counts.set(f, (counts.get(f) ?? 0) + 1);
  return counts;
}

/** How much two blocks share that few others have, 0 to about 3. */
export function kinship(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  total: number,
): number {
  let shared = 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const f of small) {
    if (!large.has(f)) continue;
    shared += Math.max(0, Math.log(total / (counts.get(f) ?? 1)) - 0.7);
  }
  return Math.min(3, shared / Math.sqrt(1 + Math.min(small.size, 150)));
}
