/** More texts than this are not kept: a few sentences' worth. */
const MOST = 512;

/** A pure function of a text that keeps its latest answers: the rules ask the same of one clause many times over. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const found = answer(text);
    if (known.size >= MOST) known.clear();
    known.set(text, found);
    return found;
  };
}
