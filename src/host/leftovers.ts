import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A name that tells whose it is: machine, process, and chance. e.g. `.partial-3f9a1c-4711-9be2c04d` */
export function ownName(prefix: string): string {
  return `${prefix}${machine()}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** The machine's name in six letters, for folders that several machines share. */
function machine(): string {
  let sum = 0;
  for (const character of hostname()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (sum & 0xffffff).toString(16).padStart(6, '0');
}

const NAME = /^([0-9a-f]{6})-([0-9]{1,10})-[0-9A-Za-z]{1,16}$/;
/** After this long what another machine left counts as left. */
const DAY_MS = 86_400_000;

/**
 * Names under `folder` that begin with `prefix` and belong to nobody any more: their process is gone from this machine, or they are another
 * machine's and a day old. [] when the folder cannot be read.
 */
export async function leftBehind(folder: string, prefix: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix)).sort();
  const left: string[] = [];
  for (const name of names) {
    const [, owner, pid] = NAME.exec(name.slice(prefix.length)) ?? [];
    if (pid === undefined) continue;
    if (owner === machine()) {
      if (!isRunning(Number(pid))) left.push(name);
    } else {
      const info = await stat(join(folder, name)).catch(() => null);
      if (info !== null && Date.now() - info.mtimeMs > DAY_MS) left.push(name);
    }
  }
  return left;
}

/** Removes what killed runs left under `folder`; what cannot be removed stays. */
export async function removeLeftBehind(folder: string, prefix: string): Promise<void> {
  for (const name of await leftBehind(folder, prefix))
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
}

/** Whether a process of this number runs; one that is not ours counts too. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
