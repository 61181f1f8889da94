import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The built command; DUIZHAO_CLI names another build. */
export const cli = process.env.DUIZHAO_CLI ?? join(root, 'dist/cli.js');
/** The folder of the built program. */
export const built = dirname(cli);

/** What figures depend on: they are ratios, but a reader may want to know of what. */
export function machine() {
  const revision = () => {
    try {
      return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    } catch {
      return null;
    }
  };
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.version,
    load: loadavg().map((load) => Math.round(load * 100) / 100),
    duizhao: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    revision: revision(),
  };
}

/** Writes bench/results/<name>.json: the machine, then the figures. */
export function record(name, figures) {
  const folder = join(root, 'bench/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ machine: machine(), ...figures }, null, 1)}\n`);
}

/** The middle value; of an even number the mean of the two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The value below which `share` of all lie. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const round = (value, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;
