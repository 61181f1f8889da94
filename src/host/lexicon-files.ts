import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Noted } from '../model/note.js';
import { readTextFiles } from './text-files.js';

/**
 * The YAML files of a lexicon folder, sorted by name; empty when the folder is missing or holds none, null with errors when one of them
 * cannot be read. `shown` says what files are called, in notes too.
 */
export async function readLexiconFiles(
  folder: string,
  shown?: (path: string) => string,
): Promise<Noted<readonly { readonly file: string; readonly text: string }[] | null>> {
  const { value, notes } = await readTextFiles(folder, (name) => /\.ya?ml$/.test(name), shown);
  return {
    value: value?.map(({ name, text }) => ({ file: (shown ?? String)(join(folder, name)), text })) ?? null,
    notes,
  };
}

/** The text of a file of the package, e.g. a schema; throws the system's error when the package is damaged. */
export function readPackageFile(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}
