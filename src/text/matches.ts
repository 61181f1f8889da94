/**
 * All matches of a global pattern in a text, in order: what `text.matchAll(pattern)` gives, as a list. `matchAll` makes a new pattern of
 * the old one at every call, which costs more than looking through a clause does; this looks with the pattern itself.
 * Throws TypeError for a pattern without the flag g, which would find the same match for ever.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`matches: found /${pattern.source}/${pattern.flags}, expected the flag g`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // an empty match is found again where it stands: go on behind the next character
    if (match[0] === '') pattern.lastIndex += pattern.unicode && isPair(text, pattern.lastIndex) ? 2 : 1;
  }
  return found;
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
