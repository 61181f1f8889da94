import { extractFindings } from '../extract/index.js';
import type { Corpus, Jurisdiction, Report } from '../model/corpus.js';
import type { Finding } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import type { Passage, ReportText } from '../model/report-text.js';
import type { SourceDoc } from '../model/source-doc.js';
import type { Cut, TokenisedDoc } from '../model/tokenised-doc.js';
import { repair } from '../repair/index.js';
import { indexSpans } from '../text/overlapping.js';
import { sentences } from '../text/sentences.js';
import { toSource } from '../text/source-map.js';
import { tokenise } from '../tokenise/index.js';
import { type DraftsOfFile, locate } from './locate.js';

/** A file read for all the reports that stand on it. */
export interface ReadFile {
  readonly doc: TokenisedDoc;
  readonly notes: readonly Note[];
}

/** Everything that was read out of one report. */
export interface ReadReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly text: ReportText;
}

/** Repairs and tokenises one file with the reports that stand on it. */
export function readFile(source: SourceDoc, corpus: Corpus, cut: Cut): ReadFile {
  const reports = corpus.reports.flatMap((report) => {
    const jurisdiction = corpus.jurisdictions.find((j) => j.id === report.jurisdiction);
    const here = report.sources.find((s) => s.file === source.file);
    return jurisdiction && here ? [{ report, jurisdiction, parts: here.parts }] : [];
  });
  const repaired = repair(source, { reports });
  return { doc: tokenise(repaired.value, cut), notes: repaired.notes };
}

/** Extracts one report's findings from its files. */
export function readReport(
  report: Report,
  jurisdiction: Jurisdiction,
  files: readonly ReadFile[],
  lexicon: Lexicon,
): Noted<ReadReport> {
  const notes: Note[] = [];
  const drafts: DraftsOfFile[] = files.map(({ doc }) => {
    const extracted = extractFindings(doc, { lexicon, report, jurisdiction });
    notes.push(...extracted.notes);
    return { doc: doc.repaired, drafts: extracted.value };
  });
  // An extractor may know a theme that this lexicon does not.
  const themes = new Set(lexicon.themes.map(({ id }) => id));
  const findings = locate(report, drafts).map((finding) =>
    finding.themes.every((theme) => themes.has(theme))
      ? finding
      : { ...finding, themes: finding.themes.filter((theme) => themes.has(theme)) },
  );
  const passages = files.flatMap(({ doc }) => passagesOf(doc, report, findings));
  return { value: { report, findings, text: { report: report.id, jurisdiction: jurisdiction.id, passages } }, notes };
}

/** The report's own sentences in a file, without repeats, mastheads, bylines and credits. */
function passagesOf(doc: TokenisedDoc, report: Report, findings: readonly Finding[]): Passage[] {
  const { repaired, tokens } = doc;
  const own = indexSpans(
    findings.filter((f) => f.source.file === repaired.source.file),
    (f) => f.source,
  );
  const repeats = indexSpans(repaired.repeats, (repeat) => repeat.repairedSpan);
  const passages: Passage[] = [];
  let next = 0;
  for (const block of repaired.blocks) {
    if (block.owner.report !== report.id || !['paragraph', 'item', 'caption'].includes(block.kind)) continue;
    for (const span of sentences(repaired.text, block.repairedSpan)) {
      if (repeats.isCovered(span)) continue;
      while (next < tokens.length && (tokens[next]?.start ?? Infinity) < span.start) next++;
      const words = [];
      for (; next < tokens.length; next++) {
        const token = tokens[next];
        if (!token || token.end > span.end) break;
        words.push({ word: token.text, tag: token.tag });
      }
      const places = toSource(repaired.map, span);
      if (places.length === 0) continue;
      passages.push({
        file: repaired.source.file,
        sourceSpan: { start: Math.min(...places.map((p) => p.start)), end: Math.max(...places.map((p) => p.end)) },
        text: repaired.text.slice(span.start, span.end),
        section: block.section,
        words,
        findings: own.at(places).map(({ id }) => id),
      });
    }
  }
  return passages;
}
