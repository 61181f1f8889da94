import type { Sentence, Silence } from '../../model/comparison.js';
import type { ThemeId } from '../../model/finding.js';
import type { SentenceContext } from './context.js';
import { listEn, listZh } from './count-words.js';
import { linked, toParts } from './parts.js';
import { shownFacts } from './row-sentence.js';

const MOST = 2;

/** What most other reports give and some do not, per theme: silence in words, never a zero. */
export function silenceSentences(theme: ThemeId, silences: readonly Silence[], context: SentenceContext): Sentence[] {
  const silent = new Map<string, string[]>();
  for (const { jurisdiction, rows, theme: of } of silences) {
    if (of !== theme) continue;
    for (const row of rows) silent.set(row, [...(silent.get(row) ?? []), jurisdiction]);
  }
  return (
    [...silent]
      .flatMap(([id, places]) => {
        const row = context.rows.get(id);
        return row === undefined ? [] : [{ row, places, facts: shownFacts(row, context) }];
      })
      // Where only a few report at all, silence says little; the table of silences has it.
      .filter(({ facts, places }) => facts.length > 1 && facts.length >= places.length)
      .sort((a, b) => b.facts.length - a.facts.length)
      .slice(0, MOST)
      .map(({ row, places, facts }) => {
        const ids = facts.map((fact) => fact.id);
        const others = facts.map((fact) => context.short(fact.jurisdiction));
        const own = places.map(context.short);
        return {
          theme,
          zh: toParts([
            `${listZh(own)}的报告未提及${row.indicator.label}，`,
            linked(`${listZh(others)}有这一项`, ids),
            '；未提及不等于没有。',
          ]),
          en: toParts([
            `${listEn(own)} ${own.length === 1 ? 'does' : 'do'} not mention ${row.indicator.label_en}, which `,
            linked(`${listEn(others)} ${others.length === 1 ? 'gives' : 'give'}`, ids),
            '; not mentioned is not none.',
          ]),
        };
      })
  );
}
