import type { Worker } from 'node:worker_threads';
import { compiledBeside, startThread } from './compiled.js';
import type { InputLine } from './lines.js';
import { ParquetError, rowsOfParquet } from './parquet-rows.js';

export { ParquetError } from './parquet-rows.js';

/** What the thread answers when asked for more: lines, none at the end, or what went wrong (`zh`: of a ParquetError). */
export type ParquetAnswer =
  | { readonly lines: readonly InputLine[] }
  | {
      readonly failed: {
        readonly message: string;
        readonly zh: string | null;
        readonly code: string | undefined;
        readonly syscall: string | undefined;
      };
    };

/** A row group of the largest kind takes some ten seconds. */
const PATIENCE_MS = 120_000;
/** Of the thread's own heap, in megabytes: a row group may be a gigabyte, and is text then. */
const MAX_HEAP = 4096;

/**
 * The lines in a Parquet file, as `rowsOfParquet` gives them, read in a thread of its own that is ended when it says nothing for `patience`
 * milliseconds or takes too much memory: a few changed bytes can make a page that never ends. In this thread where the program does not run
 * compiled. Throws ParquetError, or the system's own error when the file cannot be read.
 */
export async function* parquetLines(
  path: string,
  { patience = PATIENCE_MS }: { readonly patience?: number } = {},
): AsyncGenerator<InputLine> {
  const thread = compiledBeside(import.meta.url, 'parquet-worker.js');
  if (thread === null) return yield* rowsOfParquet(path);
  const worker = startThread(thread, { workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } });
  // an error while nothing is asked concerns nobody
  worker.on('error', () => {});
  try {
    for (;;) {
      const { lines } = await asked(worker, patience);
      if (lines.length === 0) return;
      yield* lines;
    }
  } finally {
    await worker.terminate();
  }
}

/** Rejects when the thread ends, or does not answer in time. */
async function asked(worker: Worker, patience: number): Promise<{ readonly lines: readonly InputLine[] }> {
  const answer = await new Promise<ParquetAnswer>((resolve, reject) => {
    const fail = (): void => done(() => reject(new ParquetError(...TOO_MUCH)));
    const timer = setTimeout(fail, patience);
    const take = (given: ParquetAnswer): void => done(() => resolve(given));
    const done = (how: () => void): void => {
      clearTimeout(timer);
      worker.off('message', take).off('error', fail).off('exit', fail);
      how();
    };
    worker.on('message', take).on('error', fail).on('exit', fail);
    worker.postMessage('more');
  });
  if ('lines' in answer) return answer;
  const { message, zh, ...system } = answer.failed;
  throw zh === null ? Object.assign(new Error(message), system) : new ParquetError(message, zh);
}

const TOO_MUCH = [
  'a Parquet file that takes too much time or memory to read, expected lines that extract wrote',
  '读取所需时间或内存过多的 Parquet 文件，应为 extract 写出的行',
] as const;
