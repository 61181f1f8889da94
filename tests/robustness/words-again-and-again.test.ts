import { expect, test } from 'vitest';
import { extractFindings } from '../../src/extract/index.js';
import { contextOf, docOf } from '../support/tokenised-doc.js';

// Words that can be read in two ways (排名·列, 排·名列; 并·且, 并且) stand here so often that a pattern which tries all ways, two to the
// power of forty, never ends: then the test runs into its limit. Found by recheck; the text is still read.
test.each([
  ['ranks', `全市满意度${'排名列'.repeat(40)}提第3名。`],
  ['conjunctions', `县公安局荣获“全国优秀公安局”称号又${'并且'.repeat(40)}的记集体二等功。`],
  ['batches', `市委授予${'第一批第批'.repeat(7)}的“全国优秀公安局”称号。`],
  ['years on end', `${'连续均次连续次'.repeat(16)}再均进入全省前五。`],
  ['years of standing', `${'连续稳年连续年'.repeat(30)}达已全省第一。`],
])('%s again and again are read in time', (_, text) => {
  const { value, notes } = extractFindings(docOf(`${text}破获案件320起。`), contextOf());
  expect(notes.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value.map((draft) => (draft.type === 'fact' ? draft.value : null))).toContain(320);
});
