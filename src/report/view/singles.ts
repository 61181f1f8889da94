import { groupBy } from '../../text/group-by.js';
import type { Context } from './context.js';
import { type FigureView, figureView } from './figure.js';

export interface SingleView {
  readonly label: string;
  readonly figure: FigureView;
}
export interface SinglesView {
  readonly number: string;
  readonly count: number;
  readonly places: readonly {
    readonly jurisdiction: string;
    readonly name: string;
    readonly singles: readonly SingleView[];
  }[];
}

/** Figures that one report alone gives; null where there are none. */
export function singlesView(theme: string | null, context: Context): SinglesView | null {
  const mine = context.comparison.singles.filter((single) => single.theme === theme);
  if (mine.length === 0) return null;
  const number = context.numbers.table();
  const byPlace = groupBy(mine, (single) => single.jurisdiction);
  return {
    number,
    count: mine.length,
    places: context.places
      .map((place) => ({
        jurisdiction: place.id,
        name: place.name,
        singles: (byPlace.get(place.id) ?? []).flatMap((single) => {
          const fact = context.fact(single.fact);
          return fact === null
            ? []
            : [
                {
                  label: fact.indicator.label.replace(/\s+/gu, '').replace(/^[，、。；：,;]{1,4}/u, ''),
                  figure: figureView(fact, number, context),
                },
              ];
        }),
      }))
      .filter((place) => place.singles.length > 0),
  };
}
