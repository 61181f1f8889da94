import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withFolderLock } from './folder-lock.js';
import { isRunning, leftBehind, ownName, removeLeftBehind } from './leftovers.js';
import { makeFolder } from './make-folder.js';

/** Being written; whoever finds one of a process that is gone removes it. */
const PARTIAL = '.partial-';
/** Written whole and being moved to its place; whoever finds one of a process that is gone finishes the move. */
const COMMIT = '.commit-';

/**
 * Writes a set of files so that nobody ever sees half of one, nor some of an older set beside some of a newer: all are written beside
 * their places first and then renamed together, one run at a time. A run killed before that leaves what was there; one killed in the midst
 * of it is finished by the next. On any failure nothing of the new set is left and what was there before stays. A set that is there
 * already, byte for byte, is not touched. Paths are relative to `folder`, forward slashes. Throws the system's error (ENOSPC, EACCES …).
 */
export async function writeTogether(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  await makeFolder(folder);
  await clearLeftovers(folder);
  if (await isThereAlready(folder, files)) return;
  for (const path of files.keys()) await assertRoomFor(folder, path);
  const staging = join(folder, ownName(PARTIAL));
  const commit = join(folder, ownName(COMMIT));
  try {
    for (const [path, content] of files) {
      await makeFolder(dirname(join(staging, 'new', path)));
      await writeFile(join(staging, 'new', path), content);
    }
    await withFolderLock(folder, async () => {
      for (const path of files.keys()) await makeFolder(dirname(join(folder, path)));
      await rename(staging, commit);
      moveAll(folder, commit, [...files.keys()]);
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(commit, { recursive: true, force: true });
  }
}

/** Throws when a folder lies where the file should, or a file where a folder of its path should. */
async function assertRoomFor(folder: string, path: string): Promise<void> {
  const steps = path.split('/');
  for (let depth = 1; depth <= steps.length; depth += 1) {
    const step = steps.slice(0, depth).join('/');
    const found = await stat(join(folder, step)).catch(() => null);
    if (found === null) return;
    if (found.isDirectory() !== depth < steps.length)
      throw Object.assign(new Error(`${step} is ${found.isDirectory() ? 'a folder' : 'no folder'}`), {
        code: found.isDirectory() ? 'EISDIR' : 'ENOTDIR',
      });
  }
}

/**
 * Moves every file to its place, the old one out of the way first, so that a failure can be undone. Without `await`: nothing of this
 * process comes in between, and another would have to be quicker than a few renames.
 */
function moveAll(folder: string, commit: string, paths: readonly string[]): void {
  const done: { readonly path: string; readonly hadOld: boolean }[] = [];
  const at = (kind: 'new' | 'old', path: string): string => join(commit, kind, path);
  try {
    for (const path of paths) {
      const place = join(folder, path);
      mkdirSync(dirname(at('old', path)), { recursive: true });
      const hadOld = existsSync(place);
      if (hadOld) renameSync(place, at('old', path));
      done.push({ path, hadOld });
      renameSync(at('new', path), place);
    }
  } catch (error) {
    for (const { path, hadOld } of done.reverse()) {
      try {
        if (hadOld) renameSync(at('old', path), join(folder, path));
        else rmSync(join(folder, path), { force: true });
      } catch {
        // the others still go back
      }
    }
    throw error;
  }
}

/** Removes what killed runs were writing, and finishes what they were moving. */
async function clearLeftovers(folder: string): Promise<void> {
  await removeLeftBehind(folder, PARTIAL);
  if ((await leftBehind(folder, COMMIT)).length > 0)
    await withFolderLock(folder, async () => {
      // looked for again: another run may have finished it meanwhile
      for (const name of await leftBehind(folder, COMMIT)) {
        const from = join(folder, name, 'new');
        for (const path of existsSync(from) ? filesBelow(from) : []) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          renameSync(join(from, path), join(folder, path));
        }
        rmSync(join(folder, name), { recursive: true, force: true });
      }
    });
  for (const name of await leftBehindLocks(folder)) await unlink(join(folder, name)).catch(() => undefined);
}

/** The lock's own temporary files of killed runs. */
async function leftBehindLocks(folder: string): Promise<string[]> {
  return readdirSync(folder).filter((name) => {
    const pid = /^\.duizhao-lock-([0-9]{1,10})-[0-9a-f]{8}$/.exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
}

function filesBelow(folder: string, above = ''): string[] {
  return readdirSync(join(folder, above), { withFileTypes: true }).flatMap((entry) => {
    const path = above === '' ? entry.name : `${above}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

async function isThereAlready(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<boolean> {
  for (const [path, content] of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    // another length is another content, without a look at it
    if ((await stat(join(folder, path)).catch(() => null))?.size !== bytes.length) return false;
    const there = await readFile(join(folder, path)).catch(() => null);
    if (there === null || !there.equals(bytes)) return false;
  }
  return true;
}
