import type { Note, Noted, Wording } from '../model/note.js';
import type { SourceDoc } from '../model/source-doc.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Byte-order marks. e.g. EF BB BF */
const marks: readonly (readonly [Encoding | 'utf-32', readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Beginnings of files that are no text, with what they are in English and Chinese. */
const formats: readonly (readonly [string, string, string])[] = [
  ['%PDF-', 'a PDF', ' PDF'],
  ['PK\u0003\u0004', 'a zip container (docx, xlsx …)', ' zip 容器（docx、xlsx 等）'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file (doc, xls)', '旧版 Office 文件（doc、xls）'],
  ['\u0089PNG', 'a PNG picture', ' PNG 图片'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture', ' JPEG 图片'],
  ['GIF8', 'a GIF picture', ' GIF 图片'],
];

/**
 * Decodes one text file: UTF-8, UTF-16 (either order) and GB18030 (so GBK and GB2312 too), with or without a byte-order
 * mark; the mark is not part of the text, line breaks stay as they are. `value` is null, with an error that names the byte and
 * the line, for an empty file, for bytes that are no text, and for text that is valid in none of these encodings.
 */
export function decode(bytes: Uint8Array, file: string): Noted<SourceDoc | null> {
  if (bytes.length === 0)
    return refuse(file, 'input/empty', {
      message: 'found an empty file, expected text',
      hint: 'leave it out of corpus.yaml or save the report into it',
      zh: { message: '发现空文件，应为文本', hint: '请把它从 corpus.yaml 中去掉，或把报告保存到文件里' },
    });
  const mark = marks.find(([, m]) => m.every((b, i) => bytes[i] === b));
  if (mark?.[0] === 'utf-32')
    return refuse(file, 'input/encoding', {
      message: 'found UTF-32, expected UTF-8, UTF-16 or GB18030',
      hint: 'save the file as UTF-8',
      zh: { message: '发现 UTF-32，应为 UTF-8、UTF-16 或 GB18030', hint: '请把文件存为 UTF-8' },
    });
  if (mark) return strictly(bytes, file, mark[0]);
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const format = formats.find(([start]) => head.startsWith(start));
  if (format)
    return refuse(
      file,
      'input/binary',
      {
        message: `found ${format[1]}, expected text`,
        hint: 'give the file its own extension, or save it as plain text',
        zh: { message: `发现${format[2]}，应为文本`, hint: '请使用文件本来的后缀，或存为纯文本' },
      },
      { byte: 0, bytes },
    );
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null && !hasNull(bytes)) return accept(bytes, file, utf8, 'utf-8');
  const wide = guessWide(bytes);
  if (wide) return strictly(bytes, file, wide);
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return refuse(
      file,
      'input/binary',
      {
        message: 'found a NUL byte, expected text',
        hint: 'give the report as text, not as a program’s own file',
        zh: { message: '发现 NUL 字节，应为文本', hint: '请提供文本形式的报告，而不是程序自己的文件' },
      },
      { byte: nul, bytes },
    );
  if (isDamagedUtf8(bytes)) return strictly(bytes, file, 'utf-8');
  const gb = tryDecode(bytes, 'gb18030');
  if (gb !== null && isPlausible(gb)) return accept(bytes, file, gb, 'gb18030');
  return refuse(
    file,
    'input/encoding',
    {
      message: 'found bytes that are neither UTF-8, UTF-16 nor GB18030 text',
      hint: 'save the file as UTF-8',
      zh: { message: '发现既非 UTF-8、UTF-16 也非 GB18030 的字节，应为这些编码的文本', hint: '请把文件存为 UTF-8' },
    },
    { byte: firstBadUtf8(bytes), bytes },
  );
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding is known; what is wrong with the text is then an error, not a reason to try another. */
function strictly(bytes: Uint8Array, file: string, encoding: Encoding): Noted<SourceDoc | null> {
  const text = tryDecode(bytes, encoding);
  if (text !== null) return accept(bytes, file, text, encoding);
  const byte = encoding === 'utf-8' ? firstBadUtf8(bytes) : bytes.length - 1;
  const found = `0x${(bytes[byte] ?? 0).toString(16).padStart(2, '0')}`;
  return refuse(
    file,
    'input/encoding',
    {
      message: `found byte ${found} at ${byte}, expected valid ${encoding}`,
      hint: 'get a whole copy of the file, or save it as UTF-8 again',
      zh: { message: `发现字节 ${found}，应为有效的 ${encoding}`, hint: '请取得完整的文件，或重新存为 UTF-8' },
    },
    { byte, bytes },
  );
}

function accept(bytes: Uint8Array, file: string, text: string, encoding: Encoding): Noted<SourceDoc | null> {
  if (text.trim() === '')
    return refuse(file, 'input/empty', {
      message: 'found white space only, expected text',
      hint: 'leave it out of corpus.yaml or save the report into it',
      zh: { message: '发现只有空白，应为文本', hint: '请把它从 corpus.yaml 中去掉，或把报告保存到文件里' },
    });
  const control = text.search(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/);
  if (control >= 0 && controlShare(text) > 0.005) {
    return refuse(
      file,
      'input/binary',
      {
        message: 'found control characters, expected text',
        hint: 'give the report as text, not as a program’s own file',
        zh: { message: '发现控制字符，应为文本', hint: '请提供文本形式的报告，而不是程序自己的文件' },
      },
      { byte: new TextEncoder().encode(text.slice(0, control)).length, bytes },
    );
  }
  return { value: { file, text, encoding, units: [] }, notes: [] };
}

function refuse(
  file: string,
  code: string,
  wording: Wording,
  at?: { readonly byte: number; readonly bytes: Uint8Array },
): Noted<null> {
  const { message, zh } = wording;
  const note: Note = {
    code,
    severity: 'error',
    ...wording,
    message: at && !message.includes(' at ') ? `${message} (byte ${at.byte})` : message,
    zh: at ? { ...zh, message: `${zh.message}（字节 ${at.byte}）` } : zh,
    place: at ? { file, line: lineOfByte(at.bytes, at.byte) } : { file },
  };
  return { value: null, notes: [note] };
}

function hasNull(bytes: Uint8Array): boolean {
  return bytes.includes(0);
}

/** 1-based line of a byte, counting line feeds. */
function lineOfByte(bytes: Uint8Array, byte: number): number {
  let line = 1;
  for (let i = 0; i < byte && i < bytes.length; i++) if (bytes[i] === 10) line++;
  return line;
}

/** Offset of the first byte that makes the bytes invalid UTF-8; the length where none does. */
function firstBadUtf8(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // A prefix is fine when, decoded as a stream, it raises nothing; the first bad prefix is found by halving.
  const isFine = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: end < bytes.length });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFine(middle + 1)) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, bytes.length - 1);
}

/**
 * UTF-16 without a mark: one byte of each pair is the high byte, and in Chinese text nearly all high bytes are 00 (letters,
 * digits, line breaks), 20 and 30 (punctuation), 4E–9F (characters) or FF (full-width forms). The other byte may be anything.
 */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  const isHigh = (b: number) => b === 0 || b === 0x20 || b === 0x30 || (b >= 0x4e && b <= 0x9f) || b === 0xff;
  const limit = Math.min(bytes.length, 65536);
  let even = 0;
  let odd = 0;
  let breaks = 0;
  for (let i = 0; i + 1 < limit; i += 2) {
    const [a, b] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    if (isHigh(a)) even++;
    if (isHigh(b)) odd++;
    if ((a === 0 && b < 128 && b > 0) || (b === 0 && a < 128 && a > 0)) breaks++;
  }
  const pairs = limit / 2;
  if (breaks === 0) return null;
  if (odd / pairs > 0.97 && odd > even) return 'utf-16le';
  if (even / pairs > 0.97 && even > odd) return 'utf-16be';
  return null;
}

/** UTF-8 with a few broken bytes (a cut-off end, a mangled character) is to be called that and not read as GB18030. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let bad = 0;
  let wide = 0;
  for (const c of text) {
    if (c === '\ufffd') bad++;
    else if (c >= '\u0800') wide++;
  }
  return bad > 0 && wide > 20 * bad;
}

/** Text of this genre is Chinese characters, ASCII and punctuation; private-use and rare symbols mean a wrong encoding. */
function isPlausible(text: string): boolean {
  let strange = 0;
  let count = 0;
  for (const c of text) {
    count++;
    const code = c.codePointAt(0) ?? 0;
    const usual =
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x20 && code < 0x7f) ||
      code === 10 ||
      code === 13 ||
      code === 9 ||
      (code >= 0x2000 && code <= 0x26ff) ||
      (code >= 0x3000 && code <= 0x303f) ||
      (code >= 0xff00 && code <= 0xffef) ||
      code === 0xb7 ||
      code === 0xa0;
    if (!usual) strange++;
  }
  return strange / count < 0.02;
}

function controlShare(text: string): number {
  return (text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0) / text.length;
}
