import type { Block, Edit } from '../model/repaired-doc.js';
import { buildText, type MappedText, type Piece } from '../text/source-map.js';
import type { Draft } from './reflow.js';

/** A block before anybody asked whose it is. */
export type LaidBlock = Omit<Block, 'owner' | 'section'>;

/** The blocks laid out as text, and the edits that took. Spans of the edits index the folded text. */
export interface Layout extends MappedText {
  readonly blocks: readonly LaidBlock[];
  readonly edits: readonly Edit[];
}

const isDigit = (c: string): boolean => /[0-9]/.test(c);

/** A line break between two words of the Latin script; inside an abbreviation (A ⏎ I) it is none. */
function partsWords(text: string, end: number, next: number): boolean {
  return (
    /[a-z][a-z,.;:)]$/.test(text.slice(Math.max(0, end - 2), end)) &&
    /^(?:[A-Z]?[a-z]|\d)/.test(text.slice(next, next + 2))
  );
}

/** Writes the blocks one under the other with a line break between them. */
export function layOut(text: string, drafts: readonly Draft[]): Layout {
  const pieces: Piece[] = [];
  const edits: Edit[] = [];
  const blocks: LaidBlock[] = [];
  let at = 0;
  /** How far the source was used in order. */
  let reached = 0;
  const add = (piece: Piece) => {
    pieces.push(piece);
    at += piece.text?.length ?? piece.sourceSpan.end - piece.sourceSpan.start;
  };
  for (const draft of drafts) {
    const first = draft.lines[0];
    if (!first) continue;
    if (blocks.length > 0) {
      if (first.span.start === reached)
        edits.push({
          rule: blocks[blocks.length - 1]?.kind === 'heading' ? 'run-in' : 'part-owners',
          kind: 'replace',
          sourceSpan: { start: reached, end: reached },
          insert: '\n',
        });
      add(lineBreak(text, reached, first.span.start));
    }
    if (first.markerStart < first.span.start) {
      edits.push({
        rule: 'marker',
        kind: 'drop',
        sourceSpan: { start: first.markerStart, end: first.span.start },
        insert: '',
      });
    }
    const isMoved = first.span.start < reached;
    const start = at;
    let last = first.span.start;
    for (const [n, line] of draft.lines.entries()) {
      if (n > 0) {
        const gap = { start: last, end: line.span.start };
        const insert = partsWords(text, last, line.span.start) ? ' ' : '';
        const holdsText = text.slice(gap.start, gap.end).trim() !== '';
        edits.push({
          rule: 'reflow',
          kind: insert === '' ? 'drop' : 'replace',
          sourceSpan: holdsText ? { start: last, end: last } : gap,
          insert,
        });
        // Inside a number the break is bridged, so that the figure stays one piece of the source.
        const isInNumber = isDigit(text[last - 1] ?? '') && isDigit(text[line.span.start] ?? '');
        if (!holdsText && (insert !== '' || isInNumber)) add({ sourceSpan: gap, text: insert });
      }
      add({ sourceSpan: line.span });
      if (isMoved) edits.push({ rule: draft.kind, kind: 'move', sourceSpan: line.span, insert: line.text });
      last = line.span.end;
    }
    reached = Math.max(reached, last);
    blocks.push({ kind: draft.kind, repairedSpan: { start, end: at } });
  }
  return { ...buildText(text, pieces), blocks, edits };
}

/** The line break between two blocks: the source's own where they follow each other there, else an inserted one. */
function lineBreak(text: string, reached: number, next: number): Piece {
  if (next >= reached) {
    const at = text.indexOf('\n', reached);
    if (at >= 0 && at < next) return { sourceSpan: { start: at, end: at + 1 } };
  }
  return { sourceSpan: { start: reached, end: reached }, text: '\n' };
}
