import type { ReasonCode, Verdict } from '../../model/comparison.js';
import { Markup } from '../markup.js';
import type { Say } from '../messages.js';

/** Verdicts from strongest to weakest, the order they are counted and keyed in. */
export const verdicts: readonly Verdict[] = ['comparable', 'needs-normalising', 'side-by-side', 'not-comparable'];

const shapes: Readonly<Record<Verdict, string>> = {
  comparable: 'eq',
  'needs-normalising': 'dv',
  'side-by-side': 'pa',
  'not-comparable': 'ne',
};

export interface VerdictView {
  readonly id: Verdict;
  readonly word: string;
  /** Class suffix and symbol: `eq`, `dv`, `pa`, `ne`. */
  readonly shape: string;
}

export interface ChipView {
  readonly code: ReasonCode;
  readonly word: string;
  readonly title: string;
}

export const shapeOf = (verdict: Verdict): string => shapes[verdict];

export function verdictView(verdict: Verdict, say: Say): VerdictView {
  return { id: verdict, word: say(`verdict.${verdict}`), shape: shapes[verdict] };
}

export function chipView(code: ReasonCode, detail: string, say: Say): ChipView {
  return { code, word: say(`reason.${code}`), title: detail === '' ? code : `${code}: ${detail}` };
}

/** The drawn mark of a verdict for use inside a chart. */
export function mark(verdict: Verdict, x: number, y: number, size: number): Markup {
  return new Markup(`<use href="#v-${shapes[verdict]}" x="${x}" y="${y}" width="${size}" height="${size}"/>`);
}
