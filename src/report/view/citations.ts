import type { EvidenceEntry } from '../../model/comparison.js';
import type { Say } from '../messages.js';
import type { Cite } from '../typeset.js';

/** A place of the brief that uses a piece of evidence. */
export interface Use {
  readonly id: string;
  /** e.g. `表2` */
  readonly where: string;
}

/**
 * Hands out evidence markers and remembers where each stands, so that the index can lead back. The first marker of evidence 17
 * has the id `r17`, the next `r17-2`.
 */
export class Citations {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly used = new Map<string, Use[]>();
  private readonly lost: string[] = [];

  constructor(
    evidence: readonly EvidenceEntry[],
    private readonly say: Say,
  ) {
    this.numbers = new Map(evidence.map((entry) => [entry.finding, entry.number]));
  }

  /** The marker for a finding; empty, and remembered as missing, when the evidence does not list it. */
  cite(finding: string, where: string): readonly Cite[] {
    const number = this.numbers.get(finding);
    if (number === undefined) {
      this.lost.push(finding);
      return [];
    }
    const uses = this.used.get(finding) ?? [];
    const id = uses.length === 0 ? `r${number}` : `r${number}-${uses.length + 1}`;
    this.used.set(finding, [...uses, { id, where }]);
    return [{ number, id, label: this.say('evidence.label', { n: number }) }];
  }

  uses(finding: string): readonly Use[] {
    return this.used.get(finding) ?? [];
  }

  /** Findings that were stated without evidence; should be empty. */
  get missing(): readonly string[] {
    return this.lost;
  }
}
