import { readdirSync, readFileSync } from 'node:fs';
import type { JsonSchema } from '../../src/pipeline/checked-yaml.js';
import type { LexiconFile } from '../../src/pipeline/read-lexicon.js';

const root = new URL('../../', import.meta.url);

/** The files of the project's own lexicon, as a run reads them. */
export function lexiconFiles(): LexiconFile[] {
  return readdirSync(new URL('lexicon/', root))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: `lexicon/${name}`, text: readFileSync(new URL(`lexicon/${name}`, root), 'utf8') }));
}

export function lexiconSchema(): JsonSchema {
  return JSON.parse(readFileSync(new URL('schemas/lexicon.schema.json', root), 'utf8')) as JsonSchema;
}
