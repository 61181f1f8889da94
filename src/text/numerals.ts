import { type Decimal, decimal, fromNumber, plus, shifted, stepOf, times, toNumber } from './decimal.js';

/** How a numeral is written: only Arabic digits, only Chinese characters, or both (3万4000, 43.12万). */
export type NumeralScript = 'arabic' | 'chinese' | 'mixed';

/** A numeral as read out of a text, exactly. */
export interface Numeral {
  /** UTF-16 offsets in the text it was read from. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The number, or the lower end where the numeral itself is a span (两三, 三四十, 数百). */
  readonly value: number;
  /** Upper end of a numeral that is a span: 3 of 两三, 40 of 三四十, 1000 (exclusive) of 数百; else null. */
  readonly valueTo: number | null;
  /** Unit of the last digit that is not zero: 1800 → 100, 43.12万 → 100, 1.6万 → 1000, 0.5 → 0.1; 1 for zero. */
  readonly precision: number;
  readonly script: NumeralScript;
  /** 余, 多 or 来 stands inside, before 万 or 亿: 3000余万. */
  readonly more: boolean;
  /** Written with a vague digit: 数十, 几百, 十几. */
  readonly vague: boolean;
  /** A multiplier with no digit before it: 百, 千, 万, 百万 (百余名, 上千). 十 is a number of its own and not bare. */
  readonly bare: boolean;
  /** Chinese digits in a row without multipliers: 二〇二三, 一二三. */
  readonly positional: boolean;
  /** Thousands separators were read: 12,345. */
  readonly grouped: boolean;
  /** 万, 亿 or 万亿 at the end as a factor, else 1: 20万 → 10000. */
  readonly factor: number;
}

const ZEROS = '零〇○';
const DIGITS = '零一二三四五六七八九';
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 拾: 1, 佰: 2, 仟: 3 };
const BIG: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 };
const FORMAL = '壹贰叁肆伍陆柒捌玖';

/** Value of an ASCII or full-width digit, or -1. */
function arabicDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Value of a Chinese digit (两 → 2, 〇 → 0, 叁 → 3), or -1. */
function chineseDigit(ch: string | undefined): number {
  if (ch === undefined) return -1;
  if (ch === '两' || ch === '兩') return 2;
  if (ZEROS.includes(ch)) return 0;
  const plain = DIGITS.indexOf(ch);
  return plain >= 0 ? plain : FORMAL.indexOf(ch) + (FORMAL.includes(ch) ? 1 : 0);
}

const isArabic = (text: string, at: number): boolean => arabicDigit(text.charCodeAt(at)) >= 0;
const small = (ch: string | undefined): number => (ch === undefined ? 0 : (SMALL[ch] ?? 0));
const big = (ch: string | undefined): number => (ch === undefined ? 0 : (BIG[ch] ?? 0));

/** Longest run of digits that is still a number here and not a serial number. */
const LONGEST = 18;

interface Piece {
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal | null;
}

interface ArabicPiece extends Piece {
  readonly grouped: boolean;
  readonly fraction: boolean;
}

/** The digits from `at` on, at most one more than `LONGEST`, so that a long serial number costs no more than a short one. */
function digitsFrom(text: string, at: number): { readonly end: number; readonly digits: string } {
  let end = at;
  let digits = '';
  for (
    let d = arabicDigit(text.charCodeAt(end));
    d >= 0 && digits.length <= LONGEST;
    d = arabicDigit(text.charCodeAt(end))
  ) {
    digits += d;
    end++;
  }
  return { end, digits };
}

/** 12345, 12,345, 12，345, 43.12, １２３. Null where there is no digit, or too many. */
function readArabic(text: string, at: number): ArabicPiece | null {
  let { end, digits } = digitsFrom(text, at);
  if (digits === '' || digits.length > LONGEST) return null;
  let grouped = false;
  // e.g. 186,402起; not 第1,3,5项, and not 3,1234
  if (digits.length <= 3 && digits !== '0') {
    while (text[end] === ',' || text[end] === '，') {
      const group = digitsFrom(text, end + 1);
      if (group.digits.length !== 3 || digits.length > LONGEST) break;
      digits += group.digits;
      end = group.end;
      grouped = true;
    }
  }
  let scale = 0;
  if ((text[end] === '.' || text[end] === '．') && isArabic(text, end + 1)) {
    const part = digitsFrom(text, end + 1);
    // 2024.1.10 is a date, not 2024.1
    if (text[part.end] === '.' && isArabic(text, part.end + 1)) return null;
    if (part.digits.length > LONGEST) return null;
    digits += part.digits;
    scale = part.digits.length;
    end = part.end;
  }
  return { end, low: decimal(BigInt(digits), -scale), high: null, grouped, fraction: scale > 0 };
}

interface Section extends Piece {
  readonly arabic: boolean;
  readonly chinese: boolean;
  readonly grouped: boolean;
  readonly fraction: boolean;
  readonly vague: boolean;
  readonly bare: boolean;
  readonly positional: boolean;
  /** A single digit and nothing else. */
  readonly single: boolean;
  /** Power of ten of the last multiplier read (3 for 五千), 0 if none. */
  readonly lastPower: number;
}

/** 二〇二三, 一一〇: three or more Chinese digits in a row, or two with a 〇 in second place. */
function readPositional(text: string, at: number): Section | null {
  let end = at;
  let digits = '';
  for (let d = chineseDigit(text[end]); d >= 0 && digits.length <= LONGEST; d = chineseDigit(text[end])) {
    digits += d;
    end++;
  }
  if (digits.length < 2 || digits.length > LONGEST || small(text[end]) > 0) return null;
  if (digits.length === 2 && !digits.endsWith('0')) return null;
  if (digits.startsWith('0') && digits.length < 3) return null;
  return {
    end,
    low: decimal(BigInt(digits), 0),
    high: null,
    arabic: false,
    chinese: true,
    grouped: false,
    fraction: false,
    vague: false,
    bare: false,
    positional: true,
    single: false,
    lastPower: 0,
  };
}

/** Reads what stands below one 万 or 亿: 五千零三十二, 3千4百, 1千零20, 十几, 三四十, 数百, 1234.5. */
function readSection(text: string, at: number): Section | null {
  const positional = readPositional(text, at);
  if (positional) return positional;
  let pos = at;
  let low = decimal(0n, 0);
  let high: Decimal | null = null;
  let power = 4;
  let arabic = false;
  let chinese = false;
  let grouped = false;
  let fraction = false;
  let vague = false;
  let bare = false;
  let terms = 0;
  let lastPower = 0;
  let single = false;
  for (;;) {
    let from = pos;
    const afterZero = terms > 0 && ZEROS.includes(text[from] ?? ' ');
    if (afterZero) from++;
    let unit: Piece | null = null;
    let vagueHere = false;
    const number = readArabic(text, from);
    const d = chineseDigit(text[from]);
    if (number) {
      if (terms > 0 && (number.fraction || number.grouped)) break;
      unit = number;
    } else if (d > 0 || (d === 0 && terms === 0)) {
      const next = chineseDigit(text[from + 1]);
      // e.g. 两三个, 三四十起, 三五天
      const adjacent = next > d && d > 0 && (next === d + 1 || (d === 3 && next === 5));
      unit = adjacent
        ? { end: from + 2, low: decimal(BigInt(d), 0), high: decimal(BigInt(next), 0) }
        : { end: from + 1, low: decimal(BigInt(d), 0), high: null };
      if (adjacent && terms > 0 && lastPower !== 1) break;
    } else if (text[from] === '数' || text[from] === '几') {
      // e.g. 数百, 几十万; 十几 — but not 几个, 数名
      const counts = small(text[from + 1]) > 0 || big(text[from + 1]) > 0;
      if (terms === 0 ? !counts : !(lastPower === 1 && text[from] === '几' && !counts)) break;
      unit =
        terms === 0
          ? { end: from + 1, low: decimal(2n, 0), high: decimal(10n, 0) }
          : { end: from + 1, low: decimal(1n, 0), high: decimal(10n, 0) };
      vagueHere = true;
    } else if (small(text[from]) > 0 && (terms === 0 || (afterZero && text[from] === '十'))) {
      if (small(text[from]) > 1) bare = true;
      unit = { end: from, low: decimal(1n, 0), high: null };
    }
    if (!unit) break;
    const p = small(text[unit.end]);
    if (p >= power && p > 0) break;
    if (terms > 0 && p === 0 && number) {
      // 1千零20: what follows a multiplier in Arabic digits stays below it
      if (toNumber(number.low) >= 10 ** lastPower || (!afterZero && toNumber(number.low) < 10 ** (lastPower - 1)))
        break;
    }
    if (number && p > 0 && number.grouped) break;
    let shift = p;
    let end = unit.end + (p > 0 ? 1 : 0);
    if (p > 0 && number && p === 3 && text[end] === '克') {
      // 5千克 is five kilograms
      shift = 0;
      end = unit.end;
    }
    // 一百二 → 120, 三千五 → 3500: the multiplier below the last is left out
    if (terms > 0 && p === 0 && !number && !afterZero && lastPower > 1 && !vagueHere && unit.high === null)
      shift = lastPower - 1;
    if (terms > 0 && p === 0 && unit.high !== null && lastPower > 1) break;
    const base = low;
    low = plus(base, shifted(unit.low, shift));
    if (unit.high) high = plus(base, shifted(unit.high, shift));
    if (number) {
      arabic = true;
      if (p > 0 && shift > 0) chinese = true;
      grouped ||= number.grouped;
      fraction ||= number.fraction;
    } else chinese = true;
    vague ||= vagueHere;
    single = terms === 0 && p === 0 && !number && unit.high === null;
    terms++;
    pos = end;
    if (shift === 0 || p === 0 || unit.high !== null || vagueHere) {
      lastPower = p;
      break;
    }
    power = p;
    lastPower = p;
  }
  if (terms === 0) return null;
  // e.g. 二十三点五
  if (chinese && !arabic && high === null && text[pos] === '点' && chineseDigit(text[pos + 1]) >= 0) {
    let end = pos + 1;
    let digits = '';
    for (
      let d = chineseDigit(text[end]);
      d >= 0 && digits.length <= LONGEST && text[end] !== '两';
      d = chineseDigit(text[end])
    ) {
      digits += d;
      end++;
    }
    if (digits !== '') {
      low = plus(low, decimal(BigInt(digits), -digits.length));
      pos = end;
      fraction = true;
      single = false;
    }
  }
  return { end: pos, low, high, arabic, chinese, grouped, fraction, vague, bare, positional: false, single, lastPower };
}

/**
 * Reads the longest numeral that begins at `at`: Arabic with thousands separators and decimals, full-width, Chinese, or
 * mixed. Null where none begins. Does not look at what stands before or after: whether 十 of 十堰 is a number is for the
 * caller to say. 余, 多 and 来 are read only inside (3000余万), never at the end.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  let pos = at;
  let low = decimal(0n, 0);
  let high: Decimal | null = null;
  let step: Decimal | null = null;
  let lastBig = 99;
  let arabic = false;
  let grouped = false;
  let vague = false;
  let bare = false;
  let positional = false;
  let more = false;
  let factor = 0;
  let sections = 0;
  for (;;) {
    let from = pos;
    if (sections > 0 && ZEROS.includes(text[from] ?? ' ')) from++;
    let section = readSection(text, from);
    if (!section && sections === 0 && (big(text[from]) === 4 || (big(text[from]) === 8 && big(text[from + 1]) === 0))) {
      section = { ...EMPTY, end: from, low: decimal(1n, 0), chinese: true, bare: true };
    }
    if (!section) break;
    if (sections > 0 && (section.grouped || section.bare || (section.fraction && section.arabic))) break;
    let end = section.end;
    let moreHere = false;
    if (
      (text[end] === '余' || text[end] === '多' || text[end] === '来') &&
      big(text[end + 1]) > 0 &&
      section.high === null
    ) {
      moreHere = true;
      end++;
    }
    let shift = big(text[end]);
    if (shift > 0) {
      end++;
      if (shift === 4 && big(text[end]) === 8 && text[end - 2] !== '余') {
        shift = 12;
        end++;
      }
    }
    if (shift >= lastBig) break;
    if (sections > 0 && shift === 0) {
      const n = toNumber(section.low);
      if (n >= 10 ** lastBig) break;
      // 三万五 → 35000 (the multiplier below is left out); 3万4000 is written out; 3万4 is neither
      if (from === pos && section.single && text[pos - 1] !== '零') {
        section = { ...section, low: shifted(section.low, lastBig - 1) };
      } else if (from === pos && section.arabic && n < 10 ** (lastBig - 1) && !section.chinese) break;
    }
    const scaled = shifted(section.low, shift);
    const base = low;
    low = plus(base, scaled);
    if (section.high) high = plus(base, shifted(section.high, shift));
    const sectionStep = shifted(stepOf(section.low), shift);
    step = toNumber(section.low) === 0 ? step : sectionStep;
    arabic ||= section.arabic;
    grouped ||= section.grouped;
    vague ||= section.vague;
    bare ||= section.bare;
    positional ||= section.positional;
    more ||= moreHere;
    factor = shift;
    sections++;
    pos = end;
    if (shift === 0 || moreHere || section.high !== null || section.vague) break;
    lastBig = shift;
    if (section.fraction) break;
  }
  if (sections === 0) return null;
  const written = text.slice(at, pos);
  const hasChinese = [...written].some((ch) => chineseDigit(ch) >= 0 || small(ch) > 0 || big(ch) > 0);
  return {
    start: at,
    end: pos,
    value: toNumber(low),
    valueTo: high ? toNumber(high) : null,
    precision: step ? toNumber(step) : 1,
    script: arabic ? (hasChinese ? 'mixed' : 'arabic') : 'chinese',
    more,
    vague,
    bare,
    positional,
    grouped,
    factor: 10 ** factor,
  };
}

const EMPTY: Section = {
  end: 0,
  low: decimal(0n, 0),
  high: null,
  arabic: false,
  chinese: false,
  grouped: false,
  fraction: false,
  vague: false,
  bare: false,
  positional: false,
  single: false,
  lastPower: 0,
};

/** The number a whole string is, e.g. `43.12万` → 431200; null unless the string is one numeral from end to end. */
export function parseNumeral(text: string): Numeral | null {
  const numeral = readNumeral(text, 0);
  return numeral && numeral.end === text.length ? numeral : null;
}

/** A number times a factor, worked out in decimal, so that 7.8 × 10000 is 78000 and not 77999.99…. */
export function scaleExactly(value: number, factor: number): number {
  return toNumber(times(fromNumber(value), fromNumber(factor)));
}
