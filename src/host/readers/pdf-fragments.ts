import { clearRadicals } from './radicals.js';

/** A stretch of glyphs on one line of one page, without a wide gap in it. Points, y counted down from the top of the page. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The base line. */
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
}

/** What pdf.js says of a run of glyphs. */
export interface PdfItem {
  readonly str: string;
  /** `[a, b, c, d, e, f]` from the run's own space to the page's. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A gap this wide, in letter heights, parts two fragments: columns, cells, the parts of a page's head. */
const WIDE_GAP = 1.05;

/**
 * Joins the runs of a page to fragments. `toPage` is the page's own transform (rotation, top-down). Runs that stand askew are
 * left out: they are water marks.
 */
export function fragmentsOf(items: readonly PdfItem[], toPage: readonly number[]): Fragment[] {
  const runs: Fragment[] = [];
  for (const item of items) {
    if (item.str.trim() === '') {
      const last = runs.at(-1);
      if (last && item.str !== '' && item.width > 0) runs[runs.length - 1] = { ...last, text: `${last.text} ` };
      continue;
    }
    const m = multiply(toPage, item.transform);
    const [a = 0, b = 0, , , x = 0, y = 0] = m;
    const size = Math.hypot(m[2] ?? 0, m[3] ?? 0) || item.height || Math.hypot(a, b);
    if (!(size > 0) || Math.abs(b) > Math.abs(a) * 0.05 || a < 0) continue;
    runs.push({ text: clearRadicals(item.str), left: x, right: x + item.width, y, size });
  }
  runs.sort((p, q) => p.y - q.y || p.left - q.left);
  const lines: Fragment[][] = [];
  for (const run of runs) {
    // The newest lines are the lowest; a base line within a third of a letter is the same line.
    let line: Fragment[] | undefined;
    for (let i = lines.length - 1; i >= 0 && i >= lines.length - 4; i--) {
      const first = lines[i]?.[0];
      if (first && Math.abs(first.y - run.y) <= 0.34 * Math.max(first.size, run.size)) {
        line = lines[i];
        break;
      }
    }
    if (line) line.push(run);
    else lines.push([run]);
  }
  return lines.flatMap((line) => {
    line.sort((p, q) => p.left - q.left);
    const out: Fragment[] = [];
    for (const run of line) {
      const last = out.at(-1);
      if (last && run.left - last.right < WIDE_GAP * Math.min(last.size, run.size))
        out[out.length - 1] = join(last, run);
      else out.push(run);
    }
    return out
      .map((fragment) => ({ ...fragment, text: closedUp(fragment.text.trim()) }))
      .filter(({ text }) => text !== '');
  });
}

/** Letters of a justified line that pdf.js took for words: 捣 毁 窝 点 is one. */
const SPACED = /(?<!\p{sc=Han})\p{sc=Han}(?: \p{sc=Han}){2,}(?!\p{sc=Han})/gu;

function closedUp(text: string): string {
  return text.includes(' ') ? text.replace(SPACED, (spaced) => spaced.replaceAll(' ', '')) : text;
}

/** Two neighbours as one; the same glyphs drawn twice over (a way to make text bold) count once. */
function join(a: Fragment, b: Fragment): Fragment {
  if (b.left < a.right - 0.5 * b.size && a.text.endsWith(b.text)) return a;
  const gap = b.left - a.right;
  // A space the file itself has between two Chinese words is one where it can be seen.
  if (a.text.endsWith(' ') && !isLatin(a.text.trimEnd().at(-1)) && gap < 0.18 * Math.min(a.size, b.size))
    a = { ...a, text: a.text.trimEnd() };
  const space = gap > 0.18 * Math.min(a.size, b.size) && isLatin(a.text.at(-1)) && isLatin(b.text[0]) ? ' ' : '';
  const wide = gap > 0.6 * Math.min(a.size, b.size) && space === '' ? ' ' : space;
  const size = a.text.length >= b.text.length ? a.size : b.size;
  return { text: a.text + wide + b.text, left: a.left, right: Math.max(a.right, b.right), y: a.y, size };
}

export function isLatin(char: string | undefined): boolean {
  return char !== undefined && /[A-Za-z0-9,.;:%)(]/.test(char);
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
