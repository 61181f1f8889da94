import { join } from 'node:path';
import { writeTogether } from '../host/files.js';
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
  try {
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
    notes,
    json: { ok: exitCode === 0, files: written, milliseconds: clock.laps(), ...counts, notes },
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
