// Small pieces the set-up scripts share. Plain Node, no packages: they run before any package is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const stampFile = join(root, 'node_modules', '.duizhao-setup.json');

/** What earlier set-ups have finished: step name → fingerprint of what it was made from. */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/** Notes that a step is done for this fingerprint. */
export function stamp(step, fingerprint) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamps(), [step]: fingerprint })}\n`);
}

/** SHA-256 over the contents of files (relative to the root) and any extra words. */
export function fingerprint(files, ...extra) {
  const hash = createHash('sha256').update(extra.join('\n'));
  for (const file of files)
    hash.update(`\n${file}\n`).update(existsSync(join(root, file)) ? readFileSync(join(root, file)) : 'missing');
  return hash.digest('hex');
}

/** All files below a folder, relative to the root, sorted. */
export function filesBelow(folder) {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
    });
}

/** Runs a command in the root with its output shown on standard error; returns whether it succeeded. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) process.stderr.write(`${command}: ${result.error.message}\n`);
  return result.status === 0;
}

/** Says one line to a person. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
