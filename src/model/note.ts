import type { Span } from './span.js';

/** How serious a note is: `error` stops the file it is about, `warning` needs a person's eyes, `info` is good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in a file: 1-based line and column (column in UTF-16 code units), and the offsets where they are known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly span?: Span;
  /** The line itself, so that a caret can be drawn under it. */
  readonly excerpt?: string;
}

/**
 * Something the run wants to say. Notes are values: stages return them, only the command line prints them.
 * `code` is `stage/noun`, e.g. `repair/owner-uncertain`; `message` says what was found and what was expected;
 * `hint` says what to do about it.
 */
export interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place?: Place;
  readonly hint?: string;
  /** A second place the note is about: the first definition of an id that comes twice, the other side of a conflict. */
  readonly related?: Place;
}

/** A value together with what there is to say about how it came about. */
export interface Noted<T> {
  readonly value: T;
  readonly notes: readonly Note[];
}
