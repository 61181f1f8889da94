// node bench/faults.mjs [--runs N] [--seed S] (--runs 0: the kills stand as they were measured before, all else is tried): runs killed at random moments of every phase, and what else goes wrong on a machine. Afterwards there may be no stray
// process, no profile folder, no half-written or mixed output, and the next run must be right. Results: bench/results/faults.json.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chance } from './lib/generate.mjs';
import { cli, median, record, root, round } from './lib/machine.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '240' }, seed: { type: 'string', default: '1' } },
});
const runs = Number(values.runs);
const next = chance(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'duizhao-faults-'));
/** Profile folders and other temporary files of these runs go here and nowhere else. */
const temporary = join(folder, 'tmp');
mkdirSync(temporary);

// some reports: every phase lasts long enough to be met
for (const [name, seed] of [
  ['a', 1],
  ['b', 2],
]) {
  const made = [join(root, 'bench/generate.mjs'), '6', '--places', '3', '--seed', String(seed)];
  execFileSync(process.execPath, [...made, '--corpus', join(folder, name)]);
}
const environment = (more = {}) => ({
  ...process.env,
  TMPDIR: temporary,
  DUIZHAO_CACHE_DIR: join(folder, 'cache'),
  ...more,
});
const start = (corpus, out, more = [], env = {}) =>
  spawn(process.execPath, [...LOUD, cli, 'compare', join(folder, corpus), '--out', out, '--lang', 'en', ...more], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const ended = (child) =>
  new Promise((resolve) => {
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (data) => {
      stderr += data;
    });
    child.stdout?.resume();
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });

/** It tells of its stages as on a terminal. */
const LOUD = ['--import', 'data:text/javascript,process.stderr.isTTY=true'];
/** The phases of a run, each with what its beginning shows by: a line that is said, or a name in the folder that is written to. */
const PHASES = [
  ['reading', null],
  ['comparing', /^(?:repair|extract|align|compare) /m],
  ['printing', /^html /m],
  ['writing', '.partial-'],
];
/** When each phase of a run began, in milliseconds from its start; `onPhase` is told of each, in order. */
function watched(child, out, onPhase = () => {}) {
  const start = performance.now();
  const began = new Map();
  let said = '';
  const reach = (index) => {
    for (const [name] of PHASES.slice(0, index + 1))
      if (!began.has(name)) {
        began.set(name, performance.now() - start);
        onPhase(name);
      }
  };
  child.stderr.on('data', (data) => {
    said += data;
    for (const [index, [, sign]] of PHASES.entries()) if (sign instanceof RegExp && sign.test(said)) reach(index);
  });
  mkdirSync(out, { recursive: true });
  const watcher = watch(out, (_, name) => {
    for (const [index, [, sign]] of PHASES.entries())
      if (typeof sign === 'string' && name?.startsWith(sign)) reach(index);
  });
  child.once('close', () => watcher.close());
  reach(0);
  return began;
}

/** One hash over names and contents; `.partial-…` and the like show as they are. */
function hashOf(out) {
  if (!existsSync(out)) return 'nothing';
  const hash = createHash('sha256');
  for (const path of readdirSync(out, { recursive: true }).sort())
    if (statSync(join(out, path)).isFile() && !/^\.(?:partial|commit|duizhao-lock)/.test(path))
      hash.update(path).update(readFileSync(join(out, path)));
  return hash.digest('hex');
}
/** Processes that hold one of our profile folders. */
function strays() {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${temporary}/`);
      } catch {
        return false;
      }
    });
}
const profiles = () => readdirSync(temporary).filter((name) => name.startsWith('duizhao-browser-'));
const litter = (out) => (existsSync(out) ? readdirSync(out).filter((name) => name.startsWith('.')) : []);

const problems = [];
const complain = (what) => {
  problems.push(what);
  console.error(what);
};

/** How long each phase took, of the last whole runs: they get slower and faster with whatever else the machine does. */
const lengths = Object.fromEntries(PHASES.map(([name]) => [name, []]));
const lengthOf = (phase) => median(lengths[phase].slice(-5));
/** Runs to the end and keeps how long the phases took. */
async function wholeRun(name, out) {
  const begun = performance.now();
  const child = start(name, out, ['--no-cache']);
  const began = watched(child, out);
  const end = await ended(child);
  const moments = [...PHASES.map(([phase]) => began.get(phase)), performance.now() - begun];
  // a set that is there already is not written
  for (const [at, [phase]] of PHASES.entries())
    if (moments[at] !== undefined && moments[at + 1] !== undefined) lengths[phase].push(moments[at + 1] - moments[at]);
  return end;
}

// what whole sets look like
const whole = {};
for (const name of ['a', 'b']) {
  const { status, stderr } = await wholeRun(name, join(folder, `whole-${name}`));
  if (status !== 0) throw new Error(stderr);
  whole[name] = hashOf(join(folder, `whole-${name}`));
}

const out = join(folder, 'out');
const killed = Object.fromEntries(PHASES.map(([name]) => [name, 0]));
let [finished, slowest] = [0, 0];
mkdirSync(out);
/** What the folder may hold after the next kill, besides the new set. */
let before = [hashOf(out)];
for (let run = 0; run < runs; run += 1) {
  const name = run % 2 === 0 ? 'a' : 'b';
  const signal = next() < 0.5 ? 'SIGTERM' : 'SIGKILL';
  const [aim] = PHASES[run % PHASES.length];
  const child = start(name, out, ['--no-cache']);
  const done = ended(child);
  const moment = next() * lengthOf(aim);
  let phase = null;
  const reached = new Promise((resolve) => {
    watched(child, out, (now) => {
      phase = now;
      if (now === aim) resolve();
    });
  });
  await Promise.race([reached, done]);
  await Promise.race([sleep(moment), done]);
  const asked = performance.now();
  const at = phase;
  child.kill(signal);
  const end = await done;
  slowest = Math.max(slowest, performance.now() - asked);
  if (end.status === 0) finished += 1;
  else killed[at] += 1;
  const when = `run ${run} (${signal} while ${at}, ${Math.round(moment)} ms after ${aim} began)`;
  let left = strays();
  for (let wait = 0; left.length > 0 && wait < 40; wait += 1) {
    await sleep(100);
    left = strays();
  }
  if (left.length > 0) complain(`${when}: ${left.length} stray processes`);
  const now = hashOf(out);
  const open = litter(out).some((entry) => entry.startsWith('.commit-'));
  if (!open && ![...before, whole[name]].includes(now))
    complain(`${when}: outputs are neither the old nor the new set`);
  if (end.status === 0 && now !== whole[name]) complain(`${when}: done, but not the right outputs`);
  // what an earlier run left when it was killed is for the next whole run to clear
  const own = [...profiles(), ...litter(out)].filter((name) => name.includes(`-${child.pid}-`));
  if (signal === 'SIGTERM' && own.length > 0)
    complain(`${when}, exit ${end.status ?? end.signal}: left ${own}; ${end.stderr.slice(-200)}`);
  // a set whose move was cut off is put in its place by the next run, which may be killed after that
  before = open ? [now, whole[name]] : [now];
  if (run % 16 === 15 || run === runs - 1) {
    const other = name === 'a' ? 'b' : 'a';
    const { status } = await wholeRun(other, out);
    if (status !== 0 || hashOf(out) !== whole[other])
      complain(`after run ${run}: the next run is not right (exit ${status})`);
    if (profiles().length > 0 || litter(out).length > 0)
      complain(`after run ${run}: left ${[...profiles(), ...litter(out)]}`);
    before = [hashOf(out)];
    console.error(`${run + 1} of ${runs}, ${problems.length} problems`);
  }
}

const ofKills = problems.length;

// what else can be wrong
const cases = {};
async function check(name, run) {
  try {
    cases[name] = (await run()) ?? 'ok';
  } catch (error) {
    cases[name] = String(error);
  }
  if (!/^(?:ok|skipped)/.test(cases[name])) complain(`${name}: ${cases[name]}`);
  if (strays().length > 0) complain(`${name}: stray processes`);
}
// a busy machine takes its time: what hangs, hangs longer
const expectRun = async (child, status, pattern, limit = 300_000) => {
  const late = setTimeout(() => child.kill('SIGKILL'), limit);
  const end = await ended(child);
  clearTimeout(late);
  if (end.status !== status) return `exit ${end.status ?? end.signal}, expected ${status}: ${end.stderr.slice(0, 300)}`;
  return pattern.test(end.stderr) ? 'ok' : `said ${end.stderr.slice(0, 300)}`;
};
const everythingElse = (where) =>
  existsSync(join(where, 'brief.html')) && existsSync(join(where, 'data/comparison.json'))
    ? 'ok'
    : 'brief.html or data missing';

await check('browser killed while it works', async () => {
  const where = join(folder, 'killed-browser');
  const child = start('a', where, ['--no-cache']);
  const hunter = setInterval(() => {
    for (const pid of strays()) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // gone
      }
    }
  }, 30);
  const said = await expectRun(child, 3, /browser/);
  clearInterval(hunter);
  return said === 'ok' ? everythingElse(where) : said;
});
await check('browser that hangs', async () => {
  const fake = join(folder, 'chrome-headless-shell');
  writeFileSync(fake, '#!/bin/sh\nexec sleep 600\n');
  chmodSync(fake, 0o755);
  const where = join(folder, 'hung-browser');
  const said = await expectRun(start('a', where, ['--no-cache'], { PUPPETEER_EXECUTABLE_PATH: fake }), 3, /browser/);
  return said === 'ok' ? everythingElse(where) : said;
});
await check('browser that is none', async () => {
  const fake = join(folder, 'headless-shell-none');
  writeFileSync(fake, '#!/bin/sh\necho no; exit 7\n');
  chmodSync(fake, 0o755);
  const where = join(folder, 'no-browser');
  const said = await expectRun(start('a', where, ['--no-cache'], { PUPPETEER_EXECUTABLE_PATH: fake }), 3, /browser/);
  return said === 'ok' ? everythingElse(where) : said;
});
const mounted = (options) => {
  const where = mkdtempSync(join(folder, 'mount-'));
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', where]);
  return done.status === 0 ? where : null;
};
for (const [name, options, pattern] of [
  ['disk full', 'size=200k', /disk is full/],
  ['read-only folder', 'ro', /may not be written/],
])
  await check(name, async () => {
    const where = mounted(options);
    if (where === null) return 'skipped: no right to mount';
    try {
      const said = await expectRun(start('a', where, ['--no-cache']), 2, pattern);
      if (said !== 'ok') return said;
      return readdirSync(where).length === 0 ? 'ok' : `left ${readdirSync(where)}`;
    } finally {
      execFileSync('umount', [where]);
    }
  });
await check('no room for temporary files', async () => {
  const where = mounted('size=16k');
  if (where === null) return 'skipped: no right to mount';
  try {
    const target = join(folder, 'no-room');
    const said = await expectRun(start('a', target, ['--no-cache'], { TMPDIR: where }), 3, /browser/);
    return said === 'ok' ? everythingElse(target) : said;
  } finally {
    execFileSync('umount', ['-l', where]);
  }
});
await check('a file in the place of the folder', async () => {
  writeFileSync(join(folder, 'file'), '');
  return expectRun(start('a', join(folder, 'file'), ['--no-cache']), 2, /nothing can be written/);
});
await check('two runs into one folder', async () => {
  const where = join(folder, 'both');
  for (let round = 0; round < 5; round += 1) {
    const ends = await Promise.all([
      ended(start('a', where, ['--no-cache'])),
      ended(start('b', where, ['--no-cache'])),
    ]);
    if (ends.some(({ status }) => status !== 0)) return `exit ${ends.map(({ status }) => status)}`;
    if (![whole.a, whole.b].includes(hashOf(where))) return 'mixed outputs';
    if (litter(where).length > 0) return `left ${litter(where)}`;
  }
  return 'ok';
});
if (profiles().length > 0) complain(`profile folders left: ${profiles()}`);
record('faults', {
  kills:
    runs === 0
      ? JSON.parse(readFileSync(join(root, 'bench/results/faults.json'), 'utf8')).kills
      : {
          runs,
          killed: runs - finished,
          killed_while: killed,
          finished_before_the_kill: finished,
          phase_ms: Object.fromEntries(PHASES.map(([phase]) => [phase, round(median(lengths[phase]), 0)])),
          slowest_end_ms: round(slowest, 0),
          problems: problems.slice(0, ofKills),
        },
  cases,
  problems: problems.slice(ofKills),
});
rmSync(folder, { recursive: true, force: true });
console.log(
  `${runs} runs, ${runs - finished} killed ${JSON.stringify(killed)}, ${problems.length} problems; ${JSON.stringify(cases)}`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
