import type { SourceDoc, SourceUnit } from '../../model/source-doc.js';

/** One paragraph, heading, list item, table row or caption taken out of a container. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row' | 'caption';
  /** Without line breaks. */
  readonly text: string;
  /** 1 to 6 for headings. */
  readonly level?: number;
}

/** A block as a line of text: headings and items carry Markdown's marks, captions the newspapers' ▲. */
function lineOf(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(1, block.level ?? 2)))} ${block.text}`;
    case 'item':
      return /^(?:[-•●·○■□◆★▪*]|\d{1,3}[.、．)）]|[（(])/.test(block.text) ? block.text : `- ${block.text}`;
    case 'caption':
      return /^[▲△▼▽↑↓◀▶图]/.test(block.text) ? block.text : `▲${block.text}`;
    case 'paragraph':
    case 'row':
      return block.text;
  }
}

/**
 * A document of blocks: one a line, blank lines between them (none between rows of one table or items of one list). Each is
 * a unit with its number as a label, e.g. `第12段`, so that evidence can name it.
 */
export function docOfBlocks(file: string, encoding: string, blocks: readonly TextBlock[]): SourceDoc {
  const units: SourceUnit[] = [];
  let text = '';
  let before: TextBlock | undefined;
  for (const block of blocks) {
    if (before) text += before.kind === block.kind && (block.kind === 'row' || block.kind === 'item') ? '\n' : '\n\n';
    const start = text.length;
    text += lineOf(block);
    units.push({ label: `第${units.length + 1}段`, span: { start, end: text.length } });
    before = block;
  }
  if (text !== '') text += '\n';
  return { file, text, encoding, units };
}

// Chinese characters and full-width marks, between which a line break of the source is no space.
const CJK = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…·]/;

/**
 * White space as a reader sees it: runs become one space, none at the ends (ideographic spaces included), and none where a
 * line of the source was broken between two Chinese characters.
 */
export function collapse(raw: string): string {
  return raw
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g, '')
    .replace(/[ \t\r\n\f\v\u00a0\u3000\u2028\u2029]+/g, (space, at: number, all: string) =>
      /[\r\n]/.test(space) && CJK.test(all[at - 1] ?? '') && CJK.test(all[at + space.length] ?? '') ? '' : ' ',
    )
    .trim();
}
