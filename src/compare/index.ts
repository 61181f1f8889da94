import type { Comparison } from '../model/comparison.js';
import type { Noted } from '../model/note.js';
import type { CompareInput } from './input.js';

export type { CompareInput } from './input.js';

/** The parts of a comparison that are worked out here. */
export type Compared = Pick<
  Comparison,
  'ladders' | 'practices' | 'unique' | 'honours' | 'emphasis' | 'silences' | 'sentences'
>;

/** Everything a comparison says beyond its rows. A pure function: the same input gives the same result. */
export function compareFindings(_input: CompareInput): Noted<Compared> {
  return {
    value: {
      ladders: [],
      practices: [],
      unique: [],
      honours: { entries: [], totals: [] },
      emphasis: { cells: [], terms: [], method: { zh: '', en: '' } },
      silences: [],
      sentences: [],
    },
    notes: [],
  };
}
