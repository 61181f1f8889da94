import type { ExtractContext } from '../../src/extract/context.js';
import { makeCut } from '../../src/host/segmenter.js';
import type { Level } from '../../src/model/corpus.js';
import type { BlockKind } from '../../src/model/repaired-doc.js';
import type { TokenisedDoc } from '../../src/model/tokenised-doc.js';
import { tokenise } from '../../src/tokenise/index.js';
import { loadLexicon } from './lexicon.js';

const lexicon = loadLexicon();
const cut = makeCut(lexicon.words);

/** A context of an invented city, 清浦市, reporting on 2023; other places by name, short form and level. */
export function contextOf(
  place: { name: string; short: string; level: Level } = { name: '清浦市', short: '清浦', level: 'city' },
): ExtractContext {
  return {
    lexicon,
    report: {
      id: 'r',
      jurisdiction: 'j',
      period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
      published: null,
      sources: [{ file: 'a.txt', parts: null }],
    },
    jurisdiction: { id: 'j', ...place, aliases: [], denominators: {} },
  };
}

/** A plain text as a tokenised document: each line a block of report `r`, lines that begin with ▲ captions, with # headings. */
export function docOf(text: string): TokenisedDoc {
  let at = 0;
  let section: string | null = null;
  const blocks = text.split('\n').map((line) => {
    const repairedSpan = { start: at, end: at + line.length };
    at += line.length + 1;
    const kind: BlockKind = line.startsWith('#') ? 'heading' : line.startsWith('▲') ? 'caption' : 'paragraph';
    const under = section;
    if (kind === 'heading') section = line.slice(1).trim();
    return { kind, repairedSpan, section: under, owner: { report: 'r', cues: [], margin: null } };
  });
  const whole = { start: 0, end: text.length };
  return tokenise(
    {
      source: { file: 'a.txt', text, encoding: 'utf-8', units: [] },
      text,
      map: text === '' ? [] : [{ repairedSpan: whole, sourceSpan: whole }],
      edits: [],
      blocks,
      repeats: [],
    },
    cut,
  );
}
