import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';

/** Node's own channel: a message for each child process, just before it is started. */
const started = channel('child_process');

/**
 * Runs what starts the program at `path`, and rejects when the system does not start it (no right to, no such interpreter, no more
 * processes). Node says so by an event of the process, and one that nobody listens to ends this program: Puppeteer does not listen.
 */
export async function startingProgram<T>(path: string, run: () => Promise<T>): Promise<T> {
  let reject: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, fail) => {
    reject = fail;
  });
  const listen = (message: unknown): void => {
    const { process: child } = message as { readonly process: ChildProcess };
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
