import type { IndicatorEntry, Lexicon, ThemeEntry } from '../model/lexicon.js';
import type { Note, Noted, Wording } from '../model/note.js';
import { type CheckedYaml, type JsonSchema, parseCheckedYaml } from './checked-yaml.js';

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
  stages: [],
  honours: { verbs: [], grantors: [], titles: [], not: [] },
  initiatives: { heads: [], verbs: [], known: [], not: [] },
};

type Sections = Record<string, unknown>;
type Read = CheckedYaml<Sections | null>;

/**
 * Reads lexicon folders, later ones over earlier ones: entries with an `id` (of `known` names: a `name`) replace the entry of that id, all others are
 * added. A folder that says `replace: [themes, initiatives.known]` in any of its files first drops what earlier folders put
 * into these sections. On any error the value is null. Checked beyond the schema, with their places: patterns that are no
 * regular expressions, and themes that the last folder names and nobody defines. What earlier folders say of themes that were
 * replaced is left out without a word. `isSlow` is asked of the last folder's patterns and refuses those that may take without end.
 */
export function readLexicon(
  folders: readonly (readonly LexiconFile[])[],
  schema: JsonSchema,
  { isSlow = () => false }: { readonly isSlow?: (pattern: string) => boolean } = {},
): Noted<Lexicon | null> {
  const notes: Note[] = [];
  let lexicon = EMPTY as unknown as Sections;
  let last: readonly Read[] = [];
  for (const [at, files] of folders.entries()) {
    const isOwn = at === folders.length - 1;
    last = files.flatMap(({ file, text }): Read[] => {
      const parsed = parseCheckedYaml<Sections | null>(text, file, schema);
      notes.push(...parsed.notes);
      if (parsed.value === null) return [];
      const { data, placeOf } = parsed.value;
      for (const { path, pattern } of patternsIn(data, [])) {
        const wording = wrongPattern(pattern, isOwn ? isSlow : () => false);
        if (wording !== null)
          notes.push({ code: 'lexicon/pattern', severity: 'error', place: placeOf(path), ...wording });
      }
      return [parsed.value];
    });
    for (const { data } of last) for (const section of replaced(data)) lexicon = without(lexicon, section.split('.'));
    for (const { data } of last) lexicon = merge(lexicon, data ?? {});
  }
  const themes = (lexicon as unknown as Lexicon).themes.map(({ id }) => id);
  notes.push(...last.flatMap((read) => unknownThemes(read, themes)));
  if (notes.some((note) => note.severity === 'error')) return { value: null, notes };
  return { value: completed(lexicon as unknown as Lexicon), notes };
}

function replaced(data: Sections | null): string[] {
  return Array.isArray(data?.replace) ? data.replace.map(String) : [];
}

/** The lexicon with one section as if nobody had written it; `path` is a section, or a section and one of its keys. */
function without(lexicon: Sections, path: readonly string[]): Sections {
  const [section = '', key] = path;
  const empty = (EMPTY as unknown as Sections)[section];
  if (key === undefined) return { ...lexicon, [section]: empty };
  const old = lexicon[section];
  return isRecord(old)
    ? { ...lexicon, [section]: { ...old, [key]: isRecord(empty) ? empty[key] : undefined } }
    : lexicon;
}

/** Themes named in this file's indicators, known names and cues that neither it nor the rest of the lexicon defines. */
function unknownThemes({ data, placeOf }: Read, themes: readonly string[]): Note[] {
  const named: { theme: string; path: (string | number)[]; key?: true }[] = [];
  const { indicators, initiatives } = (data ?? {}) as Partial<Pick<Lexicon, 'indicators' | 'initiatives'>>;
  for (const [i, entry] of (indicators ?? []).entries())
    for (const [k, theme] of entry.themes.entries()) named.push({ theme, path: ['indicators', i, 'themes', k] });
  for (const [i, entry] of (initiatives?.known ?? []).entries())
    for (const [k, theme] of entry.themes.entries())
      named.push({ theme, path: ['initiatives', 'known', i, 'themes', k] });
  for (const theme of Object.keys(initiatives?.cues ?? {}))
    named.push({ theme, path: ['initiatives', 'cues', theme], key: true });
  return named
    .filter(({ theme }) => !themes.includes(theme))
    .map(
      ({ theme, path, key }): Note => ({
        code: 'lexicon/unknown-theme',
        severity: 'error',
        message: `found the theme “${theme}”, expected one of ${themes.join(', ')}`,
        place: placeOf(path, key),
        hint: 'correct the id, or add the theme under themes',
        zh: {
          message: `发现主题“${theme}”，应为 ${themes.join('、')} 之一`,
          hint: '请改正 id，或在 themes 中添加该主题',
        },
      }),
    );
}

/** What an entry of the user's own may leave out; what speaks of themes that are no more is left out. */
function completed(lexicon: Lexicon): Lexicon {
  const ids = new Set(lexicon.themes.map(({ id }) => id));
  const { initiatives, denominators } = lexicon;
  return {
    ...lexicon,
    indicators: lexicon.indicators.map((entry) => {
      const given: Partial<IndicatorEntry> = entry;
      const scale = denominators?.find(({ id }) => id === entry.per);
      return {
        stage: null,
        not: [],
        outcome: false,
        badges: [],
        ...given,
        themes: entry.themes.filter((theme) => ids.has(theme)),
        ...(scale ? { scale } : {}),
      } as IndicatorEntry;
    }),
    initiatives: {
      ...initiatives,
      known: initiatives.known.filter(({ themes }) => themes.length === 0 || themes.some((theme) => ids.has(theme))),
      ...(initiatives.cues
        ? { cues: Object.fromEntries(Object.entries(initiatives.cues).filter(([theme]) => ids.has(theme))) }
        : {}),
    },
    themes: lexicon.themes.map((entry) => {
      const given: Partial<ThemeEntry> = entry;
      return { context: [], not: [], ...given } as ThemeEntry;
    }),
  };
}

/** Keys whose strings are regular expressions, wherever they stand; `names.words` stand to the letter. */
const PATTERN_KEYS = new Set([
  'patterns',
  'all',
  'not',
  'pattern',
  'words',
  'context',
  'about',
  'elsewhere',
  'cues',
  'shapes',
  'awards',
]);

function isPattern(path: readonly (string | number)[]): boolean {
  return !(path[0] === 'names' && path[1] === 'words') && path.some((step) => PATTERN_KEYS.has(String(step)));
}

/** The patterns of a lexicon file and where each stands. */
function patternsIn(
  value: unknown,
  path: readonly (string | number)[],
): { readonly path: readonly (string | number)[]; readonly pattern: string }[] {
  if (typeof value === 'string') return isPattern(path) ? [{ path, pattern: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, i) => patternsIn(item, [...path, i]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => patternsIn(item, [...path, key]));
  return [];
}

/** What is wrong with a pattern; null when nothing is. */
function wrongPattern(pattern: string, isSlow: (pattern: string) => boolean): Wording | null {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    const { message } = error as Error;
    return {
      message: `found a pattern that is no regular expression (${message}), expected one`,
      hint: 'escape + * ? ( ) [ ] with a backslash where they are meant literally',
      zh: {
        message: `发现不是正则表达式的模式（${message}），应为正则表达式`,
        hint: '请在按字面使用 + * ? ( ) [ ] 时前面加反斜杠',
      },
    };
  }
  if (!isSlow(pattern)) return null;
  return {
    message: `found a pattern that repeats what can be read in two ways, so that it may take without end (${pattern.slice(0, 80)}), expected one way through any text`,
    hint: 'make the parts of what is repeated begin or end differently: not (公安|公|安)+ but [公安]+, not (a+)+ but a+',
    zh: {
      message: `发现重复部分有两种读法、可能无休止匹配的模式（${pattern.slice(0, 80)}），应为对任何文字只有一种读法`,
      hint: '请让重复部分的开头或结尾彼此不同：不写 (公安|公|安)+ 而写 [公安]+，不写 (a+)+ 而写 a+',
    },
  };
}

function merge(base: Record<string, unknown>, extra: Record<string, unknown>): Record<string, unknown> {
  const out = { ...base };
  for (const [key, value] of Object.entries(extra)) {
    if (key === 'replace') continue;
    const old = out[key];
    if (Array.isArray(old) && Array.isArray(value)) out[key] = mergeLists(old, value);
    else if (isRecord(old) && isRecord(value)) out[key] = merge(old, value);
    else out[key] = value;
  }
  return out;
}

function mergeLists(old: readonly unknown[], extra: readonly unknown[]): unknown[] {
  const out = [...old];
  const nameOf = (item: unknown): unknown => (isRecord(item) ? (item.id ?? item.name) : undefined);
  for (const item of extra) {
    const name = nameOf(item);
    const at = name === undefined ? -1 : out.findIndex((other) => nameOf(other) === name);
    if (at >= 0) out[at] = item;
    else out.push(item);
  }
  return out;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
