import { parentPort, workerData } from 'node:worker_threads';
import type { InputLine } from './lines.js';
import type { ParquetAnswer } from './parquet.js';
import { ParquetError, rowsOfParquet } from './parquet-rows.js';

/** Lines are handed over this many at a time. */
const AT_ONCE = 500;

const { path } = workerData as { readonly path: string };
const rows = rowsOfParquet(path);

/** The next lines, none at the end. */
async function next(): Promise<ParquetAnswer> {
  const lines: InputLine[] = [];
  try {
    while (lines.length < AT_ONCE) {
      const row = await rows.next();
      if (row.done) break;
      lines.push(row.value);
    }
    return { lines };
  } catch (error) {
    const { message, code, syscall } = error as NodeJS.ErrnoException;
    const zh = error instanceof ParquetError ? error.zh : null;
    return { failed: { message, zh, code, syscall } };
  }
}

parentPort?.on('message', () => void next().then((answer) => parentPort?.postMessage(answer)));
