import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lexicon } from '../../src/model/lexicon.js';

/** The project's own lexicon as the tests see it: every file of `lexicon/`, merged by key. */
export function loadLexicon(): Lexicon {
  const folder = new URL('../../lexicon/', import.meta.url);
  const merged: Record<string, unknown> = {
    words: [],
    units: [],
    names: { words: [], patterns: [] },
    indicators: [],
    themes: [],
    honours: { verbs: [], grantors: [], titles: [], not: [] },
    initiatives: { heads: [], verbs: [], known: [], not: [] },
  };
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.yaml')) Object.assign(merged, parse(readFileSync(new URL(name, folder), 'utf8')));
  }
  return merged as unknown as Lexicon;
}
