import type { Span } from './span.js';

/** A page of a PDF or a paragraph of a Word file, so that evidence can say “page 3”. */
export interface SourceUnit {
  readonly label: string;
  readonly span: Span;
}

/** One source file, decoded. */
export interface SourceDoc {
  /** Relative to corpus.yaml, forward slashes. */
  readonly file: string;
  /** Decoded text without its byte-order mark, line breaks as they are in the file. */
  readonly text: string;
  /** The encoding it was read in, e.g. `utf-8`, `gb18030`, `utf-16le`. */
  readonly encoding: string;
  /** Pages or paragraphs of the container it came out of; empty for plain text. */
  readonly units: readonly SourceUnit[];
}
