import { ParseSpeeds, type PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import type { Note } from '../model/note.js';
import { arrayOf, dictOf, name, streamOf, textOf } from './pdf-objects.js';
import { outlineOf } from './pdf-outline.js';

/** A font as the PDF holds it. */
export interface PdfFont {
  /** Without the subset prefix, e.g. `NotoSerifSCExtraLight-Regular`. */
  readonly name: string;
  readonly subtype: string;
  /** Code points its ToUnicode map gives to glyphs. */
  readonly codePoints: ReadonlySet<number>;
}

/** Code points of the ToUnicode CMap's bfchar and bfrange lines (PDF 32000-1, 9.10.3). */
export function toUnicode(cmap: string): Set<number> {
  const found = new Set<number>();
  const add = (hex: string) => {
    for (let at = 0; at + 4 <= hex.length; at += 4) {
      let code = Number.parseInt(hex.slice(at, at + 4), 16);
      if (code >= 0xd800 && code < 0xdc00 && at + 8 <= hex.length) {
        code = 0x10000 + ((code - 0xd800) << 10) + (Number.parseInt(hex.slice(at + 4, at + 8), 16) - 0xdc00);
        at += 4;
      }
      found.add(code);
    }
  };
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, hex = ''] of body.matchAll(/<[0-9A-Fa-f]{1,8}>\s*<([0-9A-Fa-f]{4,64})>/g)) add(hex);
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', hex = ''] of body.matchAll(
      /<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{4,8})>/g,
    )) {
      const first = Number.parseInt(hex, 16);
      for (let offset = 0; offset <= Number.parseInt(to, 16) - Number.parseInt(from, 16); offset += 1)
        found.add(first + offset);
    }
    for (const [, list = ''] of body.matchAll(/\[([^\]]*)\]/g))
      for (const [, hex = ''] of list.matchAll(/<([0-9A-Fa-f]{4,64})>/g)) add(hex);
  }
  return found;
}

/** Every font of every page, once, in order of first use. */
export function fontsOf(doc: PDFDocument): PdfFont[] {
  const seen = new Set<string>();
  const list: PdfFont[] = [];
  for (const [ref, object] of doc.context.enumerateIndirectObjects()) {
    const dict = dictOf(doc, object);
    if (dict === null || textOf(doc, dict.get(name('Type'))) !== 'Font') continue;
    const subtype = textOf(doc, dict.get(name('Subtype'))) ?? '';
    if (subtype.startsWith('CIDFont') || seen.has(ref.toString())) continue;
    seen.add(ref.toString());
    const below = dictOf(doc, arrayOf(doc, dict.get(name('DescendantFonts')))?.get(0));
    const map = streamOf(doc, dict.get(name('ToUnicode')));
    list.push({
      name: (textOf(doc, dict.get(name('BaseFont'))) ?? '').replace(/^[A-Z]{6}\+/, ''),
      subtype: below === null ? subtype : (textOf(doc, below.get(name('Subtype'))) ?? subtype),
      codePoints: map === null ? new Set() : toUnicode(Buffer.from(map).toString('latin1')),
    });
  }
  return list;
}

const isRadical = (code: number): boolean => code >= 0x2e80 && code <= 0x2fdf;

interface Element {
  /** Structure type: `H2`, `Figure`, `Table` … */
  readonly type: string;
  readonly alternative: boolean;
}

/** Structure elements in order of reading. */
function elements(doc: PDFDocument): Element[] {
  const list: Element[] = [];
  const walk = (node: PDFDict | null) => {
    const held = node?.get(name('K'));
    for (const kid of arrayOf(doc, held)?.asArray() ?? (held === undefined ? [] : [held])) {
      const element = dictOf(doc, kid);
      const type = textOf(doc, element?.get(name('S')));
      if (element === null || type === null) continue;
      list.push({ type, alternative: element.has(name('Alt')) || element.has(name('ActualText')) });
      walk(element);
    }
  };
  walk(dictOf(doc, doc.catalog.get(name('StructTreeRoot'))));
  return list;
}

/**
 * What can be checked of a printed brief without veraPDF: no Type 3 fonts, no radicals in ToUnicode, only the faces that were asked for,
 * tags, language, title, PDF/UA identifier, alternatives on figures, heading levels without gaps, outline entries that lead somewhere.
 * An empty list: nothing was found.
 */
export async function checkPdf(bytes: Uint8Array): Promise<Note[]> {
  return checkDocument(await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }));
}

/** `checkPdf` for a document that is in memory. */
export function checkDocument(doc: PDFDocument): Note[] {
  const notes: Note[] = [];
  const note = (code: string, message: string, zh: string) =>
    notes.push({ code, severity: 'warning', message, zh: { message: zh } });
  const fonts = fontsOf(doc);
  const type3 = fonts.filter((font) => font.subtype === 'Type3');
  const named = [...new Set(type3.map((font) => font.name).filter((font) => font !== ''))];
  if (type3.length > 0)
    note(
      'pdf/type3',
      `found ${type3.length} Type 3 ${type3.length === 1 ? 'font' : 'fonts'}${named.length === 0 ? '' : ` (${named.join(', ')})`}, expected TrueType`,
      `发现 ${type3.length} 个 Type 3 字体${named.length === 0 ? '' : `（${named.join('、')}）`}，应为 TrueType`,
    );
  for (const font of fonts) {
    if (font.subtype !== 'Type3' && !/^Noto(?:Serif|Sans)SC/.test(font.name)) {
      const characters = [...font.codePoints]
        .slice(0, 12)
        .map((code) => String.fromCodePoint(code))
        .join('');
      note(
        'pdf/substituted-face',
        `found the face ${font.name} standing in for “${characters}”, expected Noto Serif SC or Noto Sans SC`,
        `发现字体 ${font.name} 代替显示“${characters}”，应为 Noto Serif SC 或 Noto Sans SC`,
      );
    }
    const radicals = [...font.codePoints].filter(isRadical);
    if (radicals.length > 0) {
      const list = radicals.map((code) => `U+${code.toString(16).toUpperCase()}`).join(', ');
      note(
        'pdf/radicals',
        `found radical code points in ${font.name}: ${list}; a search for the plain characters would miss them`,
        `发现 ${font.name} 中有部首码位：${list}，应为普通汉字；按普通汉字搜索会漏掉它们`,
      );
    }
  }
  const { catalog } = doc;
  if (textOf(doc, catalog.get(name('Lang'))) === null)
    note('pdf/no-language', 'found no document language', '发现没有文档语言，应为有');
  if (!dictOf(doc, catalog.get(name('MarkInfo')))?.has(name('Marked')))
    note('pdf/untagged', 'found no tags', '发现没有标签结构，应为有');
  if (!dictOf(doc, catalog.get(name('ViewerPreferences')))?.has(name('DisplayDocTitle')))
    note('pdf/no-title', 'found no DisplayDocTitle', '发现没有 DisplayDocTitle，应为有');
  const xmp = streamOf(doc, catalog.get(name('Metadata')));
  if (xmp === null || !Buffer.from(xmp).toString('utf8').includes('<pdfuaid:part>1</pdfuaid:part>'))
    note('pdf/no-identifier', 'found no PDF/UA identifier in the metadata', '发现元数据中没有 PDF/UA 标识，应为有');
  const parts = elements(doc);
  const mute = parts.filter((part) => part.type === 'Figure' && !part.alternative).length;
  if (mute > 0)
    note(
      'pdf/figure-without-text',
      `found ${mute} figures without a text alternative`,
      `发现 ${mute} 个图没有替代文字，应为有`,
    );
  let level = 0;
  for (const { type } of parts) {
    const depth = /^H([1-6])$/.exec(type)?.[1];
    if (depth === undefined) continue;
    if (Number(depth) > level + 1)
      note(
        'pdf/heading-order',
        `found ${type} after ${level === 0 ? 'nothing' : `H${level}`}`,
        `发现 ${type} 出现在${level === 0 ? '开头' : ` H${level} 之后`}，应为逐级标题`,
      );
    level = Number(depth);
  }
  for (const entry of outlineOf(doc))
    if (entry.page === null)
      note(
        'pdf/outline',
        `found the outline entry “${entry.title}” leading nowhere`,
        `发现目录项“${entry.title}”没有指向，应为某一页`,
      );
  return notes;
}
