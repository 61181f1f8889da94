import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { diskCache } from '../../src/host/cache/store.js';
import { toTrueType } from '../../src/host/face.js';
import { codePointsOf } from '../../src/host/font-cmap.js';
import { subsetFaces } from '../../src/host/fonts.js';

describe('subsetFaces', () => {
  it('takes signs that the whole face lacks from a numbered slice', async () => {
    const { value, notes } = await subsetFaces([{ family: 'Noto Serif SC', weight: 400, characters: ' 1.■亿元①' }]);
    expect(notes).toEqual([]);
    const [main, ...extra] = value;
    expect(main?.unicodeRange).toBeNull();
    expect(
      extra
        .map((face) => face.unicodeRange)
        .join(',')
        .split(',')
        .sort(),
    ).toEqual(['U+2460', 'U+25A0']);
    for (const face of value) expect(Buffer.from(face.base64, 'base64').subarray(0, 4).toString()).toBe('wOF2');
  });

  it('gives the same characters plain as packed', async () => {
    const need = [{ family: 'Noto Serif SC', weight: 400, characters: ' 1.■亿元①' }];
    const { value: packed } = await subsetFaces(need);
    const { value: plain } = await subsetFaces(need, { format: 'truetype' });
    expect(plain.map((face) => face.unicodeRange)).toEqual(packed.map((face) => face.unicodeRange));
    for (const [i, { base64 }] of plain.entries()) {
      const font = Buffer.from(base64, 'base64');
      expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
      const unpacked = await toTrueType(Buffer.from(packed[i]?.base64 ?? '', 'base64'));
      expect(codePointsOf(font)).toEqual(codePointsOf(unpacked));
      expect(codePointsOf(font).size).toBeGreaterThan(1);
    }
  });

  it('names a character no face has', async () => {
    const { notes } = await subsetFaces([{ family: 'Noto Sans SC', weight: 400, characters: ' 甲\u{10ffff}' }]);
    expect(notes).toMatchObject([{ code: 'fonts/glyph-missing', severity: 'warning' }]);
    expect(notes[0]?.message).toContain('U+10FFFF');
  });

  it.each([
    ['Comic Sans', 400],
    ['Noto Sans SC', 450],
  ])('says that there is no %s %i', async (family, weight) => {
    const { value, notes } = await subsetFaces([{ family, weight, characters: 'a' }]);
    expect(value).toEqual([]);
    expect(notes).toMatchObject([{ code: 'fonts/face-missing' }]);
  });

  it('is the same bytes for the same needs', async () => {
    const need = [{ family: 'Noto Sans SC', weight: 700, characters: ' 对照简报' }];
    expect(await subsetFaces(need)).toEqual(await subsetFaces(need));
  });

  it('unpacks many fonts at once as it unpacks them one by one', async () => {
    // The decoder hands out a view of its own memory, which its next call overwrites: unpacked side by side, fonts came out torn.
    const folder = new URL('../../node_modules/@fontsource/noto-sans-sc/files/', import.meta.url);
    const fonts = await Promise.all(
      Array.from({ length: 12 }, (_, i) => readFile(new URL(`noto-sans-sc-${i + 60}-400-normal.woff2`, folder))),
    );
    const together = await Promise.all(fonts.map(toTrueType));
    for (const [i, font] of fonts.entries())
      expect(Buffer.compare(together[i] ?? font, await toTrueType(font))).toBe(0);
  });

  it('keeps faces between runs, and makes them anew from a broken or closed cache', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duizhao-fonts-'));
    const cache = diskCache(folder);
    try {
      const need = [{ family: 'Noto Sans SC', weight: 500, characters: ' 0123对照' }];
      const fresh = await subsetFaces(need);
      expect(await subsetFaces(need, { cache })).toEqual(fresh);
      const other = [{ family: 'Noto Sans SC', weight: 500, characters: ' 0123照对简' }];
      const made = await subsetFaces(other, { cache });
      const files = await readdir(folder);
      expect(files).toEqual([expect.stringMatching(/^face-[\w-]{43}$/)]);
      for (const name of files) await writeFile(join(folder, name), '{"value":');
      vi.resetModules();
      const again = await import('../../src/host/fonts.js');
      expect(await again.subsetFaces(other, { cache })).toEqual(made);
      expect(await again.subsetFaces(need, { cache: diskCache('/proc/nowhere') })).toEqual(fresh);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
