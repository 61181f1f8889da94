import { join } from 'node:path';
import { listFiles, writeTogether } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Note } from '../model/note.js';
import type { CompareOptions } from './compare.js';
import { absolute, shown } from './load-paths.js';
import { type ExitCode, type Outcome, refused } from './outcome.js';
import type { Stopwatch } from './stopwatch.js';

/** Everything a run of `compare` came to, before it is written: the same whether it was made or remembered. */
export interface Made {
  /** By path under the output folder, forward slashes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly notes: readonly Note[];
  /** How many reports, facts … for `--json`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Writes what was made, all of it or nothing, and says how it went. */
export async function publishMade(
  made: Made,
  options: Pick<CompareOptions, 'out' | 'strict'>,
  host: Host,
  clock: Stopwatch,
): Promise<Outcome> {
  const { files, notes, counts } = made;
  const out = absolute(host, options.out);
  let earlier: Note | null;
  try {
    earlier = await leftOver(out, files);
    await writeTogether(out, files);
  } catch (error) {
    return refused([...notes, unwritable(shown(host, out), error)]);
  }
  clock.lap('write');
  const missing = notes.some((note) => note.code.startsWith('machine/'));
  const doubtful = notes.some((note) => note.severity !== 'info');
  const exitCode: ExitCode = missing ? 3 : options.strict && doubtful ? 1 : 0;
  const written = [...files.keys()].map((path) => shown(host, join(out, path)));
  return {
    exitCode,
    lines: [...written, clock.line()],
    notes: earlier === null ? notes : [...notes, earlier],
    json: {
      ok: exitCode === 0,
      files: written,
      milliseconds: clock.laps(),
      ...(clock.briefs().length > 1 ? { brief_milliseconds: clock.briefs() } : {}),
      ...counts,
      notes,
    },
  };
}

/** What `compare` may have written into its output folder before. */
const outputs =
  /^(?:brief(?:-[a-z0-9-]+)?\.(?:html|pdf|docx|xlsx)|data\/(?:[a-z]+\.csv|[a-z]+\.jsonl|comparison\.json))$/;

/** Outputs of an earlier run that this one leaves as they are, and that may say other numbers than the new ones; null: none. */
async function leftOver(out: string, files: ReadonlyMap<string, unknown>): Promise<Note | null> {
  const there = [...(await listFiles(out)), ...(await listFiles(join(out, 'data'))).map((name) => `data/${name}`)];
  const old = there.filter((path) => outputs.test(path) && !files.has(path));
  if (old.length === 0) return null;
  const some = (and: string, more: string) => old.slice(0, 4).join(and) + (old.length > 4 ? more : '');
  return {
    code: 'output/earlier',
    severity: 'warning',
    message: `found ${some(', ', ` and ${old.length - 4} more`)} of an earlier run in the output folder, left as ${old.length === 1 ? 'it is' : 'they are'}`,
    hint: 'name all formats in --format, or delete what is out of date',
    zh: {
      message: `发现输出文件夹里有上一次运行留下的 ${some('、', `等 ${old.length} 个文件`)}，未改动`,
      hint: '请在 --format 中写全格式，或删去过时的文件',
    },
  };
}

function unwritable(folder: string, error: unknown): Note {
  const code = (error as NodeJS.ErrnoException).code;
  const { message } = error as Error;
  const [reason, zh] =
    code === 'ENOSPC'
      ? ['the disk is full', '磁盘已满']
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? ['it may not be written to', '没有写入权限']
        : [message, message];
  return {
    code: 'output/unwritable',
    severity: 'error',
    message: `found that nothing can be written into ${folder} (${reason}), expected a folder to write to; what was there before is as it was`,
    place: { file: folder },
    hint: 'choose another folder with --out',
    zh: {
      message: `发现不能写入 ${folder}（${zh}），应为可写入的文件夹；原有内容未动`,
      hint: '请用 --out 另选文件夹',
    },
  };
}
