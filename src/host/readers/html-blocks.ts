import { collapse, type TextBlock } from './blocks.js';

/** What of a DOM node is looked at: linkedom's nodes have it, so have a browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  getAttribute?(name: string): string | null;
}

/** A block with where it begins and how much of it is link text, in characters. */
export interface HtmlBlock extends TextBlock {
  readonly node: DomNode;
  readonly linked: number;
}

const SKIP = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED APPLET SVG MATH CANVAS AUDIO VIDEO NAV FOOTER ASIDE FORM SELECT BUTTON INPUT TEXTAREA RT RP HEAD MAP DIALOG MARQUEE LINK META BASE'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL BR'.split(
    ' ',
  ),
);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether a node and all it holds is not shown to a reader, or is no text. */
function isSkipped(node: DomNode): boolean {
  if (node.nodeType !== 1) return node.nodeType !== 3;
  if (SKIP.has(node.nodeName.toUpperCase())) return true;
  const of = (name: string) => node.getAttribute?.(name) ?? null;
  return of('hidden') !== null || of('aria-hidden') === 'true' || HIDDEN.test(of('style') ?? '');
}

/** How deep below `root` the deepest element lies, counted without recursion. */
export function depthOf(root: DomNode): number {
  let deepest = 0;
  let depth = 0;
  let node: DomNode | null = root;
  while (node) {
    if (depth > deepest) deepest = depth;
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return deepest;
}

/** Stands before every cell while a row is read; no text has it. */
const CELL = '\u001f';

/**
 * A row of three cells and more as Markdown writes one, so that a value stays under its head: | 社区民警 | 812 | 905 |. Of two cells one
 * names what the other says, which reads as a line: 社区民警 905名.
 */
function rowText(text: string): string {
  const cells = text.split(CELL).slice(1).map(collapse);
  if (cells.length < 3 || cells.filter((cell) => cell !== '').length < 2) return collapse(text.replaceAll(CELL, ' '));
  return `| ${cells.map((cell) => cell.replaceAll('|', '／')).join(' | ')} |`;
}

/** A cell with paragraphs of so many characters in all holds a part of the page, not a value. */
const PAGE_PART = 160;

/**
 * Whether a row lays out the page: one of its cells holds a heading, a list, a table of its own, or paragraphs of a text. A walk ends at the
 * first such sign, so that rows within rows cost no more than the page is long.
 */
function isLayout(row: DomNode): boolean {
  let paragraphs = 0;
  let characters = 0;
  let node: DomNode | null = row.firstChild;
  while (node) {
    const name = node.nodeName.toUpperCase();
    if (/^(?:H[1-6]|UL|OL|TABLE|ARTICLE|SECTION)$/.test(name)) return true;
    if (name === 'TD' || name === 'TH') {
      paragraphs = 0;
      characters = 0;
    } else if (name === 'P' || name === 'DIV') paragraphs++;
    else if (node.nodeType === 3) characters += collapse(node.nodeValue ?? '').length;
    if (paragraphs >= 2 && characters >= PAGE_PART) return true;
    if (node.firstChild && !isSkipped(node)) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== row && !node.nextSibling) node = node.parentNode;
    if (!node || node === row) break;
    node = node.nextSibling;
  }
  return false;
}

/**
 * The text below a node as blocks, in the order of the page and without recursion, so that any nesting will do. A table row is one
 * block, its cells parted by bars or, of two, by a space, unless the table only lays the page out; `<br>` ends a block, since pages use it to end paragraphs.
 */
export function blocksOf(root: DomNode): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let text = '';
  let linked = 0;
  let start: DomNode = root;
  let links = 0;
  let cells = 0;
  let pre = 0;
  const open: string[] = [];
  const layout = new Set<DomNode>();
  const isValue = (node: DomNode, name: string): boolean =>
    (name === 'TD' || name === 'TH') && !(node.parentNode && layout.has(node.parentNode));

  const isNamed = (node: DomNode, name: string): boolean =>
    /^(?:H[1-6]|TR|LI|FIGCAPTION)$/.test(name) && !layout.has(node);
  const kind = (): Pick<TextBlock, 'kind' | 'level'> => {
    for (let i = open.length - 1; i >= 0; i--) {
      const name = open[i] ?? '';
      if (/^H[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
      if (name === 'TR') return { kind: 'row' };
      if (name === 'LI') return { kind: 'item' };
      if (name === 'FIGCAPTION') return { kind: 'caption' };
    }
    return { kind: 'paragraph' };
  };
  const flush = (next: DomNode): void => {
    const of = kind();
    const clean = of.kind === 'row' ? rowText(text) : collapse(text.replaceAll(CELL, ' '));
    if (clean !== '') blocks.push({ ...of, text: clean, node: start, linked });
    text = '';
    linked = 0;
    start = next;
  };
  const enter = (node: DomNode): void => {
    const name = node.nodeName.toUpperCase();
    if (name === 'A') links++;
    else if (isValue(node, name)) {
      cells++;
      text += CELL;
    } else if (BLOCK.has(name)) {
      if (cells > 0 && name !== 'TABLE') text += ' ';
      else flush(node);
      if (name === 'PRE') pre++;
      if (name === 'TR' && isLayout(node)) layout.add(node);
      if (isNamed(node, name)) open.push(name);
    }
  };
  const leave = (node: DomNode): void => {
    const name = node.nodeName.toUpperCase();
    if (name === 'A') links--;
    else if (isValue(node, name)) {
      cells--;
      // A cell over several columns keeps the ones behind it in theirs.
      const span = Number(node.getAttribute?.('colspan') ?? 1);
      if (span > 1 && span <= 20) text += CELL.repeat(span - 1);
    } else if (BLOCK.has(name)) {
      if (cells > 0 && name !== 'TABLE') text += ' ';
      else flush(node);
      if (name === 'PRE') pre--;
      if (isNamed(node, name)) open.pop();
    }
  };

  let node: DomNode | null = root;
  let entering = true;
  while (node) {
    const skipped = entering && node !== root && isSkipped(node);
    if (entering && !skipped) {
      if (node.nodeType === 3) {
        const value = node.nodeValue ?? '';
        if (pre > 0 && cells === 0) {
          const lines = value.split(/\r\n|\n|\r/);
          for (const [i, line] of lines.entries()) {
            if (i > 0) flush(node);
            text += line;
          }
        } else text += value;
        if (links > 0) linked += collapse(value).length;
      } else {
        enter(node);
        if (node.firstChild) {
          node = node.firstChild;
          continue;
        }
        leave(node);
      }
    }
    if (node === root) break;
    if (node.nextSibling) {
      node = node.nextSibling;
      entering = true;
    } else {
      node = node.parentNode;
      entering = false;
      if (!node) break;
      leave(node);
      if (node === root) break;
    }
  }
  flush(root);
  return blocks;
}
