// Many reports: `duizhao extract` over generated ones, with one thread and two; what one edited report of a thousand costs; records of all of them
// compared. Machines are shared, so beside the time on the clock stands the time of the busiest thread: what a run takes when nobody else is there.
import { spawn } from 'node:child_process';
import { appendFileSync, createWriteStream, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cli, median, root, round } from './machine.mjs';

/**
 * Runs node on `args` and tells seconds on the clock, CPU seconds in all (`cpu`) and of the busiest thread (`busiest`), and the largest
 * resident memory in MB. Linux only: /proc is read ten times a second.
 */
export function measured(args, { input = '/dev/null', output = '/dev/null', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, args, {
      stdio: [openSync(input, 'r'), openSync(output, 'w'), 'pipe'],
      env: { ...process.env, ...env },
    });
    const threads = new Map();
    let [peak, said] = [0, ''];
    child.stderr.setEncoding('utf8').on('data', (data) => {
      said += data;
    });
    const look = () => {
      try {
        for (const id of readdirSync(`/proc/${child.pid}/task`))
          threads.set(id, Number(readFileSync(`/proc/${child.pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e9);
        peak = Math.max(
          peak,
          Number(/^VmRSS:\s+([0-9]+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
        );
      } catch {
        // it has ended
      }
    };
    const clock = setInterval(look, 100);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(clock);
      const each = [...threads.values()];
      if (status !== 0) return reject(new Error(`${args.join(' ')}: exit ${status}\n${said}`));
      resolve({
        seconds: Number(process.hrtime.bigint() - start) / 1e9,
        cpu: each.reduce((sum, seconds) => sum + seconds, 0),
        busiest: Math.max(...each),
        peakMb: Math.round(peak),
      });
    });
  });
}

async function generate(folder, count) {
  const path = join(folder, `reports-${count}.ndjson`);
  const child = spawn(process.execPath, [join(root, 'bench/generate.mjs'), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await pipeline(child.stdout, createWriteStream(path));
  return path;
}

/** Extraction of each number of reports by one thread and by two. */
async function extraction(folder, counts) {
  const rows = [];
  for (const count of counts) {
    const input = await generate(folder, count);
    const [one, two] = [
      await measured([cli, 'extract', '--quiet', '-j', '1'], {
        input,
        output: join(folder, `records-${count}.ndjson`),
      }),
      await measured([cli, 'extract', '--quiet', '-j', '2'], { input }),
    ];
    const figures = ({ seconds, cpu, busiest, peakMb }) => ({
      seconds: round(seconds),
      cpu_seconds: round(cpu),
      busiest_thread_seconds: round(busiest),
      peak_mb: peakMb,
    });
    rows.push({
      reports: count,
      one: figures(one),
      two: figures(two),
      speedup: round(one.seconds / two.seconds),
      // free cores: nobody waits but for the busiest thread, or for two cores to do all there is to do
      speedup_on_free_cores: round(one.busiest / Math.max(two.busiest, two.cpu / 2)),
    });
  }
  return rows;
}

/** The same with the memory of a pipe: how much one more report takes when the first thousand are read. */
function perReport(rows) {
  const [before, last] = rows.slice(-2);
  if (before === undefined || last === undefined) return null;
  return {
    milliseconds: round(
      (1000 * (last.one.busiest_thread_seconds - before.one.busiest_thread_seconds)) / (last.reports - before.reports),
    ),
    kilobytes: round((1024 * (last.one.peak_mb - before.one.peak_mb)) / (last.reports - before.reports), 1),
  };
}

/** A corpus of `count` reports compared cold, again, and with one report edited. */
async function edited(folder, count, rounds) {
  const corpus = join(folder, `corpus-${count}`);
  await measured([join(root, 'bench/generate.mjs'), String(count), '--corpus', corpus]);
  const text = join(
    corpus,
    readdirSync(corpus).find((name) => name.endsWith('.txt')),
  );
  const run = (env) =>
    measured([cli, 'compare', corpus, '--out', join(folder, `out-${count}`), '--format', 'json', '--quiet'], { env });
  const env = { DUIZHAO_CACHE_DIR: join(folder, `cache-${count}`) };
  const cold = await run(env);
  const again = await run(env);
  const edits = [];
  for (let round = 0; round < rounds; round += 1) {
    appendFileSync(text, `\n全年走访企业${1000 + round}家。\n`);
    edits.push((await run(env)).cpu);
  }
  const ofCold = (cpu) => round(cpu / cold.cpu);
  return {
    reports: count,
    cold_cpu_seconds: round(cold.cpu),
    cold_peak_mb: cold.peakMb,
    nothing_changed_of_cold: ofCold(again.cpu),
    edited_of_cold: ofCold(median(edits)),
  };
}

/** Records that `extract` wrote, compared: what it takes as their number grows. */
async function records(folder, counts) {
  const rows = [];
  for (const count of counts) {
    const path = join(folder, `records-${count}.ndjson`);
    const run = await measured([
      cli,
      'compare',
      '--records',
      path,
      '--out',
      join(folder, `of-${count}`),
      '--format',
      'json',
      '--quiet',
    ]);
    rows.push({
      reports: count,
      megabytes: Math.round(statSync(path).size / 2 ** 20),
      cpu_seconds: round(run.cpu),
      peak_mb: run.peakMb,
    });
  }
  return rows;
}

/** @param {{ counts?: readonly number[], compared?: readonly number[], rounds?: number }} [options] */
export async function reports(folder, { counts = [100, 1000, 10_000], compared = [100, 1000], rounds = 3 } = {}) {
  const extracted = await extraction(folder, counts);
  return {
    extract: extracted,
    one_more_report: perReport(extracted),
    edited: await edited(folder, 1000, rounds),
    compare_records: await records(
      folder,
      compared.filter((count) => counts.includes(count)),
    ),
  };
}
