import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Note, Noted, Place } from '../model/note.js';

/** A JSON Schema (draft 7) as a value. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A YAML file that has been read and checked; `placeOf` finds a key or value again for later checks. */
export interface CheckedYaml<T> {
  readonly data: T;
  /** Place of the node at `path`, e.g. ['reports', 0, 'id']; with `key` true, of the key rather than its value. */
  readonly placeOf: (path: readonly (string | number)[], key?: boolean) => Place;
}

/**
 * Parses YAML and checks it against a schema. Every error names file, line, column and key; several are gathered.
 * Aliases are limited (yaml's own guard), so a “billion laughs” file is refused instead of eaten.
 */
export function parseCheckedYaml<T>(text: string, file: string, schema: JsonSchema): Noted<CheckedYaml<T> | null> {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const start = lines.lineStarts[line - 1] ?? 0;
    const excerpt = text.slice(start, start + 400).split(/\r?\n/, 1)[0] ?? '';
    return { file, line, column: col, excerpt };
  };
  if (doc.errors.length > 0) {
    const notes = doc.errors.slice(0, 20).map(
      (error): Note => ({
        code: 'corpus/yaml',
        severity: 'error',
        message: `found YAML that cannot be read (${error.message.split('\n')[0] ?? error.code}), expected valid YAML`,
        place: at(error.pos[0]),
        hint: 'check indentation, colons and quotation marks on this line',
      }),
    );
    return { value: null, notes };
  }
  const placeOf = (path: readonly (string | number)[], key = false): Place => {
    let node: Node | null | undefined = doc.contents;
    let found: Node | null | undefined = node;
    for (const [i, step] of path.entries()) {
      if (isMap(node)) {
        const pair: unknown = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
        );
        if (!isPair(pair)) break;
        found = (i === path.length - 1 && key ? pair.key : (pair.value ?? pair.key)) as Node;
        node = pair.value as Node | null;
      } else {
        const next: unknown = doc.getIn(path.slice(0, i + 1), true);
        if (!next) break;
        node = next as Node;
        found = node;
      }
    }
    const offset = found?.range?.[0];
    return offset === undefined ? { file, line: 1, column: 1 } : at(offset);
  };

  let data: unknown;
  try {
    data = doc.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `found ${(error as Error).message}, expected at most 100 expanded aliases`;
    return {
      value: null,
      notes: [
        {
          code: 'corpus/yaml',
          severity: 'error',
          message,
          place: { file, line: 1 },
          hint: 'write the repeated part out',
        },
      ],
    };
  }
  const check = checkerOf(schema);
  if (!check(data)) {
    const notes = (check.errors ?? []).slice(0, 20).map((error) => toNote(error, placeOf));
    return { value: null, notes };
  }
  return { value: { data: data as T, placeOf }, notes: [] };
}

/** Compiling a schema takes longer than checking a file with it, and a lexicon has nine files. */
const checkers = new WeakMap<JsonSchema, ValidateFunction>();

function checkerOf(schema: JsonSchema): ValidateFunction {
  const known = checkers.get(schema);
  if (known) return known;
  const made = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema);
  checkers.set(schema, made);
  return made;
}

function toNote(error: ErrorObject, placeOf: CheckedYaml<unknown>['placeOf']): Note {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const where = path.length === 0 ? 'the file' : path.join('.');
  const found = JSON.stringify(error.data)?.slice(0, 60) ?? 'nothing';
  const note = (message: string, place: Place, hint: string): Note => ({
    code: 'corpus/schema',
    severity: 'error',
    message,
    place,
    hint,
  });
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return note(
        `found the unknown key “${key}” in ${where}, expected one of ${known.join(', ')}`,
        placeOf([...path, key], true),
        `remove “${key}” or correct its spelling`,
      );
    }
    case 'required':
      return note(
        `found no “${error.params.missingProperty}” in ${where}, expected one`,
        placeOf(path),
        `add “${error.params.missingProperty}: …”`,
      );
    case 'enum':
      return note(
        `found ${found} as ${where}, expected one of ${(error.params.allowedValues as unknown[]).join(', ')}`,
        placeOf(path),
        'use one of these words',
      );
    case 'pattern':
      return note(
        `found ${found} as ${where}, expected a text like ${error.params.pattern}`,
        placeOf(path),
        where.endsWith('id') ? 'ids are small Latin letters, digits and hyphens' : 'write dates as YYYY-MM-DD',
      );
    case 'type':
      return note(
        `found ${found} as ${where}, expected ${String(error.params.type)}`,
        placeOf(path),
        'correct the value',
      );
    default:
      return note(
        `found ${found} as ${where}, expected a value that ${error.message ?? 'fits the schema'}`,
        placeOf(path),
        'correct the value',
      );
  }
}
