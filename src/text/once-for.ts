/**
 * A pure function of an object — a lexicon, a document — that is worked out once and kept as long as the object lives: the same object gives
 * the same answer, to be read only. The object must not change.
 */
export function onceFor<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (of) => {
    const old = known.get(of);
    if (old) return old.answer;
    const answer = work(of);
    known.set(of, { answer });
    return answer;
  };
}

/**
 * As `onceFor`, for a function of a list of objects: while the list holds the very same objects in the same order, the answer is the same one. One
 * answer is kept for each first object; for the empty list none.
 */
export function onceForAll<K extends object, T>(work: (of: readonly K[]) => T): (of: readonly K[]) => T {
  const known = new WeakMap<K, { readonly of: readonly K[]; readonly answer: T }>();
  return (of) => {
    const [first] = of;
    if (first === undefined) return work(of);
    const old = known.get(first);
    if (old?.of.length === of.length && old.of.every((one, at) => one === of[at])) return old.answer;
    const answer = work(of);
    known.set(first, { of, answer });
    return answer;
  };
}
