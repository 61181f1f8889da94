import type { Comparison } from '../model/comparison.js';
import type { Noted } from '../model/note.js';
import { toEmphasis } from './emphasis.js';
import type { CompareInput } from './input.js';
import { toLadders } from './ladders.js';
import { toLedger } from './ledger.js';
import { toPractices } from './practices.js';
import { toSentences } from './sentences/index.js';
import { toSilences } from './silences.js';

export {
  type ClaimChange,
  type ClaimDiff,
  type ClaimSide,
  diffComparisons,
  type FieldChange,
  type LostCitation,
} from './diff.js';
export type { CompareInput } from './input.js';

/** The parts of a comparison that are worked out here. */
export type Compared = Pick<
  Comparison,
  'ladders' | 'practices' | 'unique' | 'honours' | 'emphasis' | 'silences' | 'sentences'
>;

/** Everything a comparison says beyond its rows. A pure function: the same input gives the same result. */
export function compareFindings(input: CompareInput): Noted<Compared> {
  const { practices, unique, notes } = toPractices(input);
  const silences = toSilences(input);
  const emphasis = toEmphasis(input);
  return {
    value: {
      ladders: toLadders(input),
      practices,
      unique,
      honours: toLedger(input),
      emphasis,
      silences,
      sentences: toSentences(input, { practices, silences, emphasis }),
    },
    notes,
  };
}
