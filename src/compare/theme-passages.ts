import type { ThemeId } from '../model/finding.js';
import type { ThemeEntry } from '../model/lexicon.js';
import type { Passage } from '../model/report-text.js';

/** Says whether a passage speaks of a theme. */
export type SpeaksOf = (passage: Passage, theme: ThemeId) => boolean;

/**
 * A passage speaks of a theme when a finding in it does, or when a word of the theme stands in one of its clauses
 * and none there that rules the theme out. A heading alone is not enough: what stands under it may be about something else.
 */
export function speaker(themes: readonly ThemeEntry[], themesOf: ReadonlyMap<string, readonly ThemeId[]>): SpeaksOf {
  const patterns = new Map(themes.map((entry) => [entry.id, { words: union(entry.words), not: union(entry.not) }]));
  return (passage, theme) => {
    if (passage.findings.some((id) => themesOf.get(id)?.includes(theme))) return true;
    const found = patterns.get(theme);
    if (found?.words == null) return false;
    const { words, not } = found;
    return clauses(passage.text).some((clause) => words.test(clause) && !(not?.test(clause) ?? false));
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
