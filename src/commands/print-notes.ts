import type { Language, Note } from '../model/note.js';
import { caretsUnder } from '../text/width.js';
import { printable, printableName } from './printable.js';

/** Warnings of one code that are written out; of a thousand reports that repeat themselves a person reads five and the number. */
const MOST_ALIKE = 5;

/**
 * Writes notes for a person, in their language and so that a terminal may show them: place, message, hint; errors always, of warnings of one code the first five and how many
 * more there are, `info` only when `all`.
 */
export function noteLines(
  notes: readonly Note[],
  options: { readonly colour: boolean; readonly all: boolean; readonly language: Language },
): string[] {
  const paint = (code: number, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const words = WORDS[options.language];
  const colours = { error: 31, warning: 33, info: 36 } as const;
  const seen = new Map<string, number>();
  const lines = notes
    .filter((note) => options.all || note.severity !== 'info')
    .flatMap((note) => {
      if (note.severity === 'warning') {
        const before = seen.get(note.code) ?? 0;
        seen.set(note.code, before + 1);
        if (before >= MOST_ALIKE) return [];
      }
      const { place, related } = note;
      const { message, hint } = options.language === 'en' ? note : (note.zh ?? note);
      const at = place ? `${placeText(place)}: ` : '';
      const lines = [
        `${at}${paint(colours[note.severity], words[note.severity])}${words.colon}${printable(message)} [${note.code}]`,
      ];
      if (place?.excerpt !== undefined && place.line !== undefined && place.column !== undefined) {
        const gutter = ` ${place.line} │ `;
        const excerpt = printable(place.excerpt);
        const [from, to] = [place.column - 1, place.column].map(
          (at) => printable(place.excerpt?.slice(0, at) ?? '').length,
        );
        lines.push(
          `${gutter}${excerpt}`,
          `${' '.repeat(gutter.length - 2)}│ ${caretsUnder(excerpt, from ?? 0, to ?? 0)}`,
        );
      }
      if (related) lines.push(`  ${words.related}${placeText(related)}`);
      if (hint) lines.push(`  ${words.hint}${printable(options.language === 'en' ? hint : hint.replace(/^请/, ''))}`);
      return lines;
    });
  const more = [...seen].filter(([, count]) => count > MOST_ALIKE);
  return [
    ...lines,
    ...more.map(
      ([code, count]) =>
        `${paint(colours.warning, words.warning)}${words.colon}${words.more(count - MOST_ALIKE)} [${code}]`,
    ),
  ];
}

const WORDS = {
  en: {
    error: 'error',
    warning: 'warning',
    info: 'info',
    colon: ': ',
    related: 'see also ',
    hint: 'do: ',
    more: (count: number) => `${count} more like these; --json names all of them`,
  },
  'zh-CN': {
    error: '错误',
    warning: '警告',
    info: '提示',
    colon: '：',
    related: '另见 ',
    hint: '请：',
    more: (count: number) => `同类还有 ${count} 条；全部见 --json`,
  },
} as const;

function placeText({ file, line, column }: NonNullable<Note['place']>): string {
  return [printableName(file), line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}
