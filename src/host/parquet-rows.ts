import * as zlib from 'node:zlib';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import type { InputLine } from './lines.js';

/** Columns that hold the lines as `extract` wrote them: `json` is what DuckDB's read_json_objects calls it. The first there is counts. */
const COLUMNS = ['json', 'line'] as const;
/** More than a column of one row group may unpack to: DuckDB's usual row groups of such lines are a tenth of it. */
const LARGEST = 1024 * 1024 * 1024;

/** More rows than a row group may say it has, whatever it unpacks to. */
const MOST_ROWS = 10_000_000;

/** A file that is no Parquet file of lines, in words for both languages: “found …”. */
export class ParquetError extends Error {
  override readonly name = 'ParquetError';
  constructor(
    message: string,
    readonly zh: string,
  ) {
    super(message);
  }
}

/**
 * The lines in a Parquet file, row group by row group; never holds more than one. `number` counts rows from 1; `text` is null where the row
 * has none. Other columns are not read. What pages say of themselves is believed: a file that was damaged inside one may take without end,
 * so `parquetLines` reads in a thread of its own. Throws ParquetError, or the system's own error when the file cannot be read.
 */
export async function* rowsOfParquet(
  path: string,
  { largest = LARGEST }: { readonly largest?: number } = {},
): AsyncGenerator<InputLine> {
  try {
    yield* rowsOf(path, largest);
  } catch (error) {
    // what hyparquet stumbles over in a damaged file may be anything
    if (error instanceof ParquetError || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw unreadable(error);
  }
}

async function* rowsOf(path: string, largest: number): AsyncGenerator<InputLine> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const there = parquetSchema(metadata).children.map(({ element }) => element.name);
  const column = COLUMNS.find((name) => there.includes(name));
  if (column === undefined)
    throw new ParquetError(
      `a Parquet file with the columns ${there.slice(0, 8).join(', ')}, expected one called ${COLUMNS.join(' or ')} with the lines that extract wrote`,
      `列名为 ${there.slice(0, 8).join('、')} 的 Parquet 文件，应有名为 ${COLUMNS.join(' 或 ')} 的一列存放 extract 写出的行`,
    );
  let row = 0;
  for (const group of metadata.row_groups) {
    const size = group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === column)?.meta_data
      ?.total_uncompressed_size;
    if (size === undefined || size > largest || group.num_rows > MOST_ROWS)
      throw new ParquetError(
        `a row group of ${group.num_rows} rows and ${String(size)} bytes in the column ${column}, expected at most ${MOST_ROWS} and ${largest}: write smaller row groups`,
        `列 ${column} 的一个行组有 ${group.num_rows} 行、${String(size)} 字节，应不超过 ${MOST_ROWS} 行、${largest} 字节：请用更小的行组写出`,
      );
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns: [column],
      rowStart: row,
      rowEnd: row + Number(group.num_rows),
      compressors: compressors(largest),
      // DuckDB marks the column as JSON; it is wanted as it was written
      parsers: { jsonFromBytes: (bytes) => new TextDecoder().decode(bytes) },
    });
    for (const { [column]: text } of rows) {
      row += 1;
      yield { number: row, text: typeof text === 'string' ? text : null };
    }
  }
}

function unreadable(error: unknown): ParquetError {
  const { message } = error as Error;
  return new ParquetError(
    `a Parquet file that cannot be read (${message}), expected one written with compression snappy, gzip, brotli or none`,
    `无法读取的 Parquet 文件（${message}），应为用 snappy、gzip、brotli 压缩或不压缩写出的文件`,
  );
}

/** Node's own; snappy is in hyparquet, and zstd is there from Node 22.15 on. */
function compressors(maxOutputLength: number): Compressors {
  const { zstdDecompressSync } = zlib as { zstdDecompressSync?: typeof gunzipSync };
  return {
    GZIP: (input) => gunzipSync(input, { maxOutputLength }),
    BROTLI: (input) => brotliDecompressSync(input, { maxOutputLength }),
    ...(zstdDecompressSync === undefined
      ? {}
      : { ZSTD: (input: Uint8Array) => zstdDecompressSync(input, { maxOutputLength }) }),
  };
}
