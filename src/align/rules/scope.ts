import type { Reason } from '../../model/comparison.js';
import type { Observation } from '../observation.js';
import { otherDoer } from '../reading/scope.js';
import { allOf, type RowFacts } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { nameOf, perPlace } from './say.js';

export const scopeRule: Rule = {
  meta: {
    id: 6,
    code: 'SCOPE',
    zh: '范围须同一，部分不与整体比',
    en: 'One scope; a part is never compared with a whole',
  },
  examples: [
    {
      name: 'building sites beside everything',
      facts: [
        {
          at: 'a',
          id: 'site-disputes-resolution-rate',
          label: '建设工地矛盾化解率',
          value: 97.6,
          kind: 'share',
          period: 2023,
        },
        { at: 'b', id: 'disputes-resolution-rate', label: '矛盾纠纷化解率', value: 99, kind: 'share', period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'a class of disputes beside all of them',
      facts: [
        { at: 'a', id: 'disputes-resolved', label: '突出矛盾纠纷化解数', value: 4000, period: 2023 },
        { at: 'b', id: 'disputes-resolved', label: '各类矛盾纠纷化解数', value: 17180, period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'one office of the bureau',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 59, scope: '滨江派出所', period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 312, scope: '全市', period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'two wholes',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 59, scope: '全市', period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 312, period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row) => {
    const parts = allOf(row).flatMap(({ coverage }) => (coverage.kind === 'whole' ? [] : [coverage.of]));
    if (parts.length === 0) return besideReason(row);
    const all = allOf(row);
    if (
      parts.length === all.length &&
      new Set(parts).size === 1 &&
      all.every(({ rest, fact }) => rest === all[0]?.rest && otherDoer(fact.indicator.label, rest) === null)
    ) {
      return [
        reason(
          'SCOPE',
          'side-by-side',
          `都只统计“${parts[0] ?? ''}”这一部分，范围是否一致原文没有说明`,
          `All count only “${parts[0] ?? ''}”; the texts do not say that they draw the line alike`,
        ),
      ];
    }
    const said = perPlace(row.cells, scopeName);
    return [reason('SCOPE', 'not-comparable', `统计范围不同：${said.zh}`, `The scopes differ: ${said.en}`)];
  },
};

function scopeName({ coverage }: Observation): { zh: string; en: string } {
  if (coverage.kind === 'whole') return { zh: '全部', en: 'all' };
  return { zh: `“${coverage.of}”部分`, en: `“${coverage.of}” only` };
}

/** Figures of a class only stand beside figures of the whole: shown, never compared with them. */
function besideReason(row: RowFacts): Reason[] {
  const beside = row.cells.flatMap((cell) => cell.beside.map((observation) => ({ place: cell.place, observation })));
  if (beside.length === 0) return [];
  const zh = beside
    .map(({ place, observation }) => `${nameOf(place)}的${observation.fact.printed}只是${scopeName(observation).zh}`)
    .join('，');
  const en = beside
    .map(
      ({ place, observation }) => `${nameOf(place)}'s ${observation.fact.printed} is of ${scopeName(observation).en}`,
    )
    .join('; ');
  return [reason('SCOPE', 'side-by-side', `${zh}，不与整体比`, `${en}, and is not compared with a whole`)];
}
