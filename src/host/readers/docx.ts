import { docOfBlocks } from './blocks.js';
import { blocksOf, type DomNode } from './html-blocks.js';
import { headOf, type Reader, reasonOf, reasonZhOf, refuse } from './reader.js';
import { checkZip } from './zip-guard.js';

/** Word files. mammoth makes plain HTML of them, without pictures and styles; its blocks are the document. */
export const docx: Reader = {
  extensions: ['docx', 'docm'],
  read: async (bytes, file) => {
    const head = headOf(bytes);
    if (head.startsWith('\u00d0\u00cf\u0011\u00e0'))
      return refuse(file, 'source/old-word', {
        message: 'found an old Office file or one with a password under the ending .docx',
        hint: 'open it in Word, WPS or LibreOffice and save it as .docx without a password',
        zh: {
          message: '发现旧版 Office 文件或带密码的文件（后缀为 .docx），应为 Word 文件',
          hint: '请用 Word、WPS 或 LibreOffice 打开，不带密码另存为 .docx',
        },
      });
    if (!head.startsWith('PK'))
      return refuse(file, 'source/damaged-docx', {
        message: 'found no zip container, expected a Word file',
        hint: 'give the file its own ending, or save it again as .docx',
        zh: { message: '发现不是 zip 容器，应为 Word 文件', hint: '请改回文件本来的后缀，或重新另存为 .docx' },
      });
    const zip = checkZip(bytes);
    if (zip.reason !== null)
      return refuse(file, `source/${zip.code}`, {
        message: `found ${zip.reason}, expected a Word file`,
        hint: 'open it in Word or LibreOffice and save it again as .docx',
        zh: { message: `发现${zip.zh}，应为 Word 文件`, hint: '请用 Word 或 LibreOffice 打开后重新另存为 .docx' },
      });
    if (!zip.names.includes('word/document.xml') && !zip.names.includes('_rels/.rels'))
      return refuse(file, 'source/damaged-docx', {
        message: 'found a zip container without word/document.xml, expected a Word file',
        hint: 'save the report as .docx (this may be a spreadsheet, a presentation or an archive)',
        zh: {
          message: '发现 zip 容器中没有 word/document.xml，应为 Word 文件',
          hint: '请把报告另存为 .docx（这可能是表格、演示文稿或压缩包）',
        },
      });
    const [{ default: mammoth }, { parseHTML }] = await Promise.all([import('mammoth'), import('linkedom')]);
    let page: string;
    try {
      const options = {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        styleMap: STYLES,
      };
      page = (await mammoth.convertToHtml(unpacked(zip.parts), options)).value;
    } catch (error) {
      return refuse(file, 'source/damaged-docx', {
        message: `found a damaged Word file (${reasonOf(error)})`,
        hint: 'open it in Word or LibreOffice and save it again as .docx',
        zh: {
          message: `发现损坏的 Word 文件（${reasonZhOf(error)}），应为完好的文件`,
          hint: '请用 Word 或 LibreOffice 打开后重新另存为 .docx',
        },
      });
    }
    const { document } = parseHTML(`<html><head></head><body>${page}</body></html>`);
    const blocks = blocksOf(document.body as unknown as DomNode).map(({ kind, text, level }) => ({
      kind,
      text,
      ...(level === undefined ? {} : { level }),
    }));
    if (blocks.length === 0)
      return refuse(file, 'source/no-text', {
        message: 'found a Word file without text, expected a report',
        hint: 'if the pages are pictures, run text recognition (OCR) and save the text',
        zh: { message: '发现没有文字的 Word 文件，应为报告', hint: '请在页面是图片时做文字识别（OCR），再保存文字' },
      });
    return { value: docOfBlocks(file, 'docx', blocks), notes: [] };
  },
};

/** What mammoth takes in place of a zip container: it reads what was unpacked here and nothing else. */
function unpacked(parts: ReadonlyMap<string, Uint8Array>): { readonly buffer: Buffer } {
  const file = {
    exists: (name: string): boolean => parts.has(name),
    read: async (name: string, encoding?: string): Promise<string | Uint8Array> => {
      const part = parts.get(name);
      if (part === undefined) throw new Error(`no part ${name}`);
      return encoding === undefined ? part : new TextDecoder(encoding).decode(part);
    },
  };
  // its types do not tell of `file`, which its own zip reader is made into (mammoth/lib/unzip.js)
  return { file } as unknown as { buffer: Buffer };
}

/** Chinese names of the styles that are headings. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='标题 1'] => h2:fresh",
  "p[style-name='标题 2'] => h3:fresh",
  "p[style-name='标题 3'] => h4:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='题注'] => figcaption:fresh",
];
