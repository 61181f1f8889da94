import type { LexiconWord } from '../model/lexicon.js';
import type { Cut } from '../model/tokenised-doc.js';
import { packageRoot } from './package-root.js';
import { makeCut } from './segmenter.js';

/** The outside world as the commands see it: tests hand in another one. */
export interface Host {
  /** Folder of the installed package: templates, lexicon, schemas, corpus. */
  readonly root: string;
  /** Where relative paths of the command line start. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds from some fixed moment, for saying how long a stage took; never goes into an output. */
  readonly now: () => number;
  readonly makeCut: (words: readonly LexiconWord[]) => Cut;
  /** Progress and notes for a person; nothing goes to standard output. */
  readonly say: (line: string) => void;
  /** Aborted when the user interrupts the run. */
  readonly signal: AbortSignal;
}

/** The real host. */
export function realHost(options: { cwd: string; env: Host['env']; say: Host['say']; signal: AbortSignal }): Host {
  return { root: packageRoot(), now: () => performance.now(), makeCut, ...options };
}
