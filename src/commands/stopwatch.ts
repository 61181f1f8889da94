import type { Host } from '../host/index.js';
import { stageName } from './stage-names.js';

/** How long each stage of a run took. */
export interface Stopwatch {
  /** Ends a stage. */
  readonly lap: (stage: string) => void;
  /** Ends one brief of several. */
  readonly brief: () => void;
  /** Milliseconds from the end of one brief to the end of the next; the first from the start of the run. */
  readonly briefs: () => readonly number[];
  /** Milliseconds by stage. */
  readonly laps: () => Record<string, number>;
  /** For a person, in the host's language: `read 0.03 s · compare 1.50 s · total 1.53 s`. */
  readonly line: () => string;
}

export function stopwatch(host: Host): Stopwatch {
  const start = host.now();
  let last = start;
  const laps: [string, number][] = [];
  const briefs: number[] = [];
  let lastBrief: number | null = null;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} ${host.language === 'en' ? 's' : '秒'}`;
  return {
    lap: (stage) => {
      const now = host.now();
      // A stage that comes again (one brief per jurisdiction) adds up.
      const known = laps.find(([name]) => name === stage);
      if (known) known[1] += Math.round(now - last);
      else laps.push([stage, Math.round(now - last)]);
      last = now;
    },
    brief: () => {
      const now = host.now();
      briefs.push(Math.round(now - (lastBrief ?? start)));
      lastBrief = now;
    },
    briefs: () => briefs,
    laps: () => Object.fromEntries(laps),
    line: () =>
      [...laps, ['total', last - start] as const]
        .map(([stage, ms]) => `${stageName(stage, host.language)} ${seconds(ms)}`)
        .join(' · '),
  };
}
