/** Escape sequences begin with these; the bell and the rest of their kind do something too. Not among them: tab and line break. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Turn the direction of what follows, so that a line reads otherwise than it is. e.g. `evil\u202Etxt.exe` shows as evilexe.txt */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const code = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * Text of others as a terminal may show it: characters that would move its cursor, paint over what was said, rename its window or turn the
 * reading direction stand as their number. Line breaks stay. e.g. a file name with ESC: `a\u{1b}[2Jb.txt`
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, code).replace(TURNS, code);
}

/** The same for a name, in which a line break is as bad: it would begin a line of its own. */
export function printableName(name: string): string {
  return printable(name).replace(/[\t\n\u2028\u2029]/g, code);
}
