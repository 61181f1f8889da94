import type { Cite } from '../typeset.js';
import type { Context } from './context.js';

export interface QuoteView {
  readonly jurisdiction: string;
  readonly text: string;
  readonly from: string;
  readonly cites: readonly Cite[];
}

/** How readable a sentence is as a quote: complete, neither a stub nor a paragraph. */
function fitness(text: string): number {
  const length = Array.from(text).length;
  if (length < 14 || length > 80) return 0;
  return 100 - Math.abs(length - 34) + (/[“”]/u.test(text) ? 12 : 0);
}

/** One sentence a report, in its own words, about a practice of the theme; at most four. */
export function quoteViews(theme: string, context: Context): QuoteView[] {
  const { comparison, say } = context;
  const best = new Map<string, { id: string; text: string; file: string; line: number; score: number }>();
  const shared = new Set(comparison.practices.flatMap((practice) => practice.initiatives));
  for (const initiative of comparison.initiatives) {
    if (!initiative.themes.includes(theme)) continue;
    const text = initiative.source.exact.replace(/\s+/gu, '');
    const score = fitness(text) + (shared.has(initiative.id) ? 0 : 6);
    const held = best.get(initiative.jurisdiction);
    if (fitness(text) === 0 || (held !== undefined && held.score >= score)) continue;
    best.set(initiative.jurisdiction, {
      id: initiative.id,
      text,
      file: initiative.source.file,
      line: initiative.source.line,
      score,
    });
  }
  return context.places
    .flatMap((place) => {
      const quote = best.get(place.id);
      return quote === undefined ? [] : [{ place, quote }];
    })
    .sort((a, b) => b.quote.score - a.quote.score)
    .slice(0, 4)
    .sort((a, b) => context.places.indexOf(a.place) - context.places.indexOf(b.place))
    .map(({ place, quote }) => ({
      jurisdiction: place.id,
      text: say('quote', { text: quote.text.replace(/“/gu, '‘').replace(/”/gu, '’') }),
      from: say('quotes.from', { place: place.name, line: quote.line }),
      cites: context.citations.cite(quote.id, say('quotes.where', { theme: context.theme(theme) })),
    }));
}
