import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LexiconWord } from '../model/lexicon.js';
import type { Cut, CutWord } from '../model/tokenised-doc.js';
import { packageRoot } from './package-root.js';

interface Nodejieba {
  load(options?: object): void;
  tag(text: string): CutWord[];
  insertWord(word: string, tag?: string): boolean;
}

/** nodejieba with its dictionaries (about a second, about 280 MB) loaded. Once loaded, every further call gets the same one. */
export function loadNodejieba(): Nodejieba {
  if (loaded === null) {
    loaded = createRequire(import.meta.url)('nodejieba') as Nodejieba;
    // Its keyword extractor is not used: a list of one word saves a sixth of the time. Tags do not depend on it.
    const idfDict = join(packageRoot(), 'lexicon', 'unused-idf.utf8');
    loaded.load(existsSync(idfDict) ? { idfDict } : {});
  }
  return loaded;
}
let loaded: Nodejieba | null = null;

/**
 * A `Cut` by nodejieba with the user's words added. The dictionaries are loaded at the first call and not before, so a run that
 * needs no cutting never pays for them.
 */
export function makeCut(words: readonly LexiconWord[]): Cut {
  let jieba: Nodejieba | null = null;
  return aroundStrangers((text) => {
    if (jieba === null) {
      jieba = loadNodejieba();
      for (const { word, tag } of words) jieba.insertWord(word, tag);
    }
    return jieba.tag(text);
  });
}

/**
 * nodejieba leaves out or changes nothing but lone surrogates, which cannot be written as UTF-8, and NUL: `tag` never gets
 * these; they come back one by one with the tag `x`.
 */
export function aroundStrangers(tag: Cut): Cut {
  return (text) => {
    if (text === '') return [];
    if (!/[\uD800-\uDFFF\0]/.test(text)) return tag(text);
    const out: CutWord[] = [];
    for (const piece of text.split(/((?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|\0)/)) {
      if (piece === '') continue;
      if (piece.length === 1 && /[\uD800-\uDFFF\0]/.test(piece)) out.push({ word: piece, tag: 'x' });
      // one by one: a page without line breaks has more words than a call may have arguments
      else for (const word of tag(piece)) out.push(word);
    }
    return out;
  };
}
