// Scores the fact extractor alone: repair → extract/fact → locate, without the pipeline.
//   node bench/eval-facts.mjs [--build DIR] [--corpus DIR --gold DIR]… [--misses]
// Meant for work on src/extract/fact; `bench/eval.mjs` scores the whole program.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const opt = (name, or) => (args.indexOf(`--${name}`) < 0 ? or : args[args.indexOf(`--${name}`) + 1]);
const build = path.resolve(root, opt('build', 'dist'));
const load = (file) => import(pathToFileURL(path.join(build, file)));
const { extractFacts } = await load('extract/fact/index.js');
const { repair } = await load('repair/index.js');
const { locate } = await load('pipeline/locate.js');

const lexicon = {};
for (const name of fs.readdirSync(path.join(root, 'lexicon')).sort())
  if (name.endsWith('.yaml')) Object.assign(lexicon, parse(fs.readFileSync(path.join(root, 'lexicon', name), 'utf8')));
for (const key of ['words', 'units', 'indicators', 'themes']) lexicon[key] ??= [];
lexicon.names ??= { words: [], patterns: [] };

const corpusDir = path.resolve(root, opt('corpus', 'corpus'));
const goldDir = path.resolve(root, opt('gold', 'tests/gold/bundled'));
const corpus = parse(fs.readFileSync(path.join(corpusDir, 'corpus.yaml'), 'utf8'));
for (const j of corpus.jurisdictions) {
  j.aliases ??= [];
  j.denominators ??= {};
  j.short ??= j.name;
}
for (const r of corpus.reports) {
  r.published ??= null;
  if (r.published?.date instanceof Date) r.published.date = r.published.date.toISOString().slice(0, 10);
  for (const end of ['from', 'to'])
    if (r.period[end] instanceof Date) r.period[end] = r.period[end].toISOString().slice(0, 10);
  for (const s of r.sources) s.parts ??= null;
}
const rows = [];
for (const report of corpus.reports) {
  const jurisdiction = corpus.jurisdictions.find((j) => j.id === report.jurisdiction);
  const files = report.sources.map(({ file }) => {
    const text = fs.readFileSync(path.join(corpusDir, file), 'utf8').replace(/^\uFEFF/, '');
    const here = corpus.reports.filter((r) => r.sources.some((s) => s.file === file));
    const reports = here.map((r) => ({
      report: r,
      jurisdiction: corpus.jurisdictions.find((j) => j.id === r.jurisdiction),
      parts: r.sources.find((s) => s.file === file).parts,
    }));
    const repaired = repair({ file, text, encoding: 'utf-8', units: [] }, { reports }).value;
    const found = extractFacts({ repaired, tokens: [] }, { lexicon, report, jurisdiction });
    if (args.includes('--notes')) for (const note of found.notes) console.log(`${note.code} ${note.message}`);
    return { doc: repaired, drafts: found.value };
  });
  rows.push(...locate(report, files));
}
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'facts-'));
fs.writeFileSync(path.join(out, 'facts.jsonl'), rows.map((r) => JSON.stringify(r)).join('\n'));
console.log(
  execFileSync(
    'node',
    [
      path.join(root, 'bench/score.mjs'),
      '--gold',
      goldDir,
      '--data',
      out,
      '--corpus',
      corpusDir,
      ...(args.includes('--misses') ? ['--misses'] : []),
    ],
    { encoding: 'utf8' },
  )
    .split('\n')
    .filter((l) => !/^[-+] \S+ (?:honour|initiative)/.test(l))
    .join('\n'),
);
fs.rmSync(out, { recursive: true });
