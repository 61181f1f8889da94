import type { Sentence, SentencePart } from '../../model/comparison.js';
import type { Cite } from '../typeset.js';
import type { Context } from './context.js';
import { labelOf } from './rows.js';
import { type VerdictView, verdicts, verdictView } from './verdict.js';

export interface PartView {
  readonly text: string;
  readonly cites: readonly Cite[];
}
export interface FindingView {
  readonly number: number;
  readonly title: string;
  readonly parts: readonly PartView[];
  readonly verdict: VerdictView | null;
  readonly theme: string;
  /** Theme id for the filter; empty: always shown. */
  readonly themeId: string;
  /** Anchor of the row it was made from, else empty. */
  readonly row: string;
}

const languagePart = (sentence: Sentence, context: Context): readonly SentencePart[] =>
  sentence[context.lang === 'en' ? 'en' : 'zh'];

/** At most `most` markers a piece: a count of many awards leads to the first of them, the table to all. */
function toViews(parts: readonly SentencePart[], where: string, most: number, context: Context): PartView[] {
  return parts.map((part) => ({
    text: part.text,
    cites: (part.findings ?? []).slice(0, most).flatMap((id) => context.citations.cite(id, where)),
  }));
}

export function partsOf(sentence: Sentence, where: string, context: Context): PartView[] {
  return toViews(languagePart(sentence, context), where, 3, context);
}

/** What fits on the page of findings: whole sentences up to about `room` characters, never less than the first. */
export function opening(parts: readonly SentencePart[], room: number): SentencePart[] {
  const kept: SentencePart[] = [];
  let length = 0;
  for (const part of parts) {
    let text = '';
    for (const sentence of part.text.split(/(?<=[。！？]|[.!?] )/u)) {
      const closed =
        kept.length > 0 || text !== ''
          ? /[。！？]$|[.!?] ?$/u.test((text === '' ? kept.at(-1)?.text : text) ?? '')
          : false;
      if (closed && length + sentence.length > room) {
        return text === '' ? kept : [...kept, { ...part, text }];
      }
      text += sentence;
      length += sentence.length;
    }
    kept.push({ ...part, text });
  }
  return kept;
}

interface Candidate {
  readonly sentence: Sentence;
  readonly title: string;
  /** Lower goes first within its theme. */
  readonly rank: number;
}

/** What the sentence is about, from its row or from the kind of findings it states. */
function candidate(sentence: Sentence, context: Context): Candidate {
  const { say, comparison } = context;
  const row = sentence.row === undefined ? undefined : context.rows.get(sentence.row);
  if (row !== undefined) return { sentence, title: labelOf(row, context), rank: verdicts.indexOf(row.verdict) };
  const ids = sentence.zh.flatMap((part) => part.findings ?? []);
  const conflict = comparison.conflicts.find(
    (entry) => ids.length > 0 && ids.every((id) => entry.findings.includes(id)),
  );
  if (conflict !== undefined)
    return {
      sentence,
      title: say('findings.conflict', {
        place: context.place(conflict.jurisdiction).short,
        kind: say(`conflict.${conflict.kind}`),
      }),
      rank: 8,
    };
  if (ids.length > 0 && ids.every((id) => context.initiative(id) !== null))
    return { sentence, title: say('findings.practices', { theme: context.theme(sentence.theme ?? '') }), rank: 4 };
  if (ids.length > 0 && ids.every((id) => context.honour(id) !== null))
    return { sentence, title: say('findings.honours'), rank: 3 };
  if (sentence.theme === undefined)
    return {
      sentence,
      title: ids.length === 0 ? say('findings.emphasis') : say('findings.whole'),
      rank: ids.length === 0 ? 1 : 0,
    };
  // a sentence that only says who is silent comes last: the section on silence shows it whole
  return { sentence, title: context.theme(sentence.theme), rank: ids.length === 0 ? 5 : 9 };
}

/** About how many lines a finding takes on the first page, its title included. */
const linesOf = (parts: readonly SentencePart[]): number => {
  const length = parts.reduce((sum, part) => sum + part.text.length + Math.min(2, part.findings?.length ?? 0) * 3, 0);
  return 1.6 + Math.ceil(length / 42);
};

const roomPerFinding = 120;

/**
 * The page of findings: what is true of the whole first, then the themes in turn, best verdict first, so that every theme has its say and
 * the page is not overrun (`lines`). The other sentences stand at the head of their theme.
 */
export function findingViews(
  context: Context,
  lines: number,
): { readonly views: FindingView[]; readonly used: ReadonlySet<Sentence> } {
  const { say, comparison } = context;
  const all = comparison.sentences.map((sentence) => candidate(sentence, context));
  const order = (theme: string | undefined) => {
    if (theme === undefined) return -1;
    const at = comparison.themes.findIndex(({ id }) => id === theme);
    return at < 0 ? comparison.themes.length : at;
  };
  const queues = [...new Set(all.map(({ sentence }) => order(sentence.theme)))]
    .sort((a, b) => a - b)
    .map((at) =>
      all.filter(({ sentence, rank }) => order(sentence.theme) === at && rank < 9).sort((a, b) => a.rank - b.rank),
    );
  const chosen: Candidate[] = [];
  let left = lines;
  for (let turn = 0; turn < 4; turn += 1)
    for (const queue of queues) {
      const next = queue[turn];
      if (next === undefined) continue;
      const size = linesOf(opening(languagePart(next.sentence, context), roomPerFinding));
      if (size > left) continue;
      left -= size;
      chosen.push(next);
    }
  chosen.sort((a, b) => order(a.sentence.theme) - order(b.sentence.theme));
  const views = chosen.map(({ sentence, title }, at): FindingView => {
    const row = sentence.row === undefined ? undefined : context.rows.get(sentence.row);
    return {
      number: at + 1,
      title,
      parts: toViews(
        opening(languagePart(sentence, context), roomPerFinding),
        say('findings.where', { n: at + 1 }),
        2,
        context,
      ),
      verdict: row === undefined ? null : verdictView(row.verdict, say),
      theme: sentence.theme === undefined ? say('findings.whole') : context.theme(sentence.theme),
      themeId: sentence.theme ?? '',
      row: row === undefined ? '' : `row-${row.id}`,
    };
  });
  return { views, used: new Set(chosen.map(({ sentence }) => sentence)) };
}
