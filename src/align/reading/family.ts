import type { Fact } from '../../model/finding.js';

/**
 * What kind of figure a fact is; figures of two families never stand in one row as one measure. `change` is relative (per cent,
 * points, multiples), `difference` an absolute rise or fall (减少61起), `from-to` a pair of levels (从A降至B).
 */
export type Family = 'level' | 'change' | 'difference' | 'from-to' | 'share' | 'rank' | 'ratio' | 'duration';

/** In the order rows of one indicator are shown. */
export const FAMILIES: readonly Family[] = [
  'level',
  'share',
  'change',
  'difference',
  'from-to',
  'ratio',
  'rank',
  'duration',
];

export const FAMILY_NAMES: Readonly<Record<Family, { readonly zh: string; readonly en: string }>> = {
  level: { zh: '数量', en: 'a level' },
  change: { zh: '变动幅度', en: 'a relative change' },
  difference: { zh: '增减数', en: 'an absolute change' },
  'from-to': { zh: '从A到B', en: 'a from–to pair' },
  share: { zh: '比率', en: 'a share or rate' },
  rank: { zh: '名次', en: 'a rank' },
  ratio: { zh: '倍数或比值', en: 'a ratio' },
  duration: { zh: '时长', en: 'a duration' },
};

const RELATIVE = new Set(['%', '‰', '个百分点', '百分点', '倍', '番']);

/** The family of a fact; null for kinds that never enter a row (figures of one incident and the like). */
export function familyOf(fact: Pick<Fact, 'kind' | 'unit' | 'value_to'>): Family | null {
  switch (fact.kind) {
    case 'count':
    case 'amount':
      return 'level';
    case 'change':
      return fact.value_to !== null ? 'from-to' : RELATIVE.has(fact.unit) ? 'change' : 'difference';
    case 'share':
    case 'rank':
    case 'ratio':
    case 'duration':
      return fact.kind;
    case 'other':
      return null;
    default:
      return fact.kind satisfies never;
  }
}
