import type { MapPiece } from '../model/repaired-doc.js';
import type { Span } from '../model/span.js';
import { lastAtMost } from './lines.js';
import { hull, merge } from './spans.js';

/**
 * One piece of a text in the making: the source text at `sourceSpan`, verbatim, or `text` in its place.
 * `text: ''` is text dropped that does not interrupt what it stood in (a space inside a number); an empty span with a
 * text is an insertion. What no piece names is left out, and interrupts.
 */
export interface Piece {
  readonly sourceSpan: Span;
  readonly text?: string;
}

/** A text with its way back to the text it was made from. */
export interface MappedText {
  readonly text: string;
  readonly map: readonly MapPiece[];
}

const size = (s: Span): number => s.end - s.start;
const isLinear = (p: MapPiece): boolean => size(p.repairedSpan) === size(p.sourceSpan);

/** Lays the pieces end to end. Verbatim (and equally long) neighbours that also touch in the source become one map piece. */
export function buildText(source: string, pieces: readonly Piece[]): MappedText {
  const parts: string[] = [];
  const map: MapPiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text ?? source.slice(piece.sourceSpan.start, piece.sourceSpan.end);
    if (text === '' && size(piece.sourceSpan) === 0) continue;
    parts.push(text);
    push(map, { repairedSpan: { start: at, end: at + text.length }, sourceSpan: piece.sourceSpan });
    at += text.length;
  }
  return { text: parts.join(''), map };
}

/** Appends, or lengthens the last piece where both are linear and touch on both sides. */
function push(map: MapPiece[], piece: MapPiece): void {
  const last = map[map.length - 1];
  if (
    last &&
    isLinear(last) &&
    isLinear(piece) &&
    size(piece.repairedSpan) > 0 &&
    last.sourceSpan.end === piece.sourceSpan.start
  ) {
    map[map.length - 1] = {
      repairedSpan: { start: last.repairedSpan.start, end: piece.repairedSpan.end },
      sourceSpan: { start: last.sourceSpan.start, end: piece.sourceSpan.end },
    };
  } else map.push(piece);
}

/** One change to a text: `[start, end)` reads `insert`. An empty `insert` drops text without interrupting what it stood in. */
export interface Change {
  readonly span: Span;
  readonly insert: string;
}

/** The text with the changes made; they must stand in order and not overlap (RangeError). */
export function applyChanges(text: string, changes: readonly Change[]): MappedText {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { span, insert } of changes) {
    if (span.start < at) throw new RangeError(`changes: found one at ${span.start}, expected none before ${at}`);
    if (span.start > at) pieces.push({ sourceSpan: { start: at, end: span.start } });
    pieces.push({ sourceSpan: span, text: insert });
    at = span.end;
  }
  if (at < text.length) pieces.push({ sourceSpan: { start: at, end: text.length } });
  return buildText(text, pieces);
}

/** The map of a text that nothing was done to. */
export function identityMap(text: string): MapPiece[] {
  const whole = { start: 0, end: text.length };
  return text === '' ? [] : [{ repairedSpan: whole, sourceSpan: whole }];
}

/** Index of the first piece that a repaired span touches, dropped text right before it included. */
function firstTouched(map: readonly MapPiece[], at: number): number {
  let first = Math.max(
    0,
    lastAtMost(map, at, (p) => p.repairedSpan.start),
  );
  while (first > 0 && map[first - 1]?.repairedSpan.start === at) first--;
  return first;
}

/**
 * Where a piece of repaired text stands in the source: the source spans in source order, touching ones merged.
 * Several spans: something interrupts (a caption, a paragraph break). Inserted text has no place; a span of it alone gives [].
 *
 *     repaired  …发布辟谣信息34条…            toSource → ‾‾‾‾‾‾‾‾ , ‾‾‾
 *     source    …发布辟谣信息⏎⏎34条…                     ‾‾‾‾‾‾‾‾    ‾‾‾
 */
export function toSource(map: readonly MapPiece[], repairedSpan: Span): Span[] {
  return merge(piecesOf(map, repairedSpan).map((p) => p.sourceSpan));
}

/**
 * The map cut down to one repaired span: linear pieces are trimmed, others stand whole on the source side. Dropped text counts
 * where the span runs on both sides of it; with `withHead` also right before the span.
 */
function piecesOf(map: readonly MapPiece[], span: Span, withHead = false): MapPiece[] {
  const found: MapPiece[] = [];
  for (let i = firstTouched(map, span.start); i < map.length; i++) {
    const piece = map[i];
    if (!piece || piece.repairedSpan.start >= span.end) break;
    const { repairedSpan: r, sourceSpan: s } = piece;
    if (size(r) === 0) {
      if (r.start > span.start || (withHead && r.start === span.start)) found.push(piece);
      continue;
    }
    const start = Math.max(r.start, span.start);
    const end = Math.min(r.end, span.end);
    if (start >= end) continue;
    const sourceSpan = isLinear(piece) ? { start: s.start + start - r.start, end: s.start + end - r.start } : s;
    found.push({ repairedSpan: { start, end }, sourceSpan });
  }
  return found;
}

/** The smallest source span that holds all of a repaired one; for a span without a source (inserted text) the place it stands at. */
export function sourceHull(map: readonly MapPiece[], repairedSpan: Span): Span {
  const whole = hull(toSource(map, repairedSpan));
  if (whole) return whole;
  const piece =
    map[
      Math.max(
        0,
        lastAtMost(map, repairedSpan.start, (p) => p.repairedSpan.start),
      )
    ];
  if (!piece) return { start: 0, end: 0 };
  const at =
    repairedSpan.start >= piece.repairedSpan.end
      ? piece.sourceSpan.end
      : piece.sourceSpan.start + (isLinear(piece) ? repairedSpan.start - piece.repairedSpan.start : 0);
  return { start: at, end: at };
}

/**
 * Where a piece of the source stands in the repaired text: repaired spans in the order of the repaired text, touching ones
 * merged; [] where all of it was dropped. Linear pieces are trimmed, others stand whole. Takes time in the number of pieces.
 */
export function toRepaired(map: readonly MapPiece[], sourceSpan: Span): Span[] {
  const found: Span[] = [];
  for (const piece of map) {
    const { repairedSpan: r, sourceSpan: s } = piece;
    const start = Math.max(s.start, sourceSpan.start);
    const end = Math.min(s.end, sourceSpan.end);
    if (start >= end || size(r) === 0) continue;
    found.push(isLinear(piece) ? { start: r.start + start - s.start, end: r.start + end - s.start } : r);
  }
  return merge(found);
}

/**
 * Two steps as one: `second` leads from the last text to the middle one, `first` from the middle one to the source.
 * A replaced piece whose middle text comes from several places maps to the hull of them; what is left of a replaced piece after
 * the second step maps into the source of the whole piece.
 */
export function compose(second: readonly MapPiece[], first: readonly MapPiece[]): MapPiece[] {
  const map: MapPiece[] = [];
  for (const piece of second) {
    const { repairedSpan: r, sourceSpan: middle } = piece;
    if (size(middle) === 0) {
      const before = toSource(first, { start: Math.max(0, middle.start - 1), end: middle.start });
      const at = before[before.length - 1]?.end ?? 0;
      push(map, { repairedSpan: r, sourceSpan: { start: at, end: at } });
    } else if (!isLinear(piece)) {
      push(map, { repairedSpan: r, sourceSpan: hull(toSource(first, middle)) ?? { start: 0, end: 0 } });
    } else {
      for (const part of piecesOf(first, middle, true)) {
        const start = r.start + part.repairedSpan.start - middle.start;
        push(map, {
          repairedSpan: { start, end: start + size(part.repairedSpan) },
          sourceSpan: part.sourceSpan,
        });
      }
    }
  }
  return map;
}
