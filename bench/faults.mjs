// node bench/faults.mjs [--runs N] [--seed S]: runs killed at random moments, and what else goes wrong on a machine. Afterwards there may be no stray
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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chance } from './lib/generate.mjs';
import { cli, record, round } from './lib/machine.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const runs = Number(values.runs);
const next = chance(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'duizhao-faults-'));
/** Profile folders and other temporary files of these runs go here and nowhere else. */
const temporary = join(folder, 'tmp');
mkdirSync(temporary);

for (const [name, place] of [
  ['a', '甲市'],
  ['b', '乙市'],
]) {
  mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, name, 'corpus.yaml'),
    `jurisdictions: [{ id: ${name}, name: ${place}, level: city }]\nreports: [{ id: ${name}-2022, jurisdiction: ${name}, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: t.txt }] }]\n`,
  );
  writeFileSync(
    join(folder, name, 't.txt'),
    `2022年，${place}公安共抓获电信诈骗犯罪嫌疑人${name === 'a' ? 120 : 98}名。\n`,
  );
}
const environment = (more = {}) => ({
  ...process.env,
  TMPDIR: temporary,
  DUIZHAO_CACHE_DIR: join(folder, 'cache'),
  ...more,
});
const start = (corpus, out, more = [], env = {}) =>
  spawn(process.execPath, [cli, 'compare', join(folder, corpus), '--out', out, ...more], {
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

// what whole sets look like, and how long a run takes
const whole = {};
const began = performance.now();
for (const name of ['a', 'b']) {
  const { status, stderr } = await ended(start(name, join(folder, `whole-${name}`), ['--no-cache']));
  if (status !== 0) throw new Error(stderr);
  whole[name] = hashOf(join(folder, `whole-${name}`));
}
const usual = (performance.now() - began) / 2;

const out = join(folder, 'out');
let [killed, finished, slowest] = [0, 0, 0];
let before = 'nothing';
for (let run = 0; run < runs; run += 1) {
  const name = run % 2 === 0 ? 'a' : 'b';
  const signal = next() < 0.5 ? 'SIGTERM' : 'SIGKILL';
  const child = start(name, out, next() < 0.8 ? ['--no-cache'] : []);
  const done = ended(child);
  // most of the time is printing: a third of the kills go to the end, where files are written
  const moment = next() < 0.67 ? next() * usual : usual * (0.85 + 0.3 * next());
  await Promise.race([sleep(moment), done]);
  const asked = performance.now();
  child.kill(signal);
  const end = await done;
  slowest = Math.max(slowest, performance.now() - asked);
  if (end.status === 0) finished += 1;
  else killed += 1;
  let left = strays();
  for (let wait = 0; left.length > 0 && wait < 40; wait += 1) {
    await sleep(100);
    left = strays();
  }
  if (left.length > 0)
    complain(`run ${run} (${signal} after ${Math.round(moment)} ms): ${left.length} stray processes`);
  const now = hashOf(out);
  const open = litter(out).some((entry) => entry.startsWith('.commit-'));
  if (!open && ![before, whole[name]].includes(now))
    complain(`run ${run} (${signal} after ${Math.round(moment)} ms): outputs are neither the old nor the new set`);
  if (end.status === 0 && now !== whole[name]) complain(`run ${run}: done, but not the right outputs`);
  // what an earlier run left when it was killed is for the next whole run to clear
  const own = [...profiles(), ...litter(out)].filter((name) => name.includes(`-${child.pid}-`));
  if (signal === 'SIGTERM' && own.length > 0)
    complain(
      `run ${run} (SIGTERM after ${Math.round(moment)} ms, exit ${end.status ?? end.signal} in ${Math.round(performance.now() - asked)} ms): left ${own}; ${end.stderr.slice(-200)}`,
    );
  before = now;
  if (run % 10 === 9 || run === runs - 1) {
    const other = name === 'a' ? 'b' : 'a';
    const { status } = await ended(start(other, out, ['--no-cache']));
    if (status !== 0 || hashOf(out) !== whole[other])
      complain(`after run ${run}: the next run is not right (exit ${status})`);
    if (profiles().length > 0 || litter(out).length > 0)
      complain(`after run ${run}: left ${[...profiles(), ...litter(out)]}`);
    before = hashOf(out);
    console.error(`${run + 1} of ${runs}, ${problems.length} problems`);
  }
}

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
const expectRun = async (child, status, pattern, limit = 60_000) => {
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
  const said = await expectRun(
    start('a', where, ['--no-cache'], { PUPPETEER_EXECUTABLE_PATH: fake }),
    3,
    /browser/,
    90_000,
  );
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
  runs,
  killed,
  finished_before_the_kill: finished,
  usual_ms: round(usual, 0),
  slowest_end_ms: round(slowest, 0),
  cases,
  problems,
});
rmSync(folder, { recursive: true, force: true });
console.log(`${runs} runs, ${killed} killed, ${problems.length} problems; ${JSON.stringify(cases)}`);
process.exitCode = problems.length > 0 ? 1 : 0;
