import type { LexiconWord } from '../model/lexicon.js';
import type { Language } from '../model/note.js';
import type { Cut } from '../model/tokenised-doc.js';
import { type Cache, NO_CACHE } from './cache/store.js';
import { packageRoot } from './package-root.js';
import { makeCut } from './segmenter.js';
import { type SegmenterThread, startSegmenterThread } from './segmenter-thread.js';

/** The outside world as the commands see it: tests hand in another one. */
export interface Host {
  /** Folder of the installed package: templates, lexicon, schemas, corpus. */
  readonly root: string;
  /** Where relative paths of the command line start. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What `lines` and progress are written in; notes and records carry both languages. */
  readonly language: Language;
  /** Milliseconds from some fixed moment, for saying how long a stage took; never goes into an output. */
  readonly now: () => number;
  readonly makeCut: (words: readonly LexiconWord[]) => Cut;
  /** Says that words will be cut soon: the dictionary begins to load beside everything else. */
  readonly warm: () => void;
  /** Results of earlier runs. */
  readonly cache: Cache;
  /** Progress and notes for a person; nothing goes to standard output. */
  readonly say: (line: string) => void;
  /** Aborted when the user interrupts the run. */
  readonly signal: AbortSignal;
}

/** The real host. Without `cache` nothing is kept between runs. */
export function realHost(options: {
  cwd: string;
  env: Host['env'];
  say: Host['say'];
  signal: AbortSignal;
  cache?: Cache;
  /** English when absent. */
  language?: Language;
}): Host {
  let thread: SegmenterThread | null = null;
  return {
    root: packageRoot(),
    now: () => performance.now(),
    makeCut: (words) => thread?.cut(words) ?? makeCut(words),
    warm: () => {
      thread ??= startSegmenterThread();
    },
    cache: NO_CACHE,
    language: 'en',
    ...options,
  };
}
