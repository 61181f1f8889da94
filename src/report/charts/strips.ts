import { escapeHtml, Markup } from '../markup.js';
import { svg } from './svg.js';

/** The part of a drawing between two heights, in the drawing's own coordinates. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly content: string;
}

export interface Strips {
  readonly className: string;
  readonly width: number;
  /** What it shows, in words. */
  readonly text: string;
  /** Stands above the rows, on paper at the top of every page they run over. */
  readonly head: Strip;
  /** From top to bottom, each beginning where the one before ends; a page may end between two of them. */
  readonly rows: readonly Strip[];
  /** Lines that run through all rows. */
  readonly behind: (from: number, to: number) => string;
}

/** What is lower than this (in units; 720 are the width of a page) need not be cut: it finds its place on one page. */
const onePage = 500;

/**
 * A drawing of many rows. A low one is one SVG; a high one is a table of one SVG a row, because a browser prints an SVG on one page and cuts
 * off what is below it.
 */
export function strips({ className, width, text, head, rows, behind }: Strips): Markup {
  const height = rows.at(-1)?.to ?? head.to;
  const body = rows.map((row) => row.content).join('');
  if (height <= onePage) return svg(className, width, height, text, head.content + behind(head.to, height) + body);
  const drawn = (strip: Strip, content: string) =>
    `<div>${svg(className, width, strip.to - strip.from, '', content, strip.from).html}</div>`;
  return new Markup(
    `<div class="${className}" role="img" aria-label="${escapeHtml(text)}"><div class="strips"><div>${drawn(head, head.content)}</div><div>${rows
      .map((row) => drawn(row, behind(row.from, row.to) + row.content))
      .join('')}</div></div></div>`,
  );
}
