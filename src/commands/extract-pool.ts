import type { Worker } from 'node:worker_threads';
import { startThread } from '../host/compiled.js';
import type { InputLine } from '../host/lines.js';
import type { ExtractContext } from '../pipeline/extract-line.js';
import { type BatchResult, extractBatch } from './extract-batch.js';

/** Lines of one file that are read together. */
export interface Batch {
  /** What the file is called in notes, e.g. `-`. */
  readonly file: string;
  readonly lines: readonly InputLine[];
}

/** What all batches are read with. */
export type SharedContext = Omit<ExtractContext, 'file'>;

/** Reads batches, some at once. */
export interface ExtractPool {
  /** Tells what batches are read with: once, before the first. */
  readonly begin: (context: SharedContext) => void;
  readonly run: (batch: Batch) => Promise<BatchResult>;
  readonly close: () => Promise<void>;
}

/** What a thread is told: once what to read with, then batches. */
export type Told = Omit<SharedContext, 'cut'> | Numbered<Batch>;
export type Answered = Numbered<BatchResult>;
type Numbered<T> = T & { readonly number: number };

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, { readonly batch: Batch; readonly resolve: (result: BatchResult) => void }>;
  dead: boolean;
}

/**
 * `jobs` threads with a dictionary each (about 300 MB), which they load at once: this thread reads the lexicon meanwhile. A batch goes to the
 * thread with the least to do; batches of a thread that dies are read by this one. With one job, or where the program does not run compiled,
 * everything is read by this thread.
 */
export function startPool(jobs: number, script: URL | null): ExtractPool {
  let context: SharedContext | null = null;
  const readHere = ({ file, lines }: Batch): BatchResult => {
    if (context === null) throw new Error('a batch came before what it is read with');
    return extractBatch(lines, { ...context, file });
  };
  const threads = jobs <= 1 || script === null ? [] : Array.from({ length: jobs }, () => start(script, readHere));
  let next = 0;
  return {
    begin: (given) => {
      context = given;
      const { cut: _cut, ...data } = given;
      for (const { worker } of threads) worker.postMessage(data satisfies Told);
    },
    run: async (batch) => {
      const free = threads.filter(({ dead }) => !dead).sort((a, b) => a.waiting.size - b.waiting.size)[0];
      if (free === undefined) return readHere(batch);
      return new Promise((resolve) => {
        const number = next++;
        free.waiting.set(number, { batch, resolve });
        free.worker.postMessage({ number, ...batch } satisfies Told);
      });
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** `readHere`: what is done with the batches that a thread leaves behind. */
function start(script: URL, readHere: (batch: Batch) => BatchResult): Thread {
  const thread: Thread = { worker: startThread(script), waiting: new Map(), dead: false };
  const { worker, waiting } = thread;
  const fail = (): void => {
    thread.dead = true;
    for (const { batch, resolve } of waiting.values()) resolve(readHere(batch));
    waiting.clear();
  };
  worker.on('message', ({ number, ...result }: Answered) => {
    waiting.get(number)?.resolve(result);
    waiting.delete(number);
  });
  worker.on('error', fail);
  worker.on('exit', fail);
  return thread;
}
