import type { CellState } from '../../model/comparison.js';
import { type Context, otherTheme } from './context.js';
import { labelOf } from './rows.js';

export interface SilencesView {
  readonly number: string;
  readonly themes: readonly {
    readonly theme: string;
    readonly name: string;
    readonly rows: readonly {
      readonly id: string;
      readonly label: string;
      readonly places: string;
      readonly cells: readonly {
        readonly jurisdiction: string;
        readonly state: CellState;
        readonly word: string;
        readonly name: string;
      }[];
    }[];
  }[];
}

/** Who mentions what: a dot, a ring, a dash or a hatched square for every row and report. */
export function silencesView(context: Context): SilencesView | null {
  const { comparison, say } = context;
  if (comparison.rows.length === 0) return null;
  const number = context.numbers.figure();
  return {
    number,
    themes: [...comparison.themes.map((theme) => theme.id), otherTheme]
      .map((id) => ({
        theme: id,
        name: context.theme(id),
        rows: comparison.rows
          .filter((row) => row.theme === id)
          .map((row) => ({
            id: row.id,
            label: labelOf(row, context),
            places: say('practices.places', { n: row.cells.filter((cell) => cell.state !== 'not-mentioned').length }),
            cells: row.cells.map((cell) => ({
              jurisdiction: cell.jurisdiction,
              state: cell.state,
              word: say(`state.${cell.state}`),
              name: context.place(cell.jurisdiction).short,
            })),
          })),
      }))
      .filter((theme) => theme.rows.length > 0),
  };
}
