import type { SourceDoc } from './source-doc.js';
import type { Span } from './span.js';

/**
 * One reversible change to a text: the source text at `sourceSpan` reads `insert` in the repaired text.
 * `drop`: nothing stands there; `replace`: something else; `move`: the same text stands elsewhere (a caption out of a sentence).
 */
export interface Edit {
  /** Id of the repair rule, e.g. `reflow`, `caption`, `fold-width`. */
  readonly rule: string;
  readonly kind: 'drop' | 'replace' | 'move';
  readonly sourceSpan: Span;
  readonly insert: string;
}

/**
 * One piece of the source map. Pieces stand in the order of the repaired text and cover all of it without gaps; the source
 * spans need not be in order (moves). Where both spans are equally long each code unit maps to its counterpart, otherwise
 * the whole maps to the whole. An empty source span marks inserted text, an empty repaired span dropped text that does not
 * interrupt what it stood in (a space inside a number).
 */
export interface MapPiece {
  readonly repairedSpan: Span;
  readonly sourceSpan: Span;
}

/** What a block of the text is. Only `paragraph`, `item`, `heading` and `caption` are read for claims. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'caption' | 'byline' | 'masthead' | 'credit' | 'pull-quote';

/** Who a block was given to when several reports stand on one page, and why. */
export interface Ownership {
  /** Report id; null: uncertain. */
  readonly report: string | null;
  /** What spoke for it, e.g. `name 天府公安 ×2`. */
  readonly cues: readonly string[];
  /** Score of the winner less score of the runner-up, 0 ≤ margin; Infinity is written as null in JSON: settled by a person or only one candidate. */
  readonly margin: number | null;
}

/** A paragraph, heading, caption … of the repaired text. Blocks cover the repaired text in order; line breaks stand between them. */
export interface Block {
  readonly kind: BlockKind;
  readonly repairedSpan: Span;
  /** The nearest heading above it, or null. */
  readonly section: string | null;
  readonly owner: Ownership;
}

/** A passage that stands elsewhere in the same file already (verbatim but for white space and width). */
export interface Repeat {
  readonly repairedSpan: Span;
  /** The first occurrence. */
  readonly ofSpan: Span;
}

/** A source text made readable: edits as data, nothing deleted. */
export interface RepairedDoc {
  readonly source: SourceDoc;
  readonly text: string;
  readonly map: readonly MapPiece[];
  readonly edits: readonly Edit[];
  readonly blocks: readonly Block[];
  readonly repeats: readonly Repeat[];
}
