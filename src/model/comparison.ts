import type { Jurisdiction, Report } from './corpus.js';
import type { Fact, Honour, HonourLevel, Initiative, ThemeId } from './finding.js';
import type { Polarity } from './lexicon.js';
import type { Note } from './note.js';
import type { Span } from './span.js';

/** How far the figures of a row may be compared, weakest last. */
export type Verdict = 'comparable' | 'needs-normalising' | 'side-by-side' | 'not-comparable';

/** Reason codes of domain.md (c). */
export type ReasonCode =
  | 'STAGE'
  | 'UNIT'
  | 'KIND'
  | 'BASE'
  | 'PERIOD'
  | 'SCOPE'
  | 'LEVEL'
  | 'CONCEPT'
  | 'BOUND'
  | 'STATUS'
  | 'DENOMINATOR'
  | 'SMALL_N'
  | 'RECORDING'
  | 'ACTIVITY'
  | 'DUPLICATE'
  | 'COHERENCE'
  | 'ATTRIBUTION'
  | 'COUNTERFACTUAL'
  | 'HONOURS'
  | 'MISSING'
  | 'SELECTION'
  | 'READINGS';

export type CellState = 'reported' | 'zero' | 'not-mentioned' | 'unreadable';

/** One jurisdiction's share of a row; never empty: silence is `not-mentioned`. */
export interface Cell {
  readonly jurisdiction: string;
  readonly state: CellState;
  /** Ids of the facts, in source order. */
  readonly facts: readonly string[];
}

/** A sentence in both languages; pieces with `findings` are linked to their evidence. */
export interface Sentence {
  readonly zh: readonly SentencePart[];
  readonly en: readonly SentencePart[];
  /** The row it was made from, if any. */
  readonly row?: string;
  readonly theme?: ThemeId;
}
export interface SentencePart {
  readonly text: string;
  /** Ids of the findings the piece states; every number stands in a piece that has some. */
  readonly findings?: readonly string[];
}

/** One rule's say about a row. */
export interface Reason {
  readonly code: ReasonCode;
  /** The weakest verdict the rule allows; null: it only adds a caution. */
  readonly verdict: Verdict | null;
  readonly zh: string;
  readonly en: string;
}

/** Some jurisdictions of a row whose figures go together better than the row as a whole: same period, base, unit and level. */
export interface RowSubset {
  /** Ids, in the order of corpus.yaml; at least two, fewer than all that report. */
  readonly jurisdictions: readonly string[];
  /** Better than the row's. */
  readonly verdict: Verdict;
  readonly reasons: readonly ReasonCode[];
  readonly why: string;
  readonly why_en: string;
  /** As in `Row`. */
  readonly order: readonly string[] | null;
}

/** The same indicator of the jurisdictions, side by side. */
export interface Row {
  readonly id: string;
  readonly theme: ThemeId;
  /** `id` from the indicator list, null when the row was found by wording alone. */
  readonly indicator: { readonly id: string | null; readonly label: string; readonly label_en: string };
  /** What kind of figure the row holds: level, change, share, rank … */
  readonly kind: string;
  readonly stage: string | null;
  readonly unit: string;
  readonly polarity: Polarity;
  /** One cell a jurisdiction, in the order of corpus.yaml. */
  readonly cells: readonly Cell[];
  readonly verdict: Verdict;
  readonly reasons: readonly ReasonCode[];
  /** One sentence of why. */
  readonly why: string;
  readonly why_en: string;
  readonly details: readonly Reason[];
  /** Facts in order from high to low where the row may be ordered (comparable, intervals disjoint, polarity known); else null. */
  readonly order: readonly string[] | null;
  /** Rates worked out with denominators the user gave. */
  readonly derived: readonly DerivedRate[];
  /** Which of them may be compared further than all of them together; absent where none. */
  readonly subsets?: readonly RowSubset[];
}

/** A rate worked out from a count and a denominator; always shown as derived. */
export interface DerivedRate {
  readonly jurisdiction: string;
  readonly fact: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly formula: string;
  readonly denominator: string;
  readonly denominator_year: number;
  readonly denominator_source: string;
}

/** A fact that stands alone: one report only, or no common wording. */
export interface Single {
  readonly theme: ThemeId | null;
  readonly jurisdiction: string;
  readonly fact: string;
}

/** The rungs of a theme's recording stages with each place's facts on them. */
export interface Ladder {
  readonly theme: ThemeId;
  readonly rungs: readonly { readonly stage: string; readonly cells: readonly Cell[] }[];
}

export interface Practice {
  readonly name: string;
  readonly variants: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly theme: ThemeId | null;
  readonly kind: 'practice' | 'slogan';
  readonly initiatives: readonly string[];
  /** True where the wording is copied between reports: shown, not counted as shared performance. */
  readonly copied: boolean;
}

/** One honour, counted once. */
export interface LedgerEntry {
  readonly jurisdiction: string;
  readonly level: HonourLevel;
  readonly kind: 'org' | 'person' | 'project' | 'city' | 'pooled';
  readonly honour: string;
  readonly count: number;
  /** False: a city's honour, or a pooled total that would count single awards twice. */
  readonly counted: boolean;
}

export interface HonoursLedger {
  readonly entries: readonly LedgerEntry[];
  /** Totals per jurisdiction and level over counted entries, each followed by the honours it adds up. */
  readonly totals: readonly {
    readonly jurisdiction: string;
    readonly level: HonourLevel;
    readonly count: number;
    readonly honours: readonly string[];
  }[];
}

/** A share with its Wilson interval, all in 0..1. */
export interface ShareEstimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly hits: number;
  readonly of: number;
}

export interface EmphasisCell {
  readonly jurisdiction: string;
  readonly theme: ThemeId;
  readonly text: ShareEstimate;
  readonly claims: ShareEstimate;
  readonly honours: ShareEstimate;
  /** Share of the text over all other reports: the null it is compared with. */
  readonly expected: number;
  /** `more`/`less` only where the interval excludes the null. */
  readonly departure: 'more' | 'less' | 'none';
}

export interface DistinctiveTerm {
  readonly jurisdiction: string;
  readonly term: string;
  readonly count: number;
  readonly of: number;
  readonly other_count: number;
  readonly other_of: number;
  /** z-score of the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008). */
  readonly z: number;
}

export interface Emphasis {
  readonly cells: readonly EmphasisCell[];
  readonly terms: readonly DistinctiveTerm[];
  readonly method: { readonly zh: string; readonly en: string };
}

/** Two things that cannot both be right, or one that cannot be. */
export interface Conflict {
  readonly id: string;
  readonly kind:
    | 'two-values'
    | 'parts'
    | 'plan-exceeded'
    | 'place'
    | 'from-to'
    | 'print-date'
    | 'near-repeat'
    | 'readings';
  readonly jurisdiction: string;
  readonly findings: readonly string[];
  /** The quotes, so that both sides can be read. */
  readonly quotes: readonly {
    readonly file: string;
    readonly line: number;
    readonly exact: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly zh: string;
  readonly en: string;
}

/** An indicator that others report and this jurisdiction does not. */
export interface Silence {
  readonly jurisdiction: string;
  readonly theme: ThemeId;
  readonly rows: readonly string[];
}

/** A source text as read, so that quotes can be shown in their surroundings. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** SHA-256 of the decoded text, hex. */
  readonly sha256: string;
  readonly characters: number;
  /** What was repaired, per rule. */
  readonly repairs: readonly { readonly rule: string; readonly count: number }[];
  /** Passages that stand twice. */
  readonly repeats: readonly Span[];
  /** Owner of each stretch, where several reports share the file. */
  readonly owners: readonly {
    readonly report: string | null;
    readonly span: Span;
    readonly cues: readonly string[];
    readonly margin: number | null;
  }[];
}

/** A numbered piece of evidence: numbered by report, then by place. */
export interface EvidenceEntry {
  readonly number: number;
  readonly finding: string;
}

/** The one result everything is rendered from. Plain JSON, self-contained. */
export interface Comparison {
  readonly schema: 'duizhao/comparison/1';
  readonly title: string;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly reports: readonly Report[];
  readonly themes: readonly { readonly id: ThemeId; readonly zh: string; readonly en: string }[];
  readonly sources: readonly SourceText[];
  readonly facts: readonly Fact[];
  readonly honour_records: readonly Honour[];
  readonly initiatives: readonly Initiative[];
  readonly evidence: readonly EvidenceEntry[];
  readonly rows: readonly Row[];
  readonly singles: readonly Single[];
  readonly ladders: readonly Ladder[];
  readonly practices: readonly Practice[];
  /** Practices that one report alone names. */
  readonly unique: readonly Practice[];
  readonly honours: HonoursLedger;
  readonly emphasis: Emphasis;
  readonly conflicts: readonly Conflict[];
  readonly silences: readonly Silence[];
  readonly sentences: readonly Sentence[];
  readonly notes: readonly Note[];
}
