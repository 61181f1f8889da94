import type { Jurisdiction } from '../../model/corpus.js';
import type { Observation } from '../observation.js';
import type { CellFacts } from '../row-facts.js';

/** The name of a jurisdiction as sentences call it. */
export function nameOf({ short, name }: Jurisdiction): string {
  return short === '' ? name : short;
}

/** Places named in one sentence; of more the table tells. */
const MOST_PLACES = 12;
/** Of more than that, so many are named. */
const SHOWN_PLACES = 6;

/** 甲、乙和丙 / A, B and C; of more than twelve the first six: 甲、乙…等40地 / A, B … and 34 others. */
export function names(places: readonly Jurisdiction[]): { zh: string; en: string } {
  const all = places.map(nameOf);
  return { zh: joined(all, 'zh', '和'), en: joined(all, 'en', ' and ') };
}

function joined(all: readonly string[], lang: 'zh' | 'en', and: string): string {
  const comma = lang === 'zh' ? '、' : ', ';
  if (all.length > MOST_PLACES) {
    const some = all.slice(0, SHOWN_PLACES).join(comma);
    return lang === 'zh' ? `${some}等${all.length}地` : `${some} and ${all.length - SHOWN_PLACES} others`;
  }
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(comma)}${and}${all.at(-1) ?? ''}`;
}

/** Groups of places named in one sentence; of more the table tells. */
const MOST_GROUPS = 4;
/** Wordings quoted for one group of places. */
const MOST_WORDINGS = 2;

/**
 * What each jurisdiction has, in corpus order, places with the same together: 十堰、武汉为同比，湖北为较2019年 / Shiyan, Wuhan: year on
 * year; Hubei: against 2019.
 */
export function perPlace(
  cells: readonly CellFacts[],
  describe: (observation: Observation) => { readonly zh: string; readonly en: string },
): { zh: string; en: string } {
  const told = cells.filter(({ observations }) => observations.length > 0);
  const grouped = (key: 'zh' | 'en', and: string, more: string): { names: string; said: string }[] => {
    const groups = new Map<string, string[]>();
    for (const { place, observations } of told) {
      const unique = [...new Set(observations.map((observation) => describe(observation)[key]))];
      const said = unique.slice(0, MOST_WORDINGS).join(and) + (unique.length > MOST_WORDINGS ? more : '');
      const group = groups.get(said);
      if (group) group.push(nameOf(place));
      else groups.set(said, [nameOf(place)]);
    }
    return [...groups].map(([said, places]) => ({ said, names: joined(places, key, and) }));
  };
  const some = <T>(list: readonly T[]) => (list.length > MOST_GROUPS ? list.slice(0, MOST_GROUPS - 1) : list);
  const zh = grouped('zh', '、', '等');
  const en = grouped('en', ', ', ' …');
  return {
    zh:
      some(zh)
        .map(({ names, said }) => `${names}为${said}`)
        .join('，') + (zh.length > MOST_GROUPS ? '，其余见表' : ''),
    en:
      some(en)
        .map(({ names, said }) => `${names}: ${said}`)
        .join('; ') + (en.length > MOST_GROUPS ? '; the others are in the table' : ''),
  };
}

/** The distinct values of a reading over a row. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/**
 * Every two readings that stand in different jurisdictions, each two values once: what decides between a hundred places with three
 * periods among them is the three periods. `read` must give plain values.
 */
export function* acrossPlaces<T>(
  cells: readonly CellFacts[],
  read: (observation: Observation) => T,
): Generator<readonly [T, T]> {
  const readings = new Map<string, { readonly value: T; readonly places: Set<string> }>();
  for (const { place, observations } of cells) {
    for (const observation of observations) {
      const value = read(observation);
      const key = JSON.stringify(value);
      const known = readings.get(key);
      if (known) known.places.add(place.id);
      else readings.set(key, { value, places: new Set([place.id]) });
    }
  }
  const all = [...readings.values()];
  for (const [i, a] of all.entries()) {
    if (a.places.size > 1) yield [a.value, a.value];
    for (const b of all.slice(i + 1)) if (!isOfOnePlace(a.places, b.places)) yield [a.value, b.value];
  }
}

/** True when one and the same place is all there is in both. */
function isOfOnePlace(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === 1 && b.size === 1 && [...a].every((place) => b.has(place));
}

/** A label in quotation marks; its own become single ones. */
export function quoted(label: string): string {
  return `“${label.replace(/[“「『"]/gu, '‘').replace(/[”」』]/gu, '’')}”`;
}
