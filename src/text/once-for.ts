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
