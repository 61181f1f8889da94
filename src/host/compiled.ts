import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The compiled file of that name beside a module, for a thread to start from; null where the program does not run compiled. */
export function compiledBeside(module: string, name: string): URL | null {
  const file = new URL(name, module);
  return existsSync(fileURLToPath(file)) ? file : null;
}

/**
 * Starts a thread from a compiled file. It takes over the flags this process was started with, as threads do by themselves; but Node refuses
 * `--input-type` for files (node --input-type=module -e "import { compare } from 'duizhao' …"), and flags of the whole process where flags are
 * given by name: then the thread starts with those of Node's own flags that are left.
 */
export function startThread(file: URL, options: WorkerOptions = {}): Worker {
  const left = process.execArgv.filter((flag) => !flag.startsWith('--input-type'));
  if (left.length === process.execArgv.length) return new Worker(file, options);
  try {
    return new Worker(file, { ...options, execArgv: left });
  } catch {
    return new Worker(file, { ...options, execArgv: [] });
  }
}
