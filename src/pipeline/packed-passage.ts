import type { Passage } from '../model/report-text.js';

/** A passage with its words as one list, word and tag in turn: half as long as JSON. */
export type PackedPassage = Omit<Passage, 'words'> & { readonly words: readonly string[] };

export function packPassage(passage: Passage): PackedPassage {
  const words: string[] = [];
  for (const { word, tag } of passage.words) words.push(word, tag);
  return { ...passage, words };
}

export function unpackPassage(packed: PackedPassage): Passage {
  const words = [];
  for (let at = 0; at + 1 < packed.words.length; at += 2)
    words.push({ word: packed.words[at] ?? '', tag: packed.words[at + 1] ?? '' });
  return { ...packed, words };
}
