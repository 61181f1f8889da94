/** Two-sided 95 % quantile of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * Wilson's score interval for a share (Wilson 1927, JASA 22: 209–212; recommended for small samples by Brown, Cai & DasGupta
 * 2001). `n` need not be whole: for weighted data it is the effective sample size. With no more than nothing in the sample nothing is known: [0, 1].
 */
export function wilson(share: number, n: number, z = Z95): { readonly low: number; readonly high: number } {
  if (!(n > 1e-9)) return { low: 0, high: 1 };
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // Rounding must not put the estimate outside its own interval at the ends.
  return { low: Math.min(share, Math.max(0, centre - half)), high: Math.max(share, Math.min(1, centre + half)) };
}
