/** How surely a block belongs to each state: 1 for a clear winner, shared out where the margin is small. */
export function certainty(row: readonly number[]): number[] {
  const top = Math.max(...row);
  const exps = row.map((s) => Math.exp(Math.max(-20, (s - top) / 1)));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}
