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

/** An error about a file, or a line of it, with no text to show for it. */
export function refuse(file: string, code: string, wording: Wording, line?: number): Noted<null> {
  const place = { file, ...(line === undefined ? {} : { line }) };
  const note: Note = { code, severity: 'error', place, ...wording };
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

/** What pdf.js and the zip and Word libraries say of a broken file, with its Chinese. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^Invalid PDF structure/, 'PDF 结构无效'],
  [/^(?:Missing PDF|The PDF file is empty)/, 'PDF 是空的'],
  [/^Invalid (?:XRef|Root|page|object)|^XRef|catalog/i, 'PDF 的目录或对象有误'],
  [/central directory|is this a zip file/i, 'zip 容器不完整'],
  [/^Corrupted zip|^End of data reached|mismatch|^invalid (?:stored|block|distance|literal|code)/i, 'zip 容器损坏'],
  [/main document part|document\.xml/, '里面没有 Word 正文'],
  [/^(?:Encrypted zip|.*encrypted)/i, 'zip 容器加了密'],
  [/unclosed|unexpected close tag|mismatched|xml|entity/i, '里面的 XML 有误'],
  [/allocation|heap|too large|Invalid array length/i, '内容大得放不下'],
];

/** `reasonOf` for Chinese readers: the library's own words stand behind in brackets; those alone where nothing fits. */
export function reasonZhOf(error: unknown): string {
  const reason = reasonOf(error);
  const zh = REASONS.find(([pattern]) => pattern.test(reason))?.[1];
  return zh === undefined ? reason : `${zh}：${reason}`;
}
