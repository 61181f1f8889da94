export function fuzzSamples(given: {
  readonly lexicon: unknown;
  readonly cut: unknown;
  readonly comparison: unknown;
  readonly folder: string;
  readonly compareCommand: unknown;
  readonly host: unknown;
}): Promise<object>;
