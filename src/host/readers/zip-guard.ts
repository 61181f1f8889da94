import { inflateRawSync } from 'node:zlib';

/** Most entries, largest entry and largest sum of the parts that are read, unpacked, in bytes. */
const MAX_ENTRIES = 4096;
const MAX_ENTRY = 48 * 1024 * 1024;
const MAX_TOTAL = 96 * 1024 * 1024;
/** Most tags, opening and closing, of all parts: mammoth takes about 1 s and 200 MB for 200,000. A long report has some tens of thousands. */
const MAX_TAGS = 1_200_000;

/**
 * What a look into a zip container came to: the names in it and its parts of XML, unpacked; or why it is not to be unpacked (`zh`: in Chinese).
 */
export type ZipCheck =
  | { readonly reason: null; readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Uint8Array> }
  | {
      readonly reason: string;
      readonly zh: string;
      readonly code: 'damaged-docx' | 'zip-bomb';
      readonly names: readonly string[];
    };

/**
 * Unpacks the parts of XML of a zip container, and nothing else. The sizes its directory gives are added up first; then each part is
 * unpacked with that size as the limit, because a directory can lie. Parts with a document type of their own are refused: entities can
 * grow without bound. What is read later has to be read from `parts`: another program could find other parts in the same bytes.
 */
export function checkZip(bytes: Uint8Array): ZipCheck {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (reason: string, zh: string): ZipCheck => ({ reason, zh, code: 'damaged-docx', names: [] });
  const bomb = (reason: string, zh: string): ZipCheck => ({ reason, zh, code: 'zip-bomb', names: [] });
  // The end-of-directory record is 22 bytes and may be followed by a comment of up to 65,535.
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > view.length) return broken('a zip container that is cut off', '不完整的 zip 容器');
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) return bomb('a zip container of the 64-bit kind', '64 位的 zip 容器');
  if (count > MAX_ENTRIES) return bomb(`a zip container of ${count} parts`, `有 ${count} 个部分的 zip 容器`);
  const names: string[] = [];
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  let tags = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50)
      return broken('a damaged zip directory', '损坏的 zip 目录');
    const flags = view.readUInt16LE(at + 8);
    const method = view.readUInt16LE(at + 10);
    const packed = view.readUInt32LE(at + 20);
    const size = view.readUInt32LE(at + 24);
    const nameLength = view.readUInt16LE(at + 28);
    const local = view.readUInt32LE(at + 42);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    names.push(name);
    if ((flags & 1) !== 0) return broken('a zip container with a password', '带密码的 zip 容器');
    // Pictures are never unpacked.
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    total += size;
    if (size > MAX_ENTRY || total > MAX_TOTAL)
      return bomb(`a zip container that unpacks to more than ${total} bytes`, `解压后超过 ${total} 字节的 zip 容器`);
    if (local + 30 > view.length || view.readUInt32LE(local) !== 0x04034b50)
      return broken('a damaged zip container', '损坏的 zip 容器');
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    if (start + packed > view.length) return broken('a zip container that is cut off', '不完整的 zip 容器');
    const data = view.subarray(start, start + packed);
    let content: Buffer;
    if (method === 0) content = data;
    else if (method === 8) {
      try {
        content = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
          ? bomb(
              `the part ${name} that unpacks to more than the ${size} bytes it is said to have`,
              `解压后超过所称 ${size} 字节的部分 ${name}`,
            )
          : broken(`the part ${name} damaged`, `损坏的部分 ${name}`);
      }
    } else return broken(`the part ${name} packed in an unknown way`, `压缩方式未知的部分 ${name}`);
    if (content.length !== size) return broken(`the part ${name} damaged`, `损坏的部分 ${name}`);
    if (content.subarray(0, 4096).includes('<!DOCTYPE'))
      return bomb(`a document type in the part ${name}`, `部分 ${name} 中的文档类型声明`);
    tags += tagsIn(content);
    if (tags > MAX_TAGS)
      return bomb(`a Word file of more than ${MAX_TAGS} tags`, `超过 ${MAX_TAGS} 个标签的 Word 文件`);
    parts.set(name, content);
  }
  return { reason: null, names, parts };
}

function tagsIn(content: Uint8Array): number {
  let count = 0;
  for (const byte of content) if (byte === 60) count++;
  return count;
}
