import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** One line without its break; `text` is null when it is longer than `longest` bytes or not UTF-8. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
}

/** A report is some tens of kilobytes; a line of `extract` some hundreds. */
const LONGEST = 64 * 1024 * 1024;

/** The lines of a stream of UTF-8, empty ones left out. Never holds more than one line and one chunk. Throws the stream's own error. */
export async function* linesOf(
  input: AsyncIterable<Buffer>,
  { longest = LONGEST }: { readonly longest?: number } = {},
): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let pieces: Buffer[] = [];
  let size = 0;
  const take = (): InputLine | null => {
    number += 1;
    const [held, length] = [pieces, size];
    pieces = [];
    size = 0;
    if (length > longest) return { number, text: null };
    try {
      const text = decoder.decode(Buffer.concat(held)).replace(/\r$/, '');
      return text.trim() === '' ? null : { number, text };
    } catch {
      return { number, text: null };
    }
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      size += at - from;
      if (size <= longest) pieces.push(chunk.subarray(from, at));
      const line = take();
      if (line !== null) yield line;
      from = at + 1;
    }
    size += chunk.length - from;
    // what is too long is counted but not kept
    if (size <= longest) pieces.push(chunk.subarray(from));
    else pieces = [];
  }
  if (size > 0) {
    const line = take();
    if (line !== null) yield line;
  }
}

/** A file as a stream of bytes. */
export function bytesOf(path: string): Readable {
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
