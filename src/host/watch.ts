import { spawn } from 'node:child_process';
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
  const watcher = watchFiles([...new Set(folders)], {
    ignoreInitial: true,
    ignored: (path) =>
      /(?:^|[/\\])(?:node_modules|\.git|\.partial-[0-9a-f]+)(?:[/\\]|$)/.test(path) || /(?:~|\.swp|\.tmp)$/.test(path),
  });
  let pending = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  watcher.on('all', (_event, path) => {
    pending.add(path);
    timer ??= setTimeout(() => {
      timer = null;
      const paths = [...pending].sort();
      pending = new Set();
      changed(paths);
    }, gather);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return {
    close: async () => {
      if (timer) clearTimeout(timer);
      await watcher.close();
    },
  };
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
