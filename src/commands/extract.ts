import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { compiledBeside } from '../host/compiled.js';
import type { Host } from '../host/index.js';
import { readPackageFile } from '../host/lexicon-files.js';
import { bytesOf, type InputLine, linesOf } from '../host/lines.js';
import type { Note } from '../model/note.js';
import type { JsonSchema } from '../pipeline/checked-yaml.js';
import type { BatchResult } from './extract-batch.js';
import { type ExtractPool, startPool } from './extract-pool.js';
import { absolute, loadLexicon } from './load.js';
import { type Outcome, refused } from './outcome.js';

export interface ExtractOptions {
  /** NDJSON files of reports; none, or `-`: the input stream. */
  readonly files: readonly string[];
  /** Threads, each with a dictionary of its own (about 300 MB). */
  readonly jobs: number;
  readonly lexicon?: string;
  /** Exit 1 when a line was refused. */
  readonly strict: boolean;
  /** Milliseconds between two lines of progress: few for a person who looks on, many for a log. */
  readonly sayEvery: number;
}

export interface Streams {
  readonly input: AsyncIterable<Buffer>;
  readonly output: Writable;
}

/** A batch is this many characters of input or a little more: enough that handing it over costs nothing, few enough that no thread waits long for another’s last. */
const BATCH = 16 * 1024;
/** Batches per thread that are read or wait to be written. */
const AHEAD = 3;

/**
 * Reports in, records out, one JSON object a line, in the order of the input: a pure filter that holds only what it is reading. A line that is no
 * report becomes a line of type `refused` and the rest goes on.
 */
export async function extractCommand(
  options: ExtractOptions,
  host: Host,
  { input, output }: Streams,
): Promise<Outcome> {
  const pool = startPool(options.jobs, compiledBeside(import.meta.url, 'extract-worker.js'));
  try {
    return await extractWith(pool, options, host, { input, output });
  } finally {
    await pool.close();
  }
}

async function extractWith(
  pool: ExtractPool,
  options: ExtractOptions,
  host: Host,
  { input, output }: Streams,
): Promise<Outcome> {
  const lexicon = await loadLexicon(host, options.lexicon);
  if (lexicon.value === null) return refused(lexicon.notes);
  const schema = JSON.parse(await readPackageFile(host.root, 'schemas/corpus.schema.json')) as JsonSchema;
  pool.begin({ lexicon: lexicon.value, schema, cut: host.makeCut(lexicon.value.words) });
  const names = options.files.length === 0 ? ['-'] : options.files;
  const notes: Note[] = [...lexicon.notes];
  let [reports, lost] = [0, 0];
  let said = host.now();
  for (const file of names) {
    const pending: Promise<BatchResult>[] = [];
    const writeFirst = async (): Promise<void> => {
      const result = await pending.shift();
      if (result === undefined) return;
      reports += result.reports;
      lost += result.refused;
      if (result.text !== '' && !output.write(result.text)) await once(output, 'drain');
      if (host.now() - said > options.sayEvery) {
        said = host.now();
        host.say(`extract ${reports}`);
      }
    };
    try {
      const bytes = file === '-' ? input : bytesOf(absolute(host, file));
      for await (const lines of batchesOf(linesOf(bytes))) {
        host.signal.throwIfAborted();
        pending.push(pool.run({ file, lines }));
        // what is too long is told now: nothing may ever follow it
        const ahead = lines.at(-1)?.isTooLong ? 0 : Math.max(1, options.jobs) * AHEAD - 1;
        while (pending.length > ahead) await writeFirst();
      }
      while (pending.length > 0) await writeFirst();
    } catch (error) {
      host.signal.throwIfAborted();
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return refused([...notes, unreadable(file, error as NodeJS.ErrnoException)]);
    }
  }
  if (lost > 0) notes.push(refusedLines(lost, reports + lost));
  return {
    exitCode: options.strict && lost > 0 ? 1 : 0,
    lines: [],
    notes,
    json: { ok: lost === 0, reports, refused: lost },
  };
}

async function* batchesOf(lines: AsyncIterable<InputLine>): AsyncGenerator<InputLine[]> {
  let batch: InputLine[] = [];
  let size = 0;
  for await (const line of lines) {
    batch.push(line);
    size += line.text?.length ?? 0;
    if (size < BATCH && !line.isTooLong) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

function unreadable(file: string, error: NodeJS.ErrnoException): Note {
  return {
    code: 'extract/unreadable',
    severity: 'error',
    message: `found a file that cannot be read (${error.code}), expected reports as NDJSON`,
    place: { file },
    hint: 'check the name and its permissions; - stands for standard input',
    zh: {
      message: `发现无法读取的文件（${error.code}），应为 NDJSON 格式的报告`,
      hint: '请检查文件名和权限；- 表示标准输入',
    },
  };
}

function refusedLines(lost: number, all: number): Note {
  return {
    code: 'extract/refused',
    severity: 'warning',
    message: `found ${lost} of ${all} lines that are no report, expected none; each stands in the output with type “refused” and what is wrong`,
    hint: 'look at the lines of type refused',
    zh: {
      message: `发现 ${all} 行中有 ${lost} 行不是报告；输出中以 type 为“refused”的行逐一说明`,
      hint: '请查看 type 为 refused 的行',
    },
  };
}
