import { TemplateError } from './template-error.js';
import type { TemplateSet } from './template-set.js';

export type Lang = 'zh-CN' | 'en';
export type Arguments = Readonly<Record<string, string | number>>;
/** The words of the brief in one language: `say('who.caption', { n: 6 })`; an unknown key is an error that names it. */
export type Say = (key: string, args?: Arguments) => string;

/** Words that are not there: the template's fault where a template asks for them, else that of the file of words. */
export class WordsError extends Error {
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
    this.name = 'WordsError';
  }
}

/** Runs what asks for words outside any template: what is missing is missing in the file of words. */
export function wordsAsked<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof WordsError) throw new TemplateError(error.file, error.line, error.reason);
    throw error;
  }
}

/**
 * Reads `messages.<lang>.json` of the template set: one flat object, `{name}` stands for an argument. With `{n|one|many}`
 * the English can tell one from many. Throws when the file is missing or is no such object, and for unknown keys and arguments.
 */
export function messages(templates: TemplateSet, lang: Lang): Say {
  const file = `messages.${lang}.json`;
  const source = templates[file];
  if (source === undefined)
    throw new TemplateError(file, null, 'found no such file among the templates, expected the words of the brief');
  const parsed = parsedJson(source, file);
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    throw new TemplateError(file, 1, 'expected one object of words');
  const words = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value !== 'string')
      throw new TemplateError(file, lineOf(source, key), `found ${typeof value} at ${key}, expected a text`);
    words.set(key, value);
  }
  return (key, args = {}) => {
    const pattern = words.get(key);
    if (pattern === undefined) throw new WordsError(file, null, `found no words for "${key}"`);
    if (!pattern.includes('{')) return pattern;
    return pattern.replace(
      /\{([a-z]{1,20})(?:\|([^{}|]{0,60})\|([^{}|]{0,60}))?\}/g,
      (_, name: string, one?: string, many?: string) => {
        if (!Object.hasOwn(args, name))
          throw new WordsError(file, lineOf(source, key), `"${key}" asks for {${name}}, which is not given`);
        const value = args[name] ?? '';
        return one === undefined ? String(value) : String(value) === '1' ? one : (many ?? '');
      },
    );
  };
}

function parsedJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const { message } = error as Error;
    const at = /at position ([0-9]{1,9})/.exec(message)?.[1];
    const line = at === undefined ? null : source.slice(0, Number(at)).split('\n').length;
    throw new TemplateError(file, line, `found no JSON (${message.split('\n')[0] ?? ''})`);
  }
}

/** Where a key stands, as far as looking for it tells. */
function lineOf(source: string, key: string): number | null {
  const at = source.indexOf(JSON.stringify(key));
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}
