import { join } from 'node:path';
import type { Note, Noted } from '../model/note.js';
import { decode } from './decode.js';
import { listFiles, type Read, readWhole } from './files.js';

/** A lexicon or a template has some tens of kilobytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** One file of a folder, decoded. */
export interface TextFile {
  /** Without the folder. */
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a folder whose names `wanted` picks, sorted by name, decoded as `decode` does; empty ones have the text ''. Value null with an error
 * for each that cannot be read; `shown` says what notes call a path.
 */
export async function readTextFiles(
  folder: string,
  wanted: (name: string) => boolean,
  shown: (path: string) => string = (path) => path,
): Promise<Noted<readonly TextFile[] | null>> {
  let names: string[];
  try {
    names = (await listFiles(folder)).filter(wanted);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return { value: null, notes: [unreadable(shown(folder), code === 'ENOTDIR' ? 'it is no folder' : code)] };
  }
  const files: TextFile[] = [];
  const notes: Note[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const read = await readWhole(path, MOST_BYTES);
    if (!('bytes' in read)) {
      notes.push(unreadable(shown(path), reasonOf(read)));
      continue;
    }
    const text = read.bytes.every(isSpace) ? { value: { text: '' }, notes: [] } : decode(read.bytes, shown(path));
    notes.push(...text.notes);
    if (text.value !== null) files.push({ name, text: text.value.text });
  }
  return { value: notes.some(({ severity }) => severity === 'error') ? null : files, notes };
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

function reasonOf({ reason, detail }: Exclude<Read, { bytes: Uint8Array }>): string {
  return reason === 'missing' ? 'there is no such file' : detail;
}

function unreadable(file: string, reason: string): Note {
  return {
    code: 'file/unreadable',
    severity: 'error',
    message: `found a file that cannot be read (${reason}), expected a text file of at most ${MOST_BYTES} bytes`,
    place: { file },
    hint: 'check the file and its permissions, or take it out of the folder',
    zh: {
      message: `发现无法读取的文件（${reason}），应为至多 ${MOST_BYTES} 字节的文本文件`,
      hint: '请检查文件及其权限，或把它移出文件夹',
    },
  };
}
