import { type BigIntStats, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * When a file was changed, how large it is and which it is: another stamp, and it may be another file; the same one, and it is the same, but
 * for two changes within a clock tick of the system (some milliseconds, of no length on newer ones). Undefined for what is no
 * file or cannot be looked at.
 */
export function stampOf(path: string): string | undefined {
  try {
    return stamp(statSync(path, { bigint: true }));
  } catch {
    return undefined;
  }
}

function stamp(info: BigIntStats): string | undefined {
  // ctime too: copying tools set the other one back
  return info.isFile() ? `${info.mtimeNs} ${info.ctimeNs} ${info.size} ${info.ino}` : undefined;
}

/** Files that are looked at together. */
const AT_ONCE = 32;

/**
 * The stamps of all files in some folders, by path, links followed; folders below `depth` levels, folders that links lead out
 * to, and whatever `isIgnored`, are left out, and a folder that links lead to twice is gone through once. What cannot be read is not there. Never rejects.
 */
export async function stampsIn(
  folders: readonly string[],
  isIgnored: (path: string) => boolean,
  depth: number,
): Promise<Map<string, string>> {
  const stamps = new Map<string, string>();
  const seen = new Set<string>();
  const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  const isOutside = (path: string): boolean =>
    !roots.some((root) => root !== null && (path === root || path.startsWith(root + sep)));
  const enter = async (folder: string, levels: number): Promise<void> => {
    const real = await realpath(folder).catch(() => null);
    if (real === null || seen.has(real) || isOutside(real)) return;
    seen.add(real);
    const names = await readdir(folder).catch(() => []);
    const paths = names.map((name) => join(folder, name)).filter((path) => !isIgnored(path));
    const below: string[] = [];
    for (let from = 0; from < paths.length; from += AT_ONCE)
      await Promise.all(
        paths.slice(from, from + AT_ONCE).map(async (path) => {
          const info = await stat(path, { bigint: true }).catch(() => null);
          if (info?.isDirectory()) below.push(path);
          const mark = info === null ? undefined : stamp(info);
          if (mark !== undefined) stamps.set(path, mark);
        }),
      );
    // sorted: of two ways to one folder it is always the same that counts
    if (levels > 0) for (const path of below.sort()) await enter(path, levels - 1);
  };
  for (const folder of folders) await enter(folder, depth);
  return stamps;
}
