import { findBomb } from './pdf-guard.js';
import { readBeside } from './pdf-thread.js';
import { headOf, type Reader, refuse } from './reader.js';

/** PDF files with text in them: pages in reading order, column after column, a unit a page. */
export const pdf: Reader = {
  extensions: ['pdf'],
  read: async (bytes, file) => {
    // The mark may stand within the first kilobyte; pdf.js looks as far.
    if (!headOf(bytes).startsWith('%PDF') && !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
      return refuse(file, 'source/damaged-pdf', {
        message: 'found no PDF mark at the beginning, expected a PDF',
        hint: 'give the file its own ending, or get a whole copy of it',
        zh: { message: '发现开头没有 PDF 标记，应为 PDF', hint: '请改回文件本来的后缀，或取得完整的文件' },
      });
    if (findBomb(bytes))
      return refuse(file, 'source/pdf-bomb', {
        message: 'found a part that unpacks beyond reason, expected a report',
        hint: 'open it in a browser and print it into a new PDF',
        zh: { message: '发现解压后大得不合常理的部分，应为报告', hint: '请用浏览器打开并打印成新的 PDF' },
      });
    return readBeside(bytes, file);
  },
};
