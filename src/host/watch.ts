import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { watch as watchFiles } from 'chokidar';

/** Watches folders until closed. */
export interface Watcher {
  readonly close: () => Promise<void>;
}

/**
 * Calls `changed` with the paths that changed, gathered over `gather` milliseconds so that an editor's save counts once.
 * Folders that do not exist yet are watched too. Resolves when every folder is being watched.
 */
export async function watch(
  folders: readonly string[],
  gather: number,
  changed: (paths: readonly string[]) => void,
): Promise<Watcher> {
  const there = folders.filter((folder) => existsSync(folder));
  const watcher = watchFiles(there, {
    ignoreInitial: true,
    ignored: (path) =>
      /(?:^|[/\\])(?:node_modules|\.git|\.(?:partial|commit|duizhao-lock)[\w-]*)(?:[/\\]|$)/.test(path) ||
      /(?:~|\.swp|\.tmp)$/.test(path),
  });
  let pending = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const looks = new Set<NodeJS.Timeout>();
  const flush = (): void => {
    timer = null;
    const paths = [...pending].sort();
    pending = new Set();
    const before = paths.map(stamp);
    changed(paths);
    // chokidar swallows what follows a change of the same file within 50 ms: look again when that is over.
    const look = setTimeout(() => {
      looks.delete(look);
      const late = paths.filter((path, i) => stamp(path) !== before[i]);
      if (late.length === 0) return;
      for (const path of late) pending.add(path);
      timer ??= setTimeout(flush, 0);
    }, 70);
    looks.add(look);
  };
  watcher.on('all', (_event, path) => {
    pending.add(path);
    timer ??= setTimeout(flush, gather);
  });
  await new Promise<void>((resolve, reject) => {
    if (there.length === 0) resolve();
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  // chokidar counts a missing folder twice, and would be ready before it looks at the others
  watcher.add(folders.filter((folder) => !there.includes(folder)));
  return {
    close: async () => {
      if (timer) clearTimeout(timer);
      for (const look of looks) clearTimeout(look);
      await watcher.close();
    },
  };
}

/** When and how large; '' for what is gone. */
function stamp(path: string): string {
  const info = statSync(path, { throwIfNoEntry: false });
  return info ? `${info.mtimeMs} ${info.size}` : '';
}

/** Opens an address in the user's browser; says nothing when there is none to open it in. */
export function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
