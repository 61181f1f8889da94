import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Largest source file that is read, in bytes: a work report is some tens of kilobytes. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;

/** What reading a file can come to. `reason` is for people. */
export type Read =
  | { readonly bytes: Uint8Array }
  | { readonly reason: 'missing' | 'outside' | 'not-a-file' | 'too-large' | 'unreadable'; readonly detail: string };

/** Reads one file inside `root`; a path that leaves `root`, also through a link, is `outside`. Never throws. */
export async function readInside(root: string, path: string): Promise<Read> {
  const full = resolve(root, path);
  if (!isInside(resolve(root), full)) return { reason: 'outside', detail: path };
  try {
    const [base, real] = await Promise.all([realpath(root), realpath(full)]);
    if (!isInside(base, real)) return { reason: 'outside', detail: path };
    return readWhole(real);
  } catch (error) {
    return unread(error);
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** How often a file that changes while it is read is read again. */
const TRIES = 3;

/**
 * Reads one file of at most `most` bytes as it was at one moment. Pipes, sockets and devices are not waited for. Never throws.
 */
export async function readWhole(full: string, most = MAX_SOURCE_BYTES): Promise<Read> {
  try {
    for (let left = TRIES; left > 0; left -= 1) {
      const read = await readOnce(full, most);
      if (read !== null) return read;
    }
    return { reason: 'unreadable', detail: 'it changes while it is read' };
  } catch (error) {
    return unread(error);
  }
}

/** Null when the file changed while it was read. Throws the system's error. */
async function readOnce(full: string, most: number): Promise<Read | null> {
  // not to wait: a pipe opens only when somebody writes to it (Windows knows no such flag)
  const handle = await open(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = await handle.stat();
    if (!before.isFile())
      return { reason: 'not-a-file', detail: before.isDirectory() ? 'a folder' : 'no regular file' };
    const { size, mtimeMs } = before;
    if (size > most) return { reason: 'too-large', detail: `${size} bytes` };
    // one byte more than there is: what has grown shows
    const bytes = new Uint8Array(size + 1);
    let got = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, got, bytes.length - got);
      got += bytesRead;
      if (bytesRead === 0 || got > size) break;
    }
    return got === size && (await handle.stat()).mtimeMs === mtimeMs ? { bytes: bytes.subarray(0, size) } : null;
  } finally {
    await handle.close();
  }
}

function unread(error: unknown): Exclude<Read, { bytes: Uint8Array }> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'missing', detail: code };
  // a socket cannot be opened as a file
  if (code === 'ENXIO') return { reason: 'not-a-file', detail: 'no regular file' };
  return { reason: 'unreadable', detail: code === 'ELOOP' ? 'its links lead in a circle' : (code ?? String(error)) };
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
