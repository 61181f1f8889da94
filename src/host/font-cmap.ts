/**
 * The code points a TrueType/OpenType font has glyphs for, from its cmap (formats 4 and 12; OpenType 1.9, chapter cmap). Empty when
 * there is no such table. Glyph 0 counts as missing.
 */
export function codePointsOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Set<number>();
  const tables = view.getUint16(4);
  for (let at = 0; at < tables; at += 1) {
    const record = 12 + at * 16;
    if (view.getUint32(record) !== 0x636d6170) continue; // 'cmap'
    const cmap = view.getUint32(record + 8);
    const subtables = view.getUint16(cmap + 2);
    for (let index = 0; index < subtables; index += 1) {
      const offset = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
      const format = view.getUint16(offset);
      if (format === 4) readSegments(view, offset, found);
      if (format === 12) readGroups(view, offset, found);
    }
  }
  return found;
}

function readSegments(view: DataView, offset: number, found: Set<number>): void {
  const doubled = view.getUint16(offset + 6);
  for (let at = 0; at < doubled; at += 2) {
    const end = view.getUint16(offset + 14 + at);
    const start = view.getUint16(offset + 16 + doubled + at);
    const delta = view.getUint16(offset + 16 + 2 * doubled + at);
    const rangeAt = offset + 16 + 3 * doubled + at;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start));
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

function readGroups(view: DataView, offset: number, found: Set<number>): void {
  const groups = view.getUint32(offset + 12);
  for (let at = 0; at < groups; at += 1) {
    const group = offset + 16 + at * 12;
    const start = view.getUint32(group);
    const end = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= end; code += 1) if (glyph + code - start !== 0) found.add(code);
  }
}
