import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { stampOf, stampsIn } from './stamps.js';

/** Watches folders until closed. */
export interface Watcher {
  readonly close: () => Promise<void>;
}

export interface WatchOptions {
  /** Milliseconds over which changes are gathered, so that an editor's save counts once. */
  readonly gather: number;
  /** Milliseconds between two looks at every file. */
  readonly sweepEvery?: number;
}

/** Levels of folders that are watched: no corpus is as deep, and a system has only so many watches. */
const DEPTH = 12;
/** chokidar swallows what follows a change of the same file within 50 ms. */
const SWALLOWED_MS = 70;
/** A sweep may take one part in so many of the time. */
const SWEEP_SHARE = 30;

/** Nothing that is read lies there, or it is half written. */
const isIgnored = (path: string): boolean =>
  /(?:^|[/\\])(?:node_modules|\.git|\.(?:partial|commit|duizhao-lock)[\w-]*)(?:[/\\]|$)/.test(path) ||
  /(?:~|\.swp|\.tmp)$/.test(path);

/**
 * Calls `changed` with the paths that changed. The system tells of a change at once, but not of every one: events are lost when many come
 * together, when a file is replaced in the very moment, when there are no watches left, and on network drives there are none. So every file
 * is looked at besides: a changed one again when the dust has settled, all of them once a second. Folders that do not exist yet are
 * watched too. Resolves when every folder is being watched.
 */
export async function watch(
  folders: readonly string[],
  { gather, sweepEvery = 1000 }: WatchOptions,
  changed: (paths: readonly string[]) => void,
): Promise<Watcher> {
  /** Every file as it was when it was last told of. */
  const known = await stampsIn(folders, isIgnored, DEPTH);
  let pending = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const looks = new Set<NodeJS.Timeout>();
  let closed = false;

  const tell = (path: string): void => {
    pending.add(path);
    timer ??= setTimeout(flush, gather);
  };
  const flush = (): void => {
    timer = null;
    const paths = [...pending].sort();
    pending = new Set();
    // before they are read: what is written from now on makes a difference
    for (const path of paths) keep(path, stampOf(path));
    changed(paths);
    const look = setTimeout(() => {
      looks.delete(look);
      for (const path of paths) compare(path, stampOf(path));
    }, SWALLOWED_MS);
    looks.add(look);
  };
  const keep = (path: string, stamp: string | undefined): void => {
    if (stamp === undefined) known.delete(path);
    else known.set(path, stamp);
  };
  const compare = (path: string, stamp: string | undefined): void => {
    if (known.get(path) !== stamp) tell(path);
  };

  const there = folders.filter((folder) => existsSync(folder));
  // links are left to the sweep: chokidar would go round in circles of them, once for every way round
  const watcher = watchFiles(there.map(real), {
    ignoreInitial: true,
    followSymlinks: false,
    depth: DEPTH,
    ignored: isIgnored,
  });
  watcher.on('all', (_event, path) => tell(asGiven(path, there)));
  await new Promise<void>((resolve) => {
    if (there.length === 0) resolve();
    watcher.once('ready', resolve);
    // no watches left, links in a circle: the sweep sees what changes
    watcher.on('error', () => resolve());
  });
  // chokidar counts a missing folder twice, and would be ready before it looks at the others
  watcher.add(folders.filter((folder) => !there.includes(folder)));

  let nextSweep: NodeJS.Timeout | null = null;
  const sweep = async (): Promise<void> => {
    const start = performance.now();
    const found = await stampsIn(folders, isIgnored, DEPTH);
    if (closed) return;
    // looked at again: it may have been told of meanwhile
    for (const path of new Set([...found.keys(), ...known.keys()]))
      if (known.get(path) !== found.get(path)) compare(path, stampOf(path));
    nextSweep = setTimeout(sweep, Math.max(sweepEvery, SWEEP_SHARE * (performance.now() - start)));
  };
  nextSweep = setTimeout(sweep, sweepEvery);

  return {
    close: async () => {
      closed = true;
      for (const one of [timer, nextSweep, ...looks]) if (one) clearTimeout(one);
      await watcher.close();
    },
  };
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** A path below what a folder is a link to, as a path below the folder. */
function asGiven(path: string, folders: readonly string[]): string {
  const folder = folders.find((one) => path.startsWith(real(one) + sep));
  return folder === undefined ? path : join(folder, path.slice(real(folder).length));
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
