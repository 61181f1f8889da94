import type { Span } from '../../model/span.js';
import { isLetter } from '../../text/letters.js';

/** A quoted piece of text with its marks; `inner` is what stands between them. */
export interface Quote {
  /** With the marks. */
  readonly span: Span;
  readonly inner: Span;
  /** `book`: 《…》; `quote`: every other pair of marks. */
  readonly kind: 'quote' | 'book';
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['"', '"'],
  ['〝', '〞'],
]);
/** A quoted name is short; what runs longer is speech, or a mark whose partner was lost. */
const LONGEST = 60;

/**
 * The outermost quoted pieces of a text in order, at most 60 code units each; marks without a partner are no quote.
 *
 *     推行“一村一辅警”、《社区警务工作守则》      →  2 quotes
 */
export function quotesOf(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (let i = 0; i < text.length; i++) {
    if (isLetter(text.charCodeAt(i))) continue;
    const open = text.charAt(i);
    const close = PAIRS.get(open);
    if (close === undefined) continue;
    let end = -1;
    const limit = Math.min(text.length, i + LONGEST + 2);
    for (let k = i + 1; k < limit; k++) {
      if (isLetter(text.charCodeAt(k))) continue;
      const at = text.charAt(k);
      if (at === close) {
        end = k;
        break;
      }
      if (at === '\n' || (at === open && open !== '"')) break;
    }
    if (end <= i + 1) continue;
    quotes.push({
      span: { start: i, end: end + 1 },
      inner: { start: i + 1, end },
      kind: open === '《' ? 'book' : 'quote',
    });
    i = end;
  }
  return quotes;
}

/** The quotes that lie in a span of the text they were found in; `quotes` in order. Takes the logarithm of their number. */
export function quotesWithin(quotes: readonly Quote[], within: Span): Quote[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.span.start ?? Infinity) < within.start) low = middle + 1;
    else high = middle;
  }
  const found: Quote[] = [];
  for (let i = low; i < quotes.length; i++) {
    const quote = quotes[i];
    if (!quote || quote.span.start >= within.end) break;
    if (quote.span.end <= within.end) found.push(quote);
  }
  return found;
}

/** What quoted text is replaced by, so that no pattern matches inside it; the marks stay, lengths do not change. */
export const MASK = '\u25A1';

/** The text with the inside of its quotes masked. Same length, same offsets. */
export function maskQuotes(text: string, quotes: readonly Quote[]): string {
  let out = '';
  let at = 0;
  for (const { inner } of quotes) {
    out += text.slice(at, inner.start) + MASK.repeat(inner.end - inner.start);
    at = inner.end;
  }
  return out + text.slice(at);
}
