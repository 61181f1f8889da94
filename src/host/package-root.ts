import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of duizhao's own package.json: templates, lexicon, schemas and the bundled corpus lie beside it. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'duizhao')
      return folder;
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('found no package.json of duizhao above the program, expected one: install the package again');
    folder = parent;
  }
}

/** The version of duizhao itself, wherever it is installed and wherever it is called. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}
