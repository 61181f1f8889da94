import type { HonourLevel, RecipientKind } from '../../model/finding.js';
import type { Span } from '../../model/span.js';

/** One honour as found at one place; spans index the repaired text. */
export interface FoundHonour {
  readonly title: string;
  /** Empty where the text names nobody: a part of a total (其中国家级3项). */
  readonly recipient: string;
  readonly kind: RecipientKind;
  readonly level: HonourLevel;
  readonly grantor: string | null;
  readonly year: string | null;
  readonly count: number | null;
  readonly span: Span;
  readonly key: Span;
  readonly rule: string;
  readonly flags: readonly string[];
  /** The clause, for its theme. */
  readonly clause: string;
  /** False where the recipient was supplied, not read. */
  readonly named: boolean;
}
