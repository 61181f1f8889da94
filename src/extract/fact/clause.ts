import type { Quantity } from '../../model/quantity.js';
import type { Span } from '../../model/span.js';
import { isLetter } from '../../text/letters.js';
import { matchesOf } from '../../text/matches.js';
import { bracketDepths } from '../../text/sentences.js';

/** A quantity in its clause with the words on both sides of it. Offsets are those of the repaired text. */
export interface Figure {
  readonly quantity: Quantity;
  /** Words that belong to the figure and stand before it, list separators gone. */
  readonly before: string;
  /** Words that belong to it and stand after it. */
  readonly after: string;
  /** Where the list member starts that the figure stands in: the clause's start or the separator's end. */
  readonly start: number;
  /** Where the words after it end. */
  readonly end: number;
  /** True for a list member after the first (…、护学岗482个). */
  readonly listed: boolean;
}

/** A piece of a sentence between commas, or inside brackets that hold a figure. */
export interface Clause {
  readonly span: Span;
  readonly text: string;
  readonly figures: readonly Figure[];
  /** Stands in brackets: (含…2000个), (连续11年). */
  readonly inBrackets: boolean;
  /** Stands in quoted speech (not in a quoted name). */
  readonly inSpeech: boolean;
}

/** A sentence: everything up to a full stop; semicolons and commas part clauses. */
export interface Sentence {
  readonly span: Span;
  readonly text: string;
  readonly clauses: readonly Clause[];
}

const STOPS = new Set(['。', '！', '？', '!', '?', '\n']);
const COMMAS = new Set(['，', ',', '；', ';', '：', ':', '—', '…']);
const OPENERS = '“‘「『"';
const CLOSERS = '”’」』"';
/** A quotation longer than this with a comma or a stop in it is speech, not a name. */
const NAME_LENGTH = 14;

/** Longer clauses and sentences are cut, so that no rule ever looks at more than this at once. Far above what people write. */
const LONGEST_CLAUSE = 400;
/** A longer text before a colon is no name of the figure behind it. */
const LONGEST_NAME = 16;
const LONGEST_SENTENCE = 3000;

/** The quantities of an ordered list that lie in a span, found by halving. */
export function quantitiesIn(quantities: readonly Quantity[], span: Span): Quantity[] {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[middle]?.repairedSpan.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Quantity[] = [];
  for (let i = low; i < quantities.length; i++) {
    const quantity = quantities[i];
    if (!quantity || quantity.repairedSpan.start >= span.end) break;
    if (quantity.repairedSpan.end <= span.end) found.push(quantity);
  }
  return found;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** Quotations that are speech: they hold a stop, or a comma and more words than a name has. */
function speechSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    if (isLetter(text.charCodeAt(i))) continue;
    const c = text[i] ?? '';
    if (c === '\n') open = -1;
    else if (open < 0 ? OPENERS.includes(c) : false) open = i;
    else if (open >= 0 && CLOSERS.includes(c)) {
      const inside = text.slice(open + 1, i);
      const last = inside.slice(-1);
      if (
        /[。！？!?]/.test(inside.slice(0, -1)) ||
        (/[，,。！？!?]/.test(inside) && (inside.length > NAME_LENGTH || /[。！？!?，,]/.test(last)))
      )
        spans.push({ start: open, end: i + 1 });
      open = -1;
    }
  }
  return spans;
}

/** Brackets that hold a whole figure: (连续11年), （含人脸识别摄像机2000个）; not those inside a unit, 人（次）. */
function bracketSpans(text: string, quantities: readonly Quantity[], offset: number): Span[] {
  const spans: Span[] = [];
  const pattern = /[（(][^（()）\n]{1,80}[)）]/g;
  for (const match of matchesOf(text, pattern)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    if (quantitiesIn(quantities, { start: start + 1, end: end - 1 }).length > 0)
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

const SEPARATOR = /^(?:[、,，]|和|及|与|以及|并)/;
const SEPARATOR_END = /(?:[、,，]|和|及|与|以及)$/;

/** Divides the words between two neighbouring figures: what belongs to the first, what to the second. */
function divide(gap: string): { after: number; before: number; listed: boolean } {
  // 96,204起 有效警情：|41,377起: a name with a colon opens a new entry of the list
  if (/[：:]\s*$/.test(gap)) return { after: 0, before: 0, listed: false };
  const trimmedStart = gap.length - gap.trimStart().length;
  const head = SEPARATOR.exec(gap.slice(trimmedStart));
  if (head && gap.length > trimmedStart)
    return { after: trimmedStart, before: trimmedStart + head[0].length, listed: true };
  const tail = SEPARATOR_END.exec(gap.trimEnd());
  if (tail) return { after: gap.trimEnd().length - tail[0].length, before: gap.length, listed: true };
  let depth = 0;
  for (let i = 0; i < gap.length; i++) {
    const c = gap[i] ?? '';
    if ('“‘《（('.includes(c)) depth++;
    else if ('”’》）)'.includes(c)) depth--;
    else if (depth === 0 && c === '、') return { after: i, before: i + 1, listed: true };
  }
  return { after: gap.length, before: 0, listed: false };
}

function figuresOf(text: string, offset: number, clause: Span, quantities: readonly Quantity[]): Figure[] {
  const inside = quantitiesIn(quantities, clause);
  const slice = (start: number, end: number) => text.slice(start - offset, Math.max(start, end) - offset);
  let start = clause.start;
  let listed = false;
  let carried = '';
  return inside.map((quantity, i) => {
    const next = inside[i + 1];
    const gapEnd = next ? next.repairedSpan.start : clause.end;
    const gap = slice(quantity.repairedSpan.end, gapEnd);
    const cut = next ? divide(gap) : { after: gap.length, before: 0, listed: false };
    const figure: Figure = {
      quantity,
      // 满意度连续四年保持在98%以上: what stands before the streak is also what the share is about
      before: carried + slice(start, quantity.repairedSpan.start),
      after: gap.slice(0, cut.after),
      start,
      end: quantity.repairedSpan.end + cut.after,
      listed,
    };
    start = quantity.repairedSpan.end + cut.before;
    listed = cut.listed;
    carried = quantity.form === 'streak' && !cut.listed ? figure.before : '';
    return figure;
  });
}

/**
 * Reads one block of the repaired text as sentences and clauses with their figures. Quoted names are never cut; quoted speech is
 * read like other text and marked. Quantities must be in order and may not overlap.
 */
export function readSentences(
  full: string,
  block: Span,
  quantities: readonly Quantity[],
  isNoClaim: (figure: Figure, clause: Clause) => boolean = () => false,
): Sentence[] {
  const first = readOnce(full, block, quantities);
  const dropped = new Set<Quantity>();
  for (const sentence of first)
    for (const clause of sentence.clauses)
      for (const figure of clause.figures) if (isNoClaim(figure, clause)) dropped.add(figure.quantity);
  // A figure that is no claim (60岁以上的居民) is ordinary text to its neighbours.
  return dropped.size === 0
    ? first
    : readOnce(
        full,
        block,
        quantities.filter((q) => !dropped.has(q)),
        quantities,
      );
}

function readOnce(
  full: string,
  block: Span,
  quantities: readonly Quantity[],
  numbers: readonly Quantity[] = quantities,
): Sentence[] {
  const text = full.slice(block.start, block.end);
  const offset = block.start;
  const mine = quantitiesIn(quantities, block);
  const speech = speechSpans(text);
  const brackets = bracketSpans(text, mine, offset);
  const depths = bracketDepths(text);
  const speechDepth = new Uint8Array(text.length);
  for (const s of speech) for (let i = s.start; i < s.end; i++) speechDepth[i] = 1;
  const bracketEdge = new Map<number, 'open' | 'close'>();
  for (const b of brackets) {
    bracketEdge.set(b.start, 'open');
    bracketEdge.set(b.end - 1, 'close');
  }
  const inFigure = new Uint8Array(text.length);
  for (const q of quantitiesIn(numbers, block))
    for (let i = q.repairedSpan.start - offset; i < q.repairedSpan.end - offset; i++) inFigure[i] = 1;
  const startsFigure = new Uint8Array(text.length + 1);
  for (const q of mine) {
    const at = q.repairedSpan.start - offset;
    startsFigure[at] = 1;
    if (text[at - 1] === ' ') startsFigure[at - 1] = 1;
  }
  // Straight quotation marks are no brackets for `bracketDepths`: short quoted names are marked here.
  const quoted = new Uint8Array(text.length);
  for (const m of matchesOf(text, /"[^"\n]{1,24}"/g))
    if (!speechDepth[m.index]) quoted.fill(1, m.index + 1, m.index + m[0].length - 1);

  const sentences: Sentence[] = [];
  let pieces: { span: Span; inBrackets: boolean; inSpeech: boolean }[] = [];
  let sentenceStart = 0;
  let clauseStart = 0;
  let figureEnd = 0;
  let inBrackets = false;
  const closeClause = (end: number, next: number) => {
    const raw = text.slice(clauseStart, end);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    if (body.length > 0) {
      const start = clauseStart + lead;
      pieces.push({
        span: { start: offset + start, end: offset + start + body.length },
        inBrackets,
        inSpeech: speechDepth[start + (body.length >> 1)] === 1,
      });
    }
    clauseStart = next;
  };
  const closeSentence = (end: number) => {
    if (pieces.length > 0) {
      const span = { start: offset + sentenceStart, end: offset + end };
      sentences.push({
        span,
        text: full.slice(span.start, span.end),
        clauses: pieces.map((p) => ({
          span: p.span,
          text: full.slice(p.span.start, p.span.end),
          figures: figuresOf(text, offset, p.span, mine),
          inBrackets: p.inBrackets,
          inSpeech: p.inSpeech,
        })),
      });
    }
    pieces = [];
    sentenceStart = end;
  };
  for (let i = 0; i < text.length; i++) {
    if (inFigure[i]) {
      figureEnd = i + 1;
      continue;
    }
    if (i - clauseStart >= LONGEST_CLAUSE) closeClause(i, i);
    if (i - sentenceStart >= LONGEST_SENTENCE && i === clauseStart) closeSentence(i);
    const edge = bracketEdge.get(i);
    if (edge) {
      closeClause(i, i + 1);
      inBrackets = edge === 'open';
      continue;
    }
    if (isLetter(text.charCodeAt(i))) continue;
    const c = text[i] ?? '';
    const depth = (depths[i] ?? 0) - (speechDepth[i] ?? 0) - (inBrackets ? 1 : 0);
    if (depth > 0 || quoted[i]) continue;
    if (STOPS.has(c)) {
      closeClause(i, i + 1);
      inBrackets = false;
      closeSentence(i + 1);
    } else if (COMMAS.has(c)) {
      if ((c === ',' || c === ':' || c === '—') && isDigit(text[i - 1]) && isDigit(text[i + 1])) continue;
      // 身份证办理：3.7万张: the colon between a name and its figure parts nothing
      if ((c === '：' || c === ':') && startsFigure[i + 1]) {
        const nameStart = Math.max(clauseStart, figureEnd);
        if (i > nameStart && i - nameStart <= LONGEST_NAME) {
          // 96,204起 有效警情：41,377起: the next entry of a list that lost its line breaks
          if (nameStart > clauseStart) closeClause(nameStart, nameStart);
          continue;
        }
      }
      closeClause(i, i + 1);
    }
  }
  closeClause(text.length, text.length);
  closeSentence(text.length);
  return sentences;
}
