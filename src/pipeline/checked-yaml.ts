import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Note, Noted, Place, Wording } from '../model/note.js';
import { schemaReasonZh, yamlReasonZh } from './yaml-words.js';

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

  let data: unknown;
  try {
    data = doc.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { value: null, notes: [aliasNote(error as Error, file)] };
  }
  const check = checkerOf(schema);
  if (!check(data)) {
    const notes = (check.errors ?? []).slice(0, 20).map((error) => toNote(error, placeOf));
    return { value: null, notes };
  }
  return { value: { data: data as T, placeOf }, notes: [] };
}

/** What goes wrong when references are followed: one that points nowhere, or far too many. */
function aliasNote(error: Error, file: string): Note {
  const name = /^Unresolved alias.*: (\S{1,80})/.exec(error.message)?.[1];
  const shared = { code: 'corpus/yaml', severity: 'error', place: { file, line: 1 } } as const;
  if (name === undefined)
    return {
      ...shared,
      message: `found ${error.message}, expected at most 100 expanded aliases`,
      hint: 'write the repeated part out',
      zh: {
        message: `发现引用展开太多（${error.message}），应为至多展开 100 个别名`,
        hint: '请把重复的部分直接写出来',
      },
    };
  return {
    ...shared,
    message: `found the alias *${name} without an anchor &${name} before it, expected one`,
    hint: `put “*${name}” in quotation marks if it is a text`,
    zh: { message: `发现引用 *${name}，而前面没有锚点 &${name}，应为有`, hint: `请在 *${name} 本是文字时加上引号` },
  };
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
