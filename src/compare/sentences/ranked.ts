import type { Row } from '../../model/comparison.js';
import type { Fact } from '../../model/finding.js';
import { changeDirection } from '../../text/direction-word.js';

/** Facts in an order that may be said, and by what. */
export interface Ranked {
  readonly facts: readonly Fact[];
  /** `level`: from high to low; `down`/`up`: the larger fall or rise first. */
  readonly by: 'level' | 'down' | 'up';
}

/**
 * The facts of a row in an order that may be put into words; null where none may. The row must have been given an order;
 * it is checked once more here that all are of one sign, that no two figures can be equal, and that one fact stands for
 * each place, so that no slip elsewhere makes a ranking.
 */
export function ranked(row: Row, facts: ReadonlyMap<string, Fact>): Ranked | null {
  if (row.order === null || row.verdict !== 'comparable' || row.polarity === 'ambiguous') return null;
  const list = row.order.flatMap((id) => facts.get(id) ?? []);
  if (list.length < 2 || list.length !== row.order.length) return null;
  if (new Set(list.map((fact) => fact.jurisdiction)).size !== list.length) return null;
  const first = list[0];
  if (first === undefined || list.some((fact) => fact.status !== 'actual')) return null;
  const by = changeDirection(first);
  if (list.some((fact) => changeDirection(fact) !== by)) return null;
  const sorted = [...list].sort((a, b) => b.value - a.value);
  for (const [i, fact] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && lowest(fact) <= highest(next)) return null;
  }
  return { facts: sorted, by: by === 'none' ? 'level' : by };
}

function lowest({ bounds, value, approx }: Fact): number {
  return bounds === null
    ? approx === 'exact'
      ? value
      : Number.NEGATIVE_INFINITY
    : (bounds.low ?? Number.NEGATIVE_INFINITY);
}

function highest({ bounds, value, approx }: Fact): number {
  return bounds === null
    ? approx === 'exact'
      ? value
      : Number.POSITIVE_INFINITY
    : (bounds.high ?? Number.POSITIVE_INFINITY);
}

/** Whether two of the facts could be equal as far as their wording goes. */
export function overlap(facts: readonly Fact[]): boolean {
  return facts.some((a, i) => facts.slice(i + 1).some((b) => lowest(a) <= highest(b) && lowest(b) <= highest(a)));
}
