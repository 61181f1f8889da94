import type { BlockKind } from '../../model/repaired-doc.js';
import type { Span } from '../../model/span.js';
import type { TokenisedDoc } from '../../model/tokenised-doc.js';
import { matchesOf } from '../../text/matches.js';
import { onceFor } from '../../text/once-for.js';
import { maskQuotes, type Quote, quotesOf } from './quotes.js';

/** One block of the report's own text. All spans inside it are relative to `start`. */
export interface Passage {
  /** Offset of the passage in the repaired text. */
  readonly start: number;
  /** As repaired, with every kind of quotation marks as “ ”. */
  readonly text: string;
  /** `text` with the inside of quotes masked; same length. */
  readonly masked: string;
  readonly quotes: readonly Quote[];
  readonly kind: BlockKind;
  readonly section: string | null;
  readonly sentences: readonly Sentence[];
}

/** A sentence, relative to the passage: without its full stop. */
export interface Sentence extends Span {
  /** Clauses between commas and colons, relative to the passage, in order; never empty. */
  readonly clauses: readonly Span[];
}

const READ: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'item', 'heading', 'caption']);

/** The blocks of one report in the order of the text, cut into sentences and clauses; quotes are never cut. Several extractors ask for them. */
export function passagesOf(doc: TokenisedDoc, report: string): readonly Passage[] {
  const known = passagesOfDoc(doc);
  const passages = known.get(report) ?? cutPassages(doc, report);
  known.set(report, passages);
  return passages;
}
const passagesOfDoc = onceFor((_doc: TokenisedDoc) => new Map<string, readonly Passage[]>());

function cutPassages(doc: TokenisedDoc, report: string): Passage[] {
  const passages: Passage[] = [];
  for (const block of doc.repaired.blocks) {
    if (block.owner.report !== report || !READ.has(block.kind)) continue;
    const { start, end } = block.repairedSpan;
    const raw = doc.repaired.text.slice(start, end);
    const quotes = quotesOf(raw);
    const text = curled(raw, quotes);
    const masked = maskQuotes(text, quotes);
    passages.push({
      start,
      text,
      masked,
      quotes,
      kind: block.kind,
      section: block.section,
      sentences: sentencesOf(masked),
    });
  }
  return passages;
}

/** Paired marks of every kind as “ ”, so that rules know one kind only; the length stays. */
function curled(text: string, quotes: readonly Quote[]): string {
  let out = '';
  let at = 0;
  for (const { span, inner, kind } of quotes) {
    if (kind === 'book' || text.charAt(span.start) === '“') continue;
    out += `${text.slice(at, span.start)}“${text.slice(inner.start, inner.end)}”`;
    at = span.end;
  }
  return out + text.slice(at);
}

/** A sentence longer than this is cut at a comma: looking back to its beginning must not cost the square of a page without full stops. */
const LONGEST = 1500;

/** Cuts at 。！？； and line breaks. */
function sentencesOf(masked: string): Sentence[] {
  return cut(masked, /[。！？!?；;\n\r]/g)
    .flatMap((s) => bounded(masked, s))
    .map(({ start, end }) => ({
      start,
      end,
      clauses: cut(masked.slice(start, end), /[，：:]|,(?!\d{3}(?!\d))|——/g).map((c) => ({
        start: c.start + start,
        end: c.end + start,
      })),
    }));
}

function bounded(masked: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > LONGEST) {
    const part = masked.slice(start, start + LONGEST);
    const comma = Math.max(part.lastIndexOf('，'), part.lastIndexOf(','), part.lastIndexOf('、'));
    const end = start + (comma > 0 ? comma + 1 : LONGEST);
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: sentence.end }];
}

function cut(text: string, at: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
  };
  for (const match of matchesOf(text, at)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return spans;
}
