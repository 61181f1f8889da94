/** An exact decimal number: `coefficient` × 10^`exponent`. Printed figures are decimal; binary fractions are not. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

export const decimal = (coefficient: bigint, exponent: number): Decimal => ({ coefficient, exponent });

/** The decimal times 10^`power`. */
export const shifted = (d: Decimal, power: number): Decimal => decimal(d.coefficient, d.exponent + power);

/** The coefficient of `d` at a lower (or equal) exponent. */
const at = (d: Decimal, exponent: number): bigint => d.coefficient * 10n ** BigInt(d.exponent - exponent);

export function plus(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return decimal(at(a, exponent) + at(b, exponent), exponent);
}

export const times = (a: Decimal, b: Decimal): Decimal =>
  decimal(a.coefficient * b.coefficient, a.exponent + b.exponent);

/** The nearest double, e.g. 43.12 × 10^4 → 431200 with nothing after the point. */
export const toNumber = (d: Decimal): number => Number(`${d.coefficient}e${d.exponent}`);

/** The decimal a double prints as. */
export function fromNumber(value: number): Decimal {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`decimal: found ${value}, expected a finite number`);
  const fraction = match[2] ?? '';
  return decimal(BigInt(`${match[1]}${fraction}`), Number(match[3] ?? 0) - fraction.length);
}

/** The unit of the last digit that is not zero: 1800 → 100, 43.12 → 0.01; 1 for zero. */
export function stepOf(d: Decimal): Decimal {
  if (d.coefficient === 0n) return decimal(1n, 0);
  let { coefficient, exponent } = d;
  while (coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return decimal(1n, exponent);
}
