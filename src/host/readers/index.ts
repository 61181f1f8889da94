import type { Note, Noted } from '../../model/note.js';
import type { SourceDoc } from '../../model/source-doc.js';
import { docx } from './docx.js';
import { html } from './html.js';
import { pdf } from './pdf.js';
import { plain } from './plain.js';
import { type Reader, reasonOf, reasonZhOf, refuse } from './reader.js';

/** Every reader; a new kind of file is one file here and one entry. */
const readers: readonly Reader[] = [plain, html, docx, pdf];

/** Endings of files that can be sources, without the dot: what a folder without corpus.yaml is searched for. */
export const SOURCE_EXTENSIONS: readonly string[] = readers.flatMap((reader) => reader.extensions);

/** The ending of a path, lower case, without the dot; '' where it has none. */
export function extensionOf(file: string): string {
  return /\.([^./\\]{1,12})$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file of this name is looked at in a folder without corpus.yaml. */
export function isSourceName(file: string): boolean {
  return SOURCE_EXTENSIONS.includes(extensionOf(file)) && !/^(?:\.|~\$)/.test(file.replace(/^.*[/\\]/, ''));
}

/**
 * Reads one source file of any known kind, told by its ending; an unknown ending is read as plain text. `file` is what the
 * document and the notes call it. Never throws: what a library throws becomes an error about the file.
 */
export async function readSource(bytes: Uint8Array, file: string): Promise<Noted<SourceDoc | null>> {
  const ending = extensionOf(file);
  if (ending === 'doc' || ending === 'wps')
    return refuse(file, 'source/old-word', {
      message: `found an old Office file (.${ending}), expected txt, md, html, docx or pdf`,
      hint: 'open it in Word, WPS or LibreOffice and save it as .docx',
      zh: {
        message: `发现旧版 Office 文件（.${ending}），应为 txt、md、html、docx 或 pdf`,
        hint: '请用 Word、WPS 或 LibreOffice 打开后另存为 .docx',
      },
    });
  if (bytes.length === 0) return plain.read(bytes, file);
  const reader = readers.find(({ extensions }) => extensions.includes(ending)) ?? plain;
  try {
    const read = await reader.read(bytes, file);
    return read.value && isForeign(read.value.text) ? { ...read, notes: [...read.notes, foreign(file)] } : read;
  } catch (error) {
    return refuse(file, 'source/damaged', {
      message: `found a file that cannot be read as ${ending || 'text'} (${reasonOf(error)})`,
      hint: 'open it in the program it was made with and save it again, or save it as plain text',
      zh: {
        message: `发现文件不能按 ${ending || '文本'} 读取（${reasonZhOf(error)}），应为可读的文件`,
        hint: '请用原来的程序打开后重新保存，或存为纯文本',
      },
    });
  }
}

/** Whether a text of some length is written in letters and hardly in Chinese characters. */
function isForeign(text: string): boolean {
  const opening = text.slice(0, 4000);
  const chinese = opening.match(/\p{sc=Han}/gu)?.length ?? 0;
  const letters = opening.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 40 && chinese < letters * 0.05;
}

function foreign(file: string): Note {
  return {
    code: 'source/not-chinese',
    severity: 'warning',
    message: 'found a text that is not in Chinese, expected a report in Chinese: nothing will be found in it',
    place: { file },
    hint: 'leave it out, or give the Chinese report',
    zh: { message: '发现文字不是中文，应为中文报告：从中不会提取到什么', hint: '请去掉此文件，或换成中文的报告' },
  };
}
