import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where results are kept between runs: DUIZHAO_CACHE_DIR, else the user's own cache folder (XDG_CACHE_HOME, LOCALAPPDATA, or ~/.cache).
 * Null when DUIZHAO_CACHE_DIR is empty: nothing is kept then.
 */
export function cacheFolder(env: Env): string | null {
  if (env.DUIZHAO_CACHE_DIR !== undefined) return env.DUIZHAO_CACHE_DIR === '' ? null : env.DUIZHAO_CACHE_DIR;
  const own = env.XDG_CACHE_HOME ?? (process.platform === 'win32' ? env.LOCALAPPDATA : undefined);
  // A relative XDG_CACHE_HOME counts as none (XDG Base Directory Specification).
  return join(own !== undefined && isAbsolute(own) ? own : join(homedir(), '.cache'), 'duizhao');
}
