import type { Fact } from '../../model/finding.js';

/** What a change is measured from: the same period a year before, the period just before, a named year, something vague, or unsaid. */
export type Base =
  | { readonly kind: 'year-on-year' }
  | { readonly kind: 'period-on-period' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'vague'; readonly text: string }
  | { readonly kind: 'unsaid' };

/** e.g. 同比, 较上年, 比去年同期, 与上一年相比 */
const YEAR_BEFORE = /去年|上年|上一年|前一年/u;

/**
 * Reads `basis`. A named year that is the year before the fact's own is year-on-year (比2022年 for 2023); 同比2019年 is 2019;
 * “2020年以前”, “年初”, “启用前” are vague and never equal to anything but themselves.
 */
export function baseOf(fact: Pick<Fact, 'basis' | 'period'>): Base {
  const text = fact.basis;
  if (text === null || text === '') return { kind: 'unsaid' };
  if (/环比|上月|上季/u.test(text)) return { kind: 'period-on-period' };
  const year = /((?:19|20)\d{2})年?/u.exec(text);
  if (year) {
    if (/以前|之前|底|末|初/u.test(text)) return { kind: 'vague', text };
    const base = Number(year[1]);
    const own = fact.period.to === null ? null : Number(fact.period.to.slice(0, 4));
    const oneYear =
      fact.period.from !== null &&
      fact.period.to !== null &&
      fact.period.from.slice(0, 4) === fact.period.to.slice(0, 4);
    return own !== null && oneYear && base === own - 1 ? { kind: 'year-on-year' } : { kind: 'year', year: base };
  }
  if (/同比|同期/u.test(text) || YEAR_BEFORE.test(text)) return { kind: 'year-on-year' };
  return { kind: 'vague', text };
}

export function sameBase(a: Base, b: Base): boolean {
  if (a.kind === 'unsaid' || b.kind === 'unsaid') return false;
  if (a.kind === 'year' && b.kind === 'year') return a.year === b.year;
  if (a.kind === 'vague' && b.kind === 'vague') return a.text === b.text;
  return a.kind === b.kind;
}

export function baseName(base: Base): { zh: string; en: string } {
  switch (base.kind) {
    case 'year-on-year':
      return { zh: '同比', en: 'year on year' };
    case 'period-on-period':
      return { zh: '环比', en: 'on the period before' };
    case 'year':
      return { zh: `较${base.year}年`, en: `against ${base.year}` };
    case 'vague':
      return { zh: base.text, en: `“${base.text}”` };
    case 'unsaid':
      return { zh: '未说明', en: 'not stated' };
    default:
      return base satisfies never;
  }
}
