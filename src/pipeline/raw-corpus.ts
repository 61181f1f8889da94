import type { Denominator, Level, Part } from '../model/corpus.js';

/** corpus.yaml as its schema lets it be written: what may be left out is optional. */
export interface RawCorpus {
  readonly title?: string;
  readonly jurisdictions: readonly RawJurisdiction[];
  readonly reports: readonly RawReport[];
}

export interface RawJurisdiction {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  readonly level?: Level;
  readonly aliases?: readonly string[];
  readonly population?: Denominator;
  readonly officers?: Denominator;
  readonly firms?: Denominator;
  readonly denominators?: Readonly<Record<string, Denominator>>;
}

export interface RawReport {
  readonly id: string;
  readonly jurisdiction: string;
  readonly period?: { readonly from?: string | null; readonly to?: string | null; readonly label?: string };
  readonly published?: {
    readonly date?: string | null;
    readonly outlet?: string | null;
    readonly title?: string | null;
  };
  readonly sources: readonly { readonly file: string; readonly parts?: readonly Part[] }[];
}
