/**
 * Chinese characters, ASCII digits and small Latin letters, by code unit: most of any text, and never a mark. Asked first where marks are
 * looked for, so that most characters cost a comparison and no look-up.
 */
export const isLetter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);

/** A set of characters of the basic plane, to be asked by code unit in no time: 1 for those in it, 0 for all others. */
export function codeSet(characters: string): Uint8Array {
  const set = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1;
  return set;
}
