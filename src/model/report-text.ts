import type { Span } from './span.js';
import type { CutWord } from './tokenised-doc.js';

/** One stretch of a report's own text: a sentence or a caption, repeats and page furniture left out. */
export interface Passage {
  readonly file: string;
  /** From its first to its last piece in the source text. */
  readonly sourceSpan: Span;
  readonly text: string;
  readonly section: string | null;
  readonly words: readonly CutWord[];
  /** Ids of the findings whose key lies in it, in order. */
  readonly findings: readonly string[];
}

/** What a report gives its space to: its passages in the order of the text. */
export interface ReportText {
  readonly report: string;
  readonly jurisdiction: string;
  readonly passages: readonly Passage[];
}
