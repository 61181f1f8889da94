/** The tables a font's outlines need. */
export interface GlyphTables {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  readonly head: Uint8Array;
  readonly maxp: Uint8Array;
}

/** Bytes written one after another into a buffer that grows. */
class Bytes {
  #data = new Uint8Array(4096);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.#data.length) return;
    const larger = new Uint8Array(Math.max(this.#data.length * 2, this.length + more));
    larger.set(this.#data.subarray(0, this.length));
    this.#data = larger;
  }

  u8(value: number): void {
    this.#room(1);
    this.#data[this.length++] = value;
  }

  u16(value: number): void {
    this.u8((value >> 8) & 0xff);
    this.u8(value & 0xff);
  }

  copy(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#data.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** 255UInt16 (WOFF 2.0, 3.2). */
  short(value: number): void {
    if (value < 253) this.u8(value);
    else if (value < 506) {
      this.u8(255);
      this.u8(value - 253);
    } else if (value < 762) {
      this.u8(254);
      this.u8(value - 506);
    } else {
      this.u8(253);
      this.u16(value);
    }
  }

  get bytes(): Uint8Array {
    return this.#data.subarray(0, this.length);
  }
}

/** The streams of a transformed glyf table (WOFF 2.0, 5.1), in its order. */
class Streams {
  readonly contours = new Bytes();
  readonly points = new Bytes();
  readonly flags = new Bytes();
  readonly glyphs = new Bytes();
  readonly composites = new Bytes();
  readonly boxes = new Bytes();
  readonly instructions = new Bytes();
}

/**
 * The glyf table as WOFF2 stores it: contours, points, flags, coordinates, boxes and instructions each in a stream of its own, which
 * compress better than one after another. Null for what the transform cannot hold (overlap bits, damaged outlines): such a font is stored as it is.
 */
export function transformGlyphs({ glyf, loca, head, maxp }: GlyphTables): Uint8Array | null {
  const count = view(maxp).getUint16(4);
  const format = view(head).getUint16(50);
  const offsets = view(loca);
  const at = (glyph: number) => (format === 0 ? offsets.getUint16(glyph * 2) * 2 : offsets.getUint32(glyph * 4));
  const streams = new Streams();
  const bitmap = new Uint8Array(((count + 31) >> 5) * 4);
  try {
    for (let glyph = 0; glyph < count; glyph += 1) {
      const [start, end] = [at(glyph), at(glyph + 1)];
      if (end < start || end > glyf.length) return null;
      if (start === end) {
        streams.contours.u16(0);
        continue;
      }
      const outline = glyf.subarray(start, end);
      const contours = view(outline).getInt16(0);
      const keepsBox = contours < 0 ? writeComposite(outline, streams) : writeSimple(outline, contours, streams);
      if (keepsBox === null) return null;
      if (keepsBox) {
        bitmap[glyph >> 3] = (bitmap[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
        streams.boxes.copy(outline.subarray(2, 10));
      }
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const out = new Bytes();
  out.u16(0);
  out.u16(0);
  out.u16(count);
  out.u16(format);
  const { contours, points, flags, glyphs, composites, boxes, instructions } = streams;
  for (const size of [
    contours.length,
    points.length,
    flags.length,
    glyphs.length,
    composites.length,
    bitmap.length + boxes.length,
    instructions.length,
  ]) {
    out.u16(size >>> 16);
    out.u16(size & 0xffff);
  }
  for (const { bytes } of [contours, points, flags, glyphs, composites]) out.copy(bytes);
  out.copy(bitmap);
  out.copy(boxes.bytes);
  out.copy(instructions.bytes);
  return out.bytes;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A glyph made of others. Always keeps its box; null when its components run out. */
function writeComposite(outline: Uint8Array, streams: Streams): true | null {
  const data = view(outline);
  let offset = 10;
  let hasInstructions = false;
  for (;;) {
    const flags = data.getUint16(offset);
    // ARG_1_AND_2_ARE_WORDS, WE_HAVE_A_SCALE, X_AND_Y_SCALE, TWO_BY_TWO (OpenType 1.9, glyf)
    offset += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    hasInstructions ||= (flags & 0x100) !== 0;
    if ((flags & 0x20) === 0) break;
  }
  if (offset > outline.length) return null;
  streams.contours.u16(0xffff);
  streams.composites.copy(outline.subarray(10, offset));
  if (hasInstructions) {
    const length = data.getUint16(offset);
    if (offset + 2 + length > outline.length) return null;
    streams.glyphs.short(length);
    streams.instructions.copy(outline.subarray(offset + 2, offset + 2 + length));
  }
  return true;
}

/** A glyph of contours. True when its box is not just that of its points and has to be kept; null when it cannot be stored so. */
function writeSimple(outline: Uint8Array, contours: number, streams: Streams): boolean | null {
  const data = view(outline);
  let offset = 10;
  streams.contours.u16(contours);
  let points = 0;
  for (let contour = 0; contour < contours; contour += 1, offset += 2) {
    const end = data.getUint16(offset) + 1;
    if (end < points) return null;
    streams.points.short(end - points);
    points = end;
  }
  const instructionLength = contours === 0 ? 0 : data.getUint16(offset);
  const instructionsAt = offset + 2;
  offset = instructionsAt + instructionLength;
  const flags = new Uint8Array(points);
  for (let point = 0; point < points; ) {
    const flag = data.getUint8(offset++);
    // OVERLAP_SIMPLE would need the optional bitmap
    if (flag & 0x40) return null;
    let times = flag & 8 ? data.getUint8(offset++) + 1 : 1;
    for (; times > 0 && point < points; times -= 1) flags[point++] = flag;
  }
  const read = (short: number, same: number): Int16Array => {
    const moves = new Int16Array(points);
    for (let point = 0; point < points; point += 1) {
      const flag = flags[point] ?? 0;
      if (flag & short) {
        const value = data.getUint8(offset++);
        moves[point] = flag & same ? value : -value;
      } else if (!(flag & same)) {
        moves[point] = data.getInt16(offset);
        offset += 2;
      }
    }
    return moves;
  };
  const [dx, dy] = [read(2, 0x10), read(4, 0x20)];
  let [x, y, left, bottom, right, top] = [0, 0, Infinity, Infinity, -Infinity, -Infinity];
  for (let point = 0; point < points; point += 1) {
    const [moveX, moveY] = [dx[point] ?? 0, dy[point] ?? 0];
    writeMove(moveX, moveY, (flags[point] ?? 0) & 1 ? 0 : 128, streams);
    x += moveX;
    y += moveY;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  if (points > 0) {
    streams.glyphs.short(instructionLength);
    if (instructionsAt + instructionLength > outline.length) return null;
    streams.instructions.copy(outline.subarray(instructionsAt, instructionsAt + instructionLength));
  } else return null;
  return (
    data.getInt16(2) !== left || data.getInt16(4) !== bottom || data.getInt16(6) !== right || data.getInt16(8) !== top
  );
}

/** One point as a flag and one to four bytes (WOFF 2.0, 5.2, triplet encoding). `off` is 128 off the curve. */
function writeMove(dx: number, dy: number, off: number, { flags, glyphs }: Streams): void {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const signX = dx < 0 ? 0 : 1;
  const signY = dy < 0 ? 0 : 1;
  const signs = signX + 2 * signY;
  if (dx === 0 && y < 1280) {
    flags.u8(off + ((y & 0xf00) >> 7) + signY);
    glyphs.u8(y & 0xff);
  } else if (dy === 0 && x < 1280) {
    flags.u8(off + 10 + ((x & 0xf00) >> 7) + signX);
    glyphs.u8(x & 0xff);
  } else if (x < 65 && y < 65) {
    flags.u8(off + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs);
    glyphs.u8((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf));
  } else if (x < 769 && y < 769) {
    flags.u8(off + 84 + 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6) + signs);
    glyphs.u8((x - 1) & 0xff);
    glyphs.u8((y - 1) & 0xff);
  } else if (x < 4096 && y < 4096) {
    flags.u8(off + 120 + signs);
    glyphs.u8(x >> 4);
    glyphs.u8(((x & 0xf) << 4) | (y >> 8));
    glyphs.u8(y & 0xff);
  } else {
    flags.u8(off + 124 + signs);
    glyphs.u16(x);
    glyphs.u16(y);
  }
}
