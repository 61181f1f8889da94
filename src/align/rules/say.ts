import type { Jurisdiction } from '../../model/corpus.js';
import type { Observation } from '../observation.js';
import type { CellFacts } from '../row-facts.js';

/** The name of a jurisdiction as sentences call it. */
export function nameOf({ short, name }: Jurisdiction): string {
  return short === '' ? name : short;
}

/** 甲、乙和丙 / A, B and C */
export function names(places: readonly Jurisdiction[]): { zh: string; en: string } {
  const all = places.map(nameOf);
  const last = all.at(-1) ?? '';
  const head = all.slice(0, -1);
  return {
    zh: head.length === 0 ? last : `${head.join('、')}和${last}`,
    en: head.length === 0 ? last : `${head.join(', ')} and ${last}`,
  };
}

/** What each jurisdiction has, in corpus order: 十堰为同比，湖北为较2019年 / Shiyan: year on year; Hubei: against 2019. Equal ones once. */
export function perPlace(
  cells: readonly CellFacts[],
  describe: (observation: Observation) => { readonly zh: string; readonly en: string },
): { zh: string; en: string } {
  const zh: string[] = [];
  const en: string[] = [];
  for (const { place, observations } of cells) {
    if (observations.length === 0) continue;
    const said = observations.map(describe);
    const unique = (key: 'zh' | 'en'): string[] => [...new Set(said.map((s) => s[key]))];
    zh.push(`${nameOf(place)}为${unique('zh').join('、')}`);
    en.push(`${nameOf(place)}: ${unique('en').join(', ')}`);
  }
  return { zh: zh.join('，'), en: en.join('; ') };
}

/** The distinct values of a reading over a row. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Every pair of observations of different jurisdictions. */
export function* acrossPlaces(cells: readonly CellFacts[]): Generator<readonly [Observation, Observation]> {
  for (const [i, a] of cells.entries()) {
    for (const b of cells.slice(i + 1)) {
      for (const left of a.observations) for (const right of b.observations) yield [left, right];
    }
  }
}

/** A label in quotation marks; its own become single ones. */
export function quoted(label: string): string {
  return `“${label.replace(/[“「『"]/gu, '‘').replace(/[”」』]/gu, '’')}”`;
}
