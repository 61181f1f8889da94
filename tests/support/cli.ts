import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a call of the built command came to. */
export interface Called {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command; `npm test` builds it first. DUIZHAO_CLI names another build. */
export const cliPath = process.env.DUIZHAO_CLI ?? `${root}dist/cli.js`;

/** Calls the built command without a terminal and without results of earlier runs, unless `env` says where these are. */
export function duizhao(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Called {
  const result = spawnSync(process.execPath, [cliPath, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, DUIZHAO_CACHE_DIR: '', ...options.env },
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}
