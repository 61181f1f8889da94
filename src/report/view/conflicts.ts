import type { Cite } from '../typeset.js';
import type { Context } from './context.js';

export interface ConflictView {
  readonly id: string;
  readonly jurisdiction: string;
  readonly place: string;
  readonly kind: string;
  readonly quotes: readonly { readonly text: string; readonly cites: readonly Cite[]; readonly at: string }[];
  readonly text: string;
  /** How many quotes are left out of a long list, as a text; else empty. */
  readonly more: string;
  /** Only one side to quote. */
  readonly single: boolean;
}
export interface ConflictsView {
  readonly number: string;
  readonly list: readonly ConflictView[];
}

/** A list longer than this is cut to its first four. */
const most = 6;
const shownOf = (count: number): number => (count > most ? 4 : count);

/** What a report says twice in two ways, or what cannot be: both sides quoted, nothing chosen. */
export function conflictsView(context: Context): ConflictsView | null {
  const { comparison, say, lang } = context;
  if (comparison.conflicts.length === 0) return null;
  const number = context.numbers.table();
  return {
    number,
    list: comparison.conflicts.map((conflict) => ({
      id: conflict.id,
      jurisdiction: conflict.jurisdiction,
      place: context.place(conflict.jurisdiction).name,
      kind: say(`conflict.${conflict.kind}`),
      more:
        conflict.quotes.length > most
          ? say('conflicts.more', { n: conflict.quotes.length - shownOf(conflict.quotes.length) })
          : '',
      quotes: conflict.quotes.slice(0, shownOf(conflict.quotes.length)).map((quote) => {
        const finding = conflict.findings.find((id) => {
          const source = (context.fact(id) ?? context.honour(id) ?? context.initiative(id))?.source;
          return (
            source !== undefined && source.file === quote.file && source.start < quote.end && quote.start < source.end
          );
        });
        return {
          text: say('quote', { text: quote.exact.replace(/\s+/gu, '').replace(/“/gu, '‘').replace(/”/gu, '’') }),
          cites: finding === undefined ? [] : context.citations.cite(finding, number),
          at: say('conflicts.line', { line: quote.line }),
        };
      }),
      text: lang === 'en' ? conflict.en : conflict.zh,
      single: conflict.quotes.length === 1,
    })),
  };
}
