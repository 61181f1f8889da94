import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Note, Noted } from '../model/note.js';
import { readTextFiles } from './text-files.js';

/** What a template folder may hold: partials, style sheets, the page's script, the words. */
const known = /\.(?:hbs|css|js|json)$/u;

async function readFolder(folder: string): Promise<Record<string, string>> {
  const { value, notes } = await readTextFiles(folder, (name) => known.test(name));
  if (value === null) throw new Error(notes.map(({ message, place }) => `${place?.file}: ${message}`).join('; '));
  return Object.fromEntries(value.map(({ name, text }) => [name, text]));
}

/**
 * The package's templates, with the files of the user's folder in place of those of the same name. A file of a name the package does not
 * have is taken as one more partial and noted, since a misspelt name would otherwise change nothing in silence. Rejects when a folder
 * cannot be read.
 */
export async function readTemplates(
  own: string,
  override: string | null,
): Promise<Noted<Readonly<Record<string, string>>>> {
  const base = await readFolder(own);
  if (override === null) return { value: base, notes: [] };
  // a folder that is not there has no files for readTextFiles; here it is a slip of the pen
  await readdir(override);
  const theirs = await readFolder(override);
  const notes = Object.keys(theirs)
    .filter((name) => !Object.hasOwn(base, name))
    .map(
      (name): Note => ({
        code: 'template/new',
        severity: 'info',
        message: `${name} replaces no template; it is there as the partial ${name.replace(known, '')}`,
        hint: `names that can be replaced: ${Object.keys(base).join(', ')}`,
        zh: {
          message: `发现 ${name} 不替换任何模板，已作为分部模板 ${name.replace(known, '')}`,
          hint: `请从可替换的名称中选用：${Object.keys(base).join('、')}`,
        },
        place: { file: join(override, name) },
      }),
    );
  return { value: { ...base, ...theirs }, notes };
}
