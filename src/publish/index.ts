export { type BriefOptions, briefHtml, briefPdf, documentDate, type StartedBrowser, startBrowser } from './brief.js';
export { type DocxOptions, toDocx } from './docx/index.js';
export { type PrintOptions, printPdf } from './pdf.js';
export { checkPdf } from './pdf-check.js';
export { toXlsx } from './xlsx.js';
export { readZip, writeZip } from './zip.js';
