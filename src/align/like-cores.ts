import { characterPairs, likeness } from './reading/wording.js';

/** Finds a core seen before that is nearly the same as another. */
export interface LikeCores {
  /** The first added that is at least as like as asked and that `accepts` takes; undefined for none. */
  readonly find: (core: string, accepts: (known: string) => boolean) => string | undefined;
  readonly add: (core: string) => void;
}

/**
 * Cores by their character pairs. Two cores as like as `least` (Dice) have so many pairs in common that of any few of one core's pairs at
 * least one stands in the other (prefix filtering; Chaudhuri, Ganti & Kaushik 2006): only cores that share one of the rarest few are
 * held against it. With thousands of reports most wordings are new, and none is held against all the others.
 */
export function likeCores(least: number): LikeCores {
  const cores: string[] = [];
  /** Positions in `cores`, rising, by pair. */
  const byPair = new Map<string, number[]>();
  /** Share of a core's p pairs that the other may lack: of its own q at most all are common, c ≤ q, so that 2c ≥ least·(p + q) gives c ≥ p·least/(2 − least). */
  const lacking = 1 - least / (2 - least);
  return {
    find: (core, accepts) => {
      const lists = characterPairs(core).map((pair) => byPair.get(pair) ?? []);
      lists.sort((a, b) => a.length - b.length);
      const some = lists.slice(0, Math.floor(lists.length * lacking + 1e-9) + 1);
      const candidates = [...new Set(some.flat())].sort((a, b) => a - b);
      for (const at of candidates) {
        const known = cores[at] ?? '';
        if (likeness(known, core) >= least && accepts(known)) return known;
      }
      return undefined;
    },
    add: (core) => {
      const at = cores.push(core) - 1;
      for (const pair of new Set(characterPairs(core))) {
        const list = byPair.get(pair);
        if (list) list.push(at);
        else byPair.set(pair, [at]);
      }
    },
  };
}
