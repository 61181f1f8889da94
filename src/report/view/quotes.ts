import type { Finding } from '../../model/finding.js';
import type { Cite } from '../typeset.js';
import type { Context } from './context.js';

export interface QuoteView {
  readonly jurisdiction: string;
  readonly text: string;
  readonly from: string;
  readonly cites: readonly Cite[];
}

const closers = '。！？…”’』」';

/** The whole sentence a claim stands in, on its own line of the source; null where the sentence runs over the line. */
export function sentenceAround(text: string, start: number, end: number): string | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const line = text.slice(lineStart, next < 0 ? text.length : next).replace(/\r$/u, '');
  const [from, to] = [start - lineStart, end - lineStart];
  let head = 0;
  for (let at = 0; at < from; at += 1) if ('。！？'.includes(line[at] ?? ' ')) head = at + 1;
  while (head < from && closers.includes(line[head] ?? ' ')) head += 1;
  let tail = Math.max(to - 1, 0);
  while (tail < line.length && !'。！？'.includes(line[tail] ?? ' ')) tail += 1;
  if (tail >= line.length) return null;
  tail += 1;
  while (tail < line.length && closers.includes(line[tail] ?? ' ')) tail += 1;
  const sentence = line.slice(head, tail).trim();
  return sentence === '' ? null : sentence;
}

/** How readable a sentence is as a quote: complete, neither a stub nor a paragraph, quotation marks in pairs. */
function fitness(text: string): number {
  const length = Array.from(text).length;
  if (length < 20 || length > 76 || /[\s▲△■□]/u.test(text)) return 0;
  if ((text.match(/“/gu) ?? []).length !== (text.match(/”/gu) ?? []).length) return 0;
  return 100 - Math.abs(length - 44) + (/“[^”]{2,12}”/u.test(text) ? 10 : 0) - (text.match(/[0-9]/gu) ?? []).length;
}

/** One sentence a report, in its own words, about a practice of the theme; the best two. */
export function quoteViews(theme: string, context: Context): QuoteView[] {
  const { comparison, say } = context;
  const texts = new Map(comparison.sources.map((source) => [source.file, source.text]));
  const best = new Map<string, { finding: Finding; text: string; score: number }>();
  for (const finding of comparison.initiatives) {
    const source = texts.get(finding.source.file);
    if (!finding.themes.includes(theme) || source === undefined || finding.source.spans !== undefined) continue;
    const text = sentenceAround(source, finding.source.start, finding.source.end);
    const score = text === null ? 0 : fitness(text);
    if (text === null || score === 0 || (best.get(finding.jurisdiction)?.score ?? 0) >= score) continue;
    best.set(finding.jurisdiction, { finding, text, score });
  }
  return context.places
    .flatMap((place) => {
      const quote = best.get(place.id);
      return quote === undefined ? [] : [{ place, quote }];
    })
    .sort((a, b) => b.quote.score - a.quote.score)
    .slice(0, 2)
    .sort((a, b) => context.places.indexOf(a.place) - context.places.indexOf(b.place))
    .map(({ place, quote }) => ({
      jurisdiction: place.id,
      text: say('quote', { text: quote.text.replace(/“/gu, '‘').replace(/”/gu, '’') }),
      from: say('quotes.from', { place: place.name, line: quote.finding.source.line }),
      cites: context.citations.cite(quote.finding.id, say('quotes.where', { theme: context.theme(theme) })),
    }));
}
