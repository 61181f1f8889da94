import type { Fact } from '../../model/finding.js';
import { changeDirection } from '../../text/direction-word.js';
import type { Qualifiers } from './figure-zh.js';
import { periodEn } from './period-words.js';

/** Units whose English word belongs to the figure; for all others the indicator's name says what is counted. */
const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  个百分点: ' percentage points',
  '‰': '‰',
  元: ' yuan',
  人次: ' person-times',
  人: ' people',
  名: ' people',
  位: ' people',
  年: ' years',
  个月: ' months',
  天: ' days',
  小时: ' hours',
  分钟: ' minutes',
  倍: ' times',
  公里: ' km',
  公斤: ' kg',
  吨: ' tonnes',
};
// e.g. 同比, 较去年同期, 与上年同期相比, 比上一年
const YEAR_ON_YEAR = /^(?:同比|[较比与]?(?:去年|上年|上一年|前一年)(?:同期)?(?:相比)?)$/u;
const PERIOD_ON_PERIOD = /^(?:环比|[较比与]?上(?:月|季度|一季度|个月|期)(?:相比)?)$/u;
const SCOPES: Readonly<Record<string, string>> = {
  全市: 'whole city',
  全省: 'whole province',
  全区: 'whole district',
  全县: 'whole county',
  全州: 'whole prefecture',
  辖区: 'own area',
};
const STATUS: Readonly<Record<Fact['status'], string>> = {
  actual: '',
  target: 'target',
  plan: 'plan',
  capacity: 'capacity',
  anecdote: 'one case',
};

/** A number with a comma between thousands and at most four decimals, whatever the locale. */
export function numberEn(value: number): string {
  const [whole = '0', fraction] = String(Math.round(Math.abs(value) * 10_000) / 10_000).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** The figure in English: the normalised value with what the wording allows, its unit, direction and base. */
export function figureEn(fact: Fact): string {
  const unit = UNITS[fact.unit] ?? '';
  const sized = (value: number) =>
    fact.unit === '元' ? `${moneyEn(value)}${unit}` : `${numberEn(value)}${value === 1 ? singular(unit) : unit}`;
  const change = changeDirection(fact);
  const reached = change === fact.direction ? '' : fact.direction === 'up' ? 'risen to ' : 'fallen to ';
  if (fact.kind === 'rank') return `${reached}${about(fact)}no. ${numberEn(fact.value)}`;
  const base = fact.basis === null ? '' : ` ${baseEn(fact.basis)}`;
  if (fact.direction === 'none' || (change === 'none' && fact.value_to === null)) {
    const range = fact.value_to === null ? '' : `${numberEn(fact.value)}–`;
    return `${reached}${about(fact)}${range}${sized(fact.value_to ?? fact.value)}${base}`;
  }
  if (fact.value_to !== null) return `from ${sized(fact.value)} to ${sized(fact.value_to)}${base}`;
  return `${fact.direction} ${about(fact)}${sized(fact.value)}${base}`;
}

/** Money in millions or billions where that is exact: 217000000 → 217 million. */
function moneyEn(value: number): string {
  for (const [size, word] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    const scaled = value / size;
    if (scaled >= 1 && Math.round(scaled * 1000) * size === value * 1000) return `${numberEn(scaled)} ${word}`;
  }
  return numberEn(value);
}

function scopeEn(scope: string | null): string {
  return scope === null ? '' : (SCOPES[scope] ?? scope);
}

function singular(unit: string): string {
  return unit === ' people' ? ' person' : unit.replace(/(?<=[a-z])s$/, '');
}

function about({ approx, bounds }: Fact): string {
  switch (approx) {
    case 'exact':
      return '';
    case 'about':
      return 'about ';
    case 'at-least':
      return bounds !== null && bounds.high === null && !bounds.lowOpen ? 'at least ' : 'over ';
    case 'at-most':
      return 'under ';
  }
}

// e.g. 较2015年, 比2019年, 与2020年以前相比
function baseEn(basis: string): string {
  if (YEAR_ON_YEAR.test(basis)) return 'year on year';
  if (PERIOD_ON_PERIOD.test(basis)) return 'on the previous period';
  const year = /(?:19|20)\d\d/.exec(basis)?.[0];
  return year === undefined || /以前|之前/.test(basis) ? `(base: ${basis})` : `on ${year}`;
}

/** The figure with what sets it apart from the others. */
export function qualifiedEn(fact: Fact, { period, scope, label }: Qualifiers): string {
  const notes = [
    label ? `“${fact.indicator.label.replace(/\s+/gu, '').replace(/[“”]/gu, '')}”` : '',
    period ? periodEn(fact.period) : '',
    scope ? scopeEn(fact.scope) : '',
    STATUS[fact.status],
    fact.kind === 'change' && fact.basis === null ? 'base not stated' : '',
  ].filter((note) => note !== '');
  return `${figureEn(fact)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}
