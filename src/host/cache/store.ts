import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';

/**
 * Results kept between runs, by kind and content key. Reading never gives anything but what was written under that very key: every
 * entry carries its own digest, and a damaged one counts as absent. Nothing here ever throws: without a cache a run only takes longer.
 */
export interface Cache {
  /** The entry's bytes, or null. */
  readonly read: (kind: string, key: string) => Promise<Uint8Array | null>;
  /** `content`: the bytes, or pieces that follow one another. */
  readonly write: (kind: string, key: string, content: Uint8Array | readonly Uint8Array[]) => Promise<void>;
  /** Where faces and other files of libraries may be kept; null: nowhere. */
  readonly folder: string | null;
}

export const NO_CACHE: Cache = { read: async () => null, write: async () => {}, folder: null };

/** Past this many bytes the entries longest unused are removed, down to three quarters of it. */
const LARGEST = 512 * 1024 * 1024;
/** A temporary file of a run that was killed. */
const LEFT_OVER_MS = 3_600_000;

/** A cache in a folder of files `<kind>-<key>`; `key` is letters, digits, - and _. Several runs may use it at once. */
export function diskCache(folder: string, { largest = LARGEST }: { readonly largest?: number } = {}): Cache {
  const pathOf = (kind: string, key: string): string => join(folder, `${kind}-${key}`);
  let swept: Promise<void> | null = null;
  return {
    folder,
    read: async (kind, key) => {
      const path = pathOf(kind, key);
      try {
        const whole = await readFile(path);
        const payload = whole.subarray(DIGEST);
        if (whole.length < DIGEST || !digest(kind, key, [payload]).equals(whole.subarray(0, DIGEST))) {
          await rm(path, { force: true });
          return null;
        }
        // the time of the last use, for the sweep
        await utimes(path, new Date(), new Date()).catch(() => undefined);
        return payload;
      } catch {
        return null;
      }
    },
    write: async (kind, key, content) => {
      const pieces = content instanceof Uint8Array ? [content] : content;
      const path = pathOf(kind, key);
      const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
      try {
        await makeFolder(folder);
        await writeFile(beside, [digest(kind, key, pieces), ...pieces]);
        await rename(beside, path);
        swept ??= sweep(folder, largest);
        await swept;
      } catch {
        await rm(beside, { force: true }).catch(() => undefined);
      }
    },
  };
}

const DIGEST = 32;

/** Over kind and key too, so that a file under another's name is not taken for it. */
function digest(kind: string, key: string, pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(`${kind}\n${key}\n`);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

async function sweep(folder: string, largest: number): Promise<void> {
  const files: { path: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (!info?.isFile()) continue;
    if (name.endsWith('.tmp') && Date.now() - info.mtimeMs > LEFT_OVER_MS) await rm(path, { force: true });
    else files.push({ path, size: info.size, used: info.mtimeMs });
  }
  let total = files.reduce((sum, { size }) => sum + size, 0);
  if (total <= largest) return;
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    if (total <= largest * 0.75) break;
    await rm(path, { force: true });
    total -= size;
  }
}
