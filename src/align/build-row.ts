import type { Cell, CellState, Reason, Row } from '../model/comparison.js';
import type { Jurisdiction } from '../model/corpus.js';
import type { ThemeId } from '../model/finding.js';
import type { Note } from '../model/note.js';
import { type AlignContext, GENERAL_THEME } from './context.js';
import { lookups } from './lookups.js';
import { byPlace, type Observation } from './observation.js';
import { orderOf } from './order.js';
import { FAMILIES } from './reading/family.js';
import { allOf, type CellFacts, type RowFacts } from './row-facts.js';
import { RULES } from './rules/index.js';
import { derivedRates } from './scaling.js';
import { subsetsOf } from './subsets.js';
import { codesOf, sortedReasons, weakest, whyOf } from './verdict.js';

/** What else belongs to a row. */
export interface RowExtras {
  /** Places that give the indicator as another kind of figure. */
  readonly elsewhere?: RowFacts['elsewhere'];
  /** Figures of a class only. */
  readonly beside?: readonly Observation[];
}

/** Puts observations into the shape the rules judge. */
export function toRowFacts(
  key: string,
  observations: readonly Observation[],
  context: AlignContext,
  { elsewhere = [], beside = [] }: RowExtras = {},
): RowFacts {
  const entry = lookups(context).entries.get(key) ?? observations.find((o) => o.entry !== null)?.entry ?? null;
  const heads = byPlace(observations);
  const rest = byPlace(beside);
  const cells = context.jurisdictions.flatMap((place) => {
    const own = heads.get(place.id) ?? [];
    const parts = rest.get(place.id) ?? [];
    return own.length + parts.length > 0 ? [{ place, observations: own, beside: parts }] : [];
  });
  const families = FAMILIES.filter((family) => observations.some((o) => o.family === family));
  const said = new Set([...cells, ...elsewhere].map(({ place }) => place.id));
  return {
    key,
    entry,
    label: entry?.zh ?? observations[0]?.fact.indicator.label ?? key,
    families,
    cells,
    silent: context.jurisdictions.filter(({ id }) => !said.has(id)),
    elsewhere,
  };
}

/** Judges a row. A rule that fails becomes a note, and the row is at most side by side: what it would have said is not known. */
export function judge(
  row: RowFacts,
  context: AlignContext,
): { readonly reasons: readonly Reason[]; readonly notes: readonly Note[] } {
  const reasons: Reason[] = [];
  const notes: Note[] = [];
  for (const { meta, apply } of RULES) {
    try {
      reasons.push(...apply(row, context));
    } catch (error) {
      reasons.push({
        code: meta.code,
        verdict: 'side-by-side',
        zh: `规则“${meta.zh}”未能判断`,
        en: `The rule “${meta.en}” could not be applied`,
      });
      notes.push({
        code: 'align/rule-failed',
        severity: 'warning',
        message: `found a failure in the rule ${meta.code} (${(error as Error).message}) on the row ${row.key}, expected a verdict: the row is side by side at best`,
        hint: 'please report this with the corpus',
        zh: {
          message: `发现规则 ${meta.code} 在行 ${row.key} 上失败（${(error as Error).message}），应为一个判断：该行至多并列展示`,
          hint: '请连同语料报告此问题',
        },
      });
    }
  }
  return { reasons, notes };
}

/** The finished row, one cell for every jurisdiction of the corpus. */
export function buildRow(row: RowFacts, context: AlignContext): { readonly row: Row; readonly notes: readonly Note[] } {
  const judged = judge(row, context);
  const details = sortedReasons(judged.reasons);
  const verdict = weakest(details);
  const why = whyOf(details, verdict);
  const kind = row.families.length === 1 ? (row.families[0] ?? 'level') : 'mixed';
  const observations = allOf(row);
  const { entry } = row;
  const cells = new Map(row.cells.map((cell) => [cell.place.id, cell]));
  const subsets = subsetsOf(row, verdict, (part) => sortedReasons(judge(part, context).reasons));
  return {
    row: {
      id: `${row.key}.${kind}`,
      theme: themeOf(row, context),
      indicator: { id: entry?.id ?? null, label: row.label, label_en: entry?.en ?? row.label },
      kind,
      stage: entry ? entry.stage : (observations.find(({ fact }) => fact.stage !== null)?.fact.stage ?? null),
      unit: commonest(observations.map(({ fact }) => fact.unit)),
      polarity: entry?.polarity ?? 'ambiguous',
      cells: context.jurisdictions.map((place) => cellOf(place, cells.get(place.id), context)),
      verdict,
      reasons: codesOf(details),
      why: why.zh,
      why_en: why.en,
      details,
      order: orderOf(row, verdict),
      // A rate of figures that may not be compared for another reason (a year beside five) would only look comparable.
      derived: verdict === 'needs-normalising' ? derivedRates(row) : [],
      ...(subsets.length > 0 ? { subsets } : {}),
    },
    notes: judged.notes,
  };
}

function cellOf(place: Jurisdiction, cell: CellFacts | undefined, context: AlignContext): Cell {
  // In the order of the source, whichever they are.
  const own = [...(cell?.observations ?? []), ...(cell?.beside ?? [])].sort(
    (a, b) => a.fact.source.start - b.fact.source.start,
  );
  return { jurisdiction: place.id, state: stateOf(place, own, context), facts: own.map(({ fact }) => fact.id) };
}

/** Silence is `not-mentioned`; only a stated 0 is `zero`; a place without a report that could be read is `unreadable`. */
function stateOf(place: Jurisdiction, own: readonly Observation[], context: AlignContext): CellState {
  if (own.length === 0) return lookups(context).reporting.has(place.id) ? 'not-mentioned' : 'unreadable';
  const level = own.every(
    ({ fact, family }) => family !== 'change' && family !== 'difference' && fact.value === 0 && fact.value_to === null,
  );
  return level ? 'zero' : 'reported';
}

/** The theme most of its facts carry, in the order the indicator and the corpus list them; `general` where none fits. */
function themeOf(row: RowFacts, context: AlignContext): ThemeId {
  const ids = context.themes.map(({ id }) => id);
  const counts = new Map<ThemeId, number>();
  for (const { fact } of allOf(row))
    for (const theme of fact.themes) if (ids.includes(theme)) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const preferred = (row.entry?.themes ?? []).find((theme) => ids.includes(theme) && (counts.get(theme) ?? 0) > 0);
  if (preferred !== undefined) return preferred;
  // An indicator of no theme takes one only where more than half of its facts carry it.
  let best: ThemeId = GENERAL_THEME;
  let top = row.entry && row.entry.themes.length === 0 ? allOf(row).length / 2 : 0;
  for (const id of ids) {
    const count = counts.get(id) ?? 0;
    if (count > top) {
      best = id;
      top = count;
    }
  }
  return best;
}

/** The first of the most frequent. */
function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = values[0] ?? '';
  let top = 0;
  for (const [value, count] of counts) {
    if (count > top) {
      best = value;
      top = count;
    }
  }
  return best;
}
