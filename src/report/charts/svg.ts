import { escapeHtml, Markup } from '../markup.js';

/** A chart drawn twice from one function: for paper and wide windows, and for a phone. */
export interface TwoWidths {
  readonly wide: Markup;
  readonly narrow: Markup;
}

/** A number for an SVG attribute: at most one decimal, the same on every machine. */
export function px(value: number): string {
  const text = value.toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

export interface TextOptions {
  readonly className?: string;
  readonly anchor?: 'middle' | 'end';
}

export function label(x: number, y: number, content: string, { className, anchor }: TextOptions = {}): string {
  return `<text x="${px(x)}" y="${px(y)}"${anchor === undefined ? '' : ` text-anchor="${anchor}"`}${className === undefined ? '' : ` class="${className}"`}>${escapeHtml(content)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, className: string): string {
  return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${className}"/>`;
}

export function circle(x: number, y: number, r: number, className: string): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" class="${className}"/>`;
}

/** Paper behind a label that a line would cross. Not stroked text: that becomes a Type 3 font in the PDF. */
export function ground(x: number, y: number, width: number, height: number): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" class="bg"/>`;
}

export function group(jurisdiction: string, content: string): string {
  return `<g data-j="${escapeHtml(jurisdiction)}">${content}</g>`;
}

/**
 * The whole drawing, or its part of this height from `top` on; `text` says in words what it shows, an empty one marks it as decoration.
 */
export function svg(className: string, width: number, height: number, text: string, content: string, top = 0): Markup {
  const meaning = text === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(text)}"`;
  return new Markup(
    `<svg class="chart ${className}" viewBox="0 ${px(top)} ${px(width)} ${px(height)}" ${meaning}>${content}</svg>`,
  );
}

/** About how wide a text is set, in units of `size`: full width for Chinese, .56 for the rest. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const character of text)
    sum += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/u.test(character) ? 1 : 0.56;
  return sum * size;
}

/** The text cut to a width, with an ellipsis; whole texts stand in the tables. */
export function cutTo(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
