import type { Fact } from '../../model/finding.js';
import { periodZh } from './period-words.js';

/**
 * Facts to name out of many, in their own order: one of each period, unit, kind and base first, so that what keeps them
 * apart can be seen in those shown; then the others as they come.
 */
export function telling(facts: readonly Fact[], most: number): Fact[] {
  if (facts.length <= most) return [...facts];
  const seen = new Set<string>();
  const first: Fact[] = [];
  const rest: Fact[] = [];
  for (const fact of facts) {
    const key = [periodZh(fact.period), fact.unit, fact.kind, fact.basis, fact.direction].join('\n');
    (seen.has(key) ? rest : first).push(fact);
    seen.add(key);
  }
  const chosen = new Set([...first, ...rest].slice(0, most));
  return facts.filter((fact) => chosen.has(fact));
}
