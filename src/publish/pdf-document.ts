// All that works on a printed PDF, behind one door: the library takes longer to load than most briefs take to write, so `pdf.ts` opens it
// while the browser prints.
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';

export { checkDocument } from './pdf-check.js';
export { finishPdf } from './pdf-finish.js';
export { destinations } from './pdf-outline.js';

/** A PDF as the browser wrote it. */
export function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
