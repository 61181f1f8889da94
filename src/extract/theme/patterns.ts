const compiled = new Map<string, RegExp>();

/**
 * The lexicon's pattern as a regular expression (flag u). Compiled once a pattern: the lexicon's patterns are few and are tried
 * on every claim. A pattern that is no regular expression — the lexicon reader refuses those — is taken literally.
 */
export function patternOf(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  let made: RegExp;
  try {
    made = new RegExp(source, 'u');
  } catch {
    made = new RegExp(source.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'u');
  }
  compiled.set(source, made);
  return made;
}

/** Lists of the lexicon as one expression each; null where they have to be tried one by one. */
const joined = new WeakMap<readonly string[], RegExp | null>();

/**
 * All patterns of a list as one expression, which is found where any of them is, in one pass over the text; null for an empty list and for
 * one with groups that are referred to, which would be counted anew.
 */
export function anyOf(patterns: readonly string[]): RegExp | null {
  const known = joined.get(patterns);
  if (known !== undefined) return known;
  const plain = patterns.length > 0 && !patterns.some((pattern) => /\\[1-9k]|\(\?<[^=!]/u.test(pattern));
  const made = plain ? new RegExp(patterns.map((pattern) => `(?:${patternOf(pattern).source})`).join('|'), 'u') : null;
  joined.set(patterns, made);
  return made;
}

/** True when any of the patterns is found in the folded text. */
export function matchesAny(patterns: readonly string[], text: string): boolean {
  return anyOf(patterns)?.test(text) ?? patterns.some((pattern) => patternOf(pattern).test(text));
}
