import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeCores } from '../../src/align/like-cores.js';
import { likeness } from '../../src/align/reading/wording.js';
import type { CellFacts } from '../../src/align/row-facts.js';
import { acrossPlaces, names } from '../../src/align/rules/say.js';
import type { Jurisdiction } from '../../src/model/corpus.js';

const jurisdiction = (given: Pick<Jurisdiction, 'id' | 'short'>): Jurisdiction => ({
  name: given.short,
  level: 'city',
  aliases: [],
  denominators: {},
  ...given,
});

// Short words of few letters, so that many are alike and some equal.
const core = fc.stringMatching(/^[矛盾纠纷排查化解处]{3,14}$/u);

describe('likeCores', () => {
  it('finds what holding a core against every other one finds', () => {
    fc.assert(
      fc.property(fc.array(core, { maxLength: 40 }), core, fc.constantFrom('', '查', '解'), (known, asked, word) => {
        const like = likeCores(0.9);
        for (const one of known) like.add(one);
        const accepts = (other: string): boolean => other.includes(word);
        expect(like.find(asked, accepts)).toBe(known.find((other) => likeness(other, asked) >= 0.9 && accepts(other)));
      }),
    );
  });

  it('finds cores that differ in one of many characters, and no others', () => {
    const like = likeCores(0.9);
    like.add('建成智慧安防小区并投入使用覆盖全部街道');
    expect(like.find('建成智慧安防小区并投入使用覆盖全部街', () => true)).toBeDefined();
    expect(like.find('建成智慧安防小区', () => true)).toBeUndefined();
    expect(like.find('拆除老旧安防设施并停止使用涉及全部街道', () => true)).toBeUndefined();
  });
});

describe('acrossPlaces', () => {
  const cell = fc.record({
    place: fc.record({ id: fc.constantFrom('a', 'b', 'c') }),
    observations: fc.array(fc.record({ unit: fc.constantFrom('起', '件', '人') }), { maxLength: 3 }),
  });

  it('gives the pairs of readings that holding all observations of different places against each other gives', () => {
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ place }) => place.id }), (drawn) => {
        // Nothing but the id of the place and the unit is looked at.
        const cells = drawn as unknown as CellFacts[];
        const pair = (a: string, b: string): string => [a, b].sort().join(' ');
        const slow = cells.flatMap((left, i) =>
          cells
            .slice(i + 1)
            .flatMap((right) => left.observations.flatMap((a) => right.observations.map((b) => pair(a.unit, b.unit)))),
        );
        const quick = [...acrossPlaces(cells, ({ unit }) => unit)].map(([a, b]) => pair(a, b));
        expect([...quick].sort()).toEqual([...new Set(slow)].sort());
      }),
    );
  });
});

describe('names', () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, i) => jurisdiction({ id: `p${i}`, short: `甲${i}` }));
  it.each([
    [0, '', ''],
    [1, '甲0', '甲0'],
    [3, '甲0、甲1和甲2', '甲0, 甲1 and 甲2'],
    [13, '甲0、甲1、甲2、甲3、甲4、甲5等13地', '甲0, 甲1, 甲2, 甲3, 甲4, 甲5 and 7 others'],
  ])('of %d places', (count, zh, en) => {
    expect(names(places(count))).toEqual({ zh, en });
  });
});
