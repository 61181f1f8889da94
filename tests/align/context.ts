import type { AlignContext } from '../../src/align/context.js';
import type { RuleExample } from '../../src/align/rules/sketch.js';
import { toFact, toPlaces } from '../../src/align/rules/sketch.js';
import type { Fact } from '../../src/model/finding.js';
import { loadLexicon } from '../support/lexicon.js';

const lexicon = loadLexicon();

/** The facts of an example and all the alignment is told about them: one report a place, of 2023. */
export function sketchOf(example: Pick<RuleExample, 'places' | 'facts'>): { facts: Fact[]; context: AlignContext } {
  const jurisdictions = toPlaces(example);
  return {
    facts: example.facts.map(toFact),
    context: {
      jurisdictions,
      reports: jurisdictions.map(({ id }) => ({
        id,
        jurisdiction: id,
        period: { label: '2023年', from: '2023-01-01', to: '2023-12-31' },
        published: null,
        sources: [],
      })),
      lexicon,
      themes: lexicon.themes.map(({ id, zh, en }) => ({ id, zh, en })),
    },
  };
}
