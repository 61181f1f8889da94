import type { Span } from '../../model/span.js';
import { splitLines } from '../../text/lines.js';
import type { LineRule } from '../rule.js';
import { byline } from './byline.js';
import { caption } from './caption.js';
import { credit } from './credit.js';
import { heading, headingMarker } from './heading.js';
import { itemMarker } from './item.js';
import { masthead } from './masthead.js';

/** The rules that tell a line by its own looks, in the order they are asked. */
export const lineRules: readonly LineRule[] = [caption, masthead, credit, byline, heading];

/** What a line is by itself; `text` may be a paragraph, a piece of one, or a heading without marks: its neighbours decide. */
export type Shape = 'caption' | 'masthead' | 'credit' | 'byline' | 'heading' | 'item' | 'ornament' | 'text';

/** A line that holds something. Spans index the folded text. */
export interface Line {
  /** Without white space at its ends and without its marker (## , ●). */
  readonly span: Span;
  /** The text of `span`. */
  readonly text: string;
  /** Where the marker begins; `span.start` where there is none. */
  readonly markerStart: number;
  /** For items: what all items of the same list share; else ''. */
  readonly family: string;
  readonly shape: Shape;
  /** Blank lines right above and right below it; the ends of the text count as none. */
  readonly gapAbove: number;
  readonly gapBelow: number;
  /** Spaces before it. */
  readonly indent: number;
}

/** The longest line that is asked what it is: longer ones are text. */
const MAX = 400;

/** A row of a table without its outer bars, or parted by tabs: 刑事警情(起) | 4,218 | 3,590 | -14.9%. */
const isRow = (text: string): boolean =>
  text.length <= 200 &&
  ((text.match(/ \| /g)?.length ?? 0) >= 2 || (text.match(/\S\t+ *(?=\S)/g)?.length ?? 0) >= 2) &&
  !/[。；]/.test(text) &&
  /\d|指标|项目/.test(text);

function shapeOf(text: string): { shape: Shape; marker: number; family: string } {
  const plain = { marker: 0, family: '' };
  if (text.length <= 40 && !/[\p{L}\p{N}%。，；、！？）》]/u.test(text)) return { shape: 'ornament', ...plain };
  // a row of a table
  if ((text.startsWith('|') && text.endsWith('|')) || isRow(text)) return { shape: 'item', marker: 0, family: '|' };
  const hash = headingMarker(text.slice(0, MAX));
  if (hash > 0) return { shape: 'heading', marker: hash, family: '' };
  if (text.length <= MAX) {
    for (const rule of lineRules) if (rule.test(text)) return { shape: rule.id as Shape, ...plain };
  }
  const item = itemMarker(text.slice(0, 16));
  return item ? { shape: 'item', marker: item.length, family: item.family } : { shape: 'text', ...plain };
}

/** The lines of a folded text that hold something, in order. */
export function readLines(text: string): Line[] {
  const found: { start: number; end: number; gap: number; indent: number }[] = [];
  let gap = 0;
  for (const raw of splitLines(text)) {
    let { start, end } = raw;
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    if (start === end) {
      gap++;
      continue;
    }
    found.push({ start, end, gap, indent: start - raw.start });
    gap = 0;
  }
  return found.map(({ start, end, gap: above, indent }, i) => {
    const { shape, marker, family } = shapeOf(text.slice(start, end));
    const span = { start: start + marker, end };
    return {
      span,
      text: text.slice(span.start, end),
      markerStart: start,
      family,
      shape,
      gapAbove: i === 0 ? 0 : above,
      gapBelow: found[i + 1]?.gap ?? 0,
      indent,
    };
  });
}
