import { type NameKeys, sameName } from './practice-names.js';

/** Practices by their names' keys, so that a new name is held only against names that have a key in common with it. */
export interface NameIndex {
  /** The lowest number of a practice one of whose names is the same as this one by `sameName`; undefined for none. */
  readonly find: (keys: NameKeys) => number | undefined;
  readonly add: (keys: NameKeys, practice: number) => void;
}

export function nameIndex(): NameIndex {
  const byKey = new Map<string, { readonly keys: NameKeys; readonly practice: number }[]>();
  const known = new Set<string>();
  const keysOf = ({ full, stem, core }: NameKeys): string[] => [...new Set([full, stem, core ?? full])];
  return {
    find: (keys) => {
      const like = keysOf(keys).flatMap((key) => byKey.get(key) ?? []);
      const same = like.filter((other) => sameName(other.keys, keys)).map(({ practice }) => practice);
      return same.length === 0 ? undefined : Math.min(...same);
    },
    add: (keys, practice) => {
      const entry = JSON.stringify([keys, practice]);
      if (known.has(entry)) return;
      known.add(entry);
      for (const key of keysOf(keys)) {
        const list = byKey.get(key);
        if (list) list.push({ keys, practice });
        else byKey.set(key, [{ keys, practice }]);
      }
    },
  };
}
