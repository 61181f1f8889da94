import { realpathSync, statSync } from 'node:fs';
import { findBrowser } from './find-browser.js';

/** Which browser would print, and which build of it: path, size and time of the file; null when there is none. Starts nothing. */
export function browserIdentity(env: Readonly<Record<string, string | undefined>>): readonly unknown[] | null {
  const found = findBrowser(env);
  if (found === null) return null;
  try {
    const path = realpathSync(found.path);
    const { size, mtimeMs } = statSync(path);
    return [found.path, found.kind, path, size, mtimeMs];
  } catch {
    return [found.path, found.kind];
  }
}
