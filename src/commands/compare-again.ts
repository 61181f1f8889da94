import { isThere } from '../host/files.js';
import type { Host } from '../host/index.js';
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
  // a call that will be refused should not wait for the dictionary
  if (options.records === undefined && (await isThere(absolute(host, options.corpus)))) host.warm();
  const { compareCommand } = await import('./compare.js');
  let made: Made | null = null;
  const outcome = await compareCommand(options, host, (all) => {
    made = all;
  });
  await keep(made, key, options, host);
  return outcome;
}

/** Keeps a run unless something on the machine was missing, or a file changed while it was made. */
async function keep(made: Made | null, key: string | null, options: CompareOptions, host: Host): Promise<void> {
  if (made === null || key === null || host.cache.folder === null) return;
  if (made.notes.some(({ code }) => code.startsWith('machine/'))) return;
  if ((await runKey(options, host)) === key) await host.cache.write('run', key, packMade(made));
}
