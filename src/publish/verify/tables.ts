import type { PlainTable, TableValue } from '../../report/index.js';
import { readZip } from '../zip.js';
import type { Checked, Difference } from './claims.js';
import { xmlText } from './read-word.js';

/** A table as it stands in a file: rows of cells, the head row first. */
export type ReadTable = readonly (readonly string[])[];

/** Reads CSV (RFC 4180). */
export function csvTable(text: string): ReadTable {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let i = 0; i < body.length; i++) {
    const c = body.charAt(i);
    if (quoted) {
      if (c === '"' && body.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Reads every sheet of a spreadsheet, by its name. */
export function xlsxTables(bytes: Uint8Array): ReadonlyMap<string, ReadTable> {
  const files = readZip(bytes);
  const xml = (name: string): string => new TextDecoder().decode(files.get(name) ?? new Uint8Array());
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, inner = '']) =>
    xmlText(inner, /$^/g),
  );
  const tables = new Map<string, ReadTable>();
  const sheets = [...xml('xl/workbook.xml').matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name = '']) =>
    xmlText(name, /$^/g),
  );
  for (const [i, name] of sheets.entries()) {
    const rows = [...xml(`xl/worksheets/sheet${i + 1}.xml`).matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(
      ([, inner = '']) => {
        const cells: string[] = [];
        for (const [, attributes = '', body = ''] of inner.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
          const letters = attributes.match(/\br="([A-Z]+)/)?.[1] ?? '';
          const at = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
          const value = body.match(/<v>([\s\S]*?)<\/v>/)?.[1] ?? body.match(/<t[^>]*>([\s\S]*?)<\/t>/)?.[1] ?? '';
          cells[at < 0 ? cells.length : at] = /\bt="s"/.test(attributes)
            ? (shared[Number(value)] ?? '')
            : xmlText(value, /$^/g);
        }
        return Array.from(cells, (cell) => cell ?? '');
      },
    );
    tables.set(name, rows);
  }
  return tables;
}

/** Compares a table that was read back with the one it was made from, cell by cell. */
export function checkTable(name: string, found: ReadTable | undefined, expected: PlainTable): Checked {
  if (!found) return { compared: 0, differences: [{ en: `there is no table ${name}`, zh: `没有表格 ${name}` }] };
  const wanted = [expected.columns, ...expected.rows];
  const differences: Difference[] = [];
  let compared = 0;
  for (let r = 0; r < Math.max(wanted.length, found.length); r++) {
    const row = wanted[r];
    if (!row) {
      differences.push({
        en: `${name}, line ${r + 1}: a row that the result does not have`,
        zh: `${name} 第 ${r + 1} 行：结果中没有这一行`,
      });
      continue;
    }
    for (const [c, value] of row.entries()) {
      compared++;
      const cell = found[r]?.[c] ?? '';
      if (!sameCell(cell, value))
        differences.push({
          en: `${name}, line ${r + 1}, ${expected.columns[c]}: reads “${cell.slice(0, 40)}”, and the result says “${String(value).slice(0, 40)}”`,
          zh: `${name} 第 ${r + 1} 行 ${expected.columns[c]}：写的是“${cell.slice(0, 40)}”，而结果为“${String(value).slice(0, 40)}”`,
        });
    }
  }
  return { compared, differences };
}

function sameCell(cell: string, value: TableValue): boolean {
  if (value === null) return cell === '';
  if (typeof value === 'number') return cell !== '' && Number(cell) === value;
  if (typeof value === 'boolean') return cell === String(value) || cell === (value ? '1' : '0');
  // Line breaks may come back in another form; an apostrophe keeps what looks like a formula from being one.
  const plain = (text: string): string =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .trim();
  return plain(cell) === plain(value) || plain(cell) === `'${plain(value)}`;
}
