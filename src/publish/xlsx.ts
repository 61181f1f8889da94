import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { PlainTable, TableValue } from '../report/index.js';
import { readZip, writeZip } from './zip.js';

const font = { fontFamily: 'Microsoft YaHei', fontSize: 10 } as const;

function cell(value: TableValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { type: Number, value };
  if (typeof value === 'boolean') return { type: Boolean, value };
  // a string type is never run as a formula; XML 1.0 forbids most control characters
  return {
    type: String,
    value: value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767),
    alignVertical: 'top',
    wrap: value.length > 24,
  };
}

/** Widest text of a column in characters, Chinese counted double, between 8 and 60. */
function width(table: PlainTable, column: number): number {
  const sizes = [table.columns[column] ?? '', ...table.rows.slice(0, 400).map((row) => row[column] ?? '')].map(
    (value) => Array.from(String(value)).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0),
  );
  return Math.min(60, Math.max(8, ...sizes) + 1);
}

/** Tables → one workbook, one sheet a table, head row fixed. Same tables in, same bytes out. */
export async function toXlsx(tables: readonly PlainTable[]): Promise<Uint8Array> {
  const sheets = tables.map(
    (table): Sheet<never> => ({
      sheet: table.name.slice(0, 31),
      stickyRowsCount: 1,
      columns: table.columns.map((_, at) => ({ width: width(table, at) })),
      data: [
        table.columns.map(
          (column): Cell => ({ type: String, value: column, fontWeight: 'bold', bottomBorderStyle: 'thin' }),
        ),
        ...table.rows.map((row) => row.map(cell)),
      ],
    }),
  );
  const made = await writeExcelFile(sheets, font).toBuffer();
  return writeZip(readZip(made));
}
