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

/** The view without prototypes, so that `constructor` and its like are missing fields as any other. */
function ownOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownOnly);
  if (value === null || typeof value !== 'object' || value instanceof Markup) return value;
  const bare: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of Object.entries(value)) bare[key] = ownOnly(entry);
  // Handlebars writes the object into its message
  Object.defineProperty(bare, Symbol.toPrimitive, { value: () => 'the view' });
  return bare;
}

function stamped(template: string, error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const reason = error instanceof Error ? error.message.replace(/ - [0-9]{1,7}:[0-9]{1,7}$/, '') : String(error);
  return new TemplateError(template, lineOf(error), reason);
}

/**
 * Fills `<name>.hbs`; every other `.hbs` of the set is a partial under its file name. Strict: a field the view does not have is a
 * TemplateError with template and line, as are unknown helpers and partials. Only own properties are read.
 */
export function renderTemplate(name: string, view: object, templates: TemplateSet, say: Say): string {
  const engine = Handlebars.create();
  const known = helpers(say);
  for (const [helper, run] of Object.entries(known)) engine.registerHelper(helper, placed(run));
  const compiled = new Map<string, Compiled>();
  for (const [file, source] of Object.entries(templates)) {
    if (!file.endsWith('.hbs')) continue;
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
        knownHelpers: Object.fromEntries(Object.keys(known).map((helper) => [helper, true])),
      }) as Compiled;
    } catch (error) {
      throw stamped(file, error);
    }
    const guarded: Compiled = (context, options) => {
      try {
        return template(context, options);
      } catch (error) {
        throw stamped(file, error);
      }
    };
    compiled.set(file, guarded);
    engine.registerPartial(file.slice(0, -'.hbs'.length), guarded as Handlebars.Template);
  }
  const main = compiled.get(`${name}.hbs`);
  if (main === undefined) throw new TemplateError(`${name}.hbs`, null, 'found no such template in the set');
  return main(ownOnly(view), { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
