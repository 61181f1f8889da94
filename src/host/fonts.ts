import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FaceNeed, FontFaceData } from '../model/font.js';
import type { Note, Noted } from '../model/note.js';
import { codePointsOf } from './font-cmap.js';
import { toWoff2 } from './woff2.js';

type Subset = (font: Uint8Array, text: string, options: { targetFormat: 'truetype' | 'woff2' }) => Promise<Buffer>;

const require = createRequire(import.meta.url);
/** CSS family → npm package that carries it. */
const packages: Readonly<Record<string, string>> = {
  'Noto Serif SC': '@fontsource/noto-serif-sc',
  'Noto Sans SC': '@fontsource/noto-sans-sc',
};

interface Slice {
  readonly file: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/** Whole-file faces lack some signs (■ ① ‰ ≥ ●); the numbered slices have them. Reads the package's own list of slices. */
async function slicesOf(folder: string, weight: number): Promise<Slice[]> {
  const css = await readFile(join(folder, `${weight}.css`), 'utf8');
  return [...css.matchAll(/url\(\.\/files\/([a-z0-9-]+\.woff2)\)[^;]*;\s*unicode-range: ([^;]+);/gi)].map(
    ([, file = '', list = '']) => ({
      file,
      ranges: list.split(',').flatMap((range) => {
        const [from, to] = range.trim().replace(/^U\+/i, '').split('-');
        return from === undefined ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to ?? from, 16) }];
      }),
    }),
  );
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const shown = (character: string): string =>
  `${character} U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`;

async function face(need: FaceNeed, subset: Subset): Promise<Noted<FontFaceData[]>> {
  const name = packages[need.family];
  if (name === undefined)
    return {
      value: [],
      notes: [missingFace(need, 'expected Noto Serif SC or Noto Sans SC', '应为 Noto Serif SC 或 Noto Sans SC')],
    };
  const folder = dirname(require.resolve(`${name}/package.json`));
  const stem = name.slice('@fontsource/'.length);
  let whole: Uint8Array;
  try {
    whole = await readFile(join(folder, 'files', `${stem}-chinese-simplified-${need.weight}-normal.woff2`));
  } catch {
    return { value: [], notes: [missingFace(need, `found no such weight in ${name}`, `${name} 中没有此字重`)] };
  }
  const main = await subset(whole, need.characters, { targetFormat: 'truetype' });
  const has = codePointsOf(main);
  const faces = [await embed(need, main, null)];
  let missing = Array.from(need.characters).filter((character) => !has.has(codeOf(character)));
  if (missing.length > 0) {
    const wanted = new Map<string, string[]>();
    for (const slice of await slicesOf(folder, need.weight)) {
      const here = missing.filter((character) =>
        slice.ranges.some(({ from, to }) => codeOf(character) >= from && codeOf(character) <= to),
      );
      if (here.length > 0) wanted.set(slice.file, here);
    }
    for (const [file, characters] of wanted) {
      // U+0020 comes along: a subset without it makes Chromium fall back to a Type 3 font
      const part = await subset(await readFile(join(folder, 'files', file)), `${characters.join('')} `, {
        targetFormat: 'truetype',
      });
      const covers = codePointsOf(part);
      const found = characters.filter((character) => covers.has(codeOf(character)) && missing.includes(character));
      if (found.length === 0) continue;
      missing = missing.filter((character) => !found.includes(character));
      faces.push(
        await embed(
          need,
          part,
          found.map((character) => `U+${codeOf(character).toString(16).toUpperCase()}`).join(','),
        ),
      );
    }
  }
  const notes: Note[] =
    missing.length === 0
      ? []
      : [
          {
            code: 'fonts/glyph-missing',
            severity: 'warning',
            message: `found no glyph in ${need.family} ${need.weight} for ${missing.map(shown).join(', ')}; another face stands in for ${missing.length === 1 ? 'it' : 'them'}`,
            hint: 'correct the character in the source or lexicon, or give a face that has it with --template',
            zh: {
              message: `发现 ${need.family} ${need.weight} 没有 ${missing.map(shown).join('、')} 的字形，由其他字体代替`,
              hint: '请改正原文或词库中的字符，或用 --template 提供含该字符的字体',
            },
          },
        ];
  return { value: faces, notes };
}

async function embed(need: FaceNeed, font: Uint8Array, unicodeRange: string | null): Promise<FontFaceData> {
  const woff2 = await toWoff2(font);
  return { family: need.family, weight: need.weight, base64: Buffer.from(woff2).toString('base64'), unicodeRange };
}

function missingFace(need: FaceNeed, expected: string, zh: string): Note {
  return {
    code: 'fonts/face-missing',
    severity: 'warning',
    message: `found no face ${need.family} ${need.weight}, ${expected}; the reader's own fonts stand in`,
    zh: { message: `发现缺少字体 ${need.family} ${need.weight}，${zh}；由读者自己的字体代替` },
  };
}

/** Faces made in this process, newest last, so that a preview subsets again only when a new character turns up. */
const made = new Map<string, Noted<FontFaceData[]>>();
const mostMade = 32;

/** One face's outcome, from this process or `cache`, else made and kept in both. The key holds everything it depends on. */
async function kept(need: FaceNeed, subset: Subset, cache: string | null): Promise<Noted<FontFaceData[]>> {
  const version =
    packages[need.family] === undefined
      ? ''
      : (require(`${packages[need.family]}/package.json`) as { version: string }).version;
  const key = createHash('sha256')
    .update(JSON.stringify(['2', version, need]))
    .digest('hex');
  const held = made.get(key);
  if (held !== undefined) return held;
  const path = cache === null ? null : join(cache, `face-${key}.json`);
  const result = (path === null ? null : await readKept(path)) ?? (await face(need, subset));
  made.set(key, result);
  for (const oldest of made.keys()) if (made.size > mostMade) made.delete(oldest);
  if (path !== null && cache !== null) await writeKept(cache, path, result);
  return result;
}

async function readKept(path: string): Promise<Noted<FontFaceData[]> | null> {
  try {
    const found = JSON.parse(await readFile(path, 'utf8')) as Noted<FontFaceData[]>;
    return Array.isArray(found.value) && Array.isArray(found.notes) ? found : null;
  } catch {
    return null;
  }
}

/** A cache that cannot be written is none: the faces are made again next time. */
async function writeKept(cache: string, path: string, result: Noted<FontFaceData[]>): Promise<void> {
  try {
    await mkdir(cache, { recursive: true });
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, JSON.stringify(result));
    await rename(beside, path);
  } catch {
    // read-only or full: nothing is lost but time
  }
}

/**
 * Subsets the faces a brief needs out of the installed font packages, in the order of `needs`. Signs missing from a whole-file face
 * come from its numbered slices with a unicode-range; a character in neither is a note that names it. Same needs, same bytes, with or
 * without `cache`, a folder where faces are kept between runs.
 */
export async function subsetFaces(
  needs: readonly FaceNeed[],
  { cache = null }: { readonly cache?: string | null } = {},
): Promise<Noted<FontFaceData[]>> {
  const subset = require('subset-font') as Subset;
  const value: FontFaceData[] = [];
  const notes: Note[] = [];
  for (const need of needs) {
    if (need.characters === '') continue;
    const result = await kept(need, subset, cache);
    value.push(...result.value);
    notes.push(...result.notes);
  }
  return { value, notes };
}
