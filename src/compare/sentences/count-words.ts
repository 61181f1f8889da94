const DIGITS = '零一二三四五六七八九';

/**
 * A whole number from 0 to 999 in Chinese words, as it stands before a measure word: 2 → 两, 12 → 十二, 105 → 一百零五.
 * Words rather than digits: what the program counted itself shall not look like a figure out of a report. Larger numbers
 * come in digits.
 */
export function countZh(n: number): string {
  if (n === 2) return '两';
  if (n < 10) return DIGITS[n] ?? String(n);
  if (n >= 1000) return String(n);
  const digit = (d: number) => DIGITS[d] ?? '';
  const [h, t, u] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10];
  const tens = t === 0 ? (h > 0 && u > 0 ? '零' : '') : t === 1 && h === 0 ? '十' : `${digit(t)}十`;
  return `${h > 0 ? `${digit(h)}百` : ''}${tens}${u === 0 ? '' : digit(u)}`;
}

const SMALL =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number from 0 to 999 in English words (0 → no); larger ones in digits. */
export function countEn(n: number): string {
  if (n < 20) return SMALL[n] ?? String(n);
  if (n >= 1000) return String(n);
  const rest = n % 100;
  const below =
    rest < 20
      ? rest === 0
        ? ''
        : (SMALL[rest] ?? '')
      : `${TENS[Math.floor(rest / 10)]}${rest % 10 === 0 ? '' : `-${SMALL[rest % 10]}`}`;
  if (n < 100) return below;
  return `${SMALL[Math.floor(n / 100)]} hundred${below === '' ? '' : ` and ${below}`}`;
}

/** Names a sentence can carry; the table has all. */
const MOST = 12;
/** Of more, so many are named. */
const SHOWN = 6;

/** 甲、乙和丙 out of names; one name stays alone; of more than twelve the first six: 甲、乙…等四十地. */
export function listZh(names: readonly string[]): string {
  if (names.length > MOST) return `${names.slice(0, SHOWN).join('、')}等${countZh(names.length)}地`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('、')}和${last}`;
}

/** “a, b and c” out of names; of more than twelve the first six: “a, b … and thirty-four others”. */
export function listEn(names: readonly string[]): string {
  if (names.length > MOST) return `${names.slice(0, SHOWN).join(', ')} and ${countEn(names.length - SHOWN)} others`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
