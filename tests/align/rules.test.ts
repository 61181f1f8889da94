import { describe, expect, it } from 'vitest';
import { toRowFacts } from '../../src/align/build-row.js';
import { groupObservations } from '../../src/align/group.js';
import { observe } from '../../src/align/observation.js';
import { RULES } from '../../src/align/rules/index.js';
import { sketchOf } from './context.js';

describe('comparability rules', () => {
  it('are the 22 of domain.md, in order, each code once', () => {
    expect(RULES.map(({ meta }) => meta.id)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    expect(new Set(RULES.map(({ meta }) => meta.code)).size).toBe(22);
  });

  for (const { meta, examples, apply } of RULES) {
    describe(`${meta.id} ${meta.code} ${meta.en}`, () => {
      it('shows when it speaks and when it is silent', () => {
        expect(examples.some(({ says }) => says !== 'silent')).toBe(true);
        expect(examples.some(({ says }) => says === 'silent')).toBe(true);
      });
      it.each(examples)('$name', (example) => {
        const { facts, context } = sketchOf(example);
        const observations = facts.flatMap((fact) => observe(fact, context) ?? []);
        expect(observations).toHaveLength(facts.length);
        const keys = new Set(groupObservations(observations).map(({ key }) => key));
        expect(keys.size, 'an example is one row').toBe(1);
        const reasons = apply(toRowFacts([...keys][0] ?? '', observations, context), context);
        if (example.says === 'silent') expect(reasons).toEqual([]);
        else {
          expect(reasons.map(({ code, verdict }) => ({ code, verdict }))).toEqual([
            { code: example.code ?? meta.code, verdict: example.says },
          ]);
          for (const { zh, en } of reasons) {
            expect(zh).not.toMatch(/undefined|null|NaN|。$/u);
            expect(en).not.toMatch(/undefined|null|NaN|\.$/u);
          }
        }
      });
    });
  }
});
