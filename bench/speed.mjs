// npm run bench: how long a brief takes, as ratios against floors measured in turns with it. Results: bench/results/speed.json.
// node bench/speed.mjs [--rounds N] [--only brief,many,reports] [--counts 100,1000,10000]
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cli, median, record, root, round } from './lib/machine.mjs';
import { timed } from './lib/run.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    counts: { type: 'string', default: '100,1000,10000' },
    only: { type: 'string', default: 'brief,many,reports' },
  },
});
const rounds = Number(values.rounds);
const only = values.only.split(',');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
const figures = {};

async function must(args, options) {
  const run = await timed(process.execPath, args, options);
  if (run.status !== 0) throw new Error(`${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  return run;
}
const compare = (args, env = {}) => must([cli, 'compare', ...args], { env });

try {
  if (only.includes('brief')) figures.brief = await brief();
  if (only.includes('many')) figures.many = await many();
  if (only.includes('reports')) {
    const { reports } = await import('./lib/reports.mjs');
    const counts = values.counts.split(',').map(Number);
    figures.reports = await reports(folder, { counts, compared: counts.filter((count) => count < 10_000) });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
record('speed', { ...kept(), ...figures });
console.log(JSON.stringify(figures, null, 1));

/** What was measured before and is not measured now. */
function kept() {
  try {
    const { machine: _machine, ...before } = JSON.parse(readFileSync(join(root, 'bench/results/speed.json'), 'utf8'));
    return before;
  } catch {
    return {};
  }
}

/** The bundled corpus, cold process; in turns with the floor, so that a busy machine slows both. */
async function brief() {
  const out = join(folder, 'out');
  const corpus = join(root, 'corpus');
  await compare([corpus, '--out', out, '--no-cache']);
  const cache = { DUIZHAO_CACHE_DIR: join(folder, 'cache') };
  await compare([corpus, '--out', join(folder, 'again')], cache);
  // a corpus that differs in one figure each time: lexicon and faces are kept, the run is not
  const edited = join(folder, 'edited');
  cpSync(corpus, edited, { recursive: true });
  const text = readdirSync(edited).filter((name) => name.endsWith('.txt'))[0];
  const original = readFileSync(join(edited, text), 'utf8');
  const rows = [];
  for (let round = 0; round < rounds; round += 1) {
    const floor = await must([join(root, 'bench/lib/floor.mjs'), join(out, 'brief.html')]);
    const cold = await compare([corpus, '--out', out, '--no-cache']);
    const again = await compare([corpus, '--out', join(folder, 'again')], cache);
    writeFileSync(join(edited, text), `${original}\n2022年，全市共走访企业${1000 + round}家。\n`);
    const change = await compare([edited, '--out', join(folder, 'changed')], cache);
    rows.push({ floor: floor.seconds, cold: cold.seconds, again: again.seconds, changed: change.seconds });
  }
  const ratio = (name) => round(median(rows.map((row) => row[name] / row.floor)));
  return {
    rounds,
    floor_seconds: round(median(rows.map(({ floor }) => floor))),
    cold_seconds: round(median(rows.map(({ cold }) => cold))),
    cold_to_floor: ratio('cold'),
    cold_best_to_best: round(Math.min(...rows.map(({ cold }) => cold)) / Math.min(...rows.map(({ floor }) => floor))),
    changed_to_floor: ratio('changed'),
    nothing_changed_seconds: round(median(rows.map(({ again }) => again))),
    nothing_changed_to_floor: ratio('again'),
  };
}

/** One brief a jurisdiction in one run: what each costs after the first. */
async function many() {
  const { parse } = await import('yaml');
  const { jurisdictions } = parse(readFileSync(join(root, 'corpus/corpus.yaml'), 'utf8'));
  const ids = jurisdictions.map(({ id }) => id);
  const rows = [];
  mkdirSync(join(folder, 'per'), { recursive: true });
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    const run = await compare([
      join(root, 'corpus'),
      '--out',
      join(folder, 'per'),
      '--per',
      'jurisdiction',
      '--no-cache',
      '--json',
    ]);
    rows.push(JSON.parse(run.stdout).brief_milliseconds);
  }
  // two are printed at once and end together, so one brief says little: what is left of the run after the first, shared out
  const after = rows.map((briefs) => briefs.slice(1).reduce((sum, ms) => sum + ms, 0) / (briefs.length - 1));
  return {
    briefs: ids.length,
    first_ms: median(rows.map(([first]) => first)),
    each_after_first_ms: Math.round(median(after)),
    each_after_first_best_ms: Math.round(Math.min(...after)),
  };
}
