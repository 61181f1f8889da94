// What is quick to load. Word, spreadsheets and PDF files as such have libraries of their own: `docx/`, `xlsx.js`, `pdf-document.js`.
export { type Brief, type BriefOptions, briefHtml, briefPdf, documentDate, writeBrief } from './brief.js';
export { type PrintOptions, printPdf } from './pdf.js';
export { type StartedBrowser, startBrowser } from './started-browser.js';
