import { randomBytes } from 'node:crypto';
import { link, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './leftovers.js';

const NAME = '.duizhao-lock';
/** Nobody holds the lock for more than some milliseconds: what is older was left by a run that was killed on another machine. */
const STALE_MS = 30_000;

/**
 * Runs while no other run of duizhao does the same in this folder. The lock is a file that names its holder and comes into being whole
 * (`link`); one whose holder is gone is taken over. Throws the system's error when the folder cannot be written to.
 */
export async function withFolderLock<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const path = join(folder, NAME);
  const mine = join(folder, `${NAME}-${process.pid}-${randomBytes(4).toString('hex')}`);
  await writeFile(mine, JSON.stringify([hostname(), process.pid]));
  try {
    for (let wait = 2; !(await take(mine, path)); wait = Math.min(wait * 2, 50)) {
      if (!(await isStale(path)) || !(await clearStale(mine, path))) await sleep(wait);
    }
    try {
      return await run();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await unlink(mine).catch(() => undefined);
  }
}

async function take(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose holder is gone; false when another run is just doing so. Only one at a time looks again and removes:
 * of two that saw the same dead holder, the slower would else remove the lock the faster has just taken.
 */
async function clearStale(mine: string, path: string): Promise<boolean> {
  const clearing = `${path}-clearing`;
  if (!(await take(mine, clearing))) {
    if (await isStale(clearing)) await rm(clearing, { force: true });
    return false;
  }
  try {
    if (await isStale(path)) await rm(path, { force: true });
    return true;
  } finally {
    await rm(clearing, { force: true });
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const [machine, pid] = JSON.parse(await readFile(path, 'utf8')) as [string, number];
    if (machine === hostname()) return !isRunning(pid);
    return Date.now() - (await stat(path)).mtimeMs > STALE_MS;
  } catch {
    // gone meanwhile, or not ours to read: look again
    const info = await stat(path).catch(() => null);
    return info !== null && Date.now() - info.mtimeMs > STALE_MS;
  }
}
