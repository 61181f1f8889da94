import type { Noted } from '../../model/note.js';
import type { SourceDoc } from '../../model/source-doc.js';
import { docx } from './docx.js';
import { html } from './html.js';
import { pdf } from './pdf.js';
import { plain } from './plain.js';
import { type Reader, reasonOf, refuse } from './reader.js';

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
    return refuse(
      file,
      'source/old-word',
      `found an old Office file (.${ending}), expected txt, md, html, docx or pdf`,
      'open it in Word, WPS or LibreOffice and save it as .docx',
    );
  if (bytes.length === 0) return plain.read(bytes, file);
  const reader = readers.find(({ extensions }) => extensions.includes(ending)) ?? plain;
  try {
    return await reader.read(bytes, file);
  } catch (error) {
    return refuse(
      file,
      'source/damaged',
      `found a file that cannot be read as ${ending || 'text'} (${reasonOf(error)})`,
      'open it in the program it was made with and save it again, or save it as plain text',
    );
  }
}
