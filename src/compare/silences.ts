import type { Row, Silence } from '../model/comparison.js';
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
  const matters = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.theme}\n${matterOf(row)}`;
    matters.set(key, [...(matters.get(key) ?? []), row]);
  }
  const labelled = new Map<string, Set<string>>();
  for (const { indicator, jurisdiction } of facts) {
    for (const name of [indicator.id, indicator.label]) {
      if (name === null) continue;
      const places = labelled.get(name) ?? new Set<string>();
      labelled.set(name, places.add(jurisdiction));
    }
  }
  const seemsSaid = textWatcher(lexicon.indicators);
  const passages = new Map(jurisdictions.map(({ id }) => [id, ownPassages(texts, id)]));
  return themes.flatMap(({ id: theme }) =>
    jurisdictions.flatMap(({ id: jurisdiction }): Silence[] => {
      const silent: string[] = [];
      for (const list of matters.values()) {
        const first = list[0];
        if (first === undefined || first.theme !== theme) continue;
        if (labelled.get(matterOf(first))?.has(jurisdiction)) continue;
        if (list.some((row) => row.cells.some((cell) => cell.jurisdiction === jurisdiction && isMentioned(cell))))
          continue;
        const others = new Set(list.flatMap((row) => row.cells.filter(hasFigure).map((cell) => cell.jurisdiction)));
        if (others.size < OTHERS) continue;
        // Who names honours one by one is not silent for want of a total.
        if (theme === HONOURS && honours.some((honour) => honour.jurisdiction === jurisdiction)) continue;
        if (seemsSaid(passages.get(jurisdiction) ?? [], first.indicator)) continue;
        silent.push(list.reduce((most, row) => (reports(row) > reports(most) ? row : most), first).id);
      }
      return silent.length === 0 ? [] : [{ jurisdiction, theme, rows: silent }];
    }),
  );
}

function reports(row: Row): number {
  return row.cells.filter(hasFigure).length;
}
