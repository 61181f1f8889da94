import type { Jurisdiction, Part, Report } from '../../model/corpus.js';

/** A report that stands on the file, with the share a person gave it, if one did. */
export interface Candidate {
  readonly report: Report;
  readonly jurisdiction: Jurisdiction;
  readonly parts: readonly Part[] | null;
}

/** What one candidate has for itself in one block: the score and what it is made of. */
export interface Evidence {
  readonly score: number;
  readonly cues: readonly string[];
}
