import type { IndicatorEntry, UnitEntry } from '../../model/lexicon.js';
import { unitFamily } from '../reading/unit-family.js';
import { allOf } from '../row-facts.js';
import { type Rule, reason } from './rule.js';
import { distinct, perPlace } from './say.js';

/** Honours are counted in 项, 个 and 次 alike. */
const HONOUR_UNITS = new Set(['thing', 'item', 'times', '个', '项', '次', '枚', '座']);

export const unitRule: Rule = {
  meta: { id: 2, code: 'UNIT', zh: '计量单位须同类', en: 'Units of one family' },
  examples: [
    {
      name: '起 and 处',
      facts: [
        { at: 'a', id: 'hazards-rectified', label: '风险隐患整改数', value: 10560, unit: '起', period: 2023 },
        { at: 'b', id: 'hazards-rectified', label: '安全隐患整改数', value: 5000, unit: '处', period: 2023 },
      ],
      says: 'not-comparable',
    },
    {
      name: 'per cent and percentage points',
      facts: [
        {
          at: 'a',
          id: 'fraud-clearance',
          label: '电诈破案率',
          value: 6.8,
          kind: 'change',
          direction: 'up',
          period: 2023,
        },
        {
          at: 'b',
          id: 'fraud-clearance',
          label: '电诈破案率',
          value: 5,
          unit: '个百分点',
          kind: 'change',
          direction: 'up',
          period: 2023,
        },
      ],
      says: 'not-comparable',
    },
    {
      name: '起 and 件 are one',
      facts: [
        { at: 'a', id: 'fraud-cleared', label: '电诈破案数', value: 100, unit: '起', period: 2023 },
        { at: 'b', id: 'fraud-cleared', label: '电诈破案数', value: 90, unit: '件', period: 2023 },
      ],
      says: 'silent',
    },
  ],
  apply: (row, context) => {
    if (row.families.length > 1) return [];
    // Ranks are numbers however they are printed: 第1, 第一名, 第2位.
    if (row.families[0] === 'rank') return [];
    const families = distinct(allOf(row).map(({ unit }) => unit));
    if (families.length < 2) return [];
    if (row.entry?.themes[0] === 'honours' && families.every((family) => HONOUR_UNITS.has(family))) return [];
    if (
      row.entry !== null &&
      !row.entry.badges.includes('units-apart') &&
      interchangeable(families, row.entry, context.lexicon.units)
    )
      return [];
    const said = perPlace(row.cells, ({ fact }) => ({ zh: `“${fact.unit}”`, en: `“${fact.unit}”` }));
    return [reason('UNIT', 'not-comparable', `计量单位不同：${said.zh}`, `The units differ: ${said.en}`)];
  },
};

/** Measure words that the indicator itself lists as its own: 个 and 处 of one kind of place. Persons are never person-times. */
function interchangeable(families: readonly string[], entry: IndicatorEntry, units: readonly UnitEntry[]): boolean {
  const own = new Set(entry.units.map((unit) => unitFamily(unit, units)));
  // 家次 and 次 are both visits; 户 and 户次, 人 and 人次 are not one.
  const times = families.filter((family) => family.endsWith('times'));
  if (times.length > 0 && times.length < families.length) return false;
  return families.every((family) => own.has(family) && family !== 'person');
}
