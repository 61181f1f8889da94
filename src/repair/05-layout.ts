import type { Block, BlockKind, Edit } from '../model/repaired-doc.js';
import { buildText, type MappedText, type Piece } from '../text/source-map.js';
import type { Draft } from './03-reflow.js';

/** A block before anybody asked whose it is. */
export type LaidBlock = Omit<Block, 'owner'>;

/** The blocks laid out as text, and the edits that took. Spans of the edits index the folded text. */
export interface Layout extends MappedText {
  readonly blocks: readonly LaidBlock[];
  readonly edits: readonly Edit[];
}

const isWord = (c: string): boolean => /[A-Za-z]/.test(c);
const isDigit = (c: string): boolean => /[0-9]/.test(c);

/** Writes the blocks one under the other with a line break between them. */
export function layOut(text: string, drafts: readonly Draft[]): Layout {
  const pieces: Piece[] = [];
  const edits: Edit[] = [];
  const blocks: LaidBlock[] = [];
  let at = 0;
  let section: string | null = null;
  let reached = 0;
  const add = (piece: Piece) => {
    pieces.push(piece);
    at += piece.text?.length ?? piece.sourceSpan.end - piece.sourceSpan.start;
  };
  drafts.forEach((draft, index) => {
    const first = draft.lines[0];
    if (!first) return;
    if (index > 0) {
      const isInOrder = first.span.start >= reached && text[reached] === '\n';
      add(
        isInOrder
          ? { sourceSpan: { start: reached, end: reached + 1 } }
          : { sourceSpan: { start: reached, end: reached }, text: '\n' },
      );
    }
    const isMoved = first.span.start < reached;
    const start = at;
    let last = first.span.start + first.content;
    if (first.content > 0)
      edits.push({ rule: 'marker', kind: 'drop', sourceSpan: { start: first.span.start, end: last }, insert: '' });
    draft.lines.forEach((line, n) => {
      const from = n === 0 ? line.span.start + line.content : line.span.start;
      if (n > 0) {
        const before = text[last - 1] ?? '';
        const after = text[from] ?? '';
        const gap = { start: last, end: from };
        const insert = isWord(before) && isWord(after) ? ' ' : '';
        if (!gapHoldsText(text, last, from)) {
          edits.push({ rule: 'reflow', kind: insert ? 'replace' : 'drop', sourceSpan: gap, insert });
          if (insert || (isDigit(before) && isDigit(after))) add({ sourceSpan: gap, text: insert });
        }
      }
      add({ sourceSpan: { start: from, end: line.span.end } });
      if (isMoved)
        edits.push({
          rule: draft.kind,
          kind: 'move',
          sourceSpan: line.span,
          insert: text.slice(line.span.start, line.span.end),
        });
      last = line.span.end;
    });
    reached = Math.max(reached, last);
    const content = textOf(text, draft);
    blocks.push({
      kind: draft.kind,
      repairedSpan: { start, end: at },
      section: draft.kind === 'heading' ? section : section,
    });
    if (draft.kind === 'heading') section = headingName(content);
  });
  return { ...buildText(text, pieces), blocks, edits };
}

function gapHoldsText(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text[i] !== '\n' && text[i] !== ' ') return true;
  return false;
}

function textOf(text: string, draft: Draft): string {
  return draft.lines.map((l, n) => text.slice(l.span.start + (n === 0 ? l.content : 0), l.span.end)).join('');
}

/** The heading without its brackets and full stop: 【打击犯罪】 → 打击犯罪. */
export function headingName(text: string): string {
  return text
    .replace(/^[【〔]|[】〕]$/g, '')
    .replace(/[。：]$/, '')
    .trim();
}

export type { BlockKind };
