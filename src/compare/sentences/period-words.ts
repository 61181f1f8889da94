import type { Period } from '../../model/corpus.js';

/** A period in Chinese: the text's own words, with the year where they leave it open: 上半年，2024年; 全年 of one year is 2023年. */
export function periodZh({ label, from, to }: Period): string {
  if (/(?:19|20)\d\d/u.test(label)) return label;
  const years = wholeYears(from, to);
  if (years !== null) return /[近来]/u.test(label) && years.first !== years.last ? label : `${spanOf(years, '—')}年`;
  const year = from?.slice(0, 4) ?? to?.slice(0, 4);
  const open = year === undefined || (from !== null && to !== null && from.slice(0, 4) !== to.slice(0, 4));
  return open ? label : `${label}${label === '' ? '' : '，'}${year}年`;
}

/** A period in English, from its dates; the text's own words where it has none. */
export function periodEn({ label, from, to }: Period): string {
  const years = wholeYears(from, to);
  if (years !== null) return spanOf(years, '–');
  if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`;
  if (from !== null) return `since ${from}`;
  return to === null ? label : `up to ${to}`;
}

interface Years {
  readonly first: string;
  readonly last: string;
}

function wholeYears(from: string | null, to: string | null): Years | null {
  if (from === null || to === null || !from.endsWith('-01-01') || !to.endsWith('-12-31')) return null;
  return { first: from.slice(0, 4), last: to.slice(0, 4) };
}

function spanOf({ first, last }: Years, dash: string): string {
  return first === last ? first : `${first}${dash}${last}`;
}
