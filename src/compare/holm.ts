/**
 * Two-sided p-value of a standard normal z. Complementary error function after Abramowitz & Stegun 7.1.26
 * (absolute error below 1.5e-7), plenty for a decision at 5 %.
 */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, poly * Math.exp(-x * x));
}

/**
 * Holm's step-down adjustment (Holm 1979, Scand. J. Statist. 6: 65–70): holds the chance of even one false departure among
 * all cells at the level, whatever the dependence between them. Returns adjusted p-values in the order given.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p || a.i - b.i);
  const adjusted = pValues.map(() => 1);
  let floor = 0;
  for (const [rank, { p, i }] of order.entries()) {
    floor = Math.max(floor, Math.min(1, p * (pValues.length - rank)));
    adjusted[i] = floor;
  }
  return adjusted;
}
