import type { FactKind } from '../../model/finding.js';
import type { IndicatorEntry, UnitEntry } from '../../model/lexicon.js';

/** Measure words that say the same where the unit list is silent. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['起', '件', '宗', '例', '案'],
  ['人', '名', '位', '人员'],
  ['人次', '人(次)', '人（次）'],
  [
    '个',
    '处',
    '家',
    '座',
    '所',
    '支',
    '项',
    '条',
    '次',
    '场',
    '场次',
    '期',
    '笔',
    '张',
    '本',
    '本(次)',
    '本（次）',
    '台',
    '路',
    '户',
    '户次',
    '家次',
    '家(次)',
    '台套',
  ],
];

/**
 * Whether the indicator can be given in the claim's unit. A change is given in per cent, points, multiples or the indicator's own
 * unit; a share only belongs to rates and shares; a rank to anything but a rate's own level; a duration to durations and streaks.
 * Units outside the known families fit when the entry names them.
 */
export function fitsUnit(
  entry: IndicatorEntry,
  claim: { readonly unit: string; readonly kind: FactKind },
  units: readonly UnitEntry[],
): boolean {
  const { kind, unit } = claim;
  // 847万用户: a count without a measure word fits anything that is counted.
  if (unit === '' && kind === 'count') return entry.measure === 'F' || entry.measure === 'S' || entry.measure === 'V';
  if (entry.measure === 'K') return kind === 'rank' || kind === 'change';
  const relative = unit === '%' || unit === '个百分点' || unit === '百分点' || unit === '倍' || unit === '‰';
  switch (kind) {
    case 'share':
      return entry.measure === 'R' || entry.measure === 'P';
    case 'rank':
      return entry.measure !== 'R' || /名次|排名/u.test(entry.zh);
    case 'duration':
      return entry.measure === 'T' || entry.measure === 'Z' || inFamily(entry, unit, units);
    case 'change':
    case 'ratio':
      return relative || inFamily(entry, unit, units);
    case 'count':
    case 'amount':
    case 'other':
      return entry.measure !== 'R' && entry.measure !== 'P' && inFamily(entry, unit, units);
    default:
      return kind satisfies never;
  }
}

function inFamily(entry: IndicatorEntry, unit: string, units: readonly UnitEntry[]): boolean {
  return entry.units.some((own) => own === unit || sameWord(own, unit) || sameFamily(own, unit, units));
}

function sameWord(a: string, b: string): boolean {
  return SYNONYMS.some((words) => words.includes(a) && words.includes(b));
}

function sameFamily(a: string, b: string, units: readonly UnitEntry[]): boolean {
  const family = (unit: string): string | undefined =>
    units.find((entry) => entry.id === unit || entry.forms.includes(unit))?.family;
  const of = family(a);
  return of !== undefined && of === family(b);
}
