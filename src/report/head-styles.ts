import { createHash } from 'node:crypto';
import type { FontFaceData } from '../model/font.js';

/** A string for a CSS `content` or name: everything but letters and digits as escapes, so that no title can leave its quotes. */
export function cssString(text: string): string {
  return `"${Array.from(text, (character) => (/[0-9A-Za-z\u3400-\u9fff]/u.test(character) ? character : `\\${character.codePointAt(0)?.toString(16) ?? ''} `)).join('')}"`;
}

/** `@font-face` rules with the faces inside; a face that only adds characters comes with its unicode-range. */
export function fontStyle(fonts: readonly FontFaceData[]): string {
  return fonts
    .map(
      ({ family, weight, format, base64, unicodeRange }) =>
        `@font-face{font-family:${cssString(family)};font-weight:${weight};src:url(data:font/${format === 'woff2' ? 'woff2' : 'ttf'};base64,${base64}) format("${format}")${unicodeRange === null ? '' : `;unicode-range:${unicodeRange}`}}`,
    )
    .join('\n');
}

/** What depends on the content: running title, width of the columns. */
export function contentStyle({ title, columns }: { title: string; columns: number }): string {
  const name = cssString(title);
  const share = columns > 8 ? 16 : 22.6;
  const running = (side: string) =>
    `@top-${side}{content:${name};font-size:8pt;color:#45494d;vertical-align:bottom;padding-bottom:5.5mm}`;
  return [
    `@page :right{${running('right')}}`,
    `@page :left{${running('left')}}`,
    '@page :first{@top-left{content:none}@top-right{content:none}}',
    `.six col.lab{width:${share}%}.six col.c{width:${((100 - share) / Math.max(1, columns)).toFixed(3)}%}`,
  ].join('\n');
}

/** `'sha256-…'` for a Content-Security-Policy. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
