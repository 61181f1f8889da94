import type { Worker } from 'node:worker_threads';
import { compiledBeside, startThread } from '../compiled.js';
import { readPages } from './pdf-pages.js';
import { type Reader, refuse } from './reader.js';

/** A page takes some hundredths of a second; a volume of 1,500 pages half a minute. */
const PATIENCE_MS = 120_000;
/** Of the thread's own heap, in megabytes. */
const MAX_HEAP = 1024;

/** What is asked of the thread, and its answer. */
export interface PdfAsked {
  readonly bytes: Uint8Array;
  readonly file: string;
}
export type PdfAnswered = Awaited<ReturnType<Reader['read']>>;

/** The thread, with pdf.js loaded, waits for the next file; null before the first and after one that had to be ended. */
let waiting: Worker | null = null;
/** One file at a time: the end of the thread is the end of what it reads. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF in a thread of its own that is ended when it takes too long or too much memory: a few hundred bytes can draw a form
 * that draws another twice, and so on. In this thread where the program does not run compiled.
 */
export function readBeside(
  bytes: Uint8Array,
  file: string,
  { patience = PATIENCE_MS }: { readonly patience?: number } = {},
): Promise<PdfAnswered> {
  const thread = compiledBeside(import.meta.url, 'pdf-worker.js');
  if (thread === null) return readPages(bytes, file);
  const turn = last.then(() => readIn(thread, { bytes, file }, patience));
  last = turn;
  return turn;
}

/** Never rejects. */
function readIn(thread: URL, asked: PdfAsked, patience: number): Promise<PdfAnswered> {
  const worker = waiting ?? startThread(thread, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } });
  waiting = null;
  worker.ref();
  return new Promise((resolve) => {
    const done = (answer: PdfAnswered, stays: boolean): void => {
      clearTimeout(timer);
      // not all of them: the worker's own ones start and stop its port
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      if (stays) {
        // what goes wrong while nothing is asked of it concerns nobody
        worker.on('error', () => {
          waiting = null;
        });
        worker.unref();
        waiting = worker;
      } else {
        worker.on('error', () => {});
        void worker.terminate();
      }
      resolve(answer);
    };
    const timer = setTimeout(() => done(refuse(asked.file, 'source/pdf-bomb', TOO_MUCH), false), patience);
    worker.on('message', (answer: PdfAnswered) => done(answer, true));
    worker.on('error', () => done(refuse(asked.file, 'source/pdf-bomb', TOO_MUCH), false));
    worker.on('exit', () => done(refuse(asked.file, 'source/pdf-bomb', TOO_MUCH), false));
    worker.postMessage(asked);
  });
}

const TOO_MUCH = {
  message: 'found a PDF that takes too much time or memory to read, expected a report',
  hint: 'open it in a browser and print it into a new PDF, or save its text',
  zh: {
    message: '发现 PDF 读取所需的时间或内存过多，应为报告',
    hint: '请用浏览器打开并打印成新的 PDF，或保存其文字',
  },
};
