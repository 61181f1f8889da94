import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Document, isMap, isPair, isScalar, LineCounter, type Node } from 'yaml';
import type { Note, Noted, Place, Wording } from '../model/note.js';
import { parseBounded, YamlTooMuch } from './bounded-yaml.js';
import { aliasInItself, aliasTrouble, CIRCLE, firstAlias } from './yaml-aliases.js';
import { schemaReasonZh, yamlReasonZh } from './yaml-words.js';

/** A JSON Schema (draft 7) as a value. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A YAML file that has been read and checked; `placeOf` finds a key or value again for later checks. */
export interface CheckedYaml<T> {
  readonly data: T;
  /** Place of the node at `path`, e.g. ['reports', 0, 'id']; with `key` true, of the key rather than its value. */
  readonly placeOf: (path: readonly (string | number)[], key?: boolean) => Place;
}

/** Longest file, in characters: a corpus of 10,000 reports has about a million. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
/**
 * Parses YAML and checks it against a schema. Every error names file, line, column and key; several are gathered.
 * Bounded in time and memory: a “billion laughs” file, an alias inside what it stands for, and what is too long, too deep or has too many
 * keys in one mapping are refused instead of eaten.
 */
export function parseCheckedYaml<T>(text: string, file: string, schema: JsonSchema): Noted<CheckedYaml<T> | null> {
  const refused = (place: Place, wording: Wording): Noted<null> => ({
    value: null,
    notes: [{ code: 'corpus/yaml', severity: 'error', ...wording, place }],
  });
  if (text.length > MAX_CHARACTERS)
    return refused(
      { file, line: 1 },
      {
        message: `found ${text.length} characters, expected at most ${MAX_CHARACTERS}`,
        hint: 'divide the corpus; for very many reports there is duizhao extract',
        zh: {
          message: `发现 ${text.length} 个字符，应为至多 ${MAX_CHARACTERS} 个`,
          hint: '请拆分语料；报告极多时可用 duizhao extract',
        },
      },
    );
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const start = lines.lineStarts[line - 1] ?? 0;
    const excerpt = text.slice(start, start + 400).split(/\r?\n/, 1)[0] ?? '';
    return { file, line, column: col, excerpt };
  };
  let doc: Document.Parsed;
  try {
    doc = parseBounded(text, lines);
  } catch (error) {
    if (!(error instanceof YamlTooMuch)) throw error;
    return refused(at(error.offset), {
      message: `found YAML that cannot be read (${error.message}), expected valid YAML`,
      hint: 'look at what stands before this place',
      zh: { message: `发现无法读取的 YAML（${error.message}），应为有效的 YAML`, hint: '请检查这一处之前的内容' },
    });
  }
  if (doc.errors.length > 0) {
    const notes = doc.errors.slice(0, 20).map((error): Note => {
      const reason = error.message.split('\n')[0] ?? error.code;
      return {
        code: 'corpus/yaml',
        severity: 'error',
        message: `found YAML that cannot be read (${reason}), expected valid YAML`,
        place: at(error.pos[0]),
        hint: 'check indentation, colons and quotation marks on this line',
        zh: {
          message: `发现无法读取的 YAML：${yamlReasonZh(error.code, reason)}，应为有效的 YAML`,
          hint: '请检查这一行的缩进、冒号和引号',
        },
      };
    });
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

  const circle = text.includes('*') ? aliasInItself(doc) : null;
  if (circle !== null) return refused(at(circle), CIRCLE);
  let data: unknown;
  try {
    data = doc.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const { name, wording } = aliasTrouble(error as Error);
    return refused(at(firstAlias(doc, name)), wording);
  }
  return checked<T>(data, placeOf, schema);
}

/** Checks a value that was read already, as JSON for one. Several errors are gathered. */
export function checked<T>(
  data: unknown,
  placeOf: CheckedYaml<T>['placeOf'],
  schema: JsonSchema,
): Noted<CheckedYaml<T> | null> {
  const check = checkerOf(schema);
  if (check(data)) return { value: { data: data as T, placeOf }, notes: [] };
  return { value: null, notes: (check.errors ?? []).slice(0, 20).map((error) => toNote(error, placeOf)) };
}

/** Compiling a schema takes longer than checking a file with it, and a lexicon has nine files. */
const checkers = new WeakMap<JsonSchema, ValidateFunction>();

function checkerOf(schema: JsonSchema): ValidateFunction {
  const known = checkers.get(schema);
  if (known) return known;
  const made = new Ajv({ allErrors: true, strict: false, verbose: true, validateSchema: false }).compile(schema);
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
  const whereZh = path.length === 0 ? '文件' : ` ${path.join('.')} `;
  const found = JSON.stringify(error.data)?.slice(0, 60) ?? 'nothing';
  const note = (place: Place, wording: Wording): Note => ({
    code: 'corpus/schema',
    severity: 'error',
    ...wording,
    place,
  });
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return note(placeOf([...path, key], true), {
        message: `found the unknown key “${key}” in ${where}, expected one of ${known.join(', ')}`,
        hint: `remove “${key}” or correct its spelling`,
        zh: {
          message: `发现${whereZh}中有未知的键“${key}”，应为 ${known.join('、')} 之一`,
          hint: `请删去“${key}”或改正拼写`,
        },
      });
    }
    case 'required': {
      const key = String(error.params.missingProperty);
      return note(placeOf(path), {
        message: `found no “${key}” in ${where}, expected one`,
        hint: `add “${key}: …”`,
        zh: { message: `发现${whereZh}中没有“${key}”，应为有`, hint: `请添加“${key}: …”` },
      });
    }
    case 'enum': {
      const words = error.params.allowedValues as unknown[];
      return note(placeOf(path), {
        message: `found ${found} as ${where}, expected one of ${words.join(', ')}`,
        hint: 'use one of these words',
        zh: { message: `发现${whereZh}为 ${found}，应为 ${words.join('、')} 之一`, hint: '请使用其中一个词' },
      });
    }
    case 'pattern': {
      const isId = where.endsWith('id');
      return note(placeOf(path), {
        message: `found ${found} as ${where}, expected a text like ${error.params.pattern}`,
        hint: isId ? 'ids are small Latin letters, digits and hyphens' : 'write dates as YYYY-MM-DD',
        zh: {
          message: `发现${whereZh}为 ${found}，应为符合 ${error.params.pattern} 的文字`,
          hint: isId ? '请只用小写拉丁字母、数字和连字符' : '请把日期写成 YYYY-MM-DD',
        },
      });
    }
    default: {
      const isType = error.keyword === 'type';
      return note(placeOf(path), {
        message: `found ${found} as ${where}, expected ${isType ? String(error.params.type) : `a value that ${error.message ?? 'fits the schema'}`}`,
        hint: 'correct the value',
        zh: {
          message: `发现${whereZh}为 ${found}，应为 ${isType ? typeZh(String(error.params.type)) : `${schemaReasonZh(error.keyword, error.params.limit) ?? `符合格式的值（${error.message ?? 'schema'}）`}`}`,
          hint: '请改正这个值',
        },
      });
    }
  }
}

function typeZh(types: string): string {
  const words: Readonly<Record<string, string>> = {
    string: '文字',
    number: '数字',
    integer: '整数',
    boolean: 'true 或 false',
    array: '列表',
    object: '键值表',
    null: '空',
  };
  return types
    .split(',')
    .map((type) => words[type] ?? type)
    .join('或');
}
