import type { Reason, RowSubset, Verdict } from '../model/comparison.js';
import { groupBy } from '../model/group-by.js';
import { orderOf } from './order.js';
import type { CellFacts, RowFacts } from './row-facts.js';
import { codesOf, isWeaker, weakest, whyOf } from './verdict.js';

/**
 * The jurisdictions of a row that agree in period, base, unit, kind and level, where the rules allow them more than the row as a
 * whole: of ten places four may have given the same year. Judged by the same rules, as if they were all there were; best first.
 */
export function subsetsOf(
  row: RowFacts,
  verdict: Verdict,
  reasonsOf: (part: RowFacts) => readonly Reason[],
): RowSubset[] {
  if (row.cells.length < 3 || verdict === 'comparable') return [];
  const groups = groupBy(
    row.cells.filter(({ observations }) => observations.length > 0),
    agreementOf,
  );
  return [...groups.values()]
    .filter((cells) => cells.length > 1 && cells.length < row.cells.length)
    .flatMap((cells): RowSubset[] => {
      const part: RowFacts = {
        ...row,
        cells: cells.map((cell) => ({ ...cell, beside: [] })),
        families: row.families.filter((family) =>
          cells.some(({ observations }) => observations.some((o) => o.family === family)),
        ),
        silent: [],
        elsewhere: [],
      };
      const reasons = reasonsOf(part);
      const own = weakest(reasons);
      if (!isWeaker(verdict, own)) return [];
      const why = whyOf(reasons, own);
      return [
        {
          jurisdictions: cells.map(({ place }) => place.id),
          verdict: own,
          reasons: codesOf(reasons),
          why: why.zh,
          why_en: why.en,
          order: orderOf(part, own),
        },
      ];
    })
    .map((subset, i) => ({ subset, i }))
    .sort(
      (a, b) =>
        Number(isWeaker(a.subset.verdict, b.subset.verdict)) - Number(isWeaker(b.subset.verdict, a.subset.verdict)) ||
        a.i - b.i,
    )
    .map(({ subset }) => subset);
}

/** What a cell must share with another: everything that the dimensions of the rules read. */
function agreementOf({ place, observations }: CellFacts): string {
  const said = observations.map(({ family, unit, span, base, coverage }) =>
    [family, unit, span.grain, span.from, span.to, JSON.stringify(base), coverage.kind].join('|'),
  );
  return [place.level, ...new Set(said)].join('\n');
}
