import { isThere } from '../host/files.js';
import type { Host } from '../host/index.js';
import { browserFor } from './browser-for.js';
import type { CompareOptions } from './compare.js';
import { absolute } from './load-paths.js';
import { type Made, publishMade } from './made.js';
import type { Outcome } from './outcome.js';
import { packMade, unpackMade } from './pack-made.js';
import { runKey } from './run-key.js';
import { stopwatch } from './stopwatch.js';

/**
 * `compare`, but a run that was made before with the same everything is not made again: neither dictionary nor browser is started,
 * and files that are as they should be are not touched. Anything doubtful about what was kept, and the run is made.
 */
export async function compareAgain(options: CompareOptions, host: Host): Promise<Outcome> {
  const clock = stopwatch(host);
  const key = await runKey(options, host);
  if (key !== null) {
    const kept = await host.cache.read('run', key);
    const made = kept === null ? null : unpackMade(kept);
    if (made !== null) {
      clock.lap('remembered');
      return publishMade(made, options, host, clock);
    }
  }
  // Before anything else, what takes long by itself: the browser first, since a small process is quicker to start another from. A call that
  // will be refused starts neither.
  const isCorpus = options.records === undefined && (await isThere(absolute(host, options.corpus)));
  const browser = isCorpus || options.records !== undefined ? browserFor(options, host) : null;
  if (isCorpus) host.warm();
  const { compareCommand } = await import('./compare.js');
  let made: Made | null = null;
  const onMade = (all: Made): void => {
    made = all;
  };
  const outcome = await compareCommand(options, host, onMade, browser);
  await keep(made, key, options, host);
  return outcome;
}

/** Keeps a run unless something on the machine was missing, or a file changed while it was made. */
async function keep(made: Made | null, key: string | null, options: CompareOptions, host: Host): Promise<void> {
  if (made === null || key === null || host.cache.folder === null) return;
  if (made.notes.some(({ code }) => code.startsWith('machine/'))) return;
  if ((await runKey(options, host)) === key) await host.cache.write('run', key, packMade(made));
}
