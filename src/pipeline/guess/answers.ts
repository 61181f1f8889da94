import type { Level, Period } from '../../model/corpus.js';
import type { Guess } from './guess-report.js';

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/^(?:北京|上海|天津|重庆)市?$|(?:省|自治区)$/, 'province'],
  [/派出所$/, 'station'],
  [/(?:市|自治州|州|盟|地区)$/, 'city'],
  [/(?:县|旗)$/, 'county'],
  [/区$/, 'district'],
];

/** The guess with the place a person named. The kind in the name settles the level; without one the guessed level stays. */
export function withPlace(guess: Guess, name: string): Guess {
  const level = LEVELS.find(([pattern]) => pattern.test(name))?.[1];
  const short = name.length > 2 ? name.replace(/(?:自治[区州县旗]|地区|省|市|县|区|州|盟|旗|派出所)$/, '') : name;
  const { jurisdiction: _, level: unsureLevel, ...rest } = guess.unsure;
  const unsure = level || !unsureLevel ? rest : { level: unsureLevel, ...rest };
  return { ...guess, name, short: short === '' ? name : short, level: level ?? guess.level, unsure };
}

const MONTHS: Readonly<Record<string, readonly [string, string]>> = {
  '': ['01-01', '12-31'],
  上半年: ['01-01', '06-30'],
  下半年: ['07-01', '12-31'],
  一季度: ['01-01', '03-31'],
  二季度: ['04-01', '06-30'],
  三季度: ['07-01', '09-30'],
  四季度: ['10-01', '12-31'],
  前三季度: ['01-01', '09-30'],
};

/**
 * The period a person typed: a year, a part of one, years from and to, or two days. Null for anything else.
 * e.g. 2023, 2024年上半年, 2019-2023, 2023-01-01..2023-10-31
 */
export function parsePeriod(answer: string): Period | null {
  const said = answer.trim();
  const days = /^(\d{4}-\d\d-\d\d)\s?(?:\.\.|至|到|~|—)\s?(\d{4}-\d\d-\d\d)$/.exec(said);
  if (days) {
    const [, from = '', to = ''] = days;
    return isDay(from) && isDay(to) && from <= to ? { from, to, label: `${from}至${to}` } : null;
  }
  const years = /^(\d{4})年?\s?(?:-|至|到|~|—)\s?(\d{4})年?$/.exec(said);
  if (years) {
    const [, from = '', to = ''] = years;
    return from < to ? { from: `${from}-01-01`, to: `${to}-12-31`, label: `${from}年至${to}年` } : null;
  }
  const part = /^((?:19|20)\d\d)年?\s?(上半年|下半年|前三季度|第?[一二三四]季度)?$/.exec(said);
  if (!part) return null;
  const [, year = '', raw = ''] = part;
  const name = raw.replace('第', '');
  const [from, to] = MONTHS[name] ?? ['01-01', '12-31'];
  return { from: `${year}-${from}`, to: `${year}-${to}`, label: `${year}年${name}` };
}

/** The guess with the period a person named. */
export function withPeriod(guess: Guess, period: Period): Guess {
  const { period: _, ...unsure } = guess.unsure;
  return { ...guess, period, unsure };
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
