import { parentPort } from 'node:worker_threads';
import { loadNodejieba, makeCut } from '../host/segmenter.js';
import { extractBatch } from './extract-batch.js';
import type { Answered, SharedContext, Told } from './extract-pool.js';

let context: SharedContext | null = null;

parentPort?.on('message', (told: Told) => {
  if ('lexicon' in told) context = { ...told, cut: makeCut(told.lexicon.words) };
  else if (context !== null) {
    const { number, file, lines } = told;
    parentPort?.postMessage({ number, ...extractBatch(lines, { ...context, file }) } satisfies Answered);
  }
});
// now, and not at the first text: until that comes there is time
loadNodejieba();
