import { startThread } from '../host/compiled.js';
import type { InputLine } from '../host/lines.js';
import type { ExtractContext } from '../pipeline/extract-line.js';
import { type BatchResult, extractBatch } from './extract-batch.js';

/** Reads batches, some at once. */
export interface ExtractPool {
  readonly run: (lines: readonly InputLine[]) => Promise<BatchResult>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly lines: readonly InputLine[];
  readonly resolve: (result: BatchResult) => void;
}

/**
 * `jobs` threads with a dictionary each (about 300 MB). A batch goes to the thread with the least to do; batches of a thread that dies are read by
 * this one. With one job, or where the program does not run compiled, everything is read by this thread.
 */
export function startPool(context: ExtractContext, jobs: number, script: URL | null): ExtractPool {
  if (jobs <= 1 || script === null)
    return { run: async (lines) => extractBatch(lines, context), close: async () => {} };
  const { cut: _cut, ...data } = context;
  let next = 0;
  const threads = Array.from({ length: jobs }, () => {
    const worker = startThread(script, { workerData: data });
    const waiting = new Map<number, Waiting>();
    const thread = { worker, waiting, dead: false };
    const fail = (): void => {
      thread.dead = true;
      for (const { lines, resolve } of waiting.values()) resolve(extractBatch(lines, context));
      waiting.clear();
    };
    worker.on('message', ({ number, result }: { number: number; result: BatchResult }) => {
      waiting.get(number)?.resolve(result);
      waiting.delete(number);
    });
    worker.on('error', fail);
    worker.on('exit', fail);
    return thread;
  });
  return {
    run: (lines) => {
      const alive = threads.filter(({ dead }) => !dead).sort((a, b) => a.waiting.size - b.waiting.size)[0];
      if (alive === undefined) return Promise.resolve(extractBatch(lines, context));
      return new Promise((resolve) => {
        const number = next++;
        alive.waiting.set(number, { lines, resolve });
        alive.worker.postMessage({ number, lines });
      });
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
