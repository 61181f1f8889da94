import type { ThemeId } from '../../model/finding.js';
import type { Passage, Sentence } from '../reading/passages.js';

/** A name that may be an initiative, before its theme is known. Offsets are relative to the passage. */
export interface Candidate {
  /** As it will stand in the record: without quotation marks, unless a head or several quoted parts belong to it. */
  readonly name: string;
  /** What makes it the same as another: the quoted part, or the name. */
  readonly core: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Themes known beforehand; null: to be worked out. */
  readonly themes: readonly ThemeId[] | null;
  readonly kind: 'practice' | 'slogan';
  readonly passage: Passage;
  readonly sentence: Sentence;
}
