import { findQuantities } from '../extract/quantity/index.js';
import type { Corpus } from '../model/corpus.js';
import type { Fact, Finding } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Note } from '../model/note.js';
import type { BlockKind, Edit, Ownership } from '../model/repaired-doc.js';
import type { SourceDoc } from '../model/source-doc.js';
import type { Span } from '../model/span.js';
import type { Cut } from '../model/tokenised-doc.js';
import { indexLines } from '../text/lines.js';
import { toSource } from '../text/source-map.js';
import { readFile, readReport } from './read-report.js';

/** Something found on a line; `span` in the source text, clipped to the line. */
export interface InspectedFinding {
  readonly finding: Finding;
  readonly span: Span;
  readonly mention: boolean;
}

/** One source line as the program read it. */
export interface InspectedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly span: Span;
  readonly kind: BlockKind | null;
  readonly section: string | null;
  readonly owner: Ownership | null;
  readonly repeatOfLine: number | null;
  readonly edits: readonly Edit[];
  readonly findings: readonly InspectedFinding[];
}

export interface InspectedFile {
  readonly file: string;
  readonly lines: readonly InspectedLine[];
  readonly notes: readonly Note[];
}

/** Reads one file and lays out, line by line, what was repaired and what was found. */
export function inspectFile(source: SourceDoc, corpus: Corpus, lexicon: Lexicon, cut: Cut): InspectedFile {
  const read = readFile(source, corpus, cut);
  const { repaired } = read.doc;
  const notes: Note[] = [...read.notes];
  const findings: Finding[] = [];
  for (const report of corpus.reports) {
    const jurisdiction = corpus.jurisdictions.find((j) => j.id === report.jurisdiction);
    if (!jurisdiction || !report.sources.some((s) => s.file === source.file)) continue;
    const result = readReport(report, jurisdiction, [read], lexicon);
    findings.push(...result.value.findings);
    notes.push(...result.notes);
  }
  const index = indexLines(source.text);
  const blocks = repaired.blocks.map((block) => ({ block, pieces: toSource(repaired.map, block.repairedSpan) }));
  const repeats = repaired.repeats.map(({ repairedSpan, ofSpan }) => ({
    pieces: toSource(repaired.map, repairedSpan),
    of: toSource(repaired.map, ofSpan)[0],
  }));
  const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
  const lines = index.lines.map((span, i): InspectedLine => {
    const own = blocks.find(({ pieces }) => pieces.some((piece) => touches(piece, span)));
    const repeat = repeats.find(({ pieces }) => pieces.some((piece) => touches(piece, span)));
    const found: InspectedFinding[] = [];
    for (const finding of findings) {
      for (const piece of finding.source.spans ?? [finding.source])
        if (touches(piece, span)) found.push({ finding, span: clip(piece, span), mention: false });
      for (const mention of finding.mentions)
        if (mention.file === source.file && touches(mention, span))
          found.push({ finding, span: clip(mention, span), mention: true });
    }
    return {
      line: i + 1,
      text: source.text.slice(span.start, span.end),
      span,
      kind: own?.block.kind ?? null,
      section: own?.block.section ?? null,
      owner: own?.block.owner ?? null,
      repeatOfLine: repeat?.of ? index.at(repeat.of.start).line : null,
      edits: repaired.edits.filter((edit) => touches(edit.sourceSpan, { start: span.start, end: span.end + 1 })),
      findings: found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    };
  });
  return { file: source.file, lines, notes };
}

function clip(piece: Span, line: Span): Span {
  return { start: Math.max(piece.start, line.start), end: Math.min(piece.end, line.end) };
}

/** Why a cell is empty: what came nearest to the indicator in the jurisdiction's texts; `why` in English, `zh` the same in Chinese. */
export interface Gap {
  readonly indicator: { readonly id: string; readonly zh: string };
  readonly jurisdiction: string;
  /** Facts that carry the indicator after all, with what keeps them out of a row. */
  readonly found: readonly { readonly fact: Fact; readonly why: string; readonly zh: string }[];
  /** Sentences with words of the indicator; `figure` tells whether one stands in it at all. */
  readonly near: readonly {
    readonly file: string;
    readonly line: number;
    readonly sentence: string;
    readonly words: readonly string[];
    readonly figure: boolean;
    readonly why: string;
    readonly zh: string;
  }[];
}

/**
 * Explains a missing figure: the facts of the jurisdiction with that indicator and what keeps them out of comparison, else
 * the sentences that hold the indicator's words and what was missing there. Null when the lexicon has no such indicator.
 */
export function explainGap(
  wanted: { readonly indicator: string; readonly jurisdiction: string },
  corpus: Corpus,
  sources: ReadonlyMap<string, SourceDoc>,
  lexicon: Lexicon,
  cut: Cut,
): Gap | null {
  const indicator = lexicon.indicators.find((entry) => entry.id === wanted.indicator || entry.zh === wanted.indicator);
  const jurisdiction = corpus.jurisdictions.find((j) => j.id === wanted.jurisdiction);
  if (!indicator || !jurisdiction) return null;
  const found: Gap['found'][number][] = [];
  const near: Gap['near'][number][] = [];
  const groups = indicator.all.map((group) => group.map((pattern) => new RegExp(pattern, 'u')));
  const not = indicator.not.map((pattern) => (pattern.startsWith('@') ? null : new RegExp(pattern, 'u')));
  for (const report of corpus.reports.filter((r) => r.jurisdiction === jurisdiction.id)) {
    for (const { file } of report.sources) {
      const source = sources.get(file);
      if (!source) continue;
      const read = readFile(source, corpus, cut);
      const result = readReport(report, jurisdiction, [read], lexicon);
      for (const finding of result.value.findings) {
        if (finding.type === 'fact' && finding.indicator.id === indicator.id)
          found.push({ fact: finding, ...whyNotInRow(finding) });
      }
      const index = indexLines(source.text);
      for (const passage of result.value.text.passages) {
        const words = groups.map((group) =>
          group.map((pattern) => passage.text.match(pattern)?.[0]).find((word) => word !== undefined),
        );
        const hit = words.filter((word) => word !== undefined);
        if (hit.length === 0 || (groups.length > 1 && hit.length < groups.length)) continue;
        const facts = result.value.findings.filter(
          (f): f is Fact => f.type === 'fact' && passage.findings.includes(f.id),
        );
        if (facts.some((fact) => fact.indicator.id === indicator.id)) continue;
        const figure = findQuantities(passage.text, lexicon).length > 0;
        const stop = not
          .map((pattern) => (pattern ? passage.text.match(pattern)?.[0] : undefined))
          .find((word) => word !== undefined);
        const labels = facts.map((fact) => fact.indicator.label).join('、');
        const [why, zh] = !figure
          ? ['the sentence holds no figure', '句中没有数字']
          : facts.length === 0
            ? ['its figures were not taken for claims of the bureau', '句中数字未被认作该局的陈述']
            : stop
              ? [`the word ${stop} speaks against the indicator`, `“${stop}”一词与该指标不符`]
              : [`its figures measure something else: ${labels}`, `句中数字说的是别的事：${labels}`];
        near.push({
          file,
          line: index.at(passage.sourceSpan.start).line,
          sentence: passage.text,
          words: hit,
          figure,
          why,
          zh,
        });
      }
    }
  }
  return { indicator: { id: indicator.id, zh: indicator.zh }, jurisdiction: jurisdiction.id, found, near };
}

const STATUS_ZH: Readonly<Record<Fact['status'], string>> = {
  actual: '实际数字',
  target: '目标',
  plan: '计划',
  capacity: '能力',
  anecdote: '个例',
};

function whyNotInRow(fact: Fact): { readonly why: string; readonly zh: string } {
  if (fact.status !== 'actual')
    return {
      why: `it is a ${fact.status}, and only actual figures are compared`,
      zh: `它是${STATUS_ZH[fact.status]}，只有实际数字才比较`,
    };
  const part = fact.flags.find((flag) => ['sub-unit', 'case', 'context', 'zero-slogan'].includes(flag));
  if (part)
    return {
      why: `it is marked ${part} and does not stand for the whole jurisdiction`,
      zh: `它标有 ${part}，不代表整个地区`,
    };
  return {
    why: 'it is in the comparison: in a row where another place reports the same, else among the single statements',
    zh: '它已在比较之中：他地有同样报告的在行内，否则列在单独陈述中',
  };
}
