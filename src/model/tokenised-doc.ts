import type { RepairedDoc } from './repaired-doc.js';

/** A word with its part-of-speech tag (ICTCLAS tag set as nodejieba prints it). */
export interface CutWord {
  readonly word: string;
  readonly tag: string;
}

/** Cuts a text into words; the words joined are the text. */
export type Cut = (text: string) => readonly CutWord[];

/** A word in its place in the repaired text. */
export interface Token {
  readonly text: string;
  readonly tag: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface TokenisedDoc {
  readonly repaired: RepairedDoc;
  readonly tokens: readonly Token[];
}
