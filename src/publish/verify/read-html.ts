import { parseHTML } from 'linkedom';

const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'TD',
  'TH',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'DT',
  'DD',
  'BR',
  'CAPTION',
  'FIGCAPTION',
  'SECTION',
  'BLOCKQUOTE',
  'TEXT',
  'SUMMARY',
]);
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'svg', 'SVG']);

interface NodeLike {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<NodeLike>;
}

/** The words of an HTML file as a reader sees them, a line break at the end of every cell and paragraph; charts are left out. */
export function htmlText(html: string): string {
  const { document } = parseHTML(html);
  const out: string[] = [];
  const walk = (node: NodeLike): void => {
    if (node.nodeType === 3) out.push((node.textContent ?? '').replace(/\s+/g, ' '));
    if (node.nodeType !== 1 || SILENT.has(node.nodeName)) return;
    for (const child of node.childNodes) walk(child);
    if (BLOCKS.has(node.nodeName.toUpperCase())) out.push('\n');
  };
  walk(document.documentElement as unknown as NodeLike);
  return out.join('');
}

/** Every element that says which finding it shows: its id and its words. */
export function htmlFigures(html: string): { readonly finding: string; readonly text: string }[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('[data-finding]')].map((element) => ({
    finding: element.getAttribute('data-finding') ?? '',
    text: (element as unknown as NodeLike).textContent ?? '',
  }));
}
