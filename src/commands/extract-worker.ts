import { parentPort, workerData } from 'node:worker_threads';
import type { InputLine } from '../host/lines.js';
import { makeCut } from '../host/segmenter.js';
import type { ExtractContext } from '../pipeline/extract-line.js';
import { extractBatch } from './extract-batch.js';

const given = workerData as Omit<ExtractContext, 'cut'>;
const context: ExtractContext = { ...given, cut: makeCut(given.lexicon.words) };

parentPort?.on('message', ({ number, lines }: { number: number; lines: readonly InputLine[] }) => {
  parentPort?.postMessage({ number, result: extractBatch(lines, context) });
});
