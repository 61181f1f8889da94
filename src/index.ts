/**
 * The Node API: what the command line uses, and nothing else.
 *
 * ```ts
 * import { compare } from 'duizhao';
 * const { comparison, notes } = await compare({ corpus: 'my-corpus' });
 * ```
 */
import { loadCorpus, loadLexicon } from './commands/load.js';
import { type Host, realHost } from './host/index.js';
import type { Comparison } from './model/comparison.js';
import type { Note } from './model/note.js';
import { compareReports } from './pipeline/compare.js';

export { type CompareOptions, compareCommand, FORMATS, type Format } from './commands/compare.js';
export { type DiffOptions, diffCommand } from './commands/diff.js';
export { doctorCommand } from './commands/doctor.js';
export { type InspectOptions, inspectCommand } from './commands/inspect.js';
export type { ExitCode, Outcome } from './commands/outcome.js';
export { type Host, realHost } from './host/index.js';
export type * from './model/comparison.js';
export type * from './model/corpus.js';
export type * from './model/finding.js';
export type * from './model/lexicon.js';
export type * from './model/note.js';
export type { Review } from './model/review.js';
export type { Span } from './model/span.js';

/** An input that cannot be used; `notes` say what is wrong, where, and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(readonly notes: readonly Note[]) {
    super(
      notes
        .map((note) => `${note.place ? `${note.place.file}:${note.place.line ?? 1}: ` : ''}${note.message}`)
        .join('\n'),
    );
  }
}

/** A corpus on disk, and what to take from it. */
export interface CompareCorpus {
  /** Folder with corpus.yaml or with texts; or the corpus.yaml itself. */
  readonly corpus: string;
  /** Folder with themes, indicators and words of your own. */
  readonly lexicon?: string;
  /** Theme ids; all when empty or absent. */
  readonly themes?: readonly string[];
  /** Jurisdiction ids; all when empty or absent. */
  readonly jurisdictions?: readonly string[];
}

/**
 * Reads and compares a corpus. Throws InputError when the corpus or the lexicon cannot be used. Writes nothing; the first
 * call loads nodejieba's dictionary (about a second, about 280 MB).
 */
export async function compare(
  options: CompareCorpus,
  host: Host = quietHost(),
): Promise<{ comparison: Comparison; notes: readonly Note[] }> {
  const [lexicon, corpus] = await Promise.all([loadLexicon(host, options.lexicon), loadCorpus(host, options.corpus)]);
  if (lexicon.value === null || corpus.value === null) throw new InputError([...lexicon.notes, ...corpus.notes]);
  const { corpus: described, sources, reviews } = corpus.value;
  const compared = compareReports({
    corpus: described,
    sources,
    lexicon: lexicon.value,
    cut: host.makeCut(lexicon.value.words),
    reviews,
    themes: options.themes ?? [],
    jurisdictions: options.jurisdictions ?? [],
  });
  return { comparison: compared.value, notes: [...lexicon.notes, ...corpus.notes, ...compared.notes] };
}

/** A host that says nothing: relative paths start at the working folder. */
export function quietHost(): Host {
  return realHost({ cwd: process.cwd(), env: process.env, say: () => {}, signal: new AbortController().signal });
}
