import { Ajv, type ValidateFunction } from 'ajv';

/** A JSON Schema of a value this program wrote, as far as whoever reads it again relies on it. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const textOrNull: Schema = { type: ['string', 'null'] };
export const number: Schema = { type: 'number' };
export const numberOrNull: Schema = { type: ['number', 'null'] };
export const offset: Schema = { type: 'integer', minimum: 0 };
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
/** An object that has all these fields, and maybe others. */
export const record = (
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});
export const orNull = (schema: Schema): Schema => ({ anyOf: [{ type: 'null' }, schema] });

export const span = record({ start: offset, end: offset });
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
export const note = record(
  { code: text, severity: text, message: text, zh: record({ message: text }) },
  { hint: text },
);

export const fact = record(
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
);
export const honour = record({
  ...finding,
  title: text,
  recipient: textOrNull,
  recipient_kind: text,
  level: text,
  grantor: textOrNull,
  year: textOrNull,
  count: numberOrNull,
});
export const initiative = record({ ...finding, name: text });
export const report = record({
  id: text,
  jurisdiction: text,
  period,
  published: orNull(record({ date: textOrNull, outlet: textOrNull, title: textOrNull })),
  sources: listOf(record({ file: text })),
});
export const jurisdiction = record({
  id: text,
  name: text,
  short: text,
  level: text,
  aliases: listOf(text),
  denominators: { type: 'object' },
});
export const source = record({
  file: text,
  text,
  sha256: text,
  characters: offset,
  repairs: listOf({ type: 'object' }),
  repeats: listOf({ type: 'object' }),
  owners: listOf(record({ report: textOrNull, span, cues: listOf(text), margin: numberOrNull })),
});

/**
 * Checks values against a schema: null when it fits, else where and why not in the validator's words. Compiled when first asked.
 * e.g. `/source/start must be integer`
 */
export function checker(schema: Schema): (value: unknown) => string | null {
  let check: ValidateFunction | undefined;
  return (value) => {
    check ??= new Ajv({ strict: false, allowUnionTypes: true, validateSchema: false }).compile(schema);
    if (check(value)) return null;
    const [error] = check.errors ?? [];
    return `${error?.instancePath ?? ''} ${error?.message ?? 'unlike one'}`.trim();
  };
}
