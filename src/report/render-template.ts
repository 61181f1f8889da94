import Handlebars, { type HelperDelegate } from 'handlebars';
import { helpers } from './helpers.js';
import { Markup } from './markup.js';
import type { Say } from './messages.js';
import { TemplateError } from './template-error.js';
import type { TemplateSet } from './template-set.js';

export { TemplateError };

/** What the page's Content-Security-Policy does not keep in. e.g. <meta http-equiv="refresh" …>, <link rel="preconnect" …> */
const REACHES_OUT = /<link\b|<base\b|http-equiv\s{0,8}=\s{0,8}["']?\s{0,8}refresh/i;

type Compiled = (context: unknown, options?: object) => string;

function lineOf(error: unknown): number | null {
  if (error === null || typeof error !== 'object') return null;
  const { lineNumber, hash } = error as { lineNumber?: unknown; hash?: { line?: unknown } };
  if (typeof lineNumber === 'number') return lineNumber;
  if (typeof hash?.line === 'number') return hash.line + 1;
  const message = error instanceof Error ? /^Parse error on line ([0-9]{1,7}):/.exec(error.message)?.[1] : undefined;
  return message === undefined ? null : Number(message);
}

/** A helper whose errors know the line they come from. */
function placed(run: HelperDelegate): HelperDelegate {
  return function (this: unknown, ...args: unknown[]) {
    try {
      return run.apply(this, args as Parameters<HelperDelegate>);
    } catch (error) {
      const options = args.at(-1) as { loc?: { start?: { line?: number } } } | undefined;
      const line = options?.loc?.start?.line;
      if (error instanceof Error && !(error instanceof TemplateError) && line !== undefined && lineOf(error) === null)
        Object.assign(error, { lineNumber: line });
      throw error;
    }
  };
}

/** What a view's objects inherit, and nothing else. Handlebars writes the object into its message. */
const nothing: object = Object.create(null, { [Symbol.toPrimitive]: { value: () => 'the view' } });

/** A copy without prototypes, so that `constructor` and its like are missing fields as any other. */
function ownOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownOnly);
  if (value === null || typeof value !== 'object' || value instanceof Markup) return value;
  // copied with its shape: an object that begins without a prototype is a hash table, several times slower to read
  const bare: Record<string, unknown> = { ...value };
  for (const key of Object.keys(bare)) {
    const entry = bare[key];
    if (typeof entry === 'object') bare[key] = ownOnly(entry);
  }
  return Object.setPrototypeOf(bare, nothing);
}

function stamped(template: string, error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const reason = error instanceof Error ? error.message.replace(/ - [0-9]{1,7}:[0-9]{1,7}$/, '') : String(error);
  return new TemplateError(template, lineOf(error), reason);
}

/** Fills `<name>.hbs`; every other `.hbs` of the set is a partial under its file name. */
export type RenderTemplate = (name: string, view: object, templates: TemplateSet, say: Say) => string;

/**
 * A `RenderTemplate` that compiles a template again only when its text changed. Strict: a field the view does not have is a
 * TemplateError with template and line, as are unknown helpers and partials. Only own properties are read.
 */
export function templateRenderer(): RenderTemplate {
  const engine = Handlebars.create();
  // parts of the view that are the same as last time
  const known = new WeakMap<object, unknown>();
  const bareView = (view: object): unknown => {
    const parts = Object.entries(view).map(([key, part]) => {
      if (part === null || typeof part !== 'object') return [key, part];
      if (!known.has(part)) known.set(part, ownOnly(part));
      return [key, known.get(part)];
    });
    return Object.setPrototypeOf(Object.fromEntries(parts), nothing);
  };
  let compiled = new Map<string, { readonly source: string; readonly run: Compiled }>();
  return (name, view, templates, say) => {
    const own = Object.entries(helpers(say));
    for (const [helper, run] of own) engine.registerHelper(helper, placed(run));
    const before = compiled;
    compiled = new Map();
    for (const [file, source] of Object.entries(templates)) {
      if (!file.endsWith('.hbs')) continue;
      const same = before.get(file);
      const run = same?.source === source ? same.run : compile(file, source, { engine, helpers: own });
      compiled.set(file, { source, run });
      engine.registerPartial(partialName(file), run as Handlebars.Template);
    }
    for (const file of before.keys()) if (!compiled.has(file)) engine.unregisterPartial(partialName(file));
    const main = compiled.get(`${name}.hbs`);
    if (main === undefined) throw new TemplateError(`${name}.hbs`, null, 'found no such template in the set');
    return main.run(bareView(view), { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
  };
}

/** Fills a template once. */
export const renderTemplate: RenderTemplate = (...asked) => templateRenderer()(...asked);

const partialName = (file: string): string => file.slice(0, -'.hbs'.length);

/** A template whose errors say where they come from. Handlebars itself compiles it when it is first run. */
function compile(
  file: string,
  source: unknown,
  { engine, helpers: own }: { readonly engine: typeof Handlebars; readonly helpers: readonly [string, unknown][] },
): Compiled {
  if (typeof source !== 'string') throw new TemplateError(file, null, 'expected source text');
  const reach = REACHES_OUT.exec(source);
  if (reach !== null)
    throw new TemplateError(
      file,
      source.slice(0, reach.index).split('\n').length,
      `found ${reach[0]}, which asks for something from outside; the brief is one file that asks for nothing`,
    );
  let template: Compiled;
  try {
    Handlebars.parse(source);
    template = engine.compile(source, {
      strict: true,
      preventIndent: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(own.map(([helper]) => [helper, true])),
    }) as Compiled;
  } catch (error) {
    throw stamped(file, error);
  }
  return (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      throw stamped(file, error);
    }
  };
}
