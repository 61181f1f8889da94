import type { Conflict } from '../../model/comparison.js';
import type { Jurisdiction } from '../../model/corpus.js';
import type { Division } from '../../model/lexicon.js';
import type { AlignContext } from '../context.js';
import { type ConflictFinder, conflict } from './conflict.js';

/** e.g. 黄浦区公安分局, 兰江县公安局 */
const BUREAU = /([\p{Script=Han}]{2,5}?(?:区|县|旗|市))(?:公安)?(?:分局|局|警方|公安)/gu;

/**
 * A district named as the bureau's own that lies in another city, by the list of administrative divisions: 黄浦区 in a report of
 * 武汉. Only names that the list knows elsewhere and not in this city are doubted; new areas and places it does not know are not.
 */
export const placeFinder: ConflictFinder = {
  kind: 'place',
  find: (facts, context) => {
    const divisions = context.lexicon.divisions ?? [];
    const place = context.jurisdictions.find(({ id }) => id === facts[0]?.jurisdiction);
    const home = place === undefined ? undefined : homeOf(place, divisions);
    if (!place || !home) return [];
    const found: Conflict[] = [];
    const seen = new Set<string>();
    for (const fact of facts) {
      for (const match of `${fact.scope ?? ''}，${fact.source.exact}`.replace(/\s/gu, '').matchAll(BUREAU)) {
        const name = longestKnown(match[1] ?? '', divisions);
        if (name === null || seen.has(name) || home.parts.includes(name) || isOwn(name, place, context)) continue;
        const elsewhere = divisions.filter(({ parts }) => parts.includes(name)).map(({ city }) => city);
        if (elsewhere.length === 0) continue;
        seen.add(name);
        found.push(
          conflict('place', [fact], {
            zh: `${home.city}没有“${name}”（${elsewhere.slice(0, 2).join('、')}有），疑为误写`,
            en: `There is no “${name}” in ${home.city} (there is one in ${elsewhere.slice(0, 2).join(', ')}); possibly a slip`,
          }),
        );
      }
    }
    return found;
  },
};

/** The city a jurisdiction is; none for provinces, whose cities name districts of their own. */
function homeOf({ name, aliases, level }: Jurisdiction, divisions: readonly Division[]): Division | undefined {
  if (level !== 'city') return undefined;
  const names = [name, ...aliases];
  return divisions.find(({ city }) => names.some((own) => own === city || `${own}市` === city));
}

/** The pattern may have taken a character too many from the left (由黄浦区): the longest ending the list knows. */
function longestKnown(text: string, divisions: readonly Division[]): string | null {
  for (let start = 0; start <= text.length - 2; start++) {
    const name = text.slice(start);
    if (divisions.some(({ parts }) => parts.includes(name))) return name;
  }
  return null;
}

function isOwn(name: string, place: Jurisdiction, context: AlignContext): boolean {
  return (
    context.jurisdictions.some((other) => other.name.endsWith(name) || other.aliases.includes(name)) ||
    place.name.includes(name)
  );
}
