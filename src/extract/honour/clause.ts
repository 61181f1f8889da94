import type { Span } from '../../model/span.js';
import type { Reading } from './recipients.js';

/** The clause of the sentence that holds an offset of the passage; the sentence where none does. */
export function clauseAt(offset: number, reading: Reading): Span {
  const { sentence } = reading;
  return sentence.clauses.find((c) => c.start <= offset && offset < c.end) ?? sentence;
}
