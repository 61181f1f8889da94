// node bench/fuzz.mjs [--inputs N] [--seed S] [--only a,b]: changed files, texts, YAML, templates, records and outputs through the built program. Nothing may throw, hang or
// reject unhandled, and what is refused has a note with file and what to do. Results: bench/results/fuzz.json.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { targets, tried } from './lib/fuzz.mjs';
import { fuzzSamples } from './lib/fuzz-samples.mjs';
import { built, quantile, record, root, round } from './lib/machine.mjs';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '12000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const load = (path) => import(pathToFileURL(join(built, path)).href);
const [
  { readSource },
  { readCorpus },
  { readLexicon },
  { readReviews },
  { extractLine },
  { gatherer },
  { compareRead, compareReports },
  { renderHtml, TemplateError },
  { makeCut },
  { loadLexicon, loadCorpus },
  { realHost },
  { parquetLines, ParquetError },
  { verifyCommand },
  { diffCommand },
  { compareCommand },
] = await Promise.all(
  [
    'host/readers/index.js',
    'pipeline/read-corpus.js',
    'pipeline/read-lexicon.js',
    'pipeline/review.js',
    'pipeline/extract-line.js',
    'pipeline/gather-records.js',
    'pipeline/compare.js',
    'report/index.js',
    'host/segmenter.js',
    'commands/load.js',
    'host/index.js',
    'host/parquet.js',
    'commands/verify.js',
    'commands/diff.js',
    'commands/compare.js',
  ].map(load),
);
const host = realHost({ cwd: root, env: process.env, say: () => {}, signal: new AbortController().signal });
const lexicon = (await loadLexicon(host)).value;
const cut = makeCut(lexicon.words);
const { corpus, sources } = (await loadCorpus(host, join(root, 'corpus'))).value;
// one page of the brief is enough for the templates
const small = { ...corpus, reports: corpus.reports.slice(0, 2) };
const comparison = compareReports({ corpus: small, sources, lexicon, cut }).value;
const folder = mkdtempSync(join(tmpdir(), 'duizhao-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const samples = await fuzzSamples({ lexicon, cut, comparison, folder, compareCommand, host });
const all = targets(
  {
    readSource,
    readCorpus,
    readLexicon,
    readReviews,
    extractLine,
    gatherer,
    compareRead,
    compareReports,
    renderHtml,
    TemplateError,
    parquetLines,
    ParquetError,
    verifyCommand,
    diffCommand,
    host,
  },
  samples,
);
const names = Object.keys(all).filter((name) => !values.only || values.only.split(',').includes(name));

const wrong = [];
// what the program itself lets through would end it; here it is counted
process.on('uncaughtException', (error, origin) => wrong.push(`${origin}: ${error?.stack}`));
const counts = {};
const times = [];
const total = Number(values.inputs);
for (let index = 0; index < total; index += 1) {
  const name = names[index % names.length];
  const seed = Number(values.seed) * 1_000_003 + index;
  const start = performance.now();
  const found = await tried(name, all[name], seed, 10_000);
  times.push(performance.now() - start);
  counts[name] = (counts[name] ?? 0) + 1;
  if (found !== null) {
    wrong.push(found);
    console.error(found);
  }
  if (index % 1000 === 999) console.error(`${index + 1} of ${total}, ${wrong.length} wrong`);
}
await new Promise((resolve) => setTimeout(resolve, 100));
record('fuzz', {
  inputs: total,
  seed: Number(values.seed),
  by_target: counts,
  wrong,
  slowest_ms: round(Math.max(...times), 0),
  p99_ms: round(quantile(times, 0.99), 0),
});
console.log(`${total} inputs, ${wrong.length} wrong, slowest ${Math.round(Math.max(...times))} ms`);
process.exitCode = wrong.length > 0 ? 1 : 0;
