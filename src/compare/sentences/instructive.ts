import type { ReasonCode, Row } from '../../model/comparison.js';
import { matterOf } from '../silences.js';

/** How much a refusal teaches, by its reason: a like name for unlike things first, mere size last. */
const TEACHES: Partial<Record<ReasonCode, number>> = {
  STAGE: 5,
  BASE: 5,
  CONCEPT: 4,
  KIND: 3,
  UNIT: 3,
  DENOMINATOR: 3,
  SCOPE: 3,
  PERIOD: 2,
  STATUS: 2,
  LEVEL: 1,
};

/**
 * The rows that refuse a comparison most instructively, at most `most`: many places, a known indicator, a reason that
 * teaches; a reason or matter that has been shown counts half, so that the choice varies.
 */
export function instructive(rows: readonly Row[], most: number): Row[] {
  const left = [...rows];
  const chosen: Row[] = [];
  const shown = new Map<string, number>();
  const worth = (row: Row) => {
    const codes = row.reasons.map((code) => (TEACHES[code] ?? 0) / 2 ** (shown.get(code) ?? 0));
    const best = Math.max(0, ...codes);
    const places = row.cells.filter((cell) => cell.facts.length > 0).length;
    return (best + places * 2 + (row.indicator.id === null ? 0 : 2)) / 2 ** (shown.get(matterOf(row)) ?? 0);
  };
  while (chosen.length < most && left.length > 0) {
    let best = 0;
    for (const [i, row] of left.entries()) {
      const top = left[best];
      if (top !== undefined && worth(row) > worth(top)) best = i;
    }
    const [row] = left.splice(best, 1);
    if (row === undefined) break;
    chosen.push(row);
    for (const key of [...row.reasons, matterOf(row)]) shown.set(key, (shown.get(key) ?? 0) + 1);
  }
  return chosen;
}
