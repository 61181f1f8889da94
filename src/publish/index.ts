export { type BriefOptions, briefHtml, briefPdf, documentDate } from './brief.js';
export { type PrintOptions, printPdf } from './pdf.js';
export { checkPdf } from './pdf-check.js';
