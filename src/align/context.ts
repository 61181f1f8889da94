import type { Jurisdiction, Report } from '../model/corpus.js';
import type { ThemeId } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';

/** What the alignment knows besides the facts. Never the clock. */
export interface AlignContext {
  /** In the order of corpus.yaml; every row has one cell for each. */
  readonly jurisdictions: readonly Jurisdiction[];
  readonly reports: readonly Report[];
  readonly lexicon: Lexicon;
  /** The themes that are compared, in order. */
  readonly themes: readonly { readonly id: ThemeId; readonly zh: string; readonly en: string }[];
}

/** Rows of facts that belong to none of the themes (crime context, the force itself) stand under this one. */
export const GENERAL_THEME = 'general';
