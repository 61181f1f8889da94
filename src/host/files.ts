import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from './make-folder.js';

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

/**
 * Writes a set of files so that nobody ever sees half of one: each is written beside its place under a name of its own and
 * all are renamed together at the end. On any failure nothing of the new set is left and what was there before stays.
 * Paths are relative to `folder`, forward slashes. Throws the system's error (ENOSPC, EACCES …).
 */
export async function writeTogether(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  await makeFolder(folder);
  const staging = join(folder, `.partial-${randomBytes(6).toString('hex')}`);
  stagings.add(staging);
  try {
    await makeFolder(staging);
    for (const [path, content] of files) {
      const full = join(staging, path);
      await makeFolder(dirname(full));
      await writeFile(full, content);
    }
    for (const path of files.keys()) {
      await makeFolder(dirname(join(folder, path)));
      await rename(join(staging, path), join(folder, path));
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
    stagings.delete(staging);
  }
}

const stagings = new Set<string>();

/** Folders being written right now, so that an interrupted run can remove them. */
export function openStagings(): readonly string[] {
  return [...stagings];
}
