import { createHash } from 'node:crypto';

/**
 * Remembers results by content: the key holds everything a result depends on, so a hit is the result itself. What two
 * `turn`s in a row did not ask for is forgotten, so that a long preview does not grow.
 */
export class Memo {
  #now: Map<string, unknown>;
  #before = new Map<string, unknown>();
  #made = new Map<string, unknown>();

  /** With results of an earlier run, by key. */
  constructor(known: Iterable<readonly [string, unknown]> = []) {
    this.#now = new Map(known);
  }

  /** The remembered result, or the newly made one. */
  get<T>(key: string, make: () => T): T {
    const hit = this.#now.has(key) ? this.#now.get(key) : this.#before.get(key);
    if (hit !== undefined) {
      this.#now.set(key, hit);
      return hit as T;
    }
    const made = make();
    this.#now.set(key, made);
    this.#made.set(key, made);
    return made;
  }

  /** Begins a new run: what the run before last used is forgotten. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
    this.#made = new Map();
  }

  /** What this run had to make, by key. */
  made(): ReadonlyMap<string, unknown> {
    return this.#made;
  }

  get size(): number {
    return new Set([...this.#now.keys(), ...this.#before.keys()]).size;
  }
}

/** A short name for plain values and bytes: equal values, equal name. */
export function contentKey(...parts: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts)
    hash.update(typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part)).update('\0');
  return hash.digest('base64url');
}
