import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { ParquetError, rowsOfParquet } from '../../../src/host/parquet-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function linesIn(path: string, options?: { largest: number }): Promise<(string | null)[]> {
  const out: (string | null)[] = [];
  for await (const { number, text } of rowsOfParquet(path, options)) {
    out.push(text);
    expect(number).toBe(out.length);
  }
  return out;
}
function written(bytes: ArrayBuffer | Uint8Array): string {
  const path = join(folder, 'a.parquet');
  writeFileSync(path, new Uint8Array(bytes));
  return path;
}
const column = (name: string, data: (string | null)[]) => ({ name, data, type: 'STRING' as const });
/** The words of the refusal. */
const refusal = (path: string, options?: { largest: number }): Promise<string> =>
  linesIn(path, options).then(
    () => 'read',
    (error: unknown) => (error instanceof ParquetError ? error.message : `not refused but ${String(error)}`),
  );

// COPY (SELECT json, json->>'type' AS type FROM read_json_objects('lines.ndjson')) TO '…' (COMPRESSION …), DuckDB 1.5
test.each(['snappy', 'gzip', 'brotli'])('lines as DuckDB writes them with %s, to the letter', async (codec) => {
  const lines = readFileSync(here('lines.ndjson'), 'utf8').trimEnd().split('\n');
  expect(await linesIn(here(`duckdb-${codec}.parquet`))).toEqual(lines);
});

test('any texts in any row groups come back in order; a row without one is null', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (texts, rowGroupSize) => {
        const other = texts.map((_, i) => String(i));
        const bytes = parquetWriteBuffer({
          columnData: [column('other', other), { ...column('line', texts), nullable: true }],
          rowGroupSize,
        });
        expect(await linesIn(written(bytes))).toEqual(texts);
      },
    ),
    { numRuns: 50 },
  );
});

describe('refused, with what was expected', () => {
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData: [column('json', ['{}', '{"a":1}'])] }));
  test('a codec that is not read', async () => {
    expect(await refusal(here('duckdb-lz4.parquet'))).toMatch(/LZ4_RAW.*expected .*snappy/);
  });
  test('no column of lines', async () => {
    const path = written(parquetWriteBuffer({ columnData: [column('text', ['{}'])] }));
    expect(await refusal(path)).toMatch(/columns text, expected one called json or line/);
  });
  test('a text file', async () => {
    expect(await refusal(written(new TextEncoder().encode('{"type":"report"}\n')))).toMatch(/^a Parquet file that/);
  });
  test('half a file', async () => {
    expect(await refusal(written(bytes.slice(0, bytes.length / 2)))).toMatch(/^a Parquet file that/);
  });
  test('an empty file', async () => {
    expect(await refusal(written(new Uint8Array()))).toMatch(/^a Parquet file that/);
  });
  test('more than may be unpacked', async () => {
    expect(await refusal(written(bytes), { largest: 10 })).toMatch(/expected at most 10000000 and 10:/);
  });
  test('bytes of the description changed anywhere: read or refused, never anything else', async () => {
    const length = new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    const description = { min: bytes.length - 8 - length, max: bytes.length - 1 };
    await fc.assert(
      fc.asyncProperty(fc.integer(description), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const damaged = bytes.slice();
        damaged[at] = ((damaged[at] ?? 0) + by) % 256;
        expect(await refusal(written(damaged))).not.toMatch(/^not refused/);
      }),
      { numRuns: 300 },
    );
  });
});
