import { readdir, readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

/** Largest source file that is read, in bytes: a work report is some tens of kilobytes. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;

/** What reading a file can come to. `reason` is for people. */
export type Read =
  | { readonly bytes: Uint8Array }
  | { readonly reason: 'missing' | 'not-a-file' | 'too-large' | 'unreadable'; readonly detail: string };

/** Reads one file inside `root`; a path that leaves `root`, also through a link, counts as missing. Never throws. */
export async function readInside(root: string, path: string): Promise<Read> {
  const full = resolve(root, path);
  const inside = relative(resolve(root), full);
  if (inside.startsWith(`..${sep}`) || inside === '..' || resolve(inside) === inside)
    return { reason: 'missing', detail: 'outside the folder' };
  return readWhole(full);
}

/** Reads one file of at most MAX_SOURCE_BYTES. Never throws. */
export async function readWhole(full: string): Promise<Read> {
  try {
    const info = await stat(full);
    if (!info.isFile()) return { reason: 'not-a-file', detail: info.isDirectory() ? 'a folder' : 'no regular file' };
    if (info.size > MAX_SOURCE_BYTES) return { reason: 'too-large', detail: `${info.size} bytes` };
    return { bytes: await readFile(full) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP'
      ? { reason: 'missing', detail: code }
      : { reason: 'unreadable', detail: code ?? String(error) };
  }
}

/** Whether there is a file or folder of this name. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Names of the files in a folder, sorted by code unit; [] when there is no such folder. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export { writeTogether } from './write-together.js';
