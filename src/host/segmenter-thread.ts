import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { LexiconWord } from '../model/lexicon.js';
import type { Cut, CutWord } from '../model/tokenised-doc.js';
import { compiledBeside, startThread } from './compiled.js';
import { aroundStrangers, makeCut } from './segmenter.js';

/** nodejieba in a thread of its own, so that its dictionaries load while this thread reads and imports. */
export interface SegmenterThread {
  /** A `Cut` that waits for the thread, at the first call until the dictionaries are there. */
  readonly cut: (words: readonly LexiconWord[]) => Cut;
}

/** What is asked of the thread: words to add, or a text to cut. The answer to a text is its words. */
export type Asked = { readonly words: readonly LexiconWord[] } | { readonly text: string };
export type Answered = { readonly words: readonly CutWord[] } | { readonly error: string };

/** Longest that loading may take before this thread loads for itself. */
const PATIENCE_MS = 60_000;

/** Starts loading; null where the program does not run compiled (no file for the thread to start from). */
export function startSegmenterThread(): SegmenterThread | null {
  const file = compiledBeside(import.meta.url, './segmenter-worker.js');
  if (file === null) return null;
  const { port1: port, port2 } = new MessageChannel();
  /** Counts answers; negative: the thread failed. */
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const worker = startThread(file, { workerData: { port: port2, answers }, transferList: [port2] });
  worker.on('error', () => undefined);
  worker.unref();
  port.unref();
  let asked = 0;

  const ask = (question: Asked): readonly CutWord[] | null => {
    port.postMessage(question);
    asked += 1;
    while (Atomics.load(answers, 0) < asked) {
      const seen = Atomics.load(answers, 0);
      if (seen < 0 || Atomics.wait(answers, 0, seen, PATIENCE_MS) === 'timed-out') return null;
    }
    const answer = receiveMessageOnPort(port)?.message as Answered | undefined;
    return answer !== undefined && 'words' in answer ? answer.words : null;
  };

  return {
    cut: (words) => {
      let own: Cut | null = null;
      let added = false;
      return aroundStrangers((text) => {
        if (own === null && !added && ask({ words }) === null) own = makeCut(words);
        added = true;
        const cut = own === null ? ask({ text }) : null;
        if (cut !== null) return [...cut];
        own ??= makeCut(words);
        return own(text);
      });
    },
  };
}
