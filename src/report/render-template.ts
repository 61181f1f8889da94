import Handlebars, { type HelperDelegate } from 'handlebars';
import { helpers } from './helpers.js';
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

/** Finds the first name that every object has though the view has not. e.g. `{{constructor}}`, `{{#with place.__proto__}}` */
class InheritedNames extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    const inherited = path.parts.find((part) => part in Object.prototype);
    if (inherited !== undefined)
      throw Object.assign(new Error(`"${inherited}" not defined in the view`), { lineNumber: path.loc.start.line });
  }
}

function stamped(template: string, error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const reason = error instanceof Error ? reasonOf(error) : String(error);
  return new TemplateError(template, lineOf(error), reason);
}

/** Without the place, which is told apart, and with a name for the object that Handlebars writes into its message. */
function reasonOf({ message }: Error): string {
  return message.replace(/ - [0-9]{1,7}:[0-9]{1,7}$/, '').replace(/(not defined in )\[object Object\]/, '$1the view');
}

/** Templates inside one another at once; the package's own are four deep. */
const MAX_DEPTH = 64;
/** Templates filled and turns of `each` for one page; a brief of 40 places takes some ten thousand. */
const MAX_TURNS = 5_000_000;

/** Counts what a page takes, so that templates that fill themselves, or loops in loops, are given up. */
interface Budget {
  depth: number;
  turns: number;
}

function spend(budget: Budget): void {
  budget.turns += 1;
  if (budget.turns > MAX_TURNS)
    throw new Error(`found more than ${MAX_TURNS} turns of loops and templates for one page`);
}

/** Fills `<name>.hbs`; every other `.hbs` of the set is a partial under its file name. */
export type RenderTemplate = (name: string, view: object, templates: TemplateSet, say: Say) => string;

/**
 * A `RenderTemplate` that compiles a template again only when its text changed. Strict: a field the view does not have is a
 * TemplateError with template and line, as are unknown helpers and partials. Only own properties are read.
 */
export function templateRenderer(): RenderTemplate {
  const engine = Handlebars.create();
  const budget: Budget = { depth: 0, turns: 0 };
  // it would write to the terminal
  engine.unregisterHelper('log');
  const each = engine.helpers.each;
  if (each !== undefined)
    engine.registerHelper(
      'each',
      placed(function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
        const fn: typeof options.fn = (...given) => {
          spend(budget);
          return options.fn(...given);
        };
        return each.call(this, list, { ...options, fn });
      }),
    );
  let compiled = new Map<string, { readonly source: string; readonly run: Compiled }>();
  return (name, view, templates, say) => {
    const own = Object.entries(helpers(say));
    for (const [helper, run] of own) engine.registerHelper(helper, placed(run));
    const before = compiled;
    compiled = new Map();
    for (const [file, source] of Object.entries(templates)) {
      if (!file.endsWith('.hbs')) continue;
      const same = before.get(file);
      const run = same?.source === source ? same.run : compile(file, source, { engine, budget, helpers: own });
      compiled.set(file, { source, run });
      engine.registerPartial(partialName(file), run as Handlebars.Template);
    }
    for (const file of before.keys()) if (!compiled.has(file)) engine.unregisterPartial(partialName(file));
    const main = compiled.get(`${name}.hbs`);
    if (main === undefined) throw new TemplateError(`${name}.hbs`, null, 'found no such template in the set');
    Object.assign(budget, { depth: 0, turns: 0 });
    return main.run(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
  };
}

/** Fills a template once. */
export const renderTemplate: RenderTemplate = (...asked) => templateRenderer()(...asked);

const partialName = (file: string): string => file.slice(0, -'.hbs'.length);

/** A template whose errors say where they come from. Handlebars itself compiles it when it is first run. */
function compile(
  file: string,
  source: unknown,
  {
    engine,
    budget,
    helpers: own,
  }: {
    readonly engine: typeof Handlebars;
    readonly budget: Budget;
    readonly helpers: readonly [string, unknown][];
  },
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
    new InheritedNames().accept(Handlebars.parse(source));
    template = engine.compile(source, {
      strict: true,
      preventIndent: true,
      knownHelpersOnly: true,
      knownHelpers: { log: false, ...Object.fromEntries(own.map(([helper]) => [helper, true])) },
    }) as Compiled;
  } catch (error) {
    throw stamped(file, error);
  }
  return (context, options) => {
    budget.depth += 1;
    try {
      spend(budget);
      // not as deep as the stack would bear: near its end not every error can be caught
      if (budget.depth > MAX_DEPTH) throw new Error(`found templates ${MAX_DEPTH} deep inside one another`);
      return template(context, options);
    } catch (error) {
      throw stamped(file, error);
    } finally {
      budget.depth -= 1;
    }
  };
}
