import type { Note } from '../model/note.js';
import { caretsUnder } from '../text/width.js';

/** Writes notes for a person: place, message, hint; errors and warnings always, `info` only when `all`. */
export function noteLines(
  notes: readonly Note[],
  options: { readonly colour: boolean; readonly all: boolean },
): string[] {
  const paint = (code: number, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const colours = { error: 31, warning: 33, info: 36 } as const;
  return notes
    .filter((note) => options.all || note.severity !== 'info')
    .flatMap((note) => {
      const { place, related } = note;
      const at = place ? `${placeText(place)}: ` : '';
      const lines = [`${at}${paint(colours[note.severity], note.severity)}: ${note.message} [${note.code}]`];
      if (place?.excerpt !== undefined && place.line !== undefined && place.column !== undefined) {
        const gutter = ` ${place.line} │ `;
        lines.push(
          `${gutter}${place.excerpt}`,
          `${' '.repeat(gutter.length - 2)}│ ${caretsUnder(place.excerpt, place.column - 1, place.column)}`,
        );
      }
      if (related) lines.push(`  see also ${placeText(related)}`);
      if (note.hint) lines.push(`  do: ${note.hint}`);
      return lines;
    });
}

function placeText({ file, line, column }: NonNullable<Note['place']>): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}
