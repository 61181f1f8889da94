import { findQuantities } from '../../../src/extract/quantity/index.js';
import type { Quantity } from '../../../src/model/quantity.js';
import { loadLexicon } from '../../support/lexicon.js';

export const lexicon = loadLexicon();

const interval = ({ bounds }: Quantity): string => {
  if (!bounds) return '';
  const { low, high, lowOpen, highOpen } = bounds;
  return ` ${lowOpen || low === null ? '(' : '['}${low ?? '…'}, ${high ?? '…'}${highOpen || high === null ? ')' : ']'}`;
};

/** One line a quantity: `1800余件 = 1800 件 at-least [1800, 1900)`; form, approximation, bounds and flags where there are any. */
export function show(quantity: Quantity): string {
  const { printed, value, valueTo, unit, form, approx, flags } = quantity;
  return [
    `${printed} = ${value}${valueTo === null ? '' : `~${valueTo}`}${unit === '' ? '' : ` ${unit}`}`,
    form === 'level' ? '' : ` ${form}`,
    approx === 'exact' ? '' : ` ${approx}`,
    interval(quantity),
    flags.length === 0 ? '' : ` {${flags.join(' ')}}`,
  ].join('');
}

export const quantitiesOf = (text: string): string[] => findQuantities(text, lexicon).map(show);
