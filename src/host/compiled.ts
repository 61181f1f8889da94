import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The compiled file of that name beside a module, for a thread to start from; null where the program does not run compiled. */
export function compiledBeside(module: string, name: string): URL | null {
  const file = new URL(name, module);
  return existsSync(fileURLToPath(file)) ? file : null;
}

/**
 * Starts a thread from a compiled file. It takes over the flags this process was started with, but for `--input-type`, which Node
 * refuses for files: node --input-type=module -e "import { compare } from 'duizhao' …".
 */
export function startThread(file: URL, options: WorkerOptions = {}): Worker {
  const execArgv = process.execArgv.filter((flag) => !flag.startsWith('--input-type'));
  return new Worker(file, { ...options, execArgv });
}
