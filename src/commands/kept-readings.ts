import { fingerprint } from '../host/cache/fingerprint.js';
import { programId } from '../host/cache/program.js';
import type { Host } from '../host/index.js';
import type { Lexicon } from '../model/lexicon.js';
import { contentKey, Memo } from '../pipeline/memo.js';
import { readingKeys } from '../pipeline/reading-keys.js';
import type { LoadedCorpus } from './load.js';

/** What earlier runs read out of the same texts, and a way to keep what this one reads. */
export interface KeptReadings {
  readonly memo: Memo;
  /** Keeps what the last run with `memo` had to read anew. Never rejects. */
  readonly keep: () => Promise<void>;
}

/** Readings of a corpus lie in this many entries of the cache: few to open, and small enough to write one again for one edit. */
const DRAWERS = 16;

/**
 * Readings kept between runs, file by file and report by report: of a thousand reports the one that was edited is read again. What one
 * depends on — text, description, lexicon — is its key, see `readingKeys`, so nothing is ever out of date. They lie in drawers that belong to
 * the corpus folder, the lexicon and the program; which drawer, the name of the file or report says, so an edit is written into few of them.
 */
export async function keptReadings(
  host: Host,
  { folder, corpus, sources }: Pick<LoadedCorpus, 'folder' | 'corpus' | 'sources'>,
  lexicon: Lexicon,
): Promise<KeptReadings> {
  if (host.cache.folder === null) return { memo: new Memo(), keep: async () => {} };
  const { files, reports } = readingKeys(corpus, sources, lexicon);
  const contents: string[][] = Array.from({ length: DRAWERS }, () => []);
  for (const [name, key] of [...files, ...reports]) contents[drawerOf(name)]?.push(key);
  const belongsTo = [programId(host.root), folder, contentKey(lexicon)];
  const drawers = contents.map((keys, number) => {
    const print = fingerprint();
    print.value(['readings/1', ...belongsTo, number]);
    return { name: print.key(), keys };
  });
  const known = new Map<string, unknown>();
  await Promise.all(
    drawers.map(async ({ name, keys }) => {
      if (keys.length === 0) return;
      const bytes = await host.cache.read('readings', name);
      if (bytes === null) return;
      const readings = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
      for (const key of keys) if (Object.hasOwn(readings, key)) known.set(key, readings[key]);
    }),
  );
  const memo = new Memo(known);
  const keep = async (): Promise<void> => {
    const made = memo.made();
    for (const { name, keys } of drawers) {
      if (!keys.some((key) => made.has(key))) continue;
      const readings = keys.flatMap((key) => {
        const reading = made.get(key) ?? known.get(key);
        return reading === undefined ? [] : [[key, reading] as const];
      });
      await host.cache.write('readings', name, Buffer.from(JSON.stringify(Object.fromEntries(readings))));
    }
  };
  return { memo, keep };
}

/** The drawer of a file or report, by its name: some to each. */
function drawerOf(name: string): number {
  return contentKey(name).charCodeAt(0) % DRAWERS;
}
