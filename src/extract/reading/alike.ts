const NOISE = /[\s“”"'‘’「」『』《》()（）、，,·。:：]/g;

function bigrams(text: string): string[] {
  const c = [...text.replace(NOISE, '')];
  return c.length < 2 ? c : c.slice(1).map((x, i) => `${c[i] ?? ''}${x}`);
}

/** How alike two names are, 0 to 1: Dice's coefficient over pairs of neighbouring characters, quotation marks and spaces aside. */
export function alike(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const pool = new Map<string, number>();
  for (const gram of right) pool.set(gram, (pool.get(gram) ?? 0) + 1);
  let hits = 0;
  for (const gram of left) {
    const n = pool.get(gram) ?? 0;
    if (n > 0) {
      hits++;
      pool.set(gram, n - 1);
    }
  }
  return (2 * hits) / (left.length + right.length);
}
