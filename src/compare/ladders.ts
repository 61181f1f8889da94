import type { Cell, Ladder } from '../model/comparison.js';
import { stateOf } from './cells.js';
import type { CompareInput } from './input.js';
import { stageOrder } from './stages.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'themes' | 'facts' | 'rows'>;

/**
 * Per theme the rungs somebody stands on, in the order of the recording stages, with every place's facts on the rung it
 * used: a caught suspect never slides to the rung of the indicted. Only actual figures; targets, plans, anecdotes, placings and durations
 * are no rung. A theme without a staged figure has no ladder.
 */
export function toLadders({ jurisdictions, lexicon, themes, facts, rows }: Needs): Ladder[] {
  const order = stageOrder(lexicon);
  return themes.flatMap(({ id: theme }) => {
    const staged = facts.filter(
      ({ status, stage, kind, themes: of }) =>
        status === 'actual' && stage !== null && kind !== 'rank' && kind !== 'duration' && of.includes(theme),
    );
    const used = new Set(staged.map((fact) => fact.stage));
    const unlisted = [...used].filter((stage): stage is string => stage !== null && !order.includes(stage)).sort();
    const rungs = [...order, ...unlisted]
      .filter((stage) => used.has(stage))
      .map((stage) => ({
        stage,
        cells: jurisdictions.map(({ id: jurisdiction }): Cell => {
          const own = staged.filter((fact) => fact.stage === stage && fact.jurisdiction === jurisdiction);
          const unreadable =
            own.length === 0 &&
            rows.some(
              (row) =>
                row.theme === theme &&
                row.stage === stage &&
                row.cells.some((cell) => cell.jurisdiction === jurisdiction && cell.state === 'unreadable'),
            );
          return { jurisdiction, state: unreadable ? 'unreadable' : stateOf(own), facts: own.map((fact) => fact.id) };
        }),
      }));
    return rungs.length === 0 ? [] : [{ theme, rungs }];
  });
}
