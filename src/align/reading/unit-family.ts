import type { UnitEntry } from '../../model/lexicon.js';

/** For a lexicon without these units, e.g. another field's. */
const BUILT_IN: readonly (readonly string[])[] = [
  ['起', '件', '宗', '例'],
  ['人', '名', '位'],
  ['场', '场次'],
];

/** The family of a measure word: 起 = 件 = 宗, 人 ≠ 人次, 个 ≠ 项 ≠ 处. A word nobody knows is its own family. */
export function unitFamily(unit: string, units: readonly UnitEntry[]): string {
  const entry = units.find(({ id, forms }) => id === unit || forms.includes(unit));
  if (entry) return entry.family;
  const built = BUILT_IN.find((words) => words.includes(unit));
  return built?.[0] ?? unit;
}
