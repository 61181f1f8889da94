import type { Language, Note } from '../model/note.js';
import { caretsUnder } from '../text/width.js';

/** Writes notes for a person, in their language: place, message, hint; errors and warnings always, `info` only when `all`. */
export function noteLines(
  notes: readonly Note[],
  options: { readonly colour: boolean; readonly all: boolean; readonly language: Language },
): string[] {
  const paint = (code: number, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const words = WORDS[options.language];
  const colours = { error: 31, warning: 33, info: 36 } as const;
  return notes
    .filter((note) => options.all || note.severity !== 'info')
    .flatMap((note) => {
      const { place, related } = note;
      const { message, hint } = options.language === 'en' ? note : (note.zh ?? note);
      const at = place ? `${placeText(place)}: ` : '';
      const lines = [
        `${at}${paint(colours[note.severity], words[note.severity])}${words.colon}${message} [${note.code}]`,
      ];
      if (place?.excerpt !== undefined && place.line !== undefined && place.column !== undefined) {
        const gutter = ` ${place.line} │ `;
        lines.push(
          `${gutter}${place.excerpt}`,
          `${' '.repeat(gutter.length - 2)}│ ${caretsUnder(place.excerpt, place.column - 1, place.column)}`,
        );
      }
      if (related) lines.push(`  ${words.related}${placeText(related)}`);
      if (hint) lines.push(`  ${words.hint}${options.language === 'en' ? hint : hint.replace(/^请/, '')}`);
      return lines;
    });
}

const WORDS = {
  en: { error: 'error', warning: 'warning', info: 'info', colon: ': ', related: 'see also ', hint: 'do: ' },
  'zh-CN': { error: '错误', warning: '警告', info: '提示', colon: '：', related: '另见 ', hint: '请：' },
} as const;

function placeText({ file, line, column }: NonNullable<Note['place']>): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}
