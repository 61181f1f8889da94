import type { FactDraft, ThemeId } from '../../model/finding.js';
import type { Note } from '../../model/note.js';
import type { Block } from '../../model/repaired-doc.js';
import type { Extractor } from '../context.js';
import { matchIndicator } from '../indicator/index.js';
import { findQuantities } from '../quantity/index.js';
import { themesFor } from '../theme/index.js';
import { quantitiesIn, readSentences } from './clause.js';
import { mergeClaims } from './dedupe.js';
import { type PlacedClaim, readParagraph } from './paragraph/index.js';
import { NO_TIME } from './period/governing.js';
import { anchorOf } from './period/resolve-time.js';
import { skipReason } from './skip/index.js';
import { stagesOf } from './stage.js';
import { checkSums } from './sum-check.js';
import { type Row, readTable, rowOf } from './table.js';

/** How far back a theme is looked for in the same paragraph: the two sentences before are within it. */
const NEARBY = 400;

/** What stands around a claim in its block. */
interface Surroundings {
  readonly section: string | null;
  readonly paragraph: string;
}

const READ_KINDS = new Set(['paragraph', 'item', 'heading', 'caption']);

/**
 * The quantitative claims of one report: every figure that says how much of the bureau's work, each with what it counts, its period,
 * base, scope and status. One record a claim; other places where it stands are mentions. Lists that do not come out even are
 * refused with a `fact/unpaired` note. Never throws on any text.
 */
export const extractFacts: Extractor<FactDraft> = (doc, context) => {
  const { repaired } = doc;
  const { text } = repaired;
  const quantities = findQuantities(text, context.lexicon);
  const anchor = anchorOf(context.report, text);
  const title = context.report.published?.title ?? null;
  const all: PlacedClaim[] = [];
  const surroundings = new Map<PlacedClaim, Surroundings>();
  const notes: Note[] = [];
  let time = NO_TIME;
  let section: string | null = null;
  let chapter: string | null = null;
  const tables = tablesIn(
    repaired.blocks.filter((block) => block.owner.report === context.report.id),
    text,
  );
  for (const block of repaired.blocks) {
    if (block.owner.report !== context.report.id || !READ_KINDS.has(block.kind)) continue;
    if (block.section !== section) time = NO_TIME;
    if (block.section !== section) chapter = chapterOf(block.section, chapter);
    section = block.section;
    const table = tables.get(block);
    if (table) {
      for (const claim of readTable(table, { anchor, lexicon: context.lexicon })) {
        all.push(claim);
        surroundings.set(claim, { section, paragraph: claim.sentenceText });
      }
      continue;
    }
    const inBlock = quantitiesIn(quantities, block.repairedSpan);
    const sentences = readSentences(
      text,
      block.repairedSpan,
      inBlock,
      (figure, clause) => skipReason(figure, clause) !== null,
    );
    const read = readParagraph(sentences, {
      anchor,
      jurisdiction: context.jurisdiction,
      file: repaired.source.file,
      section: block.section,
      chapter,
      time,
      inHeading:
        block.kind === 'heading' ||
        (block === repaired.blocks[0] && !/。/.test(text.slice(block.repairedSpan.start, block.repairedSpan.end))),
    });
    if (block.kind === 'paragraph' || block.kind === 'item') time = read.time;
    const base = all.length;
    for (const own of read.claims) {
      const claim = own.partOf === undefined ? own : { ...own, partOf: own.partOf + base };
      all.push(claim);
      const paragraph = text.slice(
        Math.max(block.repairedSpan.start, claim.sentenceStart - NEARBY),
        Math.min(block.repairedSpan.end, claim.sentenceStart + claim.sentenceText.length),
      );
      surroundings.set(claim, { section, paragraph });
    }
    notes.push(...read.notes);
  }
  notes.push(...checkSums(all, repaired.source.file));
  const stageOf = stagesOf(context.lexicon);
  const { merged, indexOf } = mergeClaims(all, repaired.repeats, stageOf);
  const themesBefore: (readonly ThemeId[])[] = [];
  const drafts = merged.map(({ claim, mentions }): FactDraft => {
    const { section = null, paragraph = claim.sentenceText } = surroundings.get(claim) ?? {};
    const { label, clauseText: clause, sentenceText: sentence, unit, kind } = claim;
    const { level } = context.jurisdiction;
    const themesWith = themesFor(
      { label, clause, piece: pieceOf(claim, text), sentence, paragraph, section, level, title },
      context.lexicon,
    );
    const partOf = claim.partOf === undefined ? undefined : indexOf[claim.partOf];
    // 查处“两卡”人员1873名，其中行政处罚947名: a part that says nothing of its own is about what the whole is about
    const ofWhole = partOf === undefined ? [] : (themesBefore[partOf] ?? []);
    const themesFound = (id: string | null): readonly ThemeId[] => {
      const own = themesWith(id);
      return own.length > 0 ? own : ofWhole;
    };
    const indicator = matchIndicator(
      { label, clause, section, unit, kind, themes: themesFound(null) },
      context.lexicon,
    );
    const themes = themesFound(indicator?.id ?? null);
    themesBefore.push(themes);
    return {
      type: 'fact',
      indicator: { id: indicator?.id ?? null, label },
      kind,
      value: claim.value,
      value_to: claim.valueTo,
      unit,
      approx: claim.approx,
      direction: claim.direction,
      basis: claim.basis,
      period: claim.period,
      scope: claim.scope,
      bounds: claim.bounds,
      status: claim.status,
      stage: stageOf(label),
      printed: claim.printed,
      themes,
      rule: claim.rule,
      flags: claim.flags,
      repairedSpan: hullOf(claim),
      keySpan: claim.key,
      mentionSpans: mentions,
      ...(partOf === undefined ? {} : { partOf }),
    };
  });
  return { value: drafts, notes };
};

/** How deep a heading stands by its number: 一、 1, （一） 2, 1. 3; 0 for one without. */
const depthOf = (heading: string): number =>
  [
    /^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]+、)/,
    /^[（(][一二三四五六七八九十]+[)）]/,
    /^\d{1,2}[.．、]/,
  ].findIndex((number) => number.test(heading.trim())) + 1;

/** The heading above a heading: （一）夯实基础 stands under 三、2024年工作打算. Null for one that stands under none. */
function chapterOf(heading: string | null, before: string | null): string | null {
  if (heading === null) return null;
  const depth = depthOf(heading);
  return depth > 1 && before !== null && depthOf(before) === 1 ? before : heading;
}

/** The rows of every table by its first block; its other blocks have an empty table. A single line of bars is no table. */
function tablesIn(blocks: readonly Block[], text: string): Map<Block, readonly Row[]> {
  const tables = new Map<Block, readonly Row[]>();
  let run: { readonly block: Block; readonly row: Row }[] = [];
  const close = (): void => {
    if (run.length > 1)
      for (const [i, { block }] of run.entries()) tables.set(block, i === 0 ? run.map((r) => r.row) : []);
    run = [];
  };
  for (const block of blocks) {
    const row = rowOf(text.slice(block.repairedSpan.start, block.repairedSpan.end), block.repairedSpan.start);
    if (row) run.push({ block, row });
    else close();
  }
  close();
  return tables;
}

/** The claim's own piece of its clause; all of the clause where it reaches back before it. */
function pieceOf({ span, clauseText }: PlacedClaim, text: string): string {
  const piece = text.slice(span.start, span.end);
  return clauseText.includes(piece) ? piece : clauseText;
}

/** The claim's words, which always hold the figure. */
function hullOf(claim: PlacedClaim): { readonly start: number; readonly end: number } {
  return { start: Math.min(claim.span.start, claim.key.start), end: Math.max(claim.span.end, claim.key.end) };
}
