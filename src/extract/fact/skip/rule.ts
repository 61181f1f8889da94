import type { Quantity } from '../../../model/quantity.js';
import type { Clause, Figure } from '../clause.js';
import { readPhrase } from '../phrase.js';

/** A quantity and what stands around it, for the rules that tell what is no claim. */
export interface Candidate {
  readonly figure: Figure;
  readonly clause: Clause;
  readonly quantity: Quantity;
  readonly unit: string;
  /** The words before the figure, and the same without white space at their end. */
  readonly before: string;
  readonly head: string;
  readonly after: string;
  /** The number as written: 两, 24, 百. */
  readonly numeral: string;
  /** True for a number in small Chinese numerals: 两, 十二. */
  readonly isChinese: boolean;
}

/** A kind of quantity that is no claim of how much. */
export interface SkipRule {
  /** What it is instead, in a word or two. */
  readonly reason: string;
  readonly applies: (candidate: Candidate) => boolean;
}

export function candidateOf(figure: Figure, clause: Clause): Candidate {
  const { quantity, before, after } = figure;
  const { start, end } = quantity.numberSpan;
  const numeral = clause.text.slice(start - clause.span.start, end - clause.span.start);
  return {
    figure,
    clause,
    quantity,
    unit: quantity.unit,
    before,
    head: before.trimEnd(),
    after,
    numeral,
    isChinese: /^[一二两三四五六七八九十]+$/.test(numeral),
  };
}

/** True when no deed stands before the figure. */
export const isNobodysDeed = ({ before }: Candidate): boolean => readPhrase(before).verb === '';
