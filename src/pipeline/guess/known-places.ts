import type { Level } from '../../model/corpus.js';
import type { Division } from '../../model/lexicon.js';
import { countOf } from './page-lines.js';

/** Full names of real places by their names without the kind. e.g. 浦东新 → 浦东新区, 吉林 → 吉林省 and 吉林市 */
export type KnownPlaces = ReadonlyMap<string, readonly string[]>;

/** Peoples in the names of autonomous places. e.g. 恩施土家族苗族自治州 */
export const PEOPLES =
  /(?:(?:土家|哈尼|朝鲜|蒙古|傈僳|景颇|布依|哈萨克|柯尔克孜|维吾尔|仫佬|毛南|拉祜|纳西|独龙|普米|布朗|仡佬|撒拉|东乡|保安|裕固|塔吉克|锡伯|鄂温克|鄂伦春|达斡尔|各|藏|回|彝|苗|壮|侗|瑶|傣|白|黎|满|畲|羌|水|佤|怒|土)族|蒙古|哈萨克|柯尔克孜|维吾尔|塔吉克|锡伯){1,4}$/;

/** The endings of full names and the level each stands for, the longer before the shorter. */
const ENDINGS: readonly (readonly [RegExp, Level])[] = [
  [/(?:省|自治区)$/, 'province'],
  [/(?:自治州|地区|市|州|盟)$/, 'city'],
  [/(?:自治县|县|旗)$/, 'county'],
  [/区$/, 'district'],
];

/** The places of the list of divisions, provinces first, by their names without the kind, of two to five characters. */
export function knownPlaces(divisions: readonly Division[]): KnownPlaces {
  const places = new Map<string, string[]>();
  const provinces = new Set(divisions.flatMap(({ province }) => province ?? []));
  for (const name of [...provinces, ...divisions.flatMap(({ city, parts }) => [city, ...parts])]) {
    const ending = ENDINGS.find(([pattern]) => pattern.test(name))?.[0];
    const typed = ending ? name.replace(ending, '') : name;
    // e.g. 内蒙古自治区, which is called 内蒙古
    const stem = /自治[区州县]$/.test(name) ? withoutPeoples(typed) : typed;
    if (stem.length < 2 || stem.length > 5) continue;
    const names = places.get(stem) ?? [];
    if (!names.includes(name)) places.set(stem, [...names, name]);
  }
  return places;
}

function withoutPeoples(name: string): string {
  const bare = name.replace(PEOPLES, '');
  return bare.length < 2 ? name : bare;
}

/** The levels a known place can have by its full names; [] for one that is not known. */
export function knownLevels(stem: string, known: KnownPlaces): Level[] {
  const levels = (known.get(stem) ?? []).flatMap((name) => ENDINGS.find(([pattern]) => pattern.test(name))?.[1] ?? []);
  return [...new Set(levels)];
}

/**
 * The city or province a text names most often, at least twice; of two named as often the one named first. No counties and
 * districts: many are called as common words are. e.g. 公安县, 平安区, 和平区
 */
export function placeNamedMost(
  text: string,
  known: KnownPlaces,
): { readonly stem: string; readonly count: number } | null {
  let most: { stem: string; count: number; at: number } | null = null;
  for (const stem of known.keys()) {
    if (!knownLevels(stem, known).some((level) => level === 'province' || level === 'city')) continue;
    const at = text.indexOf(stem);
    if (at < 0) continue;
    const count = countOf(text, stem);
    if (count >= 2 && (most === null || count > most.count || (count === most.count && at < most.at)))
      most = { stem, count, at };
  }
  return most;
}
