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

/** True when any of the patterns is found in the folded text. */
export function matchesAny(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => patternOf(pattern).test(text));
}
