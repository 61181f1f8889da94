import { Ajv, type ValidateFunction } from 'ajv';
import type { ExtractedLine } from './extract-line.js';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const textOrNull: Schema = { type: ['string', 'null'] };
const number: Schema = { type: 'number' };
const numberOrNull: Schema = { type: ['number', 'null'] };
const offset: Schema = { type: 'integer', minimum: 0 };
const listOf = (items: Schema): Schema => ({ type: 'array', items });
/** An object that has all these fields, and maybe others. */
const record = (
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});
const orNull = (schema: Schema): Schema => ({ anyOf: [{ type: 'null' }, schema] });

const span = record({ start: offset, end: offset });
const period = record({ label: text, from: textOrNull, to: textOrNull });
const finding = {
  id: text,
  report: text,
  jurisdiction: text,
  themes: listOf(text),
  source: record(
    { file: text, start: offset, end: offset, exact: text, line: offset, section: textOrNull },
    { spans: listOf(span), unit: text },
  ),
  mentions: listOf(record({ file: text, start: offset, end: offset })),
  rule: text,
  flags: listOf(text),
};
const note = record({ code: text, severity: text, message: text, zh: record({ message: text }) }, { hint: text });

/** What the lines of `extract` look like by their type: as far as a comparison relies on it. */
const SHAPES: Readonly<Record<ExtractedLine['type'], Schema>> = {
  report: record({
    report: record({
      id: text,
      jurisdiction: text,
      period,
      published: orNull(record({ date: textOrNull, outlet: textOrNull, title: textOrNull })),
      sources: listOf(record({ file: text })),
    }),
    jurisdiction: record({
      id: text,
      name: text,
      short: text,
      level: text,
      aliases: listOf(text),
      denominators: { type: 'object' },
    }),
    sources: listOf(
      record({
        file: text,
        text,
        sha256: text,
        characters: offset,
        repairs: listOf({ type: 'object' }),
        repeats: listOf({ type: 'object' }),
        owners: listOf(record({ report: textOrNull, span, cues: listOf(text), margin: numberOrNull })),
      }),
    ),
    passages: listOf(
      record({ file: text, sourceSpan: span, text, section: textOrNull, words: listOf(text), findings: listOf(text) }),
    ),
    records: listOf(text),
    notes: listOf(note),
  }),
  fact: record(
    {
      ...finding,
      indicator: record({ id: textOrNull, label: text }),
      kind: text,
      value: number,
      value_to: numberOrNull,
      unit: text,
      approx: text,
      direction: text,
      basis: textOrNull,
      period,
      scope: textOrNull,
      bounds: orNull(record({ low: numberOrNull, high: numberOrNull })),
      status: text,
      stage: textOrNull,
      printed: text,
    },
    { parts: listOf(text) },
  ),
  honour: record({
    ...finding,
    title: text,
    recipient: textOrNull,
    recipient_kind: text,
    level: text,
    grantor: textOrNull,
    year: textOrNull,
    count: numberOrNull,
  }),
  initiative: record({ ...finding, name: text }),
  refused: record({ notes: listOf(note) }),
};

const checks = new Map<string, ValidateFunction>();

/**
 * A value as the line of `extract` it is, or in words why it is none. e.g. `no known type`, `/source/start must be integer`
 */
export function asLine(value: unknown): ExtractedLine | string {
  const type = value !== null && typeof value === 'object' && 'type' in value ? value.type : null;
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return 'no known type';
  let check = checks.get(type);
  if (check === undefined) {
    const schema = SHAPES[type as ExtractedLine['type']];
    check = new Ajv({ strict: false, allowUnionTypes: true, validateSchema: false }).compile(schema);
    checks.set(type, check);
  }
  if (check(value)) return value as ExtractedLine;
  const [error] = check.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? 'unlike one'}`.trim();
}
