// npm run bench:peers: duizhao, Microsoft's Recognizers-Text and a five-line regular expression on the same gold, by one rule:
// a hit is a figure of the right value at the right place (one to one). Peers know neither indicator, period, basis nor whose
// figure it is, so only what all three give is scored; the fields are in `npm run eval`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = join(root, 'bench/peers');
if (!existsSync(join(here, 'node_modules'))) {
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (install.status !== 0) process.exit(3);
}
const Recognizers = createRequire(join(here, 'run.mjs'))('@microsoft/recognizers-text-suite');

const readJsonl = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** Each peer: text → [{ start, end, value }]. */
const PEERS = {
  'Recognizers-Text 1.3': (text) => {
    const found = [
      ...Recognizers.recognizePercentage(text, 'zh-cn'),
      ...Recognizers.recognizeCurrency(text, 'zh-cn'),
      ...Recognizers.recognizeNumber(text, 'zh-cn'),
    ].map((r) => ({ start: r.start, end: r.end + 1, value: Number.parseFloat(r.resolution?.value) }));
    // One figure is one hit: a number inside a percentage or an amount of money is the same figure.
    const kept = [];
    for (const f of found)
      if (Number.isFinite(f.value) && !kept.some((k) => k.start < f.end && f.start < k.end)) kept.push(f);
    return kept;
  },
  'regular expression': (text) => {
    const scale = { 万: 1e4, 亿: 1e8 };
    return [
      ...text.matchAll(/(\d+(?:\.\d+)?)(?:余|多)?(万|亿)?(?:余|多)?(?:[起件人名个次户家处元%项条台辆张]|人次|公里)/g),
    ].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      value: Number((Number(m[1]) * (scale[m[2]] ?? 1)).toPrecision(12)),
    }));
  },
};

const SETS = [
  { name: 'bundled', corpus: 'corpus', gold: 'tests/gold/bundled' },
  { name: 'second', corpus: 'tests/gold/second/corpus', gold: 'tests/gold/second/gold' },
  { name: 'held', corpus: 'tests/gold/held/corpus', gold: 'tests/gold/held/gold' },
];
const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const overlaps = (a, b) => a.start < b.end && b.start < a.end;

/** Precision, recall, F1 of figures against gold, one to one; a repeat of a gold claim counts as the same figure. */
function mark(gold, predicted) {
  const used = new Set();
  let hits = 0;
  let counted = 0;
  for (const claim of gold) {
    const places = [claim, ...claim.mentions.map(([start, end]) => ({ start, end }))];
    const fitting = predicted.filter(
      (p) => !used.has(p) && near(p.value, claim.value) && places.some((place) => overlaps(place, p)),
    );
    if (!claim.optional) counted++;
    if (fitting.length === 0) continue;
    if (!claim.optional) hits++;
    used.add(fitting[0]);
    // The other places of the same claim, and the second value of 从A降至B, are no inventions.
    for (const p of predicted) {
      const same = near(p.value, claim.value) || (claim.value_to !== null && near(p.value, claim.value_to));
      if (!used.has(p) && same && places.slice(claim.optional ? 0 : 1).some((place) => overlaps(place, p))) used.add(p);
      else if (!used.has(p) && claim.value_to !== null && near(p.value, claim.value_to) && overlaps(claim, p))
        used.add(p);
    }
  }
  const optional = gold.filter((claim) => claim.optional).length;
  const invented = predicted.filter((p) => !used.has(p)).length;
  const precision = hits / (hits + invented);
  const recall = hits / counted;
  return {
    gold: counted,
    optional,
    hits,
    invented,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  };
}

const scratch = mkdtempSync(join(tmpdir(), 'duizhao-peers-'));
try {
  console.log('set       extractor              gold  hits  invented  precision  recall     F1');
  for (const set of SETS) {
    if (!existsSync(join(root, set.gold))) continue;
    const out = join(scratch, set.name);
    const run = spawnSync(process.execPath, [
      join(root, 'dist/cli.js'),
      'compare',
      join(root, set.corpus),
      '--out',
      out,
      '--format',
      'json',
      '--quiet',
    ]);
    if (run.status !== 0) throw new Error(String(run.stderr));
    const own = readJsonl(join(out, 'data/facts.jsonl'));
    const byFile = new Map();
    for (const jurisdiction of readdirSync(join(root, set.gold))) {
      const file = join(root, set.gold, jurisdiction, 'facts.jsonl');
      if (existsSync(file))
        for (const claim of readJsonl(file)) byFile.set(claim.file, [...(byFile.get(claim.file) ?? []), claim]);
    }
    const extractors = {
      duizhao: (_text, file) =>
        own
          .filter((f) => f.source.file === file)
          .map((f) => ({ start: f.source.start, end: f.source.end, value: f.value })),
      ...PEERS,
    };
    for (const [name, extract] of Object.entries(extractors)) {
      const totals = { gold: 0, hits: 0, invented: 0 };
      for (const [file, gold] of byFile) {
        const text = readFileSync(join(root, set.corpus, file), 'utf8').replace(/^\uFEFF/, '');
        const m = mark(gold, extract(text, file));
        for (const key of Object.keys(totals)) totals[key] += m[key];
      }
      const precision = totals.hits / (totals.hits + totals.invented);
      const recall = totals.hits / totals.gold;
      const f1 = (2 * precision * recall) / (precision + recall);
      console.log(
        `${set.name.padEnd(9)} ${name.padEnd(22)} ${String(totals.gold).padStart(4)}  ${String(totals.hits).padStart(4)}  ${String(totals.invented).padStart(8)}  ${precision.toFixed(3).padStart(9)}  ${recall.toFixed(3).padStart(6)}  ${f1.toFixed(3).padStart(5)}`,
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
