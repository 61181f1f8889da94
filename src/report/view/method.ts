import type { Context } from './context.js';

export interface MethodView {
  readonly points: readonly string[];
  readonly repairs: readonly { readonly file: string; readonly text: string }[];
  readonly warnings: readonly string[];
}

/** How the brief was made: the rules in a few lines, what was repaired in each text, what needs a person's eyes. */
export function methodView(context: Context): MethodView {
  const { comparison, say, lang } = context;
  const points = ['figures', 'weakest', 'bounds', 'status', 'repeats', 'activity', 'silence'].map((key) =>
    say(`method.${key}`),
  );
  return {
    points: [...points, lang === 'en' ? comparison.emphasis.method.en : comparison.emphasis.method.zh].filter(
      (text) => text !== '',
    ),
    repairs: comparison.sources.map((source) => ({
      file: source.file,
      text: [
        say('sources.size', { n: source.characters, hash: source.sha256.slice(0, 12) }),
        say('method.repairs', { n: source.repairs.reduce((sum, repair) => sum + repair.count, 0) }),
        say('method.repeated', { n: source.repeats.length }),
      ].join(say('list.semicolon')),
    })),
    warnings: comparison.notes
      .filter((note) => note.severity !== 'info')
      .slice(0, 30)
      .map(({ place, message, zh }) => {
        const said = lang === 'en' ? message : (zh?.message ?? message);
        return place === undefined ? said : `${place.file}${place.line === undefined ? '' : `:${place.line}`} ${said}`;
      }),
  };
}
