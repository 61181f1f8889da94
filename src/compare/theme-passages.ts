import type { ThemeId } from '../model/finding.js';
import type { ThemeEntry } from '../model/lexicon.js';
import type { Passage } from '../model/report-text.js';

/** Which of the themes a passage speaks of. */
export type ThemesSpokenOf = (passage: Passage) => ReadonlySet<ThemeId>;

/**
 * A passage speaks of a theme when a finding in it does, or when a word of the theme stands in one of its clauses
 * and none there that rules the theme out. A heading alone is not enough: what stands under it may be about something else.
 */
export function speaker(
  themes: readonly ThemeEntry[],
  themesOf: ReadonlyMap<string, readonly ThemeId[]>,
): ThemesSpokenOf {
  const patterns = themes.map((entry) => ({ id: entry.id, words: union(entry.words), not: union(entry.not) }));
  return ({ text, findings }) => {
    const spoken = new Set(findings.flatMap((id) => themesOf.get(id) ?? []));
    const own = clauses(text);
    for (const { id, words, not } of patterns)
      if (
        words !== null &&
        !spoken.has(id) &&
        own.some((clause) => words.test(clause) && !(not?.test(clause) ?? false))
      )
        spoken.add(id);
    return spoken;
  };
}

/** The patterns are written for a claim; one word elsewhere in a long sentence must not rule the theme out. */
function clauses(text: string): string[] {
  return text.replace(/\s+/gu, '').split(/[，,；;。！!？?：:]/u);
}

/** One pattern out of several; null for none. The lexicon's patterns are checked when it is read. */
function union(patterns: readonly string[]): RegExp | null {
  return patterns.length === 0 ? null : new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'u');
}
