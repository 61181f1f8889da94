import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FaceFormat, FaceNeed, FontFaceData } from '../model/font.js';
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

let turn: Promise<unknown> = Promise.resolve();

/**
 * A font as TrueType. One at a time: the decoder hands out a view of its own memory, which its next call overwrites before the first
 * has been copied.
 */
export function toTrueType(font: Uint8Array): Promise<Uint8Array> {
  const { convert } = createRequire(require.resolve('subset-font'))('fontverter') as {
    convert: (font: Uint8Array, format: string) => Promise<Uint8Array>;
  };
  const made = turn.then(() => convert(font, 'truetype'));
  turn = made.catch(() => undefined);
  return made;
}

const decoded = new Map<string, Promise<Uint8Array>>();

/** A whole face unpacked, which takes longer than making a subset of it; kept for the life of the process. */
function unpacked(path: string): Promise<Uint8Array> {
  const known = decoded.get(path);
  if (known) return known;
  const made = readFile(path).then(toTrueType);
  made.catch(() => decoded.delete(path));
  decoded.set(path, made);
  return made;
}

function wholeFace(name: string, weight: number): string {
  const stem = name.slice('@fontsource/'.length);
  return join(folderOf(name), 'files', `${stem}-chinese-simplified-${weight}-normal.woff2`);
}

const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The version of the package a family comes from; '' where there is none. */
export function familyVersion(family: string): string {
  const name = packages[family];
  return name === undefined ? '' : (require(`${name}/package.json`) as { version: string }).version;
}

/** Unpacks the whole faces a brief always needs, before it is known which of their characters. */
export async function unpackFaces(): Promise<void> {
  for (const [family, weights] of [
    ['Noto Serif SC', [400, 700]],
    ['Noto Sans SC', [400, 700, 500]],
  ] as const)
    for (const weight of weights) await unpacked(wholeFace(packages[family] ?? '', weight)).catch(() => undefined);
}

/** A subset of one font file, as TrueType. */
interface Cut {
  readonly font: Uint8Array;
  /** CSS `unicode-range`; null: the main face. */
  readonly unicodeRange: string | null;
}

/** Faces cut in this process, newest last: each is asked for once to print and once to keep. */
const cuts = new Map<string, Promise<Noted<Cut[]>>>();
const mostCuts = 32;

/**
 * One face subset to the characters it needs: the whole-file face, and small ones beside it for signs that only the numbered slices
 * have. A face or character there is not is a note.
 */
export async function makeFace(need: FaceNeed, format: FaceFormat): Promise<Noted<FontFaceData[]>> {
  const key = JSON.stringify(need);
  const made = cuts.get(key) ?? cutFace(need);
  made.catch(() => cuts.delete(key));
  cuts.set(key, made);
  for (const oldest of cuts.keys()) if (cuts.size > mostCuts) cuts.delete(oldest);
  const { value, notes } = await made;
  const { family, weight } = need;
  const faces: FontFaceData[] = [];
  for (const { font, unicodeRange } of value) {
    const written = format === 'woff2' ? await toWoff2(font) : font;
    faces.push({ family, weight, format, base64: Buffer.from(written).toString('base64'), unicodeRange });
  }
  return { value: faces, notes };
}

async function cutFace(need: FaceNeed): Promise<Noted<Cut[]>> {
  const subset = require('subset-font') as Subset;
  const name = packages[need.family];
  if (name === undefined)
    return {
      value: [],
      notes: [missingFace(need, 'expected Noto Serif SC or Noto Sans SC', '应为 Noto Serif SC 或 Noto Sans SC')],
    };
  const folder = folderOf(name);
  let whole: Uint8Array;
  try {
    whole = await unpacked(wholeFace(name, need.weight));
  } catch {
    return { value: [], notes: [missingFace(need, `found no such weight in ${name}`, `${name} 中没有此字重`)] };
  }
  const font = await subset(whole, need.characters, { targetFormat: 'truetype' });
  const has = codePointsOf(font);
  const faces: Cut[] = [{ font, unicodeRange: null }];
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
      const slice = await toTrueType(await readFile(join(folder, 'files', file)));
      const part = await subset(slice, `${characters.join('')} `, { targetFormat: 'truetype' });
      const covers = codePointsOf(part);
      const found = characters.filter((character) => covers.has(codeOf(character)) && missing.includes(character));
      if (found.length === 0) continue;
      missing = missing.filter((character) => !found.includes(character));
      const unicodeRange = found.map((character) => `U+${codeOf(character).toString(16).toUpperCase()}`).join(',');
      faces.push({ font: part, unicodeRange });
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

function missingFace(need: FaceNeed, expected: string, zh: string): Note {
  return {
    code: 'fonts/face-missing',
    severity: 'warning',
    message: `found no face ${need.family} ${need.weight}, ${expected}; the reader's own fonts stand in`,
    zh: { message: `发现缺少字体 ${need.family} ${need.weight}，${zh}；由读者自己的字体代替` },
  };
}
