import type { ThemeId } from '../../model/finding.js';
import type { Lexicon } from '../../model/lexicon.js';
import { themesOf } from '../theme/index.js';
import type { Candidate } from './candidate.js';
import type { InitiativeWords } from './words.js';

/** Themes an initiative may have; honours are no work theme. */
const WORK = (theme: ThemeId): boolean => theme !== 'honours';

/**
 * The work themes of a name: those known beforehand; those the name speaks for; else, unless the name speaks of other
 * work, those of its clause and what surrounds it. Empty: the name belongs to other work and is skipped.
 */
export function themesOfName(candidate: Candidate, words: InitiativeWords, lexicon: Lexicon): readonly ThemeId[] {
  if (candidate.themes !== null) return candidate.themes;
  const { name, passage, sentence, start } = candidate;
  const own = words.cued(name);
  if (own.length > 0 && !words.isElsewhere(candidate.core)) return own;
  if (words.isElsewhere(name) || words.isElsewhere(candidate.core)) return [];
  const clause = sentence.clauses.find((c) => c.start <= start && start < c.end) ?? sentence;
  return themesOf(
    {
      label: name,
      clause: passage.text.slice(clause.start, clause.end),
      sentence: passage.text.slice(sentence.start, sentence.end),
      paragraph: passage.text,
      section: passage.section,
      indicator: null,
    },
    lexicon,
  ).filter(WORK);
}
