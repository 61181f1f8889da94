import { remembered } from '../fact/remembered.js';

/** What is read past when patterns are matched: white space, quotation marks, book-title marks. */
const READ_PAST = /[\s“”"'‘’「」『』《》〈〉\u200b\ufeff]/gu;

/**
 * A text as the patterns of the lexicon see it: compatibility forms folded (１２ → 12, （ → (), no white space, no quotation
 * marks. Punctuation stays, so that `.{0,4}` does not run over a comma unnoticed. e.g. “一村一辅警” 覆盖率 → 一村一辅警覆盖率
 */
export const folded: (text: string) => string = remembered((text) => text.normalize('NFKC').replace(READ_PAST, ''));
