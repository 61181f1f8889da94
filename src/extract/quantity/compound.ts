import { readNumeral } from '../../text/numerals.js';
import { tidy } from './reading.js';

/** A duration in two or three units, in the smallest of them. */
export interface Compound {
  readonly value: number;
  readonly unit: string;
  readonly end: number;
}

/** The next smaller unit, how many of it make one, and how it is written. */
const SMALLER: Readonly<Record<string, { readonly unit: string; readonly ratio: number; readonly word: RegExp }>> = {
  年: { unit: '个月', ratio: 12, word: /个月/y },
  天: { unit: '小时', ratio: 24, word: /个?小时/y },
  小时: { unit: '分钟', ratio: 60, word: /分钟?(?![别局之管析])/y },
  分钟: { unit: '秒', ratio: 60, word: /秒钟?/y },
};

/** Reads on behind a larger unit: 5分42秒, 3小时20分, 1年零3个月. `at` is the end of the larger unit. */
export function readCompound(text: string, at: number, unit: string, value: number): Compound | null {
  const smaller = SMALLER[unit];
  if (!smaller) return null;
  const from = text[at] === '零' ? at + 1 : at;
  const numeral = readNumeral(text, from);
  if (!numeral || numeral.value >= smaller.ratio || numeral.valueTo !== null) return null;
  smaller.word.lastIndex = numeral.end;
  if (!smaller.word.test(text)) return null;
  const end = smaller.word.lastIndex;
  const sum = tidy(value * smaller.ratio + numeral.value);
  return readCompound(text, end, smaller.unit, sum) ?? { value: sum, unit: smaller.unit, end };
}
