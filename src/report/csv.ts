import type { PlainTable, TableValue } from './tables.js';

/** What a spreadsheet would take for a formula (OWASP, CSV Injection): it gets an apostrophe in front. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** A text cell no program will run: `=1+1` → `'=1+1`. */
export function neutralised(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function field(value: TableValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = neutralised(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** RFC 4180 with CRLF and a byte-order mark, so that spreadsheets read it as UTF-8; text that could be a formula is neutralised. */
export function toCsv(table: PlainTable): string {
  const lines = [table.columns, ...table.rows].map((row) => row.map(field).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
