import type { TemplateSet } from './template-set.js';

export type Lang = 'zh-CN' | 'en';
export type Arguments = Readonly<Record<string, string | number>>;
/** The words of the brief in one language: `say('who.caption', { n: 6 })`; an unknown key is an error that names it. */
export type Say = (key: string, args?: Arguments) => string;

/**
 * Reads `messages.<lang>.json` of the template set: one flat object, `{name}` stands for an argument. With `{n|one|many}`
 * the English can tell one from many. Throws when the file is missing or is no such object, and for unknown keys and arguments.
 */
export function messages(templates: TemplateSet, lang: Lang): Say {
  const file = `messages.${lang}.json`;
  const source = templates[file];
  if (source === undefined)
    throw new Error(`${file}: found no such file among the templates, expected the words of the brief`);
  const parsed: unknown = JSON.parse(source);
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    throw new Error(`${file}: expected one object of words`);
  const words = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value !== 'string') throw new Error(`${file}: found ${typeof value} at ${key}, expected a text`);
    words.set(key, value);
  }
  return (key, args = {}) => {
    const pattern = words.get(key);
    if (pattern === undefined) throw new Error(`${file}: found no words for "${key}"`);
    return pattern.replace(
      /\{([a-z]{1,20})(?:\|([^{}|]{0,60})\|([^{}|]{0,60}))?\}/g,
      (_, name: string, one?: string, many?: string) => {
        if (!Object.hasOwn(args, name)) throw new Error(`${file}: "${key}" asks for {${name}}, which is not given`);
        const value = args[name] ?? '';
        return one === undefined ? String(value) : String(value) === '1' ? one : (many ?? '');
      },
    );
  };
}
