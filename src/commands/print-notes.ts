import type { Note } from '../model/note.js';

/** Writes notes for a person: place, message, hint; errors and warnings always, `info` only when `all`. */
export function noteLines(notes: readonly Note[], options: { readonly colour: boolean; readonly all: boolean }): string[] {
  const paint = (code: number, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const colours = { error: 31, warning: 33, info: 36 } as const;
  return notes
    .filter((note) => options.all || note.severity !== 'info')
    .flatMap((note) => {
      const { place, related } = note;
      const at = place ? `${placeText(place)}: ` : '';
      const lines = [`${at}${paint(colours[note.severity], note.severity)}: ${note.message} [${note.code}]`];
      if (related) lines.push(`  see also ${placeText(related)}`);
      if (note.hint) lines.push(`  do: ${note.hint}`);
      return lines;
    });
}

function placeText({ file, line, column }: NonNullable<Note['place']>): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}
