import type { Change } from '../text/source-map.js';

/** An example of a repair rule: a text in, what becomes of it out. They are the rule's tests and its documentation. */
export interface RepairExample {
  readonly source: string;
  readonly repaired: string;
  /** What the example shows, where it is not plain. */
  readonly why?: string;
}

/** What a repair rule is called and what it does; `id` stands in every edit it makes. */
export interface RepairMeta {
  readonly id: string;
  readonly description: string;
  readonly examples: readonly RepairExample[];
}

/** A rule that changes characters and no lines: the changes stand in order and do not overlap. */
export interface CharacterRule {
  readonly meta: RepairMeta;
  readonly changes: (text: string) => readonly Change[];
}

/** An example of a rule that says what a line is. */
export interface LineExample {
  readonly line: string;
  readonly is: boolean;
}

/** What a line rule is called, what it recognises, and lines that are and are not of its kind. */
export interface LineRule {
  readonly id: string;
  readonly description: string;
  readonly examples: readonly LineExample[];
  /** `line` has no white space at its ends and is folded (full-width punctuation, half-width digits). */
  readonly test: (line: string) => boolean;
}
