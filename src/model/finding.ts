import type { Period } from './corpus.js';
import type { Span } from './span.js';

/** The four built-in themes are `grassroots`, `anti-fraud`, `business-environment`, `honours`; users add their own ids. */
export type ThemeId = string;

/** Where a claim stands in the source, to the letter. */
export interface SourcePlace {
  /** As corpus.yaml names it. */
  readonly file: string;
  /** UTF-16 code units into the decoded text. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** `text.slice(start, end)` of the decoded source, line breaks included. */
  readonly exact: string;
  /** 1-based line of `start`. */
  readonly line: number;
  /** The heading it stands under, or null. */
  readonly section: string | null;
  /** All pieces in source order, where the claim is interrupted; absent otherwise. `start`/`end` is the piece with the figure. */
  readonly spans?: readonly Span[];
  /** Page or paragraph of a PDF or Word file. */
  readonly unit?: string;
}

/** Another place where the same claim stands. */
export interface Mention {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What every record has. */
export interface FindingBase {
  /** Stable: made from the report's id and the claim's own words, not from its position. */
  readonly id: string;
  /** Id of the report. */
  readonly report: string;
  /** Id of the place. */
  readonly jurisdiction: string;
  /** Ids of its themes; none where none fits. */
  readonly themes: readonly ThemeId[];
  readonly source: SourcePlace;
  readonly mentions: readonly Mention[];
  /** The rule that made the record, e.g. `fact/respectively`; `review` where a person did. */
  readonly rule: string;
  /** What a careful reader should know: `joint-verbs`, `pct-or-pp`, `deictic-vs-print`, `vague`, `sub-unit`, `estimate` … */
  readonly flags: readonly string[];
}

export type FactKind = 'count' | 'amount' | 'change' | 'share' | 'rank' | 'ratio' | 'duration' | 'other';
export type Approx = 'exact' | 'about' | 'at-least' | 'at-most';
export type Direction = 'up' | 'down' | 'none';
export type FactStatus = 'actual' | 'target' | 'plan' | 'capacity' | 'anecdote';

/** What the wording allows, in the fact's own unit; null ends are unbounded. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  /** True: the value lies strictly above `low`. */
  readonly lowOpen: boolean;
  /** True: the value lies strictly below `high`. */
  readonly highOpen: boolean;
}

/** One quantitative claim. */
export interface Fact extends FindingBase {
  readonly type: 'fact';
  /** What is measured: the indicator’s id, or null; the label in the text’s own terms. */
  readonly indicator: { readonly id: string | null; readonly label: string };
  readonly kind: FactKind;
  /** Normalised: 43.12万 → 431200; 下降30.4% → 30.4 with direction `down`; 零 → 0. */
  readonly value: number;
  /** Upper end of a range, or B of 从A降至B. */
  readonly value_to: number | null;
  /** The text's own measure word; money in 元; `%`, `个百分点`, `倍`. */
  readonly unit: string;
  /** How exact the wording is: 余, 多, 以上, 超过 → at-least. */
  readonly approx: Approx;
  /** Which way a change goes; `none` for everything else. */
  readonly direction: Direction;
  /** What a change is measured against: 同比, 较2019年 …; null where the text does not say. */
  readonly basis: string | null;
  readonly period: Period;
  /** 全市, an office’s name …; null where the text names none. */
  readonly scope: string | null;
  /** What the wording allows; null for an exact figure. */
  readonly bounds: Bounds | null;
  /** Only `actual` enters a comparison. */
  readonly status: FactStatus;
  /** The recording stage it counts: 警情, 立案, 破案, 抓获 …; null for none. */
  readonly stage: string | null;
  /** The figure as printed, with approximator and unit, e.g. `3000余万元`. */
  readonly printed: string;
  /** Ids of the facts that are parts of this one (其中 …). */
  readonly parts?: readonly string[];
}

export type RecipientKind = 'org' | 'person' | 'project' | 'city';
export type HonourLevel = 'national' | 'provincial' | 'municipal' | 'other';

/** One award, commendation or placing. */
export interface Honour extends FindingBase {
  readonly type: 'honour';
  readonly title: string;
  readonly recipient: string | null;
  readonly recipient_kind: RecipientKind;
  /** From the grantor, never from the rank. */
  readonly level: HonourLevel;
  readonly grantor: string | null;
  readonly year: string | null;
  readonly count: number | null;
}

/** One named mechanism, campaign, brand or platform. */
export interface Initiative extends FindingBase {
  readonly type: 'initiative';
  readonly name: string;
}

export type Finding = Fact | Honour | Initiative;

/**
 * What an extractor returns: the record without the fields the pipeline works out (id, report, jurisdiction, source place,
 * mentions). Spans index the repaired text.
 */
type Drafted<F extends Finding> = Omit<F, 'id' | 'report' | 'jurisdiction' | 'source' | 'mentions' | 'parts'> & {
  /** The clause that states the claim. */
  readonly repairedSpan: Span;
  /** The figure, title or name itself; lies inside `repairedSpan`. */
  readonly keySpan: Span;
  /** The same claim again elsewhere in the same repaired text. */
  readonly mentionSpans: readonly Span[];
  /** Index, in the same returned list, of the draft this is a part of (其中 …). */
  readonly partOf?: number;
};
export type FactDraft = Drafted<Fact>;
export type HonourDraft = Drafted<Honour>;
export type InitiativeDraft = Drafted<Initiative>;
export type Draft = FactDraft | HonourDraft | InitiativeDraft;
