import type { Conflict, Row, Single } from '../model/comparison.js';
import type { Jurisdiction, Report } from '../model/corpus.js';
import type { Fact, Honour, Initiative, ThemeId } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { ReportText } from '../model/report-text.js';

/** What the comparison is worked out from: the findings, the rows they were aligned to, and what each report says at length. */
export interface CompareInput {
  /** In the order of corpus.yaml; everything per jurisdiction comes out in this order. */
  readonly jurisdictions: readonly Jurisdiction[];
  readonly reports: readonly Report[];
  readonly lexicon: Lexicon;
  /** The themes asked for, in the order they are shown. */
  readonly themes: readonly { readonly id: ThemeId; readonly zh: string; readonly en: string }[];
  readonly facts: readonly Fact[];
  readonly honours: readonly Honour[];
  readonly initiatives: readonly Initiative[];
  readonly rows: readonly Row[];
  readonly singles: readonly Single[];
  readonly conflicts: readonly Conflict[];
  /** One a report, in the order of the corpus; repeats and page furniture are left out already. */
  readonly texts: readonly ReportText[];
}
