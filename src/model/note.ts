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

/** The languages duizhao speaks. */
export type Language = 'zh-CN' | 'en';

/** What is said, in one language: `message` what was found and what was expected, `hint` what to do about it. */
export interface Saying {
  readonly message: string;
  readonly hint?: string;
}

/** What is said, in English and in Chinese (发现……，应为…… / 请……). */
export interface Wording extends Saying {
  readonly zh: Saying;
}

/**
 * Something the run wants to say. Notes are values: stages return them, only the command line prints them, in the reader's language.
 * `code` is `stage/noun`, e.g. `repair/owner-uncertain`; `message` and `hint` are English, so that scripts can read them.
 */
export interface Note extends Saying {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place?: Place;
  readonly hint?: string;
  /** The same in Chinese. */
  readonly zh?: Saying;
  /** A second place the note is about: the first definition of an id that comes twice, the other side of a conflict. */
  readonly related?: Place;
}

/** A value together with what there is to say about how it came about. */
export interface Noted<T> {
  readonly value: T;
  readonly notes: readonly Note[];
}
