import type { Practice } from '../model/comparison.js';
import type { Initiative, ThemeId } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Note } from '../model/note.js';
import type { ReportText } from '../model/report-text.js';
import { onceForAll } from '../text/once-for.js';
import { passagesByFinding, type WordingOf, wordingOf } from './copied-wording.js';
import type { CompareInput } from './input.js';
import { placesOfForms } from './mentions.js';
import { nameIndex } from './name-index.js';
import { clean, nameKeys } from './practice-names.js';
import { isSlogan } from './slogans.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'themes' | 'initiatives' | 'texts'>;

export interface Practices {
  /** Named by two reports or more. */
  readonly practices: readonly Practice[];
  /** Named by one report, and by no other in passing either. */
  readonly unique: readonly Practice[];
  /** What one report names as a practice and another at least mentions: on neither list, as the one cannot be linked. */
  readonly notes: readonly Note[];
}

interface Group {
  /** The lexicon's own name for it, else null. */
  readonly known: string | null;
  readonly initiatives: Initiative[];
}

/**
 * Puts the same practice of several reports together, under the wording the lexicon or most reports give it, in the order
 * of the text; slogans are marked as such. Copied: the passages that name it are the same text, so that fewer than two
 * reports speak of it in their own words.
 */
export function toPractices({ jurisdictions, lexicon, themes, initiatives, texts }: Needs): Practices {
  const places = jurisdictions.map(({ id }) => id);
  const wanted = new Set(places);
  const groups = grouped(
    initiatives.filter((initiative) => wanted.has(initiative.jurisdiction)),
    knownNames(lexicon.initiatives.known),
  );
  const wording = wordingOf(lexicon.formulas ?? []);
  const passages = passagesByFinding(texts);
  const textsOf = groupBy(texts, ({ jurisdiction }) => jurisdiction);
  const said = placesOfForms(
    groups.flatMap((group) => group.initiatives.map(({ name }) => clean(name))),
    new Map(places.map((id) => [id, wholeText(textsOf.get(id) ?? [])])),
  );
  const practices: Practice[] = [];
  const unique: Practice[] = [];
  const notes: Note[] = [];
  for (const group of groups) {
    const naming = new Set(group.initiatives.map(({ jurisdiction }) => jurisdiction));
    const own = places.filter((id) => naming.has(id));
    const name = group.known ?? nameOf(group.initiatives);
    const variants = [...new Set(group.initiatives.map((initiative) => tidy(initiative.name)))];
    const practice: Practice = {
      name,
      variants,
      jurisdictions: own,
      theme: themeOf(
        group.initiatives,
        themes.map(({ id }) => id),
      ),
      kind: isSlogan(name, lexicon.initiatives) ? 'slogan' : 'practice',
      initiatives: group.initiatives.map(({ id }) => id),
      copied: own.length > 1 && isOneVoice(group.initiatives, name, passages, wording),
    };
    if (own.length > 1) practices.push(practice);
    else {
      // “Only X names it” must hold for the texts, not just for what was extracted from them.
      const speaking = variants.map((variant) => said(clean(variant)));
      const others = places.filter((id) => id !== own[0] && speaking.some((them) => them.has(id)));
      if (others.length === 0) unique.push(practice);
      else notes.push(mentionedToo(name, group.initiatives[0], others));
    }
  }
  return { practices, unique, notes };
}

/** All that the texts of one place say, as names are looked for in it. */
const wholeText = onceForAll((texts: readonly ReportText[]) =>
  clean(texts.flatMap(({ passages }) => passages.map(({ text }) => text)).join('\n')),
);

function grouped(initiatives: readonly Initiative[], known: (name: string) => string | null): Group[] {
  const groups: Group[] = [];
  const listed = new Map<string, number>();
  const others = nameIndex();
  for (const initiative of initiatives) {
    const canonical = known(initiative.name);
    const keys = nameKeys(initiative.name);
    const home = (canonical === null ? others.find(keys) : listed.get(canonical)) ?? groups.length;
    if (canonical === null) others.add(keys, home);
    else listed.set(canonical, home);
    const group = groups[home];
    if (group === undefined) groups.push({ known: canonical, initiatives: [initiative] });
    else group.initiatives.push(initiative);
  }
  return groups;
}

/**
 * Finds the lexicon's name for a practice: by the name or a variant, or where a known name of four characters or more
 * stands in a longer one (户口迁移“跨省通办” is 跨省通办); of several the longest. Not so with a
 * known name that ends in a head noun: 春雷护企行动 is an operation of its own, not 护企行动.
 */
function knownNames(known: CompareInput['lexicon']['initiatives']['known']): (name: string) => string | null {
  const forms = known
    .flatMap((entry) =>
      [entry.name, ...(entry.variants ?? [])].map((form) => ({ form: clean(form), name: entry.name })),
    )
    .filter(({ form }) => form.length >= 2)
    .map((entry) => ({ ...entry, within: entry.form.length >= 4 && nameKeys(entry.form).stem === entry.form }))
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
  return (name) => {
    const whole = clean(name);
    const { full, stem } = nameKeys(name);
    const exact = forms.find(({ form }) => form === whole || form === full || form === stem);
    return (exact ?? forms.find(({ form, within }) => within && whole.includes(form)))?.name ?? null;
  };
}

/** Whether every record that names it is of the first one's place or shares a wording with those before it: one text, told several times. */
function isOneVoice(
  initiatives: readonly Initiative[],
  name: string,
  passages: ReturnType<typeof passagesByFinding>,
  wording: WordingOf,
): boolean {
  const voice = new Set<string>();
  for (const { id, jurisdiction } of initiatives) {
    const marks = [`@${jurisdiction}`];
    for (const { text } of passages.get(id) ?? []) marks.push(...wording(text, name));
    if (voice.size > 0 && !marks.some((mark) => voice.has(mark))) return false;
    for (const mark of marks) voice.add(mark);
  }
  return true;
}

function mentionedToo(name: string, initiative: Initiative | undefined, others: readonly string[]): Note {
  return {
    code: 'compare/practice-mentioned',
    severity: 'info',
    message: `found “${name}” as a practice of ${initiative?.jurisdiction ?? 'one report'} and mentioned by ${others.join(', ')}, expected it named by one report alone; it is listed neither as shared nor as unique`,
    ...(initiative === undefined ? {} : { place: { file: initiative.source.file, line: initiative.source.line } }),
    hint: 'add the name to initiatives.known in the lexicon if it is a practice in both',
    zh: {
      message: `发现“${name}”是${initiative?.jurisdiction ?? '某一报告'}的做法，而 ${others.join('、')} 也提到它，应为只有一份报告提到；既不列为共有，也不列为独有`,
      hint: '请在两地都有此做法时，把名称加入词库的 initiatives.known',
    },
  };
}

/** The wording most records use, the shortest of several, the first of those. */
function nameOf(initiatives: readonly Initiative[]): string {
  const counts = new Map<string, number>();
  for (const { name } of initiatives) counts.set(tidy(name), (counts.get(tidy(name)) ?? 0) + 1);
  return [...counts].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0].length < best[0].length) ? next : best,
  )[0];
}

function tidy(name: string): string {
  return name.replace(/\s+/gu, '');
}

function themeOf(initiatives: readonly Initiative[], order: readonly ThemeId[]): ThemeId | null {
  const count = (theme: ThemeId) => initiatives.filter((initiative) => initiative.themes.includes(theme)).length;
  const best = order.reduce<ThemeId | null>(
    (top, theme) => (count(theme) > (top === null ? 0 : count(top)) ? theme : top),
    null,
  );
  return best;
}
