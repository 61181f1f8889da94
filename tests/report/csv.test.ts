import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTables, toCsv } from '../../src/report/index.js';
import { sampleComparison } from '../support/sample-comparison.js';

/** RFC 4180, for the way back. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at] ?? '';
    if (quoted) {
      if (character !== '"') field += character;
      else if (csv[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      at += 1;
    } else field += character;
  }
  return rows;
}

describe('CSV', () => {
  it('begins with a byte-order mark and ends every line with CR LF', () => {
    const csv = toCsv({ name: 't', columns: ['甲', '乙'], rows: [['一', 2]] });
    expect(csv).toBe('\ufeff甲,乙\r\n一,2\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1', '＠x'])('neutralises %j', (text) => {
    const [, line] = parse(toCsv({ name: 't', columns: ['a'], rows: [[text]] }).slice(1));
    expect(line?.[0]).toBe(`'${text}`);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(toCsv({ name: 't', columns: ['a'], rows: [[-17.4]] })).toContain('\r\n-17.4\r\n');
  });

  it('comes back as it was, but for the apostrophes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab",\r\n=+-@\t甲 \'') });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
        const back = parse(toCsv({ name: 't', columns: ['a', 'b'], rows }).slice(1)).slice(1);
        expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))),
        );
        for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('the tables', () => {
  const comparison = sampleComparison();
  const tables = new Map(plainTables(comparison).map((table) => [table.name, table]));

  it('have as many values in every row as columns', () => {
    for (const table of tables.values())
      for (const row of table.rows) expect(row, table.name).toHaveLength(table.columns.length);
  });

  it('carry every fact with value, printed form, place and evidence number', () => {
    const facts = tables.get('facts');
    const column = (name: string) => facts?.columns.indexOf(name) ?? -1;
    expect(facts?.rows).toHaveLength(comparison.facts.length);
    comparison.facts.forEach((fact, at) => {
      const row = facts?.rows[at] ?? [];
      const entry = comparison.evidence.find(({ finding }) => finding === fact.id);
      expect([
        row[column('id')],
        row[column('value')],
        row[column('printed')],
        row[column('start')],
        row[column('exact')],
        row[column('evidence')],
      ]).toEqual([fact.id, fact.value, fact.printed, fact.source.start, fact.source.exact, entry?.number]);
    });
  });

  it('have a line for every cell of every row, silent ones too', () => {
    const rows = tables.get('rows');
    const state = rows?.columns.indexOf('state') ?? -1;
    const silent = comparison.rows.flatMap((row) => row.cells).filter((cell) => cell.state === 'not-mentioned');
    expect(rows?.rows.filter((row) => row[state] === 'not-mentioned')).toHaveLength(silent.length);
  });
});
