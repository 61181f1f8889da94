import { readZip } from '../zip.js';

/** The words of a Word file's body and comments, a line break at the end of every paragraph. */
export function wordText(bytes: Uint8Array): string {
  const files = readZip(bytes);
  const part = (name: string): string => {
    const xml = files.get(name);
    return xml ? xmlText(new TextDecoder().decode(xml), /<\/w:p>/g) : '';
  };
  if (!files.has('word/document.xml')) throw new Error('found no word/document.xml, expected a Word file');
  return `${part('word/document.xml')}\n${part('word/comments.xml')}\n${part('word/endnotes.xml')}\n${part('word/footnotes.xml')}`;
}

/** The text of an XML part: tags gone, entities read, `breaks` as line breaks. */
export function xmlText(xml: string, breaks: RegExp): string {
  return xml
    .replace(breaks, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
      (_whole, hex?: string, decimal?: string, name?: string) =>
        hex
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : decimal
            ? String.fromCodePoint(Number(decimal))
            : ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[name ?? ''] ?? ''),
    );
}
