/** Administrative level of a jurisdiction; `other` where none of these fits. */
export type Level = 'province' | 'city' | 'district' | 'county' | 'station' | 'other';

/** A number somebody else published, needed to scale counts: value with its year and source. */
export interface Denominator {
  readonly value: number;
  readonly year: number;
  readonly source: string;
}

/** One place whose bureau reports. */
export interface Jurisdiction {
  /** `[a-z0-9-]+`; stands in every record. */
  readonly id: string;
  /** As it appears in the brief, e.g. 十堰市. */
  readonly name: string;
  readonly short: string;
  readonly level: Level;
  readonly aliases: readonly string[];
  /** Denominators by name: population, officers, firms, or the user's own. */
  readonly denominators: Readonly<Record<string, Denominator>>;
}

/** A span of days, both ends included; ISO dates (YYYY-MM-DD), null where the text does not say. */
export interface Period {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where and when a report was printed. */
export interface Published {
  /** ISO date or null. */
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
}

/** A report's share of a page that several reports stand on: 1-based, inclusive source lines. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** One source file of a report. */
export interface ReportSource {
  /** Relative to corpus.yaml, forward slashes. */
  readonly file: string;
  /** The lines of the file that are this report's, settled by a person; null: the whole file, or worked out. */
  readonly parts: readonly Part[] | null;
}

/** One report of one jurisdiction. */
export interface Report {
  readonly id: string;
  readonly jurisdiction: string;
  readonly period: Period;
  readonly published: Published | null;
  readonly sources: readonly ReportSource[];
}

/** The corpus as corpus.yaml (or a bare folder) describes it; file contents are not in it. */
export interface Corpus {
  readonly title: string;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly reports: readonly Report[];
}
