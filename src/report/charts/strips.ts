import { Markup } from '../markup.js';
import { svg } from './svg.js';

/** The part of a drawing between two heights, in the drawing's own coordinates. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly content: string;
  /** What it shows, in words. */
  readonly text: string;
}

export interface Strips {
  readonly className: string;
  readonly width: number;
  /** Stands above the rows, on paper at the top of every page they run over. */
  readonly head: Omit<Strip, 'text'>;
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
export function strips({ className, width, head, rows, behind }: Strips): Markup {
  const height = rows.at(-1)?.to ?? head.to;
  if (height <= onePage) {
    const text = rows.map((row) => row.text).join('; ');
    const body = rows.map((row) => row.content).join('');
    return svg(className, width, height, text, head.content + behind(head.to, height) + body);
  }
  const part = ({ from, to }: Omit<Strip, 'text'>, text: string, content: string) =>
    `<div>${svg(className, width, to - from, text, content, from).html}</div>`;
  const parts = rows.map((row) => part(row, row.text, behind(row.from, row.to) + row.content));
  return new Markup(
    `<div class="${className}"><div class="strips"><div>${part(head, '', head.content)}</div><div>${parts.join('')}</div></div></div>`,
  );
}
