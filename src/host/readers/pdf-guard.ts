import { inflateSync } from 'node:zlib';

/** Largest stream of a PDF, unpacked, in bytes: the text of a newspaper page has some hundred kilobytes, a scan some tens of megabytes. */
const MAX_STREAM = 192 * 1024 * 1024;
/** Deflate packs at most about a thousand to one: smaller streams cannot get too large. */
const SMALL = MAX_STREAM / 1100;

/**
 * Whether a stream of the file unpacks to more than a page can need: pdf.js would unpack it whole. Streams packed twice are looked at
 * twice. Streams that do not unpack are left for pdf.js to judge.
 */
export function findBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (;;) {
    const start = file.indexOf('stream', at);
    if (start < 0) return false;
    const end = file.indexOf('endstream', start + 6);
    const stop = end < 0 ? file.length : end;
    const head = file.toString('latin1', Math.max(0, start - 400), start);
    const filters = head.slice(head.lastIndexOf(' obj') + 1).match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    let from = start + 6;
    while (file[from] === 13 || file[from] === 10) from++;
    if (filters > 0 && (stop - from > SMALL || filters > 1) && isTooLarge(file.subarray(from, stop), filters))
      return true;
    at = stop + 9;
    if (end < 0) return false;
  }
}

function isTooLarge(packed: Buffer, times: number): boolean {
  let data = packed;
  for (let n = 0; n < Math.min(times, 4); n++) {
    try {
      data = inflateSync(data, { maxOutputLength: MAX_STREAM });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    }
  }
  return false;
}
