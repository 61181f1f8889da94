import type { Note, Noted, Wording } from '../../model/note.js';
import type { SourceDoc } from '../../model/source-doc.js';

/**
 * Takes the text out of one kind of file. `read` gets the whole file as bytes and the name notes are to call it by; it never
 * throws, reaches no network and opens no other file. `value` is null with an error where no text can be had.
 */
export interface Reader {
  /** Endings without the dot, lower case. */
  readonly extensions: readonly string[];
  readonly read: (bytes: Uint8Array, file: string) => Promise<Noted<SourceDoc | null>>;
}

/** An error about a file as a whole, with no text to show for it. */
export function refuse(file: string, code: string, wording: Wording): Noted<null> {
  const note: Note = { code, severity: 'error', place: { file }, ...wording };
  return { value: null, notes: [note] };
}

/** The beginning of a file as Latin letters. e.g. `%PDF-1.7` */
export function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 8));
}

/** The first sentence of whatever was thrown, for the end of a message. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split(/[\n.]/, 1)[0] ?? '').trim().slice(0, 120) || 'no reason given';
}
