import Handlebars, { type HelperDelegate, type HelperOptions } from 'handlebars';
import { Markup } from './markup.js';
import type { Say } from './messages.js';
import { type Cite, markers, named, tied, typeset } from './typeset.js';

const safe = (html: string) => new Handlebars.SafeString(html);

function text(value: unknown, helper: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new Error(`${helper}: found ${value === null ? 'null' : typeof value}, expected a text`);
}

function cites(value: unknown, helper: string): readonly Cite[] {
  if (Array.isArray(value)) return value as readonly Cite[];
  throw new Error(`${helper}: found ${typeof value}, expected a list of evidence markers`);
}

/**
 * The helpers a template has, besides Handlebars' own `if`, `unless`, `each`, `with` and `lookup`:
 *
 * - `{{say text}}` — text, escaped, every number kept with its unit on one line
 * - `{{t "key" n=3}}` — words out of messages.<lang>.json
 * - `{{tie text cites}}` — text with its evidence markers, which never part from its last characters
 * - `{{named text cites}}` — a name for a narrow cell, with its evidence markers
 * - `{{marks cites}}` — the evidence markers alone
 * - `{{svg chart}}` — a drawing or style made by the program; refuses plain text
 * - `{{#is a b}}…{{else}}…{{/is}}` — equality
 */
export function helpers(say: Say): Readonly<Record<string, HelperDelegate>> {
  return {
    say: (value: unknown) => safe(typeset(text(value, 'say'))),
    t: (key: unknown, options: HelperOptions) => safe(typeset(say(text(key, 't'), options.hash))),
    tie: (value: unknown, list: unknown) => safe(tied(text(value, 'tie'), cites(list, 'tie'))),
    named: (value: unknown, list: unknown) => safe(named(text(value, 'named'), cites(list, 'named'))),
    marks: (list: unknown) => safe(markers(cites(list, 'marks'))),
    svg: (value: unknown) => {
      if (!(value instanceof Markup)) throw new Error('svg: found text, expected a drawing made by the program');
      return safe(value.html);
    },
    is(this: unknown, a: unknown, b: unknown, options: HelperOptions) {
      return a === b ? options.fn(this) : options.inverse(this);
    },
  };
}
