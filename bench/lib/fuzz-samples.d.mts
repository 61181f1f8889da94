export function fuzzSamples(given: { readonly lexicon: unknown; readonly cut: unknown; readonly comparison: unknown }): Promise<object>;
