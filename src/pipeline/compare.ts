import { createHash } from 'node:crypto';
import { type AlignContext, align } from '../align/index.js';
import { compareFindings } from '../compare/index.js';
import type { Comparison, EvidenceEntry, SourceText } from '../model/comparison.js';
import type { Corpus } from '../model/corpus.js';
import type { Fact, Finding, Honour, Initiative } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import type { Review } from '../model/review.js';
import type { SourceDoc } from '../model/source-doc.js';
import type { Cut } from '../model/tokenised-doc.js';
import { onceFor } from '../text/once-for.js';
import { toSource } from '../text/source-map.js';
import { Memo } from './memo.js';
import { type ReadFile, type ReadReport, readFile, readReport } from './read-report.js';
import { readingKeys, reportsByFile } from './reading-keys.js';
import { applyReviews } from './review.js';

/** What a comparison is made of. Texts come as values; nothing is read from disk here. */
export interface CompareInput {
  readonly corpus: Corpus;
  /** By file name as in the corpus. A report whose file is missing here is left out with a note. */
  readonly sources: ReadonlyMap<string, SourceDoc>;
  readonly lexicon: Lexicon;
  readonly cut: Cut;
  /** What a person settled, and the file it stands in. */
  readonly reviews?: { readonly file: string; readonly reviews: readonly Review[] } | undefined;
  /** Theme ids to keep, in this order; all of the lexicon when empty. */
  readonly themes?: readonly string[];
  /** Jurisdiction ids to keep; all when empty. */
  readonly jurisdictions?: readonly string[];
  /** Results of earlier runs, so that only what changed is read again. */
  readonly memo?: Memo;
  /** Called before each stage with what is about to be done; for progress only. */
  readonly onStage?: (stage: string, count: number) => void;
}

/** Reads, aligns and compares. Same input, same result: files and reports are taken in the order of the corpus. */
export function compareReports(input: CompareInput): Noted<Comparison> {
  const { corpus, sources, lexicon, cut, onStage } = input;
  const notes: Note[] = [];

  // A page is repaired for all its reports, also those that are not asked for: whose text it is depends on them.
  onStage?.('repair', sources.size);
  const memo = input.memo ?? new Memo();
  memo.turn();
  const keys = readingKeys(corpus, sources, lexicon);
  const texts: SourceText[] = [];
  /** Repaired and cut when first asked for: of what is remembered nothing is. */
  const docs = new Map<string, () => ReadFile>();
  const places = new Map(corpus.jurisdictions.map((jurisdiction) => [jurisdiction.id, jurisdiction]));
  for (const [file, sharing] of reportsByFile(corpus)) {
    const [source, key] = [sources.get(file), keys.files.get(file)];
    if (!source || key === undefined) continue;
    const doc = once(() => readFile(source, { ...corpus, reports: sharing }, cut));
    docs.set(file, doc);
    const { text, notes: own } = memo.get(key, () => ({ text: sourceText(doc()), notes: doc().notes }));
    texts.push(text);
    notes.push(...own);
  }

  const { reports } = contextOf(input);
  onStage?.('extract', reports.length);
  const read: ReadReport[] = [];
  for (const report of reports) {
    const [jurisdiction, key] = [places.get(report.jurisdiction), keys.reports.get(report.id)];
    if (!jurisdiction || key === undefined) continue;
    const result = memo.get(key, () => {
      const own = report.sources.flatMap(({ file }) => docs.get(file)?.() ?? []);
      return readReport(report, jurisdiction, own, lexicon);
    });
    read.push(result.value);
    notes.push(...result.notes);
  }
  return compareRead({ ...input, sources: texts, read, notes });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What is compared: reports that have been read, with the texts they were read from. */
export interface ReadInput
  extends Pick<CompareInput, 'corpus' | 'lexicon' | 'reviews' | 'themes' | 'jurisdictions' | 'onStage'> {
  /** In the order of the corpus; what is of other jurisdictions than the ones asked for is left out, as below. */
  readonly sources: readonly SourceText[];
  readonly read: readonly ReadReport[];
  /** What reading had to say. */
  readonly notes: readonly Note[];
}

type Asked = Pick<CompareInput, 'corpus' | 'lexicon' | 'themes' | 'jurisdictions'>;

/** The jurisdictions and themes asked for, and the reports. The same corpus and lexicon asked for as a whole have one context, however often. */
function contextOf(asked: Asked): AlignContext {
  const isWhole = !asked.themes?.length && !asked.jurisdictions?.length;
  return isWhole ? wholeContext(asked.lexicon)(asked.corpus) : contextFor(asked);
}

const wholeContext = onceFor((lexicon: Lexicon) => onceFor((corpus: Corpus) => contextFor({ corpus, lexicon })));

function contextFor({ corpus, lexicon, themes: askedThemes, jurisdictions: asked }: Asked): AlignContext {
  const wanted = new Set(asked?.length ? asked : corpus.jurisdictions.map((j) => j.id));
  const themeIds = askedThemes?.length ? askedThemes : lexicon.themes.map((theme) => theme.id);
  return {
    jurisdictions: corpus.jurisdictions.filter((j) => wanted.has(j.id)),
    reports: corpus.reports.filter((report) => wanted.has(report.jurisdiction)),
    lexicon,
    themes: themeIds.flatMap((id) =>
      lexicon.themes.filter((theme) => theme.id === id).map(({ id, zh, en }) => ({ id, zh, en })),
    ),
  };
}

/** Aligns and compares what was read, here or by `extract` elsewhere. */
export function compareRead(input: ReadInput): Noted<Comparison> {
  const { corpus, onStage } = input;
  const notes: Note[] = [...input.notes];
  const context = contextOf(input);
  const { jurisdictions, reports, themes } = context;
  const asked = new Set(reports.map(({ id }) => id));
  const read = input.read.filter(({ report }) => asked.has(report.id));

  const reviews =
    input.reviews?.reviews.filter((review) => reports.some((report) => report.id === review.report)) ?? [];
  const reviewed = applyReviews(
    read.flatMap((r) => r.findings),
    reviews,
    input.reviews?.file ?? 'review.yaml',
  );
  notes.push(...reviewed.notes);
  const findings = reviewed.value;
  const facts = findings.filter((f): f is Fact => f.type === 'fact');
  const honours = findings.filter((f): f is Honour => f.type === 'honour');
  const initiatives = findings.filter((f): f is Initiative => f.type === 'initiative');

  onStage?.('align', facts.length);
  const aligned = align(facts, context);
  notes.push(...aligned.notes);

  onStage?.('compare', aligned.value.rows.length);
  const texts = read.map((r) => r.text);
  const named = new Set(reports.flatMap((report) => report.sources.map(({ file }) => file)));
  const { rows, singles, conflicts } = aligned.value;
  const compared = compareFindings({
    ...context,
    facts,
    honours: askedFor(honours, context),
    initiatives: askedFor(initiatives, context),
    rows,
    singles,
    conflicts,
    texts,
  });
  notes.push(...compared.notes);

  return {
    value: {
      schema: 'duizhao/comparison/1',
      title: corpus.title,
      jurisdictions,
      reports,
      themes,
      sources: input.sources.filter(({ file }) => named.has(file)),
      facts,
      honour_records: honours,
      initiatives,
      evidence: numberEvidence(findings),
      rows,
      singles,
      conflicts,
      ...compared.value,
      notes,
    },
    notes,
  };
}

/** All findings when all themes are asked for, those of no theme too; else those of the themes asked for, as `align` does with facts. */
function askedFor<F extends Finding>(
  findings: readonly F[],
  { themes, lexicon }: { readonly themes: readonly { readonly id: string }[]; readonly lexicon: ReadInput['lexicon'] },
): readonly F[] {
  const asked = new Set(themes.map(({ id }) => id));
  if (lexicon.themes.every(({ id }) => asked.has(id))) return findings;
  return findings.filter((finding) => finding.themes.some((theme) => asked.has(theme)));
}

/** Numbers by report and place, so that one report's numbers lie together and an edit shifts only later ones. */
function numberEvidence(findings: readonly Finding[]): EvidenceEntry[] {
  const order = new Map<string, number>();
  for (const { report } of findings) if (!order.has(report)) order.set(report, order.size);
  return findings
    .map((finding, i) => ({ finding, i, report: order.get(finding.report) ?? 0 }))
    .sort(
      (a, b) =>
        a.report - b.report ||
        compareText(a.finding.source.file, b.finding.source.file) ||
        a.finding.source.start - b.finding.source.start ||
        a.i - b.i,
    )
    .map(({ finding }, i) => ({ number: i + 1, finding: finding.id }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A file as the comparison carries it. */
export function sourceText({ doc: { repaired } }: ReadFile): SourceText {
  const { source, edits, repeats, blocks, map } = repaired;
  const counts = new Map<string, number>();
  for (const { rule } of edits) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const owners: SourceText['owners'][number][] = [];
  for (const { owner, repairedSpan } of blocks) {
    const pieces = toSource(map, repairedSpan);
    const start = Math.min(...pieces.map((p) => p.start));
    const end = Math.max(...pieces.map((p) => p.end));
    if (pieces.length > 0)
      owners.push({ report: owner.report, span: { start, end }, cues: owner.cues, margin: owner.margin });
  }
  return {
    file: source.file,
    text: source.text,
    sha256: createHash('sha256').update(source.text).digest('hex'),
    characters: source.text.length,
    repairs: [...counts].sort(([a], [b]) => compareText(a, b)).map(([rule, count]) => ({ rule, count })),
    repeats: repeats.flatMap(({ repairedSpan }) => toSource(map, repairedSpan)),
    owners,
  };
}
