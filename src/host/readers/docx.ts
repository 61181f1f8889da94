import { docOfBlocks } from './blocks.js';
import { blocksOf, type DomNode } from './html-blocks.js';
import { headOf, type Reader, reasonOf, refuse } from './reader.js';
import { checkZip } from './zip-guard.js';

/** Word files. mammoth makes plain HTML of them, without pictures and styles; its blocks are the document. */
export const docx: Reader = {
  extensions: ['docx', 'docm'],
  read: async (bytes, file) => {
    const head = headOf(bytes);
    if (head.startsWith('\u00d0\u00cf\u0011\u00e0'))
      return refuse(
        file,
        'source/old-word',
        'found an old Office file or one with a password under the ending .docx',
        'open it in Word, WPS or LibreOffice and save it as .docx without a password',
      );
    if (!head.startsWith('PK'))
      return refuse(
        file,
        'source/damaged-docx',
        'found no zip container, expected a Word file',
        'give the file its own ending, or save it again as .docx',
      );
    const zip = checkZip(bytes);
    if (zip.reason !== null)
      return refuse(
        file,
        `source/${zip.code}`,
        `found ${zip.reason}, expected a Word file`,
        'open it in Word or LibreOffice and save it again as .docx',
      );
    if (!zip.names.includes('word/document.xml') && !zip.names.includes('_rels/.rels'))
      return refuse(
        file,
        'source/damaged-docx',
        'found a zip container without word/document.xml, expected a Word file',
        'save the report as .docx (this may be a spreadsheet, a presentation or an archive)',
      );
    const [{ default: mammoth }, { parseHTML }] = await Promise.all([import('mammoth'), import('linkedom')]);
    let page: string;
    try {
      const options = {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        styleMap: STYLES,
      };
      page = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
    } catch (error) {
      return refuse(
        file,
        'source/damaged-docx',
        `found a damaged Word file (${reasonOf(error)})`,
        'open it in Word or LibreOffice and save it again as .docx',
      );
    }
    const { document } = parseHTML(`<html><head></head><body>${page}</body></html>`);
    const blocks = blocksOf(document.body as unknown as DomNode).map(({ kind, text, level }) => ({
      kind,
      text,
      ...(level === undefined ? {} : { level }),
    }));
    if (blocks.length === 0)
      return refuse(
        file,
        'source/no-text',
        'found a Word file without text, expected a report',
        'if the pages are pictures, run text recognition (OCR) and save the text',
      );
    return { value: docOfBlocks(file, 'docx', blocks), notes: [] };
  },
};

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
