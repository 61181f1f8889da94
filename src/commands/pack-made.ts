import type { Made } from './made.js';

interface Head {
  readonly files: readonly { readonly path: string; readonly length: number }[];
  readonly notes: Made['notes'];
  readonly counts: Made['counts'];
}

/** What a run made as bytes: a line of JSON, then the files one after another, to be put together. */
export function packMade({ files, notes, counts }: Made): readonly Uint8Array[] {
  const contents = [...files.values()].map((content) => (typeof content === 'string' ? Buffer.from(content) : content));
  const head: Head = {
    files: [...files.keys()].map((path, i) => ({ path, length: contents[i]?.length ?? 0 })),
    notes,
    counts,
  };
  return [Buffer.from(`${JSON.stringify(head)}\n`), ...contents];
}

/** The opposite; null when the lengths do not add up. */
export function unpackMade(bytes: Uint8Array): Made | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf(10);
  if (end < 0) return null;
  const head = JSON.parse(buffer.toString('utf8', 0, end)) as Head;
  const files = new Map<string, Uint8Array>();
  let at = end + 1;
  for (const { path, length } of head.files) {
    files.set(path, buffer.subarray(at, at + length));
    at += length;
  }
  return at === buffer.length ? { files, notes: head.notes, counts: head.counts } : null;
}
