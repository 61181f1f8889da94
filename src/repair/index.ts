import type { Jurisdiction, Part, Report } from '../model/corpus.js';
import type { Noted, Place } from '../model/note.js';
import type { Edit, MapPiece, RepairedDoc } from '../model/repaired-doc.js';
import type { SourceDoc } from '../model/source-doc.js';
import type { Span } from '../model/span.js';
import { indexLines } from '../text/lines.js';
import { compose, sourceHull, toSource } from '../text/source-map.js';
import { byPlace } from '../text/spans.js';
import { foldCharacters } from './characters/index.js';
import { layOut } from './layout.js';
import { readLines } from './lines/index.js';
import { attribute } from './owner/index.js';
import { uncertainOwners } from './owner/notes.js';
import { partOwners } from './part-owners.js';
import { reflow } from './reflow.js';
import { findRepeats, nearRepeats } from './repeats.js';
import { partRunIns } from './run-in.js';
import { nameSections } from './sections.js';

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
  const folded = foldCharacters(source.text);
  const laid = layOut(folded.text, partOwners(partRunIns(reflow(readLines(folded.text))), context.reports));
  const edits: Edit[] = [
    ...folded.edits,
    ...laid.edits.map((e) => ({ ...e, sourceSpan: sourceHull(folded.map, e.sourceSpan) })),
  ].sort((a, b) => byPlace(a.sourceSpan, b.sourceSpan));
  const map = compose(laid.map, folded.map);
  const lines = indexLines(source.text);
  const lineOf = (span: Span): number => lines.at(sourceHead(map, span)).line;
  const owned = attribute({
    text: laid.text,
    blocks: laid.blocks,
    candidates: context.reports,
    sourceOf: (block) => printed(source.text, map, block.repairedSpan),
    lineOf: (block) => lineOf(block.repairedSpan),
  });
  const place = (span: Span): Place => ({ file: source.file, line: lineOf(span), span: sourceHull(map, span) });
  const repeats = findRepeats(laid.text, owned);
  const notes = [...uncertainOwners(owned, place), ...nearRepeats(laid.text, owned, place)];
  return { value: { source, text: laid.text, map, edits, blocks: nameSections(laid.text, owned), repeats }, notes };
}

/** Where the first character of a repaired span stands in the source. */
function sourceHead(map: readonly MapPiece[], span: Span): number {
  return sourceHull(map, { start: span.start, end: Math.min(span.end, span.start + 1) }).start;
}

/** A block as printed, from the beginning of its first line, so that its marker is there. */
function printed(source: string, map: readonly MapPiece[], span: Span): string {
  const pieces = toSource(map, span);
  const start = pieces[0]?.start ?? 0;
  let line = start;
  while (line > 0 && start - line < 12 && !/[\r\n]/.test(source[line - 1] ?? '')) line--;
  return source.slice(line, start).trimStart() + pieces.map((p) => source.slice(p.start, p.end)).join('');
}
