import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';

/** Node's own channel: a message for each child process, just before it is started. */
const started = channel('child_process');

/**
 * Ends a program and all it started, at once: Puppeteer makes it the leader of a group of its own. Nothing happens when it is gone
 * already, or never ran.
 */
export function endNow(child: ChildProcess | null): void {
  if (child?.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/**
 * Runs what starts the program at `path`, and rejects when the system does not start it (no right to, no such interpreter, no more
 * processes). Node says so by an event of the process, and one that nobody listens to ends this program: Puppeteer does not listen.
 * `onStart` gets the program's process as soon as there is one.
 */
export async function startingProgram<T>(
  path: string,
  run: () => Promise<T>,
  onStart: (child: ChildProcess) => void = () => {},
): Promise<T> {
  let reject: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, fail) => {
    reject = fail;
  });
  const listen = (message: unknown): void => {
    const { process: child } = message as { readonly process: ChildProcess };
    // what is started, and that it was, is known a moment later
    child.once('spawn', () => {
      if (child.spawnfile === path) onStart(child);
    });
    child.on('error', (error) => {
      if (child.spawnfile === path) reject(error);
      else if (child.listenerCount('error') === 1) throw error;
    });
  };
  started.subscribe(listen);
  try {
    return await Promise.race([failed, run()]);
  } finally {
    started.unsubscribe(listen);
  }
}
