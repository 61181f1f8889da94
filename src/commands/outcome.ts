import type { Note } from '../model/note.js';

/** 0 done; 1 done, and something needs a person's eyes; 2 the call or an input file is wrong; 3 something on the machine is missing. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command comes to. `lines` go to standard output, `notes` to standard error, `json` is the answer to `--json`. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
  readonly notes: readonly Note[];
  readonly json: unknown;
}

/** The outcome of a call that cannot be carried out. */
export function refused(notes: readonly Note[]): Outcome {
  return { exitCode: 2, lines: [], notes, json: { ok: false, notes } };
}
