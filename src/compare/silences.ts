import type { Row, Silence } from '../model/comparison.js';
import { groupBy } from '../model/group-by.js';
import { hasFigure, isMentioned } from './cells.js';
import type { CompareInput } from './input.js';
import { ownPassages } from './own-passages.js';
import { textWatcher } from './said-in-text.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'themes' | 'facts' | 'honours' | 'rows' | 'texts'>;

/** How many other reports must give an indicator before its absence is worth a line. */
const OTHERS = 2;
const HONOURS = 'honours';

/** What a row is about whatever form its figures take: a level, a change and a share of one indicator are one matter. */
export function matterOf(row: Row): string {
  return row.indicator.id ?? row.indicator.label;
}

/**
 * For each jurisdiction and theme the rows that at least two others report while its own report does not mention the
 * indicator in any form — neither as a level nor as a change, neither in a row nor alone — and no sentence of it seems to give such a figure.
 * One row an indicator: the one
 * with the most reports, the first of several.
 */
export function toSilences({ jurisdictions, lexicon, themes, facts, honours, rows, texts }: Needs): Silence[] {
  const rowsOf = groupBy(rows, (row) => `${row.theme}\n${matterOf(row)}`);
  const matters = [...rowsOf.values()].flatMap((list) => (list[0] === undefined ? [] : [toMatter(list[0], list)]));
  const labelled = new Map<string, Set<string>>();
  for (const { indicator, jurisdiction } of facts) {
    for (const name of [indicator.id, indicator.label]) {
      if (name === null) continue;
      const places = labelled.get(name) ?? new Set<string>();
      labelled.set(name, places.add(jurisdiction));
    }
  }
  const watch = textWatcher(lexicon.indicators);
  const passages = ownPassages(texts);
  const saidBy = new Map(jurisdictions.map(({ id }) => [id, watch(passages.get(id) ?? [])]));
  const honoured = new Set(honours.map(({ jurisdiction }) => jurisdiction));
  return themes.flatMap(({ id: theme }) => {
    const own = matters.filter((matter) => matter.first.theme === theme && matter.figures >= OTHERS);
    return jurisdictions.flatMap(({ id: jurisdiction }): Silence[] => {
      const silent: string[] = [];
      for (const { first, mentioned, row } of own) {
        if (labelled.get(matterOf(first))?.has(jurisdiction) || mentioned.has(jurisdiction)) continue;
        // Who names honours one by one is not silent for want of a total.
        if (theme === HONOURS && honoured.has(jurisdiction)) continue;
        if (saidBy.get(jurisdiction)?.(first.indicator)) continue;
        silent.push(row);
      }
      return silent.length === 0 ? [] : [{ jurisdiction, theme, rows: silent }];
    });
  });
}

/** The rows of one indicator: who mentions it in any of them, how many give a figure, and the row with the most reports. */
interface Matter {
  readonly first: Row;
  readonly mentioned: ReadonlySet<string>;
  readonly figures: number;
  readonly row: string;
}

function toMatter(first: Row, rows: readonly Row[]): Matter {
  const cells = rows.flatMap((row) => row.cells);
  return {
    first,
    mentioned: new Set(cells.filter(isMentioned).map(({ jurisdiction }) => jurisdiction)),
    figures: new Set(cells.filter(hasFigure).map(({ jurisdiction }) => jurisdiction)).size,
    row: rows.reduce((most, row) => (reports(row) > reports(most) ? row : most), first).id,
  };
}

function reports(row: Row): number {
  return row.cells.filter(hasFigure).length;
}
