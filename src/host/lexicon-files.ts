import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './files.js';

/** The YAML files of a lexicon folder, sorted by name; empty when the folder is missing or holds none. */
export async function readLexiconFiles(folder: string): Promise<{ file: string; text: string }[]> {
  const names = (await listFiles(folder)).filter((name) => /\.ya?ml$/.test(name));
  return Promise.all(
    names.map(async (name) => ({ file: join(folder, name), text: await readFile(join(folder, name), 'utf8') })),
  );
}

/** The text of a file of the package, e.g. a schema; throws the system's error when the package is damaged. */
export function readPackageFile(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}
