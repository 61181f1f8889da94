import { type Numeral, readNumeral, scaleExactly } from '../../text/numerals.js';
import type { Leaning } from './bounds.js';

/** A numeral with what may stand between it and its unit: blanks, 余, +, a 万 that a blank cut off. */
export interface Figure {
  readonly numeral: Numeral;
  readonly value: number;
  readonly valueTo: number | null;
  /** Unit of the last digit that is not zero. */
  readonly step: number;
  /** 万, 亿 or 万亿 at the end as a factor, else 1. */
  readonly factor: number;
  /** What stands between number and unit: 余 and 多 `more`, 来 `about`, + `from`; else what the numeral says by itself. */
  readonly leaning: Leaning | null;
  readonly numberEnd: number;
  /** Where the unit should begin. */
  readonly end: number;
}

const TAIL = /[ \u3000\u00a0]{0,2}(余|多|来|[+＋])?[ \u3000\u00a0]{0,2}(万亿|亿|万)?([余多])?[ \u3000\u00a0]{0,2}/y;
const FACTORS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** 来 that belongs to the next word: 20来自, 3来访. */
const COMING = /[自到了往源访电信]/;

/** The leaning a numeral carries in itself: 数百 vague, 两三 between, 3000余万 more. */
export const ownLeaning = (numeral: Numeral): Leaning | null =>
  numeral.vague ? 'vague' : numeral.valueTo !== null ? 'between' : numeral.more ? 'more' : null;

/** Reads a numeral and its tail: 3000 余万, 1800余, 300+, 十来. `numeral` may be handed in where it is known already. */
export function readFigure(text: string, at: number, numeral = readNumeral(text, at)): Figure | null {
  if (!numeral) return null;
  TAIL.lastIndex = numeral.end;
  const tail = TAIL.exec(text);
  const bare: Figure = {
    numeral,
    value: numeral.value,
    valueTo: numeral.valueTo,
    step: numeral.precision,
    factor: numeral.factor,
    leaning: ownLeaning(numeral),
    numberEnd: numeral.end,
    end: numeral.end,
  };
  if (!tail) return bare;
  const [whole, between, word, after] = tail;
  if (between === '来' && COMING.test(text.charAt(numeral.end + 1))) return bare;
  // A second factor is another number's: 3万 亿元 is nothing anybody writes
  if (word !== undefined && numeral.factor !== 1) return bare;
  const factor = word === undefined ? 1 : (FACTORS[word] ?? 1);
  const more = between === '余' || between === '多' || after !== undefined;
  const scale = (n: number): number => (factor === 1 ? n : scaleExactly(n, factor));
  return {
    numeral,
    value: scale(numeral.value),
    valueTo: numeral.valueTo === null ? null : scale(numeral.valueTo),
    step: scale(numeral.precision),
    factor: word === undefined ? numeral.factor : factor,
    leaning: more ? 'more' : between === '来' ? 'about' : between ? 'from' : bare.leaning,
    numberEnd: word === undefined ? numeral.end : numeral.end + whole.trimEnd().length - (after ? 1 : 0),
    end: TAIL.lastIndex,
  };
}
