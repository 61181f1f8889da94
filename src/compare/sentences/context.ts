import type { Row } from '../../model/comparison.js';
import type { Fact, Honour } from '../../model/finding.js';
import type { CompareInput } from '../input.js';

/** What the sentences are made from. */
export interface SentenceContext {
  readonly input: CompareInput;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly honours: ReadonlyMap<string, Honour>;
  readonly rows: ReadonlyMap<string, Row>;
  /** Short name of a jurisdiction. */
  short(id: string): string;
}

export function sentenceContext(input: CompareInput): SentenceContext {
  const shorts = new Map(input.jurisdictions.map(({ id, short }) => [id, short]));
  return {
    input,
    facts: new Map(input.facts.map((fact) => [fact.id, fact])),
    honours: new Map(input.honours.map((honour) => [honour.id, honour])),
    rows: new Map(input.rows.map((row) => [row.id, row])),
    short: (id) => shorts.get(id) ?? id,
  };
}
