import { describe, expect, test } from 'vitest';
import { checkText, findingsByNumber } from '../../src/publish/verify/claims.js';
import { sampleComparison } from '../support/sample-comparison.js';

const comparison = sampleComparison();
const [number, fact] =
  [...findingsByNumber(comparison)].find(([, f]) => f.type === 'fact' && /^\d+人$/.test(f.printed)) ?? [];
const printed = fact?.type === 'fact' ? fact.printed : '';
/** What is said of the one marker; that the other claims are not in so short a text is another matter. */
const saidOf = (text: string) =>
  checkText(text, comparison).differences.filter(({ en }) => en.includes('stands behind'));

describe('what stands before a marker', () => {
  test('the sample has a plain figure to try with', () => expect(printed).toMatch(/^\d+人$/));
  test.each([
    ['its figure', () => `抓获${printed}[${number}]`],
    ['words without a figure', () => `两地都报[${number}]`],
    ['the year a sentence is about, in an open bracket', () => `（同为2024年[${number}]）`],
    ['months of a year', () => `2023年1至6月[${number}]`],
    ['the line of its quote', () => `第33行[${number}]`],
  ])('%s is fine', (_, text) => expect(saidOf(text())).toEqual([]));
  test.each([
    ['another figure', () => `抓获1${printed}[${number}]`],
    ['another figure behind a year', () => `2023年抓获1${printed}[${number}]`],
    ['a year that is counted', () => `抓获2024人[${number}]`],
  ])('%s is a difference', (_, text) => expect(saidOf(text())).toHaveLength(1));
});
