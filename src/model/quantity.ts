import type { Approx, Bounds } from './finding.js';
import type { Span } from './span.js';

/**
 * How a quantity is written. `level` is a plain number with a unit; the others say what the number means by itself:
 * `percent` 30.4%, 30.4个百分点 is `point`; `fraction` 三分之一; `tenth` 两成; `multiple` 3.2倍, 翻一番; `range` 3%至5%;
 * `rank` 第1, 第一名; `streak` 连续6年, 六连冠; `occurrence` 第四次; `zero` 零发案 (a zero word, no digit).
 */
export type QuantityForm =
  | 'level'
  | 'percent'
  | 'point'
  | 'fraction'
  | 'tenth'
  | 'multiple'
  | 'rank'
  | 'streak'
  | 'occurrence'
  | 'zero';

/** A number with its unit and approximator as it stands in the repaired text, before anybody asks what it counts. */
export interface Quantity {
  /** All of it: approximator, number, unit (近150亿元, 1800余件, 30%以上). Repaired text. */
  readonly repairedSpan: Span;
  /** The numeral alone. */
  readonly numberSpan: Span;
  readonly form: QuantityForm;
  /** Normalised; percentages as 30.4, tenths as 20 (两成 → 20 %), fractions as percentages, 翻一番 → 2. */
  readonly value: number;
  /** Upper end of a range, else null. */
  readonly valueTo: number | null;
  /** Unit id as in lexicon/units.yaml, else the measure word as written; '%' for percent, fraction and tenth; '倍'; '个百分点'. */
  readonly unit: string;
  readonly approx: Approx;
  readonly bounds: Bounds | null;
  /** As printed (repaired text of `repairedSpan`). */
  readonly printed: string;
  readonly flags: readonly string[];
  /** The pattern that made it, e.g. `quantity/percent`. */
  readonly rule: string;
}
