import type { Level } from '../../model/corpus.js';
import { type Bureau, isGenericZone } from './bureaus.js';
import { type KnownPlaces, knownLevels } from './known-places.js';
import { countOf } from './page-lines.js';
import type { Why } from './why.js';
import { LEVELS_ZH } from './words.js';

/** Whose report a text is. */
export interface GuessedPlace {
  readonly name: string;
  readonly short: string;
  readonly level: Level;
  readonly aliases: readonly string[];
  /** What the text hardly says, and why. */
  readonly unsure: Readonly<Partial<Record<'jurisdiction' | 'level', Why>>>;
}

/** Cities that rank as provinces. */
const MUNICIPALITIES = /^(?:北京|上海|天津|重庆)$/;

/** What kinds of place stand after a stem, by level. */
const KINDS: readonly (readonly [Level, readonly string[]])[] = [
  ['province', ['省', '自治区']],
  ['city', ['市', '自治州', '州', '盟', '地区']],
  ['county', ['县', '自治县', '旗']],
  [
    'district',
    [
      '区',
      '新区',
      '经济技术开发区',
      '经济开发区',
      '高新技术产业开发区',
      '高新技术开发区',
      '高新区',
      '经开区',
      '开发区',
      '新城',
      '示范区',
      '林区',
      '矿区',
    ],
  ],
];

/** How a report speaks of its whole area, where it begins a clause: 全市破案…, not 位居全市第一. */
const OWN_AREA: readonly (readonly [Level, RegExp])[] = [
  ['province', /(?:^|[，。；：、\n “"(（年月来])全省/gu],
  ['city', /(?:^|[，。；：、\n “"(（年月来])(?:全市|全州|全盟)/gu],
  ['county', /(?:^|[，。；：、\n “"(（年月来])(?:全县|全旗)/gu],
  ['district', /(?:^|[，。；：、\n “"(（年月来])(?:全区|新区|分局)/gu],
  ['station', /(?:^|[，。；：、\n “"(（年月来])(?:全所|所里|派出所)/gu],
];

/** Makes a place of a bureau: its level, its full name, and what else the text calls it. */
export function placeOf(bureau: Bureau, runnerUp: Bureau | undefined, text: string, known: KnownPlaces): GuessedPlace {
  const stem = bureau.stem.replace(/派出所$/, '');
  const whose = whyUnsure(bureau, runnerUp);
  const { level, why } = levelOf(bureau, text, known);
  const unsure = { ...(whose ? { jurisdiction: whose } : {}), ...(why ? { level: why } : {}) };
  const name = nameOf(bureau, level, text, known);
  const parent = isGenericZone(stem) ? parentOf(bureau, text) : '';
  const short = parent + stem;
  const forms = [...bureau.forms.keys()].filter(
    (form) => form !== name && form.length >= 3 && !isOfParent(form, stem, level),
  );
  const extra = [`平安${stem}`, ...branchForms(stem, text)].filter((form) => text.includes(form));
  // A bare 派出所 or 高新公安 would also mean others; what stands alone in this text is kept.
  const aliases = [...new Set([...forms, ...extra])].filter((form) => form !== short).slice(0, 8);
  return { name, short, level, aliases, unsure };
}

/** Why the bureau may not be the one that reports; null where it is plain. */
function whyUnsure(bureau: Bureau, runnerUp: Bureau | undefined): Why | null {
  const rival = runnerUp && !isPartOf(runnerUp, bureau) ? runnerUp : undefined;
  if (rival && rival.weight * 2 > bureau.weight)
    return {
      en: `${bureau.stem} and ${rival.stem} are named about as often`,
      zh: `“${bureau.stem}”与“${rival.stem}”被提到的分量相近`,
    };
  if (bureau.count >= 3 || bureau.isNamedOnTop) return null;
  return {
    en: `${bureau.stem} is named ${bureau.count === 1 ? 'once' : 'twice'} and not in the head`,
    zh: `“${bureau.stem}”只出现${bureau.count === 1 ? '一' : '两'}次，且不在文首`,
  };
}

/** 长沙市公安局 is no name of 长沙县. */
function isOfParent(form: string, stem: string, level: Level): boolean {
  return (level === 'county' || level === 'district') && form === `${stem}市公安局`;
}

/** Whether one bureau’s place is named inside the other’s (岳城 in 岳城高新). */
function isPartOf(a: Bureau, b: Bureau): boolean {
  return [...b.forms.keys()].some((form) => form.includes(a.stem));
}

// e.g. 岳城市公安局望湖分局
function branchForms(stem: string, text: string): string[] {
  const found = text.match(new RegExp(`[\\p{sc=Han}]{2,4}市公安局${stem}[\\p{sc=Han}]{0,8}?分局`, 'u'))?.[0];
  return found ? [found.replace(/^(?:年|月|日|在|由|是|来自|今年|近年来)/u, '')] : [];
}

function levelOf(bureau: Bureau, text: string, known: KnownPlaces): { level: Level; why: Why | null } {
  const { stem } = bureau;
  if (MUNICIPALITIES.test(stem)) return { level: 'province', why: null };
  const forms = [...bureau.forms];
  const share = (pattern: RegExp): number =>
    forms.filter(([form]) => pattern.test(form)).reduce((n, [, weight]) => n + weight, 0) / bureau.weight;
  if (stem.endsWith('派出所')) return { level: 'station', why: null };
  if (share(/公安厅$/) > 0) return { level: 'province', why: null };
  if (isGenericZone(stem)) return { level: 'district', why: null };
  const votes = new Map<Level, number>();
  const vote = (level: Level, by: number): void => void votes.set(level, (votes.get(level) ?? 0) + by);
  for (const [level, kinds] of KINDS) {
    for (const kind of kinds) vote(level, Math.min(4, countOf(text, stem + kind)));
  }
  // 江洲市公安局江洲分局 speaks for the district, whatever its city is called.
  if (forms.some(([form]) => /分局$/.test(form))) vote('district', 6);
  for (const [form, weight] of forms) {
    if (/市公安局$/.test(form)) vote('city', Math.min(4, weight));
    if (/县公安局$/.test(form)) vote('county', Math.min(4, weight));
  }
  for (const [level, pattern] of OWN_AREA) {
    if (level === 'station') continue;
    vote(level, Math.min(8, [...text.matchAll(pattern)].length) * 0.75);
  }
  // what a real place of this name can be, as much as one sentence of the text
  const real = knownLevels(stem, known);
  for (const level of real) vote(level, 1);
  const ranked = [...votes].filter(([, by]) => by > 0).sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  if (!first)
    return {
      level: 'other',
      why: { en: 'the text does not say what kind of place it is', zh: '文中没有写明是省、市、县还是区' },
    };
  if (real.length === 1 && real[0] === first[0] && first[1] > 1 && first[1] >= 1.3 * (second?.[1] ?? 0))
    return { level: first[0], why: null };
  if (second && first[1] < 1.3 * second[1])
    return {
      level: first[0],
      why: {
        en: `the text speaks as a ${first[0]} and as a ${second[0]}`,
        zh: `文中既像${LEVELS_ZH[first[0]]}又像${LEVELS_ZH[second[0]]}`,
      },
    };
  if (first[1] >= 3) return { level: first[0], why: null };
  return {
    level: first[0],
    why: { en: 'the text hardly says what kind of place it is', zh: '文中很少写明是市、县还是区' },
  };
}

/**
 * The full name as the text writes it, with its city before a district where the two stand together; where the text never
 * writes it in full, as the list of divisions has it.
 */
function nameOf(bureau: Bureau, level: Level, text: string, known: KnownPlaces): string {
  const { stem } = bureau;
  if (MUNICIPALITIES.test(stem)) return `${stem}市`;
  if (level === 'station' || level === 'other' || /县$/.test(stem)) return stem;
  if (isGenericZone(stem)) return parentOf(bureau, text) + (stem.endsWith('区') ? stem : `${stem}区`);
  const kinds = KINDS.find(([of]) => of === level)?.[1] ?? [];
  const kind = kindOf(stem, kinds, text);
  if (kind === undefined) {
    const autonomous = [...bureau.forms.keys()].flatMap(
      (form) => new RegExp(`^${stem}.{1,12}自治[州县]`, 'u').exec(form)?.[0] ?? [],
    );
    const listed = [stem, `${stem}新`].flatMap((key) => known.get(key) ?? []);
    const full = autonomous[0] ?? listed.find((name) => kinds.some((ending) => name.endsWith(ending)));
    // Whole cities and counties end in their kind; a branch may sit in a place that is no 区 (松山湖) and has no 全区.
    return full ?? (level === 'district' && !text.includes('全区') ? stem : stem + (kinds[0] ?? ''));
  }
  const name = stem + kind;
  if (level !== 'district') return name;
  const city = text.match(new RegExp(`([\\p{sc=Han}]{2,4}市)${name}`, 'u'))?.[1];
  return city ? cleanCity(city, text) + name : name;
}

/** The kind that stands most often after the stem, the longer of two that stand equally often (新区 holds 区). */
function kindOf(stem: string, kinds: readonly string[], text: string): string | undefined {
  const counted = kinds.map((kind) => ({ kind, count: countOf(text, stem + kind) })).filter(({ count }) => count > 0);
  counted.sort((a, b) => b.count - a.count || b.kind.length - a.kind.length);
  const most = counted[0]?.kind;
  // 经开区 is short for 经济技术开发区, which is the name where it stands.
  const isShort = most !== undefined && /^(?:经开区|高新区|开发区)$/.test(most);
  return (isShort ? counted.find(({ kind }) => /经济|技术/.test(kind))?.kind : undefined) ?? most;
}

/** The city a zone belongs to: the stem that stands most often right before it. e.g. 岳城 in 岳城高新区 */
function parentOf(bureau: Bureau, text: string): string {
  for (const form of bureau.forms.keys()) {
    const before = form.slice(0, form.indexOf(bureau.stem));
    if (before.length >= 2) return before;
  }
  const found = text.match(new RegExp(`([\\p{sc=Han}]{2,4})市公安局${bureau.stem}`, 'u'))?.[1];
  return found ? cleanCity(`${found}市`, text).slice(0, -1) : '';
}

/** Cuts what is no part of the name off its front: the ending that stands most often in the text. */
function cleanCity(city: string, text: string): string {
  let best = city.slice(-3);
  const count = countOf(text, best);
  for (let length = 4; length <= city.length; length++) {
    const longer = city.slice(-length);
    if (countOf(text, longer) < 0.75 * count || /^[在由是年月日来为]/.test(longer) || count < 2) break;
    best = longer;
  }
  return best;
}
