import { fingerprint } from '../host/cache/fingerprint.js';
import { programId } from '../host/cache/program.js';
import type { Host } from '../host/index.js';
import type { Lexicon } from '../model/lexicon.js';
import { Memo } from '../pipeline/memo.js';
import { readingKeys } from '../pipeline/reading-keys.js';
import type { LoadedCorpus } from './load.js';

/** What earlier runs read out of the same texts, and a way to keep what this one reads. */
export interface KeptReadings {
  readonly memo: Memo;
  /** Keeps what the last run with `memo` had to read anew. Never rejects. */
  readonly keep: () => Promise<void>;
}

/** Entries read or written at a time. */
const AT_ONCE = 32;

/**
 * Readings kept between runs, file by file and report by report: of a thousand reports the one that was edited is read again. What one
 * depends on — text, description, lexicon, program — is its name, so nothing is ever out of date; see `readingKeys`.
 */
export async function keptReadings(
  host: Host,
  { corpus, sources }: Pick<LoadedCorpus, 'corpus' | 'sources'>,
  lexicon: Lexicon,
): Promise<KeptReadings> {
  if (host.cache.folder === null) return { memo: new Memo(), keep: async () => {} };
  const { files, reports } = readingKeys(corpus, sources, lexicon);
  const program = programId(host.root);
  const nameOf = (key: string): string => {
    const print = fingerprint();
    print.value(['reading/1', program, key]);
    return print.key();
  };
  const known: [string, unknown][] = [];
  await some([...files.values(), ...reports.values()], async (key) => {
    const bytes = await host.cache.read('reading', nameOf(key));
    if (bytes !== null) known.push([key, JSON.parse(Buffer.from(bytes).toString('utf8'))]);
  });
  const memo = new Memo(known);
  return {
    memo,
    keep: () =>
      some([...memo.made()], ([key, value]) =>
        host.cache.write('reading', nameOf(key), Buffer.from(JSON.stringify(value))),
      ),
  };
}

/** Does something for each, a few at a time. */
async function some<T>(list: readonly T[], act: (entry: T) => Promise<void>): Promise<void> {
  const left = list.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const entry of left) await act(entry);
    }),
  );
}
