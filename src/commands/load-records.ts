import type { Host } from '../host/index.js';
import { bytesOf, linesOf } from '../host/lines.js';
import type { Note, Noted } from '../model/note.js';
import { type Gathered, gatherer } from '../pipeline/gather-records.js';
import { absolute, shown } from './load-paths.js';

/** Lines that `extract` wrote, out of as many files as there are, in any order. Value null on any error. */
export async function loadRecords(host: Host, files: readonly string[]): Promise<Noted<Gathered | null>> {
  const gather = gatherer();
  const notes: Note[] = [];
  for (const name of files) {
    const file = shown(host, absolute(host, name));
    try {
      for await (const { number, text } of linesOf(bytesOf(absolute(host, name))))
        gather.add(text ?? '', { file, line: number });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      notes.push({
        code: 'records/unreadable',
        severity: 'error',
        message: `found a file that cannot be read (${code ?? message}), expected lines that extract wrote`,
        place: { file },
        hint: 'check the name and its permissions',
        zh: { message: `发现无法读取的文件（${code ?? message}），应为 extract 写出的行`, hint: '请检查文件名和权限' },
      });
    }
  }
  return notes.length > 0 ? { value: null, notes } : gather.done();
}
