import type { Lexicon } from '../../model/lexicon.js';
import type { Quantity, QuantityForm } from '../../model/quantity.js';
import { type Numeral, readNumeral } from '../../text/numerals.js';
import { type Approximator, approximatorAfter, approximatorBefore, type Tail } from './approximators.js';
import { type Leaning, lean } from './bounds.js';

/** One stretch of text being read. */
export interface Reading {
  readonly text: string;
  readonly lexicon: Lexicon;
  /** 0 free, 1 protected, 2 inside a quoted name (where only zero words and streaks are read). */
  readonly mask: Uint8Array;
  /** End of the last quantity found: nothing before it is read again. */
  floor: number;
  /** The numeral read last, and where: several readers ask for the same. */
  last: { readonly at: number; readonly numeral: Numeral | null };
}

/** The numeral that begins at `at`, read once however many readers ask. */
export function numeralAt(reading: Reading, at: number): Numeral | null {
  if (reading.last.at !== at) reading.last = { at, numeral: readNumeral(reading.text, at) };
  return reading.last.numeral;
}

/** Tries to read a quantity whose first significant character is at `at`; null where none of its kind stands there. */
export type Reader = (reading: Reading, at: number) => Found | null;

/** One or more quantities, and where to read on; no quantities: the stretch is settled and holds none. */
export interface Found {
  readonly quantities: readonly Quantity[];
  readonly end: number;
}

export interface Draft {
  readonly form: QuantityForm;
  readonly rule: string;
  readonly value: number;
  readonly valueTo?: number | null;
  readonly unit: string;
  /** Unit of the last digit that is not zero, in the value's own measure. */
  readonly step: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  /** End of the unit. */
  readonly end: number;
  readonly bare?: boolean;
  /** 余/多 read inside or right after the number, or what the number itself says. */
  readonly leaning?: Leaning | null;
  /** What may follow the unit: after time and length 内, 多 and 余, after 倍 多 and 余. */
  readonly tail?: Tail;
  readonly flags?: readonly string[];
  /** A word before the number that belongs to it: 连续, 第. */
  readonly start?: number;
}

/** Puts approximators, bounds and printed form around a number that was read. */
export function finish(reading: Reading, draft: Draft): Quantity {
  const { text } = reading;
  const start = draft.start ?? draft.numberStart;
  const before = draft.start === undefined ? approximatorBefore(text, start, draft.bare ?? false, reading.floor) : null;
  const after = approximatorAfter(text, draft.end, draft.tail ?? 'plain');
  const flags = [...(draft.flags ?? [])];
  const leaning = settle(draft.leaning ?? null, before, after, flags);
  const valueTo = draft.valueTo ?? null;
  const { approx, bounds } = lean(leaning, draft.value, valueTo, draft.step);
  // The upper end of 数百 is a bound, not a second figure
  const vague = draft.leaning === 'vague';
  if (vague) flags.push('vague');
  const span = { start: before?.at ?? start, end: after?.at ?? draft.end };
  return {
    repairedSpan: span,
    numberSpan: { start: draft.numberStart, end: draft.numberEnd },
    form: draft.form,
    value: draft.value,
    valueTo: vague ? null : valueTo,
    unit: draft.unit,
    approx,
    bounds,
    printed: text.slice(span.start, span.end),
    flags,
    rule: draft.rule,
  };
}

/** Own leaning (余) before the word in front (近), before the word behind (以上); a clash is flagged. */
function settle(
  own: Leaning | null,
  before: Approximator | null,
  after: Approximator | null,
  flags: string[],
): Leaning | null {
  const all = [own, before?.leaning, after?.leaning].filter((x): x is Leaning => x !== null && x !== undefined);
  const low = all.some((x) => x === 'more' || x === 'over' || x === 'from');
  const high = all.some((x) => x === 'under' || x === 'upto' || x === 'nearly');
  if (low && high) flags.push('approximators-clash');
  if (own !== null && own !== 'between' && own !== 'vague') return own;
  // 约80%以上: the bound says more than the hedge
  if (before?.leaning === 'about' && after && after.leaning !== 'about') return after.leaning;
  return before?.leaning ?? after?.leaning ?? own;
}

/** Rounds away binary dust of sums and quotients of printed numbers: 15 significant digits are more than any report prints. */
export const tidy = (value: number): number => Number(value.toPrecision(15));
