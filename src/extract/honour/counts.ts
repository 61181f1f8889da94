const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** A whole number in digits, in 万 (1.2万) or in Chinese up to 999 (12, 1,177, 十二, 三十一); null where it is none. */
export function wholeNumber(text: string): number | null {
  const plain = text.replace(/[,，]/g, '');
  if (/^\d{1,7}$/.test(plain)) return Number(plain);
  if (/^\d{1,4}(?:\.\d{1,4})?万$/u.test(plain)) return Math.round(Number(plain.slice(0, -1)) * 10_000);
  const hundreds = /^(?:([一二两三四五六七八九])百)?零?(.{0,3})$/u.exec(plain);
  if (!hundreds) return null;
  const [, h, rest = ''] = hundreds;
  const base = h ? (DIGITS[h] ?? 0) * 100 : 0;
  if (rest === '') return h ? base : null;
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(rest);
  if (tens) return base + (tens[1] ? (DIGITS[tens[1]] ?? 1) : 1) * 10 + (tens[2] ? (DIGITS[tens[2]] ?? 0) : 0);
  const one = DIGITS[rest];
  return one === undefined || rest.length > 1 ? null : base + one;
}

const NUMBER = '(?:\\d{1,4}(?:\\.\\d{1,4})?万|\\d{1,3}(?:[,，]\\d{3})+|\\d{1,6}|[一二两三四五六七八九十百]{1,5})';
const AT_END = new RegExp(
  `(?<![第前])(?:共计|共|累计|达到?|等)?(?<!第)(${NUMBER})(?:余|多)?(个次|人次|个|项|人|名|次|枚|块|面|座|件|家|篇|套|起|位)(?:次)?$`,
  'u',
);
const AT_START = new RegExp(`^(${NUMBER})(?:余|多)?(个|项|枚|块|面|座|件|次|名|位)(?=[^、，]{2})`, 'u');

/** A text without the count at its end or beginning, and the count: 集体奖励83个 → 集体奖励, 83; 三等功一次 → 三等功, null. */
export function countIn(text: string): { text: string; count: number | null } {
  const end = AT_END.exec(text.trimEnd());
  if (end) {
    const value = wholeNumber(end[1] ?? '');
    const once = value === 1 && end[2] === '次';
    if (value !== null) return { text: text.slice(0, end.index).trimEnd(), count: once ? null : value };
  }
  const start = AT_START.exec(text);
  if (start) {
    const value = wholeNumber(start[1] ?? '');
    if (value !== null) return { text: text.slice(start[0].length), count: value };
  }
  return { text, count: null };
}

const OF_THINGS = new RegExp(`^(${NUMBER})(?:余|多)?(起|件|项|支|家|部|篇|处)`, 'u');
const OF_PEOPLE = new RegExp(`(${NUMBER})(?:余|多)?(人次|名|位|人|个)`, 'u');

/** How many the recipient is: 616个集体 → 616, 两名民警 → 2; null for one that is named. */
export function headCount(text: string): number | null {
  const match = OF_PEOPLE.exec(text) ?? OF_THINGS.exec(text);
  return match ? wholeNumber(match[1] ?? '') : null;
}
