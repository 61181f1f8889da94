import type { Conflict, Row, Sentence, SentencePart } from '../../model/comparison.js';
import { someNames } from '../names.js';
import { type Context, otherTheme } from './context.js';
import { directionOf } from './figure.js';
import { orderText } from './order.js';
import { labelOf } from './rows.js';
import { languageParts, opening, type PartView, toViews } from './sentences.js';
import { comparableInPart } from './subset.js';
import { type VerdictView, verdicts, verdictView } from './verdict.js';

export interface FindingView {
  readonly number: number;
  readonly title: string;
  readonly parts: readonly PartView[];
  readonly verdict: VerdictView | null;
  readonly theme: string;
  /** Theme id for the filter; empty: always shown. */
  readonly themeId: string;
  /** Anchor of the row, chart or list it was made from, else empty. */
  readonly anchor: string;
}

interface Candidate {
  readonly title: string;
  readonly parts: readonly SentencePart[];
  /** Null: made here and not one of the comparison's sentences. */
  readonly sentence: Sentence | null;
  readonly theme: string | undefined;
  readonly verdict: VerdictView | null;
  readonly anchor: string;
  /** Markers a piece may bear; 0 for counts of rows, which the chart behind the title shows. */
  readonly markers: number;
}

/** Parts of the page in the order they are read. */
type Place = 'whole' | 'themes' | 'emphasis' | 'conflict' | 'silence';
const places: readonly Place[] = ['whole', 'themes', 'emphasis', 'conflict', 'silence'];

/** Conflicts a reader in a hurry must know; the others stand in their section. */
const grave: readonly Conflict['kind'][] = ['plan-exceeded', 'two-values', 'parts', 'from-to'];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** One to ten in words, more in digits. */
function countWord(n: number, { say }: Context): string {
  return n >= 1 && n <= 10 ? say(`count.${n}`) : String(n);
}

/** `text` without the words the title has said already: `立案数，只能并列：甲3起` → `甲3起`. */
function withoutLead(parts: readonly SentencePart[], lead: string): SentencePart[] {
  const [first, ...rest] = parts;
  if (first === undefined || !first.text.toLowerCase().startsWith(lead.toLowerCase())) return [...parts];
  const after = first.text.slice(lead.length);
  const [opener] = /^[^：:。]{0,60}(?:：|: )/u.exec(after) ?? /^(?:，|, )/u.exec(after) ?? [''];
  const text = after.slice(opener.length);
  return [...(text === '' ? [] : [{ ...first, text }]), ...rest];
}

function rowCandidate(row: Row, sentence: Sentence, context: Context): Candidate {
  const { say, lang } = context;
  const label = capital(labelOf(row, context));
  const told = row.cells.filter((cell) => cell.state !== 'not-mentioned').length;
  return {
    title: say(`findings.row.${row.verdict}`, { label, n: countWord(told, context) }),
    parts: withoutLead(languageParts(sentence, context), lang === 'en' ? row.indicator.label_en : row.indicator.label),
    sentence,
    theme: row.theme,
    verdict: verdictView(row.verdict, say),
    anchor: `row-${row.id}`,
    markers: 2,
  };
}

/** The places of a row that may be compared, though not all of it may. */
function subsetCandidate(row: Row, context: Context): Candidate | null {
  const { say } = context;
  const subset = row.subsets?.find(({ verdict }) => verdict === 'comparable');
  if (subset === undefined) return null;
  const facts = subset.jurisdictions.flatMap((id) => {
    const cell = row.cells.find(({ jurisdiction }) => jurisdiction === id);
    return cell?.facts.flatMap((fact) => context.fact(fact) ?? []).slice(0, 1) ?? [];
  });
  if (facts.length < 2) return null;
  const rest = row.cells.filter((cell) => cell.state !== 'not-mentioned').length - facts.length;
  const parts: SentencePart[] = facts.flatMap((fact, at) => [
    ...(at === 0 ? [] : [{ text: say('list.comma') }]),
    {
      text: say('findings.figure', {
        place: context.place(fact.jurisdiction).short,
        figure: directionOf(fact, context) + fact.printed.replace(/\s+/gu, ''),
      }),
      findings: [fact.id],
    },
  ]);
  return {
    title: say('findings.subset', {
      label: capital(labelOf(row, context)),
      names: someNames(
        facts.map((fact) => context.place(fact.jurisdiction).short),
        say,
      ),
    }),
    parts: [
      ...parts,
      {
        text: [
          say('findings.agree'),
          orderText(subset.order, context),
          ...(rest > 0 ? [say(`findings.rest.${row.verdict}`, { n: countWord(rest, context) })] : []),
        ].join(''),
      },
    ],
    sentence: context.comparison.sentences.find((sentence) => sentence.row === row.id) ?? null,
    theme: row.theme,
    verdict: verdictView('comparable', say),
    anchor: `row-${row.id}`,
    markers: 2,
  };
}

/** How many of the rows each report leaves unmentioned. */
function silenceCandidate(context: Context): Candidate | null {
  const { comparison, say } = context;
  const { rows } = comparison;
  const silent = context.places
    .map(({ id, short }) => ({
      short,
      count: rows.filter((row) => row.cells.some((cell) => cell.jurisdiction === id && cell.state === 'not-mentioned'))
        .length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [most] = silent;
  if (rows.length < 3 || most === undefined) return null;
  const shown = silent.slice(0, 6);
  return {
    title: say('findings.silence', { place: most.short }),
    parts: [
      {
        text: say('findings.silence-text', {
          rows: rows.length,
          list: shown
            .map(({ short, count }) => say('findings.silence-one', { place: short, n: count }))
            .join(say('list.and')),
        }),
      },
    ],
    sentence: null,
    theme: undefined,
    verdict: null,
    anchor: 'silences',
    markers: 0,
  };
}

/** What the comparison's own sentences are about, and the part of the page they belong to. */
function sorted(context: Context) {
  const { say, comparison } = context;
  const lists = { whole: [], emphasis: [], conflict: [], rows: [], honours: [], practices: [], other: [] } as {
    [part in 'whole' | 'emphasis' | 'conflict' | 'rows' | 'honours' | 'practices' | 'other']: Candidate[];
  };
  for (const sentence of comparison.sentences) {
    const row = sentence.row === undefined ? undefined : context.rows.get(sentence.row);
    if (row !== undefined) {
      lists.rows.push(rowCandidate(row, sentence, context));
      continue;
    }
    const ids = sentence.zh.flatMap((part) => part.findings ?? []);
    const plain = { sentence, theme: sentence.theme, verdict: null, anchor: '', markers: 2 };
    const parts = languageParts(sentence, context);
    const conflict = comparison.conflicts.find(
      (entry) => ids.length > 0 && ids.every((id) => entry.findings.includes(id)),
    );
    if (conflict !== undefined) {
      if (!grave.includes(conflict.kind)) continue;
      const place = context.place(conflict.jurisdiction).short;
      lists.conflict.push({
        ...plain,
        title: say('findings.conflict', { place, kind: say(`conflict.${conflict.kind}`) }),
        parts: withoutLead(parts, place),
        anchor: conflict.id,
      });
    } else if (ids.length > 0 && ids.every((id) => context.initiative(id) !== null))
      lists.practices.push({
        ...plain,
        parts,
        title: say('findings.practices', { theme: context.theme(sentence.theme ?? '') }),
      });
    else if (ids.length > 0 && ids.every((id) => context.honour(id) !== null))
      lists.honours.push({ ...plain, parts, title: say('findings.honours'), anchor: 'honours' });
    else if (sentence.theme === undefined && ids.length === 0)
      lists.emphasis.push({ ...plain, parts, title: say('findings.emphasis'), anchor: 'emphasis' });
    else if (sentence.theme === undefined) {
      const partly = comparison.rows.filter(comparableInPart).length;
      lists.whole.push({
        ...plain,
        title: say('findings.whole-title'),
        parts: partly === 0 ? parts : [...parts, { text: say('findings.partly', { n: partly }) }],
        anchor: 'f1',
        markers: 0,
      });
    } else if (ids.length === 0) lists.other.push({ ...plain, parts, title: context.theme(sentence.theme) });
  }
  return lists;
}

/** About how many lines a finding takes on the first page, its title included. */
const linesOf = ({ parts, markers }: Candidate, perLine: number): number => {
  const length = parts.reduce(
    (sum, part) => sum + part.text.length + Math.min(markers, part.findings?.length ?? 0) * 3,
    0,
  );
  return 1.7 + Math.ceil(length / perLine);
};

/**
 * The page of findings, `lines` long: what is true of the whole; what may be compared; the gravest contradiction; who is silent; then
 * the themes in turn, best verdict first, so that every theme has its say. The other sentences stand at the head of their theme.
 */
export function findingViews(
  context: Context,
  lines: number,
): { readonly views: FindingView[]; readonly used: ReadonlySet<Sentence> } {
  const { say, comparison, lang } = context;
  const perLine = lang === 'en' ? 76 : 40;
  const found = sorted(context);
  const subsets = comparison.rows.filter(comparableInPart).flatMap((row) => subsetCandidate(row, context) ?? []);
  const strength = ({ verdict }: Candidate) => (verdict === null ? 9 : verdicts.indexOf(verdict.id));
  const rows = [...found.rows].sort((a, b) => strength(a) - strength(b));
  const best = [...rows.filter(({ verdict }) => verdict?.id === 'comparable'), ...subsets];
  const silence = silenceCandidate(context);
  const themes = [...comparison.themes.map(({ id }) => id), undefined];
  const ofTheme = (list: readonly Candidate[], theme: string | undefined) =>
    list.filter((candidate) =>
      theme === undefined ? !comparison.themes.some(({ id }) => id === candidate.theme) : candidate.theme === theme,
    );
  const chosen: { readonly candidate: Candidate; readonly place: Place }[] = [];
  let left = lines;
  const taken = (candidate: Candidate) =>
    chosen.some(
      (other) =>
        other.candidate === candidate ||
        (candidate.anchor.startsWith('row-') && other.candidate.anchor === candidate.anchor),
    );
  const take = (given: Candidate | undefined, place: Place): void => {
    if (given === undefined || taken(given)) return;
    const candidate = { ...given, parts: opening(given.parts, perLine * 2.75) };
    const size = linesOf(candidate, perLine);
    if (size > left) return;
    left -= size;
    chosen.push({ candidate, place });
  };
  const perTheme = (list: readonly Candidate[], only: (theme: string | undefined) => boolean) => {
    for (const theme of themes)
      if (only(theme))
        take(
          ofTheme(list, theme).find((candidate) => !taken(candidate)),
          'themes',
        );
  };
  const unsaid = (theme: string | undefined) =>
    !chosen.some(({ candidate, place }) => place === 'themes' && ofTheme([candidate], theme).length > 0);
  take(found.whole[0], 'whole');
  perTheme(best, () => true);
  take(found.conflict.sort((a, b) => graveness(a) - graveness(b))[0], 'conflict');
  if (silence !== null) take(silence, 'silence');
  perTheme(found.honours, unsaid);
  perTheme(rows, unsaid);
  perTheme(found.other, unsaid);
  take(found.emphasis[0], 'emphasis');
  perTheme(best, () => true);
  perTheme(found.practices, unsaid);
  perTheme(rows, () => true);
  const themeOrder = (id: string | undefined) => {
    const at = comparison.themes.findIndex((theme) => theme.id === id);
    return at < 0 ? comparison.themes.length : at;
  };
  chosen.sort(
    (a, b) =>
      places.indexOf(a.place) - places.indexOf(b.place) ||
      (a.place === 'themes' ? themeOrder(a.candidate.theme) - themeOrder(b.candidate.theme) : 0),
  );
  const views = chosen.map(
    ({ candidate, place }, at): FindingView => ({
      number: at + 1,
      title: candidate.title,
      parts: toViews(candidate.parts, say('findings.where', { n: at + 1 }), candidate.markers, context),
      verdict: candidate.verdict,
      theme:
        place === 'whole'
          ? say('findings.whole')
          : place === 'themes'
            ? context.theme(candidate.theme ?? otherTheme)
            : say(`findings.tag.${place}`),
      themeId: candidate.theme ?? '',
      anchor: candidate.anchor,
    }),
  );
  return { views, used: new Set(chosen.flatMap(({ candidate }) => candidate.sentence ?? [])) };

  function graveness({ sentence }: Candidate): number {
    const ids = sentence?.zh.flatMap((part) => part.findings ?? []) ?? [];
    const conflict = comparison.conflicts.find((entry) => ids.every((id) => entry.findings.includes(id)));
    return conflict === undefined ? grave.length : grave.indexOf(conflict.kind);
  }
}
