import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Note } from '../../model/note.js';
import { fragmentsOf, type PdfItem } from './pdf-fragments.js';
import { type PageFragments, withoutFurniture } from './pdf-furniture.js';
import { paragraphsOf } from './pdf-paragraphs.js';
import { readingOrder } from './pdf-reading-order.js';
import { letStraysGo } from './pdf-strays.js';
import { type Reader, reasonOf, reasonZhOf, refuse } from './reader.js';

/** A report has some tens of pages, a yearbook some hundreds. */
const MAX_PAGES = 1500;
/** Runs of glyphs on one page; a newspaper page has some thousands. */
const MAX_ITEMS = 200_000;

/** Reads the pages of a PDF; a hostile one can keep this thread busy for ever. */
export async function readPages(bytes: Uint8Array, file: string): ReturnType<Reader['read']> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  letStraysGo();
  const task = getDocument({
    // pdf.js takes the buffer over, and wants no Buffer: it gets a copy.
    data: new Uint8Array(bytes),
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES)
      return refuse(file, 'source/too-large', {
        message: `found ${document.numPages} pages, expected at most ${MAX_PAGES}`,
        hint: 'cut the report out of the volume and save it alone',
        zh: {
          message: `发现 ${document.numPages} 页，应为至多 ${MAX_PAGES} 页`,
          hint: '请把报告从整卷中分出来单独保存',
        },
      });
    const pages: PageFragments[] = [];
    const broken: number[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const view = page.getViewport({ scale: 1 });
        const content = await page.getTextContent({ includeMarkedContent: false });
        const items = content.items.slice(0, MAX_ITEMS) as readonly PdfItem[];
        pages.push({ height: view.height, fragments: fragmentsOf(items, view.transform) });
        page.cleanup();
      } catch {
        broken.push(number);
        pages.push({ height: 0, fragments: [] });
      }
    }
    return finish(file, pages, broken);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      return refuse(file, 'source/encrypted-pdf', {
        message: 'found a PDF with a password, expected one that opens without',
        hint: 'open it with its password and print it into a new PDF',
        zh: { message: '发现带密码的 PDF，应为无需密码即可打开的 PDF', hint: '请用密码打开并打印成新的 PDF' },
      });
    return refuse(file, 'source/damaged-pdf', {
      message: `found a damaged PDF (${reasonOf(error)})`,
      hint: 'get a whole copy, or open it in a browser and print it into a new PDF',
      zh: {
        message: `发现损坏的 PDF（${reasonZhOf(error)}），应为完好的文件`,
        hint: '请取得完整的文件，或用浏览器打开并打印成新的 PDF',
      },
    });
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function finish(file: string, pages: readonly PageFragments[], broken: readonly number[]): ReturnType<Reader['read']> {
  const kept = withoutFurniture(pages);
  const letters = kept.map((fragments) => fragments.reduce((n, f) => n + f.text.length, 0));
  const total = letters.reduce((n, count) => n + count, 0);
  if (total < 20 || total < 8 * pages.length)
    return Promise.resolve(
      refuse(file, 'source/scanned-pdf', {
        message: `found ${pages.length === 1 ? 'a page' : `${pages.length} pages`} without text (pictures of pages: a scan), expected text`,
        hint: 'run text recognition (OCR) over it, e.g. with ocrmypdf -l chi_sim, or get the report as text',
        zh: {
          message: `发现${pages.length === 1 ? '这一页' : `全部 ${pages.length} 页都`}没有文字（页面是图片，即扫描件），应为文字`,
          hint: '请做文字识别（OCR），如 ocrmypdf -l chi_sim，或取得报告的文字版',
        },
      }),
    );
  const doc = paragraphsOf(
    file,
    kept.map((fragments, i) => ({ number: i + 1, lines: readingOrder(fragments) })),
  );
  const strange = doc.text.match(/[\ue000-\uf8ff\ufffd\u0000-\u0008]/g)?.length ?? 0;
  if (strange > doc.text.length * 0.1)
    return Promise.resolve(
      refuse(file, 'source/garbled-pdf', {
        message: `found ${strange} of ${doc.text.length} characters that stand for no letter (the fonts do not say what they show), expected text`,
        hint: 'run text recognition (OCR) over it, e.g. with ocrmypdf --force-ocr -l chi_sim, or get the report as text',
        zh: {
          message: `发现 ${doc.text.length} 个字符中有 ${strange} 个不代表任何文字（字体没有说明所显示的字），应为文字`,
          hint: '请做文字识别（OCR），如 ocrmypdf --force-ocr -l chi_sim，或取得报告的文字版',
        },
      }),
    );
  const empty = letters.flatMap((count, i) => (count === 0 && !broken.includes(i + 1) ? [i + 1] : []));
  const notes: Note[] = [];
  if (broken.length > 0)
    notes.push({
      code: 'source/damaged-page',
      severity: 'warning',
      message: `found ${pagesOf(broken)} of ${file} damaged; nothing was read there`,
      place: { file },
      hint: 'look the pages up by eye, or get a whole copy',
      zh: { message: `发现 ${file} ${pagesZh(broken)}损坏，未能读取`, hint: '请人工查看这些页，或取得完整的文件' },
    });
  if (empty.length > 0)
    notes.push({
      code: 'source/page-without-text',
      severity: 'warning',
      message: `found no text on ${pagesOf(empty)} of ${file}: blank, or a picture`,
      place: { file },
      hint: 'if a picture of text: run text recognition (OCR) over it',
      zh: {
        message: `发现 ${file} ${pagesZh(empty)}没有文字：空白页或图片`,
        hint: '请在它是文字的图片时做文字识别（OCR）',
      },
    });
  return Promise.resolve({ value: doc, notes });
}

/** e.g. page 3; pages 3, 4, 9 … (12 in all) */
function pagesOf(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(', ');
  if (numbers.length === 1) return `page ${shown}`;
  return `pages ${shown}${numbers.length > 8 ? ` … (${numbers.length} in all)` : ''}`;
}

/** A folder of pdf.js's own data: the tables that old Chinese PDFs need to say which characters they show. */
function packageFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return join(root, name) + sep;
}

/** e.g. 第 3、4 页 */
function pagesZh(numbers: readonly number[]): string {
  return `第 ${numbers.slice(0, 8).join('、')} ${numbers.length > 8 ? `… 页（共 ${numbers.length} 页）` : '页'}`;
}
