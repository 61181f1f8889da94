import type { Jurisdiction, Part, Report } from '../model/corpus.js';
import type { Noted } from '../model/note.js';
import type { Edit, RepairedDoc } from '../model/repaired-doc.js';
import type { SourceDoc } from '../model/source-doc.js';
import { buildText, compose, toSource } from '../text/source-map.js';
import { hull } from '../text/spans.js';
import { foldWidth } from './01-fold-width.js';
import { readLines } from './02-line-kinds.js';
import { reflow } from './03-reflow.js';
import { layOut } from './05-layout.js';
import { findRepeats } from './07-repeats.js';
import { attribute } from './owner/index.js';

/** What repair must know besides the text: the reports that stand on the file, one or several. */
export interface RepairContext {
  readonly reports: readonly {
    readonly report: Report;
    readonly jurisdiction: Jurisdiction;
    /** The lines a person gave this report; null: worked out. */
    readonly parts: readonly Part[] | null;
  }[];
}

/**
 * Makes a source text readable: characters folded, broken paragraphs joined, captions, bylines and mastheads set apart, repeats
 * marked, every block given to a report. Nothing is deleted: every change is an edit, and the map leads every character
 * back. Never throws on any text; takes time in the length of the text.
 */
export function repair(source: SourceDoc, context: RepairContext): Noted<RepairedDoc> {
  const folded = foldWidth(source.text);
  const first = buildText(source.text, folded.pieces);
  const drafts = reflow(readLines(first.text));
  const laid = layOut(first.text, drafts);
  const map = compose(laid.map, first.map);
  const edits: Edit[] = [
    ...folded.edits,
    ...laid.edits.map((e) => ({ ...e, sourceSpan: hull(toSource(first.map, e.sourceSpan)) ?? { start: 0, end: 0 } })),
  ].sort((a, b) => a.sourceSpan.start - b.sourceSpan.start || a.sourceSpan.end - b.sourceSpan.end);
  const repeats = findRepeats(laid.text, laid.blocks);
  const blocks = attribute(laid.text, laid.blocks, context.reports);
  return { value: { source, text: laid.text, map, edits, blocks, repeats }, notes: [] };
}
