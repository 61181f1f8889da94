import type { Conflict, Row, Single } from '../model/comparison.js';
import type { Fact } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Note, Noted } from '../model/note.js';
import { buildRow, toRowFacts } from './build-row.js';
import { chooseForRow, countPlaces } from './choose.js';
import { findConflicts } from './conflicts/index.js';
import { type AlignContext, GENERAL_THEME } from './context.js';
import { type Group, groupObservations } from './group.js';
import { lookups } from './lookups.js';
import { carrySites, observe } from './observation.js';
import { FAMILIES } from './reading/family.js';
import { type RowFacts, shownIn } from './row-facts.js';

export type { AlignContext } from './context.js';
export { GENERAL_THEME } from './context.js';

/** What the facts of several jurisdictions come to, side by side. */
export interface Alignment {
  readonly rows: readonly Row[];
  readonly singles: readonly Single[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Puts the facts of different jurisdictions into rows: by indicator and kind of figure, or by wording where no indicator fits.
 * A row needs two jurisdictions that report; what is left stands in `singles`. Every fact is in exactly one of the two.
 *
 * Level, change, share … of one indicator are rows of their own. Only where the kind alone keeps the reports apart are they
 * shown in one row of kind `mixed`, which is never comparable.
 *
 * With some of the lexicon's themes only, facts of no such theme are left out altogether.
 */
export function align(given: readonly Fact[], context: AlignContext): Noted<Alignment> {
  const facts = askedFor(given, context);
  const observations = carrySites(facts.flatMap((fact) => observe(fact, context) ?? []));
  const notes: Note[] = [];
  const rows: { readonly row: Row; readonly place: number }[] = [];
  const used = new Set<string>();
  for (const row of rowFacts(groupObservations(observations), context)) {
    const built = buildRow(row, context);
    notes.push(...built.notes);
    rows.push({ row: built.row, place: placeOf(row, context) });
    for (const { fact } of shownIn(row)) used.add(fact.id);
  }
  const themes = [...context.themes.map(({ id }) => id), GENERAL_THEME];
  const kinds: readonly string[] = FAMILIES;
  rows.sort(
    (a, b) =>
      themes.indexOf(a.row.theme) - themes.indexOf(b.row.theme) ||
      a.place - b.place ||
      kinds.indexOf(a.row.kind) - kinds.indexOf(b.row.kind) ||
      (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0),
  );
  const conflicts = findConflicts(facts, context);
  notes.push(...conflicts.notes);
  return {
    value: {
      rows: rows.map(({ row }) => row),
      singles: facts.filter(({ id }) => !used.has(id)).map((fact) => single(fact, context)),
      conflicts: conflicts.value,
    },
    notes,
  };
}

/** All facts when all themes are asked for, those of no theme too; else those of the themes asked for. */
function askedFor(facts: readonly Fact[], { themes, lexicon }: AlignContext): readonly Fact[] {
  const asked = new Set(themes.map(({ id }) => id));
  if (lexicon.themes.every(({ id }) => asked.has(id))) return facts;
  return facts.filter((fact) => fact.themes.some((theme) => asked.has(theme)));
}

/** The rows, as their facts: pure ones first, mixed ones of what no pure row of the indicator could hold. */
function* rowFacts(groups: readonly Group[], context: AlignContext): Generator<RowFacts> {
  const { periods } = lookups(context);
  for (const [key, own] of groupBy(groups, (group) => group.key)) {
    const chosen = own.map((group) => {
      const { heads, beside } = chooseForRow(group.observations, periods);
      return { family: group.family, heads, beside, present: new Set(heads.map(({ place }) => place.id)) };
    });
    const pure = chosen.filter(({ heads, beside }) => countPlaces([...heads, ...beside]) > 1);
    for (const { family, heads, beside } of pure) {
      const present = new Set([...heads, ...beside].map(({ place }) => place.id));
      const elsewhere = context.jurisdictions.flatMap((place) => {
        if (present.has(place.id)) return [];
        const other = chosen.find((c) => c.family !== family && c.present.has(place.id));
        return other ? [{ place, family: other.family }] : [];
      });
      yield toRowFacts(key, heads, context, { elsewhere, beside });
    }
    if (pure.length > 0 || key.startsWith('wording:') || key.startsWith('alone:')) continue;
    const mixed = chosen.flatMap(({ heads }) => heads);
    if (countPlaces(mixed) > 1) yield toRowFacts(key, mixed, context);
  }
}

/** Where the row's indicator stands in the list; rows found by wording come after all of them. */
function placeOf(row: RowFacts, context: AlignContext): number {
  const at = row.entry === null ? undefined : lookups(context).positions.get(row.entry.id);
  return at ?? context.lexicon.indicators.length;
}

function single(fact: Fact, context: AlignContext): Single {
  const theme = context.themes.find(({ id }) => fact.themes.includes(id))?.id ?? null;
  return { theme, jurisdiction: fact.jurisdiction, fact: fact.id };
}
