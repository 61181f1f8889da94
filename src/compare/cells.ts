import type { Cell, CellState } from '../model/comparison.js';
import type { Fact } from '../model/finding.js';

/** What a place's facts amount to: silence is never zero, and zero only where every figure says zero. */
export function stateOf(facts: readonly Fact[]): CellState {
  if (facts.length === 0) return 'not-mentioned';
  return facts.every((fact) => fact.value === 0 && (fact.value_to ?? 0) === 0) ? 'zero' : 'reported';
}

/** Whether the report says something in this cell, a zero included; an unreadable figure is something said as well. */
export function isMentioned(cell: Cell): boolean {
  return cell.state !== 'not-mentioned';
}

/** Whether a figure can be read there. */
export function hasFigure(cell: Cell): boolean {
  return cell.state === 'reported' || cell.state === 'zero';
}
