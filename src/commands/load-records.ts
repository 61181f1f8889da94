import type { Host } from '../host/index.js';
import { bytesOf, linesOf } from '../host/lines.js';
import { ParquetError, parquetLines } from '../host/parquet.js';
import type { Note, Noted } from '../model/note.js';
import { type Gathered, gatherer } from '../pipeline/gather-records.js';
import { absolute, shown } from './load-paths.js';

/** Lines that `extract` wrote, out of as many files as there are, NDJSON or Parquet, in any order. Value null on any error. */
export async function loadRecords(host: Host, files: readonly string[]): Promise<Noted<Gathered | null>> {
  const gather = gatherer();
  const notes: Note[] = [];
  for (const name of files) {
    const file = shown(host, absolute(host, name));
    try {
      const path = absolute(host, name);
      for await (const { number, text } of /\.parquet$/i.test(name) ? parquetLines(path) : linesOf(bytesOf(path)))
        gather.add(text ?? '', { file, line: number });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const isParquet = error instanceof ParquetError;
      notes.push({
        code: 'records/unreadable',
        severity: 'error',
        message: isParquet
          ? `found ${message}`
          : `found a file that cannot be read (${code ?? message}), expected lines that extract wrote`,
        place: { file },
        hint: isParquet ? 'docs/performance.md shows how to write one' : 'check the name and its permissions',
        zh: {
          message: isParquet ? `发现${error.zh}` : `发现无法读取的文件（${code ?? message}），应为 extract 写出的行`,
          hint: isParquet ? '请参照 docs/performance.md 写出' : '请检查文件名和权限',
        },
      });
    }
  }
  return notes.length > 0 ? { value: null, notes } : gather.done();
}
