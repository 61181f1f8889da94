import type { Sentence } from '../../model/comparison.js';
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
  /** Theme ids for the filter; empty: always shown. */
  readonly themeId: string;
  /** Anchor of the row it was made from, else empty. */
  readonly row: string;
}

export function partsOf(sentence: Sentence, where: string, context: Context): PartView[] {
  return sentence[context.lang === 'en' ? 'en' : 'zh'].map((part) => ({
    text: part.text,
    cites: (part.findings ?? []).slice(0, 4).flatMap((id) => context.citations.cite(id, where)),
  }));
}

/**
 * The sentences for the page of findings: those about the whole first, then the themes in turn, best verdict first, so that
 * every theme has its say; the others stand at the head of their theme.
 */
export function pickFindings(sentences: readonly Sentence[], context: Context, most: number): Sentence[] {
  const rank = (sentence: Sentence) => {
    const row = sentence.row === undefined ? undefined : context.rows.get(sentence.row);
    return row === undefined ? verdicts.length : verdicts.indexOf(row.verdict);
  };
  const whole = sentences.filter((sentence) => sentence.theme === undefined && sentence.row === undefined).slice(0, 3);
  const ids = context.comparison.themes.map((theme) => theme.id);
  const queues = ids.map((id) =>
    sentences.filter((sentence) => sentence.theme === id).sort((a, b) => rank(a) - rank(b)),
  );
  const chosen = new Set<Sentence>(whole);
  for (let turn = 0; chosen.size < most && turn < most; turn += 1)
    for (const queue of queues) {
      const next = queue[turn];
      if (next !== undefined && chosen.size < most) chosen.add(next);
    }
  return sentences.filter((sentence) => chosen.has(sentence)).sort((a, b) => order(a, ids) - order(b, ids));
}

const order = (sentence: Sentence, ids: readonly string[]): number =>
  sentence.theme === undefined ? -1 : ids.indexOf(sentence.theme);

export function findingViews(sentences: readonly Sentence[], context: Context): FindingView[] {
  const { say } = context;
  return sentences.map((sentence, at) => {
    const row = sentence.row === undefined ? undefined : context.rows.get(sentence.row);
    const theme = sentence.theme === undefined ? say('findings.whole') : context.theme(sentence.theme);
    return {
      number: at + 1,
      title: row === undefined ? theme : labelOf(row, context),
      parts: partsOf(sentence, say('findings.where', { n: at + 1 }), context),
      verdict: row === undefined ? null : verdictView(row.verdict, say),
      theme,
      themeId: sentence.theme ?? '',
      row: row === undefined ? '' : `row-${row.id}`,
    };
  });
}
