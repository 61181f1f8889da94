import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toWoff2 } from '../../src/host/woff2.js';

const require = createRequire(import.meta.url);
const subset = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;
const convert = createRequire(require.resolve('subset-font'))('fontverter').convert as (
  font: Buffer,
  format: string,
) => Promise<Uint8Array>;

function tables(font: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(font);
  return new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, at) => {
      const record = 12 + at * 16;
      const start = bytes.readUInt32BE(record + 8);
      const data = Buffer.from(bytes.subarray(start, start + bytes.readUInt32BE(record + 12)));
      const tag = bytes.toString('latin1', record, record + 4);
      // checkSumAdjustment follows from where the tables lie in the file
      if (tag === 'head') data.writeUInt32BE(0, 8);
      return [tag, data] as const;
    }),
  );
}

const face = (name: string, weight: number): Buffer =>
  readFileSync(
    join(
      dirname(require.resolve(`@fontsource/${name}/package.json`)),
      'files',
      `${name}-chinese-simplified-${weight}-normal.woff2`,
    ),
  );

const texts = ['全市共立电信网络诈骗案件1234起，同比下降30.4%。', ' ', ' ABC（甲）《乙》……——', '一'];

describe('a font packed as WOFF2 unpacks to the same tables as google/woff2’s own', () => {
  test.each([
    ['noto-serif-sc', 700],
    ['noto-sans-sc', 400],
  ])('%s %i', async (name, weight) => {
    const whole = face(name, weight);
    for (const text of texts) {
      const font = await subset(whole, text, { targetFormat: 'truetype' });
      const packed = await toWoff2(font);
      expect(Buffer.from(packed).toString('latin1', 0, 4)).toBe('wOF2');
      const theirs = await convert(Buffer.from(await convert(font, 'woff2')), 'truetype');
      expect(tables(await convert(Buffer.from(packed), 'truetype'))).toEqual(tables(theirs));
      expect(await toWoff2(font)).toEqual(packed);
    }
  });

  test('outlines that cannot be transformed are stored as they are', async () => {
    const font = Buffer.from(await subset(face('noto-sans-sc', 400), '国', { targetFormat: 'truetype' }));
    const record = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16).find(
      (at) => font.toString('latin1', at, at + 4) === 'glyf',
    );
    if (record === undefined) throw new Error('found no glyf table');
    // the first glyph claims to have no end point before its second contour
    const glyf = font.readUInt32BE(record + 8);
    font.writeUInt16BE(0xfffe, glyf + 10);
    const packed = await toWoff2(font);
    expect(tables(await convert(Buffer.from(packed), 'truetype')).get('glyf')).toEqual(tables(font).get('glyf'));
  });

  test('a font that is cut short is refused', async () => {
    const font = await subset(face('noto-sans-sc', 400), '国', { targetFormat: 'truetype' });
    await expect(toWoff2(font.subarray(0, font.length - 40))).rejects.toThrow(RangeError);
  });
});
