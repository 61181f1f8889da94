import type { Jurisdiction, Report } from '../model/corpus.js';
import type { Draft } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Noted } from '../model/note.js';
import type { TokenisedDoc } from '../model/tokenised-doc.js';

/** What an extractor knows besides the text: whose report it reads and the lexicon. Never the clock. */
export interface ExtractContext {
  readonly lexicon: Lexicon;
  readonly report: Report;
  readonly jurisdiction: Jurisdiction;
}

/**
 * Reads one report's share of a text: only blocks whose `owner.report` is `context.report.id` count. Returns drafts in the
 * order of the repaired text; a claim that stands again is one draft with `mentionSpans`. Never throws on any text.
 */
export type Extractor<D extends Draft = Draft> = (doc: TokenisedDoc, context: ExtractContext) => Noted<readonly D[]>;
