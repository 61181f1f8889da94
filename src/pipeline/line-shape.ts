import type { ExtractedLine } from './extract-line.js';
import {
  checker,
  fact,
  honour,
  initiative,
  jurisdiction,
  listOf,
  note,
  record,
  report,
  type Schema,
  source,
  span,
  text,
  textOrNull,
} from './shapes.js';

/** What the lines of `extract` look like by their type: as far as a comparison relies on it. */
const SHAPES: Readonly<Record<ExtractedLine['type'], Schema>> = {
  report: record({
    report,
    jurisdiction,
    sources: listOf(source),
    passages: listOf(
      record({ file: text, sourceSpan: span, text, section: textOrNull, words: listOf(text), findings: listOf(text) }),
    ),
    records: listOf(text),
    notes: listOf(note),
  }),
  fact,
  honour,
  initiative,
  refused: record({ notes: listOf(note) }),
};

const checks = new Map(Object.entries(SHAPES).map(([type, schema]) => [type, checker(schema)]));

/**
 * A value as the line of `extract` it is, or in words why it is none. e.g. `no known type`, `/source/start must be integer`
 */
export function asLine(value: unknown): ExtractedLine | string {
  const type = value !== null && typeof value === 'object' && 'type' in value ? value.type : null;
  const check = typeof type === 'string' ? checks.get(type) : undefined;
  return check === undefined ? 'no known type' : (check(value) ?? (value as ExtractedLine));
}
