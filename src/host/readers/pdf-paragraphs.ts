import type { SourceDoc, SourceUnit } from '../../model/source-doc.js';
import { isLatin } from './pdf-fragments.js';
import type { PdfLine } from './pdf-reading-order.js';

/** The lines of one page in reading order; `number` counts from 1. */
export interface PageLines {
  readonly number: number;
  readonly lines: readonly PdfLine[];
}

const ENDS = /[。！？!?；：…][”’）】》]{0,2}$/;
// e.g. 一、, （一）, 1., ●, ▲, 【, ——
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[●•■◆★▲△▼【#]|——|第[一二三四五六七八九十]{1,3}[章节部条])/;

/**
 * Lines put together to paragraphs, over columns and pages too: a line goes on with the next where it fills its column and the next
 * is not set in, is of the same size and does not stand apart. Lines in clearly larger letters become headings. Each page is a
 * unit, e.g. `第3页`, and a paragraph that runs over two pages lies in both.
 */
export function paragraphsOf(file: string, pages: readonly PageLines[]): SourceDoc {
  const all = pages.flatMap(({ lines }) => lines);
  const body = bodySize(all);
  const leading = leadingOf(all);
  const units: SourceUnit[] = [];
  let text = '';
  let last: { line: PdfLine; page: number; heading: boolean } | null = null;
  for (const { number, lines } of pages) {
    let start: number | null = null;
    for (const [i, line] of lines.entries()) {
      const heading = isHeading(line, body);
      const goesOn =
        last !== null &&
        last.heading === heading &&
        continues(last.line, line, {
          leading,
          apart: last.page !== number || last.line.region !== line.region,
          heading,
        });
      if (!goesOn) {
        if (text !== '') text += isRow(last?.line, line, leading) ? '\n' : '\n\n';
        start ??= text.length;
        if (heading) text += '## ';
      } else {
        const space = isLatin(text.at(-1)) && /[A-Za-z]/.test(line.text[0] ?? '') ? ' ' : '';
        text += heading && /[\u4e00-\u9fff]$/.test(text) ? ' ' : space;
        start ??= text.length;
      }
      text += line.text;
      last = { line, page: number, heading };
      if (i === lines.length - 1)
        units.push({ label: `第${number}页`, span: { start: start ?? text.length, end: text.length } });
    }
  }
  if (text !== '') text += '\n';
  return { file, text, encoding: 'pdf', units: closed(units) };
}

/** Units without gaps: what stands between two pages (a line break) belongs to the former. */
function closed(units: readonly SourceUnit[]): SourceUnit[] {
  return units.map((unit, i) => ({
    label: unit.label,
    span: { start: unit.span.start, end: units[i + 1]?.span.start ?? unit.span.end },
  }));
}

function continues(
  a: PdfLine,
  b: PdfLine,
  how: { readonly leading: number; readonly apart: boolean; readonly heading: boolean },
): boolean {
  if (Math.abs(a.size - b.size) > 0.12 * Math.max(a.size, b.size)) return false;
  if (OPENS.test(b.text) || a.cells > 1 || b.cells > 1) return false;
  const fills = a.right >= a.column.right - 1.6 * a.size;
  const setIn = b.left - b.column.left > 0.9 * b.size;
  const near = b.y - a.y > 0 && b.y - a.y <= 1.25 * Math.max(how.leading, 1.2 * a.size);
  // A headline on two lines is centred: neither filled nor flush.
  if (how.heading) return !how.apart && near && b.text.length <= 30 && a.text.length <= 30;
  if (!fills || setIn) return false;
  return how.apart ? !ENDS.test(a.text) : near;
}

/** Lines of a list or table stand closer than paragraphs: no blank line between them. */
function isRow(a: PdfLine | undefined, b: PdfLine, leading: number): boolean {
  return (
    a !== undefined && a.region === b.region && b.y > a.y && b.y - a.y <= 1.3 * leading && a.cells > 1 && b.cells > 1
  );
}

function isHeading(line: PdfLine, body: number): boolean {
  return line.size >= 1.18 * body && line.text.length <= 48 && !/[。；，]$/.test(line.text);
}

/** The size of most letters. */
function bodySize(lines: readonly PdfLine[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    weights.set(key, (weights.get(key) ?? 0) + text.length);
  }
  let best = 12;
  let most = 0;
  for (const [size, weight] of weights) if (weight > most) [best, most] = [size, weight];
  return best;
}

/** The usual distance of base lines: the median within columns. */
function leadingOf(lines: readonly PdfLine[]): number {
  const steps: number[] = [];
  for (const [i, b] of lines.entries()) {
    const a = lines[i - 1];
    if (a && a.region === b.region && b.y > a.y) steps.push(b.y - a.y);
  }
  steps.sort((p, q) => p - q);
  return steps[steps.length >> 1] ?? 18;
}
