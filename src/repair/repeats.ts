import type { Repeat } from '../model/repaired-doc.js';
import type { LaidBlock } from './layout.js';

/** The shortest paragraph that counts as standing twice, in letters and digits. */
const MIN = 12;

/** Whole blocks that stand earlier in the text already, white space and punctuation aside. */
export function findRepeats(text: string, blocks: readonly LaidBlock[]): Repeat[] {
  const seen = new Map<string, LaidBlock>();
  const repeats: Repeat[] = [];
  for (const block of blocks) {
    const key = text.slice(block.repairedSpan.start, block.repairedSpan.end).replace(/[^\p{L}\p{N}%]/gu, '');
    if (key.length < MIN) continue;
    const first = seen.get(key);
    if (first) repeats.push({ repairedSpan: block.repairedSpan, ofSpan: first.repairedSpan });
    else seen.set(key, block);
  }
  return repeats;
}
