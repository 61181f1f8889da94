import { parentPort } from 'node:worker_threads';
import { readPages } from './pdf-pages.js';
import type { PdfAsked } from './pdf-thread.js';
import { reasonOf, reasonZhOf, refuse } from './reader.js';

parentPort?.on('message', ({ bytes, file }: PdfAsked) => {
  readPages(bytes, file)
    .catch((error: unknown) =>
      refuse(file, 'source/damaged-pdf', {
        message: `found a damaged PDF (${reasonOf(error)})`,
        hint: 'get a whole copy, or open it in a browser and print it into a new PDF',
        zh: {
          message: `发现损坏的 PDF（${reasonZhOf(error)}），应为完好的文件`,
          hint: '请取得完整的文件，或用浏览器打开并打印成新的 PDF',
        },
      }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});
