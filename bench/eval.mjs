// npm run eval: marks of the built program on every gold set, by the same scorer (bench/score.mjs), and on the pairs of facts.
//   npm run eval [-- --set given|bundled|second|third|fourth|held|held2] [--misses] [--floors]
// given: the two jurisdictions that came annotated; bundled: all six; second, third, fourth: texts of our own; held: a set once held out, now read; held2: texts nobody writes
// rules by (figures only, its misses are not shown). With --floors it exits 1 when a mark is below tests/gold/floors.json.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const args = process.argv.slice(2);
const only = args.includes('--set') ? args[args.indexOf('--set') + 1] : undefined;
const cli = process.env.DUIZHAO_CLI ?? join(root, 'dist/cli.js');
const SETS = [
  { name: 'given', corpus: 'corpus', gold: 'tests/gold/bundled', jurisdictions: ['shiyan', 'tianfu'] },
  { name: 'bundled', corpus: 'corpus', gold: 'tests/gold/bundled' },
  { name: 'second', corpus: 'tests/gold/second/corpus', gold: 'tests/gold/second/gold' },
  { name: 'third', corpus: 'tests/gold/third/corpus', gold: 'tests/gold/third/gold' },
  { name: 'fourth', corpus: 'tests/gold/fourth/corpus', gold: 'tests/gold/fourth/gold' },
  { name: 'held', corpus: 'tests/gold/held/corpus', gold: 'tests/gold/held/gold' },
  { name: 'fifth', corpus: 'tests/gold/fifth/corpus', gold: 'tests/gold/fifth/gold' },
  { name: 'sixth', corpus: 'tests/gold/sixth/corpus', gold: 'tests/gold/sixth/gold' },
  { name: 'seventh', corpus: 'tests/gold/seventh/corpus', gold: 'tests/gold/seventh/gold' },
  { name: 'held2', corpus: 'tests/gold/held2/corpus', gold: 'tests/gold/held2/gold', secret: true },
];
const floorsFile = join(root, 'tests/gold/floors.json');
const floors = args.includes('--floors') && existsSync(floorsFile) ? JSON.parse(readFileSync(floorsFile, 'utf8')) : {};
const below = [];

/** The folder with the gold of a set; of a part of it, copied to the side. */
function goldFolder(set) {
  if (!set.jurisdictions) return join(root, set.gold);
  const folder = join(scratch, `${set.name}-gold`);
  for (const id of set.jurisdictions) cpSync(join(root, set.gold, id), join(folder, id), { recursive: true });
  return folder;
}

const scratch = mkdtempSync(join(tmpdir(), 'duizhao-eval-'));
try {
  const made = new Map();
  for (const set of SETS) {
    if ((only && set.name !== only) || !existsSync(join(root, set.gold))) continue;
    let out = made.get(set.corpus);
    if (!out) {
      out = join(scratch, set.name);
      const run = spawnSync(
        process.execPath,
        [cli, 'compare', join(root, set.corpus), '--out', out, '--format', 'json', '--quiet'],
        { encoding: 'utf8' },
      );
      if (run.status !== 0) {
        console.error(run.stderr);
        process.exit(1);
      }
      made.set(set.corpus, out);
    }
    const common = [
      join(root, 'bench/score.mjs'),
      '--gold',
      goldFolder(set),
      '--data',
      join(out, 'data'),
      '--corpus',
      join(root, set.corpus),
    ];
    console.log(`\n######## ${set.name}: ${set.gold}\n`);
    const shown = args.includes('--misses') && !set.secret ? [...common, '--misses'] : common;
    console.log(spawnSync(process.execPath, shown, { encoding: 'utf8', maxBuffer: 1e8 }).stdout);
    const summary = JSON.parse(
      spawnSync(process.execPath, [...common, '--json'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout,
    );
    for (const [mark, floor] of Object.entries(floors[set.name] ?? {})) {
      const value =
        summary.rows[mark]?.f1 ??
        summary.fields[mark]?.accuracy ??
        (mark === 'evidence' ? summary.evidence.ok / summary.evidence.n : undefined) ??
        (mark === 'misattributed' ? -summary.misattributed : NaN);
      if (!(value >= floor)) below.push(`${set.name}: ${mark} is ${value.toFixed(3)}, expected at least ${floor}`);
    }
    if (set.name === 'bundled' && existsSync(join(root, 'bench/eval-pairs.mjs'))) {
      console.log('######## pairs: tests/gold/pairs.jsonl\n');
      const pairs = spawnSync(
        process.execPath,
        [join(root, 'bench/eval-pairs.mjs'), join(out, 'data'), ...(args.includes('--misses') ? ['--misses'] : [])],
        { encoding: 'utf8', maxBuffer: 1e8 },
      );
      console.log(pairs.stdout + pairs.stderr);
      if (pairs.status !== 0) below.push('pairs: see above');
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const line of below) console.log(`BELOW THE FLOOR  ${line}`);
process.exitCode = below.length > 0 ? 1 : 0;
