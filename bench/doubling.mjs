// node bench/doubling.mjs [--characters N] [--only NAME]: CPU time of repair, tokens and extraction over texts made to be slow, one line each,
// at half the length and at all of it: a ratio near 2 is time in step with length, 4 its square. Results: bench/results/doubling.json.
// By itself it runs at 350,000 characters, a megabyte of Chinese in UTF-8.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { report } from './lib/generate.mjs';
import { hostileLines } from './lib/hostile-lines.mjs';
import { built, record, root, round } from './lib/machine.mjs';

const { values } = parseArgs({
  options: { characters: { type: 'string', default: '350000' }, only: { type: 'string' } },
});
const characters = Number(values.characters);

const load = (file) => import(join(built, file));
const { readLexicon } = await load('pipeline/read-lexicon.js');
const { readLexiconFiles } = await load('host/lexicon-files.js');
const { makeCut } = await load('host/segmenter.js');
const { extractLine } = await load('pipeline/extract-line.js');
const schemaOf = (name) => JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'));
const files = await readLexiconFiles(join(root, 'lexicon'));
const lexicon = readLexicon([files.value], schemaOf('lexicon')).value;
const context = { lexicon, cut: makeCut(lexicon.words), schema: schemaOf('corpus'), file: '-' };

/** Seconds of CPU, those of the collector's threads included. */
function seconds(text) {
  const line = JSON.stringify({ ...report(0), text });
  const before = process.cpuUsage();
  extractLine(line, 1, context);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

seconds(report(1).text);
const rows = [];
for (const [name, make] of Object.entries(hostileLines)) {
  if (values.only !== undefined && values.only !== name) continue;
  const half = seconds(make(characters / 2));
  const whole = seconds(make(characters));
  rows.push({ name, half_seconds: round(half), whole_seconds: round(whole), ratio: round(whole / half, 1) });
}
rows.sort((a, b) => b.whole_seconds - a.whole_seconds);
console.table(rows);
if (values.only === undefined) record('doubling', { characters, rows });
