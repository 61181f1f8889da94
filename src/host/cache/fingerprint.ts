import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listFiles, type Read, readInside, readWhole } from '../files.js';

/** Gathers everything a result depends on into one key: same parts in the same order, same key. */
export interface Fingerprint {
  /** A plain value. */
  readonly value: (value: unknown) => void;
  /** A file as it is now; that it is missing or cannot be read counts as a content of its own. */
  readonly file: (path: string) => Promise<void>;
  /** A file read the way a corpus's sources are: never outside `folder`. */
  readonly fileInside: (folder: string, path: string) => Promise<void>;
  /** Names and contents of a folder's files that `wanted` picks, folders within left out. */
  readonly folder: (path: string, wanted?: (name: string) => boolean) => Promise<void>;
  /** Letters, digits, - and _. */
  readonly key: () => string;
}

export function fingerprint(): Fingerprint {
  const hash = createHash('sha256');
  const value = (part: unknown): void => {
    const text = JSON.stringify(part) ?? 'undefined';
    hash.update(`${text.length}\n${text}`);
  };
  const read = (label: string, found: Read): void => {
    if ('bytes' in found) value([label, createHash('sha256').update(found.bytes).digest('base64url')]);
    else value([label, found.reason, found.detail]);
  };
  return {
    value,
    file: async (path) => read(path, await readWhole(path)),
    fileInside: async (folder, path) => read(path, await readInside(folder, path)),
    folder: async (path, wanted = () => true) => {
      const names = (await listFiles(path).catch(() => [])).filter(wanted);
      value([path, names]);
      for (const name of names) read(name, await readWhole(join(path, name)));
    },
    key: () => hash.copy().digest('base64url'),
  };
}
