// node bench/determinism.mjs [--only A,B] [--node PATH,PATH]: the bundled corpus compared over and over, each time with something else about the machine:
// one SHA-256 for every output. `--node`: other Nodes to run it with, besides this one. Results: bench/results/determinism.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chance } from './lib/generate.mjs';
import { built, cli, record, root } from './lib/machine.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, node: { type: 'string', default: '' } },
});
const nodes = values.node.split(',').filter((path) => path !== '');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-determinism-'));
const corpus = join(root, 'corpus');
const FORMATS = 'html,pdf,json,csv,xlsx,docx';
const YEAR_MS = 365 * 86_400_000;

/** Runs `compare` and gives the SHA-256 of every output by its name. */
function outputs(
  name,
  { env = {}, node = process.execPath, program = cli, from = corpus, cwd = root, umask, more = ['--no-cache'] },
) {
  const out = join(folder, 'out', name.replaceAll(/\W+/g, '-'));
  const before = umask === undefined ? null : process.umask(umask);
  const { status, stderr } = spawnSync(node, [program, 'compare', from, '--out', out, '--format', FORMATS, ...more], {
    cwd,
    env: { ...process.env, DUIZHAO_CACHE_DIR: join(folder, 'cache'), ...env },
    encoding: 'utf8',
  });
  if (before !== null) process.umask(before);
  if (status !== 0) throw new Error(`${name}: exit ${status}: ${stderr.slice(0, 500)}`);
  const hashes = {};
  for (const path of readdirSync(out, { recursive: true }).map(String).sort())
    if (statSync(join(out, path)).isFile())
      hashes[path] = createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex');
  return hashes;
}

/** A copy of the texts, written in an order out of the seed: so a folder lists them otherwise on most file systems. */
function shuffled(name, seed, { withYaml }) {
  const to = join(folder, name);
  mkdirSync(to);
  const next = chance(seed);
  const files = readdirSync(corpus).filter((file) => statSync(join(corpus, file)).isFile());
  const order = files
    .filter((file) => withYaml || !file.endsWith('.yaml'))
    .map((file) => [next(), file])
    .sort(([a], [b]) => a - b);
  for (const [, file] of order) copyFileSync(join(corpus, file), join(to, file));
  return to;
}

/** The whole program under another path. */
function elsewhere() {
  const to = join(folder, 'an other 地方');
  mkdirSync(to);
  for (const part of ['package.json', 'templates', 'lexicon', 'schemas', 'corpus'])
    cpSync(join(root, part), join(to, part), { recursive: true });
  cpSync(built, join(to, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'));
  return to;
}

const shift = (milliseconds) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'bench/lib/shifted-clock.mjs'))}`,
  DUIZHAO_BENCH_SHIFT_MS: String(milliseconds),
});
const variants = {};
for (let run = 2; run <= 5; run += 1) variants[`run ${run}`] = () => ({});
variants['another folder'] = () => {
  const to = elsewhere();
  return { program: join(to, 'dist/cli.js'), from: join(to, 'corpus'), cwd: folder };
};
variants['five years on'] = () => ({ env: shift(5 * YEAR_MS) });
variants['in 1999'] = () => ({ env: shift(-27 * YEAR_MS) });
for (const locale of ['C', 'zh_CN.UTF-8', 'tr_TR.UTF-8'])
  variants[`locale ${locale}`] = () => ({ env: { LANG: locale, LC_ALL: locale, LANGUAGE: locale } });
for (const zone of ['UTC', 'Asia/Shanghai', 'America/St_Johns'])
  variants[`time zone ${zone}`] = () => ({ env: { TZ: zone } });
for (const node of nodes) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  variants[`Node ${version}`] = () => ({ node });
}
variants['umask 077'] = () => ({ umask: 0o077 });
variants['umask 000'] = () => ({ umask: 0 });
variants['files in another order'] = () => ({ from: shuffled('order', 2, { withYaml: true }) });
variants['kept for later'] = () => ({ more: [] });
variants.remembered = () => ({ more: [] });

const differing = [];
function compare(name, found, expected) {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)]);
  const other = [...names].filter((file) => found[file] !== expected[file]);
  if (other.length > 0) differing.push({ variant: name, files: other });
  console.error(`${name}: ${other.length === 0 ? 'the same' : `DIFFERENT ${other}`}`);
}

const wanted = (name) => !values.only || values.only.split(',').some((part) => name.includes(part));
const first = outputs('run 1', {});
const done = ['run 1'];
for (const [name, how] of Object.entries(variants)) {
  if (!wanted(name)) continue;
  compare(name, outputs(name, how()), first);
  done.push(name);
}
// without corpus.yaml the folder's listing says which reports there are
if (wanted('no corpus.yaml')) {
  const orders = [3, 4, 5].map((seed) =>
    outputs(`order ${seed}`, { from: shuffled(`bare-${seed}`, seed, { withYaml: false }) }),
  );
  for (const [at, found] of orders.entries()) compare(`no corpus.yaml, order ${at + 1}`, found, orders[0]);
  done.push('no corpus.yaml, three orders on disk');
}
record('determinism', { variants: done, outputs: Object.keys(first).length, sha256: first, differing });
rmSync(folder, { recursive: true, force: true });
console.log(`${done.length} variants, ${Object.keys(first).length} outputs, ${differing.length} variants differ`);
process.exitCode = differing.length > 0 ? 1 : 0;
