import { sharePanel } from '../charts/share-panel.js';
import type { Markup } from '../markup.js';
import type { Context } from './context.js';

export interface EmphasisView {
  readonly figure: string;
  readonly title: string;
  readonly panels: readonly { readonly theme: string; readonly svg: Markup }[];
  readonly table: string;
  readonly terms: readonly {
    readonly jurisdiction: string;
    readonly name: string;
    readonly terms: readonly { readonly term: string; readonly times: string; readonly z: string }[];
  }[];
}

/** How much of each text goes to each theme, with intervals, and the words each report uses more than the others. */
export function emphasisView(context: Context): EmphasisView | null {
  const { emphasis, themes } = context.comparison;
  const { say } = context;
  if (emphasis.cells.length === 0) return null;
  const figure = context.numbers.figure();
  const top = Math.max(0.1, ...emphasis.cells.map((cell) => cell.text.high));
  const scale = Math.min(1, Math.ceil(top * 10) / 10);
  const departures = emphasis.cells.filter((cell) => cell.departure !== 'none');
  const more = departures.filter((cell) => cell.departure === 'more');
  const named = context.places
    .flatMap(({ id, short }) => {
      const own = more.filter((cell) => cell.jurisdiction === id).map((cell) => context.theme(cell.theme));
      return own.length === 0 ? [] : [say('emphasis.more', { place: short, theme: own.join(say('list.and')) })];
    })
    .slice(0, 3)
    .join(say('list.comma'));
  const terms = context.places
    .map((place) => ({
      jurisdiction: place.id,
      name: place.name,
      terms: emphasis.terms
        .filter((term) => term.jurisdiction === place.id)
        .slice(0, 8)
        .map((term) => ({
          term: term.term,
          times: say('emphasis.times', { n: term.count, other: term.other_count }),
          z: term.z.toFixed(1),
        })),
    }))
    .filter((place) => place.terms.length > 0);
  return {
    figure,
    title: named === '' ? say('emphasis.none') : named,
    panels: themes
      .filter((theme) => emphasis.cells.some((cell) => cell.theme === theme.id))
      .map((theme) => ({
        theme: theme.id,
        svg: sharePanel({
          title: context.theme(theme.id),
          scale,
          rows: context.places.flatMap((place) => {
            const cell = emphasis.cells.find((entry) => entry.theme === theme.id && entry.jurisdiction === place.id);
            return cell === undefined
              ? []
              : [
                  {
                    jurisdiction: place.id,
                    name: place.short,
                    estimate: cell.text,
                    expected: cell.expected,
                    apart: cell.departure !== 'none',
                  },
                ];
          }),
        }),
      })),
    table: terms.length === 0 ? '' : context.numbers.table(),
    terms,
  };
}
