import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This file lies two folders below the program's own. */
const program = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const known = new Map<string, string>();

/**
 * A name for the program as it is installed: every file of it, the versions of the packages it uses, and Node's. What was
 * made by another program is never taken for this one's. `root` is the folder of package.json.
 */
export function programId(root: string): string {
  const held = known.get(root);
  if (held !== undefined) return held;
  const hash = createHash('sha256');
  for (const path of filesBelow(program))
    hash.update(path.slice(program.length)).update('\0').update(readFileSync(path)).update('\0');
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  hash.update(manifest);
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  for (const name of Object.keys(dependencies).sort()) hash.update(versionOf(name, root)).update('\0');
  hash.update(JSON.stringify([process.versions, process.platform, process.arch]));
  const id = hash.digest('base64url');
  known.set(root, id);
  return id;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : /\.[cm]?[jt]s$/.test(entry.name) ? [path] : [];
    });
}

/** `name@version` of the package Node would find from `root`; the name alone where there is none. */
function versionOf(name: string, root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(path)) return `${name}@${(JSON.parse(readFileSync(path, 'utf8')) as { version?: string }).version}`;
    if (dirname(folder) === folder) return name;
  }
}
