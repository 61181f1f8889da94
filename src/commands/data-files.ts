import type { Comparison } from '../model/comparison.js';

/** The records as JSON Lines and the comparison as JSON, by path under the output folder. */
export function dataFiles(comparison: Comparison): Map<string, string> {
  const lines = (records: readonly unknown[]): string =>
    records.map((record) => `${JSON.stringify(record)}\n`).join('');
  return new Map([
    ['data/facts.jsonl', lines(comparison.facts)],
    ['data/honours.jsonl', lines(comparison.honour_records)],
    ['data/initiatives.jsonl', lines(comparison.initiatives)],
    ['data/comparison.json', `${JSON.stringify(comparison, null, 1)}\n`],
  ]);
}
