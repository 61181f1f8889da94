import { deflateSync } from 'node:zlib';

/** A line of text on a page: points from the left and from the top, size of the letters. */
export type PdfTextLine = readonly [left: number, top: number, size: number, text: string];

/**
 * A PDF of A4 pages written by hand, with a font that is not embedded and a Chinese character map: what old office programs
 * wrote. A line's letters are as wide as its size.
 */
export function makePdf(pages: readonly (readonly PdfTextLine[])[]): Uint8Array {
  return assemble(
    pages.map((lines) => ({
      entries: '',
      data: Buffer.from(
        lines
          .map(([left, top, size, text]) => `BT /F1 ${size} Tf ${left} ${842 - top} Td <${hex(text)}> Tj ET`)
          .join('\n'),
      ),
    })),
  );
}

/** A PDF of one page whose content is packed `times` over. */
export function makePackedPdf(content: Uint8Array, times: number): Uint8Array {
  let data = Buffer.from(content);
  for (let n = 0; n < times; n++) data = deflateSync(data);
  return assemble([{ entries: `/Filter [${'/FlateDecode '.repeat(times)}] `, data }]);
}

function assemble(pages: readonly { readonly entries: string; readonly data: Buffer }[]): Uint8Array {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  for (const [i, { entries, data }] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< ${entries}/Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`);
  }
  return write(objects);
}

function write(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function hex(text: string): string {
  return [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
}

/** Lines of a column: 12 points, 20 apart, the first set in by two letters. */
export function column(left: number, top: number, lines: readonly string[]): PdfTextLine[] {
  return lines.map((text, i) => [left + (i === 0 ? 24 : 0), top + 20 * i, 12, text]);
}

/** A page that draws a form that draws another twice, and so on `steps` deep: the last writes a line. */
export function formsPdf(steps: number): Uint8Array {
  const resources = (next: number) => `/Resources << /Font << /F1 3 0 R >> /XObject << /X ${next} 0 R >> >>`;
  const stream = (entries: string, data: string) =>
    `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R ${resources(6)} >>`,
    stream('', '/X Do'),
  ];
  for (let step = 1; step <= steps; step++)
    objects.push(
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${resources(6 + step)}`,
        step === steps ? 'BT /F1 12 Tf 20 700 Td (2022 cases 120 solved in the whole city) Tj ET' : '/X Do /X Do',
      ),
    );
  return write(objects);
}
