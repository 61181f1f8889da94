import type { Comparison, Sentence, Verdict } from '../../model/comparison.js';
import type { ThemeId } from '../../model/finding.js';
import type { CompareInput } from '../input.js';
import { sentenceContext } from './context.js';
import { honoursSentences } from './honours-sentences.js';
import { instructive } from './instructive.js';
import { overviewSentence } from './overview.js';
import { withDigitsLinked } from './parts.js';
import { practiceSentences } from './practice-sentences.js';
import { rowSentence } from './row-sentence.js';
import { silenceSentences } from './silence-sentences.js';
import { conflictSentences, emphasisSentence } from './whole-sentences.js';

/** Rows of each verdict that get a sentence, per theme. */
const MOST: Readonly<Record<Verdict, number>> = {
  comparable: 6,
  'needs-normalising': 3,
  'side-by-side': 2,
  'not-comparable': 3,
};
const VERDICTS: readonly Verdict[] = ['comparable', 'needs-normalising', 'side-by-side', 'not-comparable'];

/**
 * The findings in plain words, in Chinese and English, made by rules from rows, ledger, practices and silences. What is about
 * the whole comes first, then theme by theme: comparable rows, rows to be scaled, side by side, the most instructive
 * refusals, honours, practices, silences. Every figure is as printed and linked to its fact; no order is said that a row
 * does not carry.
 */
export function toSentences(
  input: CompareInput,
  found: Pick<Comparison, 'practices' | 'silences' | 'emphasis'>,
): Sentence[] {
  const context = sentenceContext(input);
  const whole = [
    overviewSentence(context),
    ...conflictSentences(context).slice(0, 1),
    emphasisSentence(found.emphasis.cells, context),
    ...conflictSentences(context).slice(1),
  ];
  const honours = honoursSentences(context);
  const themed = themesOf(input).flatMap((theme, turn) => {
    const rows = input.rows.filter((row) => row.theme === theme);
    const ofRows = VERDICTS.flatMap((verdict) =>
      instructive(
        rows.filter((row) => row.verdict === verdict && row.cells.filter((cell) => cell.facts.length > 0).length > 1),
        MOST[verdict],
      ).map((row, i) => rowSentence(row, i, context)),
    );
    return [
      ...ofRows,
      ...honours.filter((sentence) => sentence.theme === theme),
      ...practiceSentences(theme, turn, found.practices, context),
      ...silenceSentences(theme, found.silences, context),
    ];
  });
  return [...whole, ...themed]
    .filter((sentence) => sentence !== null)
    .map((sentence) => ({ ...sentence, zh: withDigitsLinked(sentence.zh), en: withDigitsLinked(sentence.en) }));
}

/** The themes asked for, then those only rows have: what belongs to none of the themes is compared as well. */
function themesOf({ themes, rows }: CompareInput): ThemeId[] {
  return [...new Set([...themes.map(({ id }) => id), ...rows.map((row) => row.theme)])];
}
