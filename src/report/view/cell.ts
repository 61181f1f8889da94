import type { Cell } from '../../model/comparison.js';
import type { Context } from './context.js';
import { type FigureView, figureView } from './figure.js';

export interface CellView {
  readonly jurisdiction: string;
  readonly name: string;
  readonly short: string;
  readonly state: Cell['state'];
  readonly figures: readonly FigureView[];
  /** The garbled original of an unreadable cell, or what a zero was said with; else empty. */
  readonly wording: string;
}

/** A cell of the figure table; `where` is the table's name for the way back. */
export function cellView(cell: Cell, where: string, context: Context): CellView {
  const facts = cell.facts.flatMap((id) => context.fact(id) ?? []);
  const place = context.place(cell.jurisdiction);
  const first = facts[0];
  const figures = facts.map((fact) => {
    const view = figureView(fact, where, context);
    if (cell.state !== 'zero' || /[0-9]/u.test(fact.printed)) return view;
    return { ...view, before: '', number: '0', after: fact.unit };
  });
  return {
    jurisdiction: cell.jurisdiction,
    name: place.name,
    short: place.short,
    state: cell.state,
    figures,
    wording:
      first === undefined || (cell.state !== 'zero' && cell.state !== 'unreadable')
        ? ''
        : context.say('quote', { text: first.printed.replace(/\s+/gu, '') }),
  };
}
