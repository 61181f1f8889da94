import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** One line without its break; `text` is null when there is none to be had. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
  /** Longer than may be held: the line was told as soon as it was that long, and the rest of it is left out. */
  readonly isTooLong?: true;
}

/** A report is some tens of kilobytes; a line of `extract` some hundreds. */
const LONGEST = 64 * 1024 * 1024;

/**
 * The lines of a stream of UTF-8, empty ones left out; one that is longer than `longest` bytes or no UTF-8 has no text. Never holds more than one
 * line and one chunk. Throws the stream's own error.
 */
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
    const held = pieces;
    pieces = [];
    size = 0;
    try {
      const text = decoder.decode(Buffer.concat(held)).replace(/\r$/, '');
      return text.trim() === '' ? null : { number, text };
    } catch {
      return { number, text: null };
    }
  };
  let isSkipping = false;
  for await (const chunk of input) {
    let from = 0;
    while (from < chunk.length) {
      const end = chunk.indexOf(10, from);
      const piece = chunk.subarray(from, end < 0 ? chunk.length : end);
      from += piece.length + 1;
      if (!isSkipping) {
        size += piece.length;
        pieces.push(piece);
        if (size > longest) {
          isSkipping = true;
          number += 1;
          pieces = [];
          size = 0;
          yield { number, text: null, isTooLong: true };
        }
      }
      if (end < 0) continue;
      const line = isSkipping ? null : take();
      isSkipping = false;
      if (line !== null) yield line;
    }
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
