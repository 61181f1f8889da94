import type { IndicatorEntry, Lexicon, ThemeEntry } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import { type JsonSchema, parseCheckedYaml } from './checked-yaml.js';

/** One file of a lexicon folder. */
export interface LexiconFile {
  readonly file: string;
  readonly text: string;
}

const EMPTY: Lexicon = {
  words: [],
  units: [],
  names: { words: [], patterns: [] },
  indicators: [],
  themes: [],
  honours: { verbs: [], grantors: [], titles: [], not: [] },
  initiatives: { heads: [], verbs: [], known: [], not: [] },
};

/**
 * Reads lexicon folders, later ones over earlier ones: entries with an `id` replace the entry of that id, all others are
 * added. On any error the value is null. Patterns that are no regular expressions are errors too, with their place.
 */
export function readLexicon(folders: readonly (readonly LexiconFile[])[], schema: JsonSchema): Noted<Lexicon | null> {
  const notes: Note[] = [];
  let lexicon = EMPTY as unknown as Record<string, unknown>;
  for (const files of folders) {
    for (const { file, text } of files) {
      const parsed = parseCheckedYaml<Record<string, unknown> | null>(text, file, schema);
      notes.push(...parsed.notes);
      if (parsed.value === null) continue;
      notes.push(
        ...badPatterns(parsed.value.data, [], (path, message) => ({
          code: 'lexicon/pattern',
          severity: 'error',
          message: `found a pattern that is no regular expression (${message}), expected one`,
          place: parsed.value?.placeOf(path) ?? { file },
          hint: 'escape + * ? ( ) [ ] with a backslash where they are meant literally',
        })),
      );
      lexicon = merge(lexicon, parsed.value.data ?? {});
    }
  }
  if (notes.some((note) => note.severity === 'error')) return { value: null, notes };
  return { value: completed(lexicon as unknown as Lexicon), notes };
}

/** What an entry of the user's own may leave out. */
function completed(lexicon: Lexicon): Lexicon {
  return {
    ...lexicon,
    indicators: lexicon.indicators.map((entry) => {
      const given: Partial<IndicatorEntry> = entry;
      return { stage: null, not: [], outcome: false, badges: [], ...given } as IndicatorEntry;
    }),
    themes: lexicon.themes.map((entry) => {
      const given: Partial<ThemeEntry> = entry;
      return { context: [], not: [], ...given } as ThemeEntry;
    }),
  };
}

/** Keys whose strings are regular expressions. */
const PATTERN_KEYS = new Set(['patterns', 'all', 'not', 'pattern', 'words', 'context', 'about', 'elsewhere']);

function badPatterns(
  value: unknown,
  path: (string | number)[],
  report: (path: (string | number)[], message: string) => Note,
): Note[] {
  if (typeof value === 'string') {
    const key = path.findLast((step) => typeof step === 'string');
    if (!PATTERN_KEYS.has(String(key))) return [];
    try {
      new RegExp(value, 'u');
      return [];
    } catch (error) {
      return [report(path, (error as Error).message)];
    }
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => badPatterns(item, [...path, i], report));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => badPatterns(item, [...path, key], report));
  return [];
}

function merge(base: Record<string, unknown>, extra: Record<string, unknown>): Record<string, unknown> {
  const out = { ...base };
  for (const [key, value] of Object.entries(extra)) {
    const old = out[key];
    if (Array.isArray(old) && Array.isArray(value)) out[key] = mergeLists(old, value);
    else if (isRecord(old) && isRecord(value)) out[key] = merge(old, value);
    else out[key] = value;
  }
  return out;
}

function mergeLists(old: readonly unknown[], extra: readonly unknown[]): unknown[] {
  const out = [...old];
  for (const item of extra) {
    const id = isRecord(item) ? item.id : undefined;
    const at = id === undefined ? -1 : out.findIndex((other) => isRecord(other) && other.id === id);
    if (at >= 0) out[at] = item;
    else out.push(item);
  }
  return out;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
