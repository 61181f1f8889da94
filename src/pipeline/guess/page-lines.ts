/** A line of a page that holds something, without Markdown's marks and white space at its ends. */
export interface PageLine {
  readonly text: string;
  /** 0-based, among the lines that hold something. */
  readonly index: number;
  /** Offset of `text` in the page. */
  readonly start: number;
}

/** The lines of a text that hold something. */
export function pageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  for (const found of text.matchAll(/[^\r\n]+/g)) {
    const [raw] = found;
    const marker = /^[#\s\u3000>*]{0,12}/.exec(raw)?.[0].length ?? 0;
    const clean = raw.slice(marker).trimEnd();
    if (clean !== '') lines.push({ text: clean, index: lines.length, start: found.index + marker });
  }
  return lines;
}

/** How many lines of a page may be its head: masthead, title, byline. */
const HEAD_LINES = 12;

/** The short lines at the top: what a page says of itself before its text begins. */
export function headOf(lines: readonly PageLine[]): PageLine[] {
  return lines.slice(0, HEAD_LINES).filter(({ text }) => text.length <= 64 && !isCaption(text));
}

/** The short lines at the bottom: who signed, and when. */
export function footOf(lines: readonly PageLine[]): PageLine[] {
  return lines.slice(-6).filter(({ text, index }) => index >= 3 && text.length <= 40 && !isCaption(text));
}

// e.g. ▲图为三川特警在滨河广场武装巡逻
export function isCaption(line: string): boolean {
  return /^[▲△▼▽↑↓◀▶◆]|^图[为：:①②③]|摄[）)]?$/.test(line);
}

/** How often a word stands in a text. */
export function countOf(text: string, word: string): number {
  if (word === '') return 0;
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}
