import type { Jurisdiction, Period } from '../../../model/corpus.js';
import type { FactStatus } from '../../../model/finding.js';
import type { Claim } from '../claim.js';
import type { TimeState } from '../period/governing.js';
import type { Anchor } from '../period/resolve-time.js';

/** A claim with all that its surroundings say about it. */
export interface PlacedClaim extends Claim {
  readonly period: Period;
  readonly scope: string | null;
  readonly status: FactStatus;
  readonly clauseText: string;
  readonly sentenceText: string;
  /** Where that sentence starts in the repaired text. */
  readonly sentenceStart: number;
  /** Stands in a heading, which as a rule restates what the text says. */
  readonly inHeading: boolean;
}

/** What reading one paragraph needs from outside. */
export interface ParagraphSetting {
  readonly anchor: Anchor;
  readonly jurisdiction: Jurisdiction;
  readonly file: string;
  /** Status and period of the section, e.g. 三、2023年工作打算. */
  readonly section: string | null;
  /** The heading of the chapter the section stands in; the section itself where it is none's part. */
  readonly chapter?: string | null;
  /** The time in force when the paragraph begins. */
  readonly time: TimeState;
  readonly inHeading: boolean;
}
