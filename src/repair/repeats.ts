import type { Note } from '../model/note.js';
import type { Repeat } from '../model/repaired-doc.js';
import type { Span } from '../model/span.js';
import { lastAtMost } from '../text/lines.js';
import { clauses, sentences } from '../text/sentences.js';
import { byPlace, overlaps } from '../text/spans.js';
import type { OwnedBlock } from './owner/index.js';

/** The shortest run inside a paragraph that counts as standing twice, in letters and digits. */
const RUN = 25;
/** The shortest block that counts, and the shortest that counts where it ends like an earlier one. */
const BLOCK = 12;
const BLOCK_WITH_FIGURE = 6;
/** Letters compared at once when looking for runs, and how far apart earlier ones are remembered. */
const GRAM = 12;
const STEP = 6;
/** The shortest sentence that may be a near-repeat. */
const NEAR = 16;

/** What counts when two passages are compared: letters and digits, not white space, width or punctuation. */
const counts = /[\p{L}\p{N}%‰]/u;

/** Whether a code unit counts; Chinese characters and ASCII, which are nearly all, without a pattern. */
function isCounted(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)) return true;
  return counts.test(text[at] ?? '');
}

/** The letters of all blocks in one string, a break after each block, and where each stands in the text. */
interface Stream {
  readonly letters: string;
  readonly at: Uint32Array;
  /** Start and end of each block in `letters`. */
  readonly blocks: readonly Span[];
}

const BREAK = '\u0000';

function streamOf(text: string, blocks: readonly OwnedBlock[]): Stream {
  const parts: string[] = [];
  const at = new Uint32Array(text.length + blocks.length + 1);
  const spans: Span[] = [];
  let n = 0;
  for (const { repairedSpan } of blocks) {
    const start = n;
    for (let i = repairedSpan.start; i < repairedSpan.end; i++) {
      if (!isCounted(text, i)) continue;
      at[n++] = i;
      parts.push(text[i] ?? '');
    }
    spans.push({ start, end: n });
    at[n++] = repairedSpan.end;
    parts.push(BREAK);
  }
  return { letters: parts.join(''), at, blocks: spans };
}

/** A block speaks for another report than an earlier one: then the same words are no repeat but two reports' own. */
const areStrangers = (a: OwnedBlock | undefined, b: OwnedBlock | undefined): boolean =>
  a?.owner.report != null && b?.owner.report != null && a.owner.report !== b.owner.report;

/**
 * The passages that stand earlier in the text already, letter for letter (white space, width and punctuation aside), in order:
 * whole blocks, blocks that are the tail of an earlier one, and runs of whole clauses of at least 25 letters. Passages of two
 * different reports are not each other's repeats. Takes time in the length of the text.
 */
export function findRepeats(text: string, blocks: readonly OwnedBlock[]): Repeat[] {
  const stream = streamOf(text, blocks);
  const whole = wholeBlocks(stream, blocks);
  const repeats: Repeat[] = [];
  whole.forEach((of, i) => {
    const block = blocks[i];
    if (of && block) repeats.push({ repairedSpan: block.repairedSpan, ofSpan: of });
  });
  repeats.push(...runs(text, stream, blocks, whole));
  repeats.push(...figures(text, blocks, repeats));
  return repeats.sort((a, b) => byPlace(a.repairedSpan, b.repairedSpan));
}

/**
 * Clauses too short for a run that give an exact figure of three digits or more and stand earlier with the same words:
 * …派出所警力增至县级公安机关总警力的46.95%. Nobody writes that twice about two things.
 */
function figures(text: string, blocks: readonly OwnedBlock[], known: readonly Repeat[]): Repeat[] {
  const seen = new Map<string, { span: Span; block: OwnedBlock }>();
  const found: Repeat[] = [];
  let next = 0;
  const ordered = [...known].sort((a, b) => byPlace(a.repairedSpan, b.repairedSpan));
  for (const block of blocks) {
    for (const span of clauses(text, block.repairedSpan)) {
      while ((ordered[next]?.repairedSpan.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
      const repeat = ordered[next]?.repairedSpan;
      if (repeat && repeat.start <= span.start && span.end <= repeat.end) continue;
      const clause = text.slice(span.start, span.end);
      if (!/\d/.test(clause)) continue;
      const letters = clause.replace(/[^\p{L}\p{N}%.]/gu, '');
      if (letters.length < BLOCK || letters.length > 200 || !/\d[\d.]{2,}(?!\d|年)/.test(letters)) continue;
      const first = seen.get(letters);
      if (!first) seen.set(letters, { span, block });
      else if (!areStrangers(first.block, block) && !(repeat && overlaps(repeat, span)))
        found.push({ repairedSpan: span, ofSpan: first.span });
    }
  }
  return found;
}

/** For each block the earlier passage that it repeats from end to end, or null. */
function wholeBlocks({ letters, blocks: spans, at }: Stream, blocks: readonly OwnedBlock[]): (Span | null)[] {
  const first = new Map<string, number>();
  const tails = new Map<string, number>();
  const found: (Span | null)[] = [];
  let follows = -1;
  blocks.forEach((block, i) => {
    const span = spans[i] ?? { start: 0, end: 0 };
    const own = letters.slice(span.start, span.end);
    const isLong = own.length >= BLOCK || (own.length >= BLOCK_WITH_FIGURE && /\d/.test(own));
    const next = spans[follows];
    // behind a repeated block the next one repeats the next one, however short
    const isNext = follows >= 0 && next !== undefined && follows < i && letters.slice(next.start, next.end) === own;
    const same = isNext ? follows : isLong ? first.get(own) : undefined;
    follows = -1;
    if (same !== undefined && !areStrangers(blocks[same], block)) {
      found.push(blocks[same]?.repairedSpan ?? null);
      follows = same + 1;
      return;
    }
    const tailOf = own.length >= BLOCK && own.length <= 200 ? tails.get(own.slice(-BLOCK)) : undefined;
    const earlier = tailOf === undefined ? undefined : spans[tailOf];
    if (
      earlier &&
      letters.slice(earlier.start, earlier.end).endsWith(own) &&
      !areStrangers(blocks[tailOf ?? 0], block)
    ) {
      const start = at[earlier.end - own.length] ?? 0;
      found.push({ start, end: blocks[tailOf ?? 0]?.repairedSpan.end ?? start });
      return;
    }
    found.push(null);
    if (own !== '' && !first.has(own)) first.set(own, i);
    if (own.length >= BLOCK) tails.set(own.slice(-BLOCK), i);
  });
  return found;
}

/** Runs of whole clauses inside blocks that do not repeat as a whole. */
function runs(text: string, stream: Stream, blocks: readonly OwnedBlock[], whole: readonly (Span | null)[]): Repeat[] {
  const { letters, at, blocks: spans } = stream;
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  spans.forEach((span, b) => {
    const block = blocks[b];
    if (!block || whole[b]) return;
    let i = span.start;
    let remembered = span.start;
    let parts: readonly Span[] | null = null;
    while (i + GRAM <= span.end) {
      const j = seen.get(letters.slice(i, i + GRAM));
      // remember this block's own letters only as far as they lie behind
      for (; remembered + GRAM <= i; remembered += STEP) remember(seen, letters, remembered);
      if (j === undefined) {
        i++;
        continue;
      }
      const match = extend(letters, i, j, span.start);
      const other = blockAt(spans, j);
      if (match.length >= RUN && !areStrangers(blocks[other], block)) {
        parts ??= clauses(text, block.repairedSpan, true);
        const snapped = snap(text, stream, parts, match);
        if (snapped) repeats.push(snapped);
      }
      i = Math.max(i + 1, match.start + match.length);
    }
    for (; remembered + GRAM <= span.end; remembered += STEP) remember(seen, letters, remembered);
  });
  return repeats.filter((r) => at.length > 0 && r.repairedSpan.end > r.repairedSpan.start);
}

function remember(seen: Map<string, number>, letters: string, at: number): void {
  const gram = letters.slice(at, at + GRAM);
  if (!seen.has(gram)) seen.set(gram, at);
}

interface Match {
  readonly start: number;
  readonly of: number;
  readonly length: number;
}

/** The longest run around two equal places; it keeps inside its block and does not overlap its own copy. */
function extend(letters: string, i: number, j: number, blockStart: number): Match {
  let back = 0;
  while (
    back < STEP * 2 &&
    i - back > blockStart &&
    j - back > 0 &&
    letters[i - back - 1] === letters[j - back - 1] &&
    letters[i - back - 1] !== BREAK
  )
    back++;
  let length = 0;
  const limit = i - j;
  while (
    length < limit &&
    letters[i + length] === letters[j + length] &&
    letters[i + length] !== BREAK &&
    i + length < letters.length
  )
    length++;
  return { start: i - back, of: j - back, length: length + back };
}

function blockAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A run cut down to whole clauses, or null where less than enough is left. `parts` are the clauses of its block. */
function snap(text: string, { at }: Stream, parts: readonly Span[], match: Match): Repeat | null {
  const start = at[match.start] ?? 0;
  const end = (at[match.start + match.length - 1] ?? 0) + 1;
  let i = Math.max(
    0,
    lastAtMost(parts, start, (p) => p.start),
  );
  const opening = parts[i];
  if (opening && start > opening.start + leading(text, opening)) i++;
  const first = parts[i];
  let last: Span | undefined;
  for (; i < parts.length; i++) {
    const part = parts[i];
    if (!part || trimmedEnd(text, part) > end) break;
    last = part;
  }
  if (!first || !last) return null;
  const from = match.start + lettersBefore(at, match, first.start);
  const length = match.start + lettersBefore(at, match, last.end) - from;
  if (length < RUN) return null;
  const of = match.of + (from - match.start);
  return {
    repairedSpan: { start: first.start, end: last.end },
    ofSpan: { start: at[of] ?? 0, end: (at[of + length - 1] ?? 0) + 1 },
  };
}

/** How many marks open a clause before its first letter. */
function leading(text: string, s: Span): number {
  let n = 0;
  while (s.start + n < s.end && !isCounted(text, s.start + n)) n++;
  return n;
}

/** End of a clause without the marks behind its last letter. */
function trimmedEnd(text: string, s: Span): number {
  let end = s.end;
  while (end > s.start && !isCounted(text, end - 1)) end--;
  return end;
}

/** How many letters of a run stand before a place. */
function lettersBefore(at: Uint32Array, match: Match, place: number): number {
  let low = 0;
  let high = match.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[match.start + middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Sentences that stand twice but for a figure: no repeats, one of them may be a misprint. One note for each pair of places,
 * `line` tells the source line of a place in the repaired text.
 */
export function nearRepeats(
  text: string,
  blocks: readonly OwnedBlock[],
  place: (span: Span) => NonNullable<Note['place']>,
): Note[] {
  const seen = new Map<string, { span: Span; letters: string; block: OwnedBlock }>();
  const notes: Note[] = [];
  for (const block of blocks) {
    for (const span of sentences(text, block.repairedSpan)) {
      const sentence = text.slice(span.start, span.end);
      if (!/\d/.test(sentence)) continue;
      const letters = sentence.replace(/[^\p{L}\p{N}%.]/gu, '');
      const shape = letters.replace(/\d[\d.]*/g, '#');
      if (shape.length < NEAR || !shape.includes('#') || shape.length < (shape.match(/#/g)?.length ?? 0) * 4) continue;
      const first = seen.get(shape);
      if (!first) seen.set(shape, { span, letters, block });
      else if (first.letters !== letters && !areStrangers(first.block, block)) {
        notes.push({
          code: 'repair/near-repeat',
          severity: 'warning',
          message: `found “${short(text, span)}” after “${short(text, first.span)}”: the same sentence with another figure`,
          place: place(span),
          related: place(first.span),
          hint: 'look which figure is right; both are kept',
          zh: {
            message: `发现“${short(text, span)}”，前文为“${short(text, first.span)}”：同一句话而数字不同`,
            hint: '请核对哪个数字正确；两者都保留',
          },
        });
      }
    }
  }
  return notes;
}

function short(text: string, { start, end }: Span): string {
  return end - start <= 60 ? text.slice(start, end) : `${text.slice(start, start + 40)}…${text.slice(end - 16, end)}`;
}
