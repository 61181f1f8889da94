import { describe, expect, test } from 'vitest';
import { characterRules } from '../../src/repair/characters/index.js';
import { lineRules } from '../../src/repair/lines/index.js';
import { meta as reflow } from '../../src/repair/reflow.js';
import { meta as runIn } from '../../src/repair/run-in.js';
import { applyChanges } from '../../src/text/source-map.js';
import { repaired } from './helpers.js';

describe.each(characterRules.map((r) => [r.meta.id, r] as const))('%s: the examples of the rule', (_, rule) => {
  test.each(rule.meta.examples.map((e) => [e.source, e.repaired]))('%j → %j', (source, expected) => {
    expect(applyChanges(source, rule.changes(source)).text).toBe(expected);
  });

  test('what was changed is not changed again', () => {
    for (const { repaired: text } of rule.meta.examples) expect(applyChanges(text, rule.changes(text)).text).toBe(text);
  });
});

describe.each(lineRules.map((r) => [r.id, r] as const))('%s: the examples of the rule', (_, rule) => {
  test.each(rule.examples.map((e) => [e.line, e.is] as const))('%j: %s', (line, is) => {
    expect(rule.test(line)).toBe(is);
  });
});

describe.each([reflow, runIn].map((m) => [m.id, m] as const))('%s: the examples of the rule', (_, meta) => {
  test.each(meta.examples.map((e) => [e.source, e.repaired]))('%j → %j', (source, expected) => {
    expect(repaired(source).text).toBe(expected);
  });
});
