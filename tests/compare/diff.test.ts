import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffComparisons } from '../../src/compare/diff.js';
import type { Comparison } from '../../src/model/comparison.js';
import type { Fact } from '../../src/model/finding.js';
import { diffRuns } from '../../src/pipeline/diff.js';
import { sampleComparison } from '../support/sample-comparison.js';

const base = sampleComparison();
const first = base.facts[0];
const withFacts = (facts: readonly Fact[]): Comparison => ({ ...base, facts });
const edited = (more: Partial<Fact>): Comparison =>
  withFacts(base.facts.map((f) => (f === first ? { ...f, ...more } : f)));

describe('diffComparisons', () => {
  it('finds nothing between a run and itself', () => {
    const all = base.facts.length + base.honour_records.length + base.initiatives.length;
    expect(diffComparisons(base, sampleComparison())).toEqual({
      new: [],
      changed: [],
      withdrawn: [],
      lost: [],
      same: all,
    });
  });
  it('pairs a claim whose id changed with its figure', () => {
    const { changed, ...rest } = diffComparisons(base, edited({ id: 'other', value: 61000, printed: '6.1万余起' }));
    expect(changed).toMatchObject([
      { type: 'fact', old: { id: first?.id, says: first?.printed }, new: { id: 'other', says: '6.1万余起' } },
    ]);
    expect(changed[0]?.fields).toEqual([{ field: 'value', old: first?.value, new: 61000 }]);
    expect(rest).toMatchObject({ new: [], withdrawn: [] });
  });
  it('lists what differs, each field with both sides', () => {
    const { changed } = diffComparisons(base, edited({ status: 'target', scope: '某区' }));
    expect(changed[0]?.fields.map(({ field }) => field).sort()).toEqual(['scope', 'status']);
  });
  it('takes a moved claim for the same', () => {
    const source = { ...(first?.source ?? base.facts[0]?.source), start: 900, end: 920, line: 40 };
    expect(diffComparisons(base, edited({ source: source as Fact['source'] })).changed).toEqual([]);
  });
  it('does not pair a level with a change, or another indicator', () => {
    const change = diffComparisons(
      withFacts(base.facts.slice(0, 1)),
      withFacts(base.facts.slice(0, 1).map((f) => ({ ...f, id: 'x', kind: 'change' as const }))),
    );
    expect(change).toMatchObject({ changed: [], new: [{ new: { id: 'x' } }], withdrawn: [{ old: { id: first?.id } }] });
    const other = diffComparisons(
      withFacts(base.facts.slice(0, 1)),
      withFacts(
        base.facts.slice(0, 1).map((f) => ({ ...f, id: 'x', value: 7, indicator: { id: null, label: '矛盾纠纷' } })),
      ),
    );
    expect(other.changed).toEqual([]);
  });
  it('pairs the same figure in the same place though it is read as another indicator', () => {
    const { changed } = diffComparisons(base, edited({ id: 'x', indicator: { id: null, label: '矛盾纠纷' } }));
    expect(changed.map((c) => c.fields.map(({ field }) => field))).toEqual([['indicator']]);
  });
  it('pairs a practice with its longer name in the same place', () => {
    const [one] = base.initiatives;
    const initiatives = base.initiatives.map((i) => (i === one ? { ...i, id: 'x', name: `${i.name}等品牌机制` } : i));
    const diff = diffComparisons(base, { ...base, initiatives });
    expect(diff).toMatchObject({ new: [], withdrawn: [], changed: [{ old: { says: one?.name } }] });
  });
  it('lists cited words that are gone, with a file or within one, but none that moved', () => {
    const file = first?.source.file;
    const exact = first?.source.exact ?? '';
    const sources = (text: (old: string) => string) =>
      base.sources.map((s) => (s.file === file ? { ...s, text: text(s.text) } : s));
    const gone = diffComparisons(base, {
      ...withFacts(base.facts.slice(1)),
      sources: sources((t) => t.replace(exact, '')),
    });
    expect(gone.withdrawn).toHaveLength(1);
    expect(gone.lost).toContainEqual(expect.objectContaining({ finding: first?.id, exact, lost: 'wording' }));
    const moved = diffComparisons(base, {
      ...base,
      sources: sources((t) => `新的一行\n${t.slice(0, 5)}\n${t.slice(5)}`),
    });
    expect(moved.lost).toEqual([]);
    const lost = diffComparisons(base, { ...base, sources: base.sources.filter((s) => s.file !== file) }).lost;
    expect(new Set(lost.map((l) => l.lost))).toEqual(new Set(['file']));
  });
  it('accounts for every claim of both runs exactly once', () => {
    const subset = fc.subarray([...base.facts]);
    fc.assert(
      fc.property(subset, subset, fc.boolean(), (a, b, rename) => {
        const now = rename ? b.map((f) => ({ ...f, id: `${f.id}'` })) : b;
        const diff = diffComparisons(withFacts(a), withFacts(now));
        const others = base.honour_records.length + base.initiatives.length;
        expect(diff.same + diff.changed.length + diff.withdrawn.length).toBe(a.length + others);
        expect(diff.same + diff.changed.length + diff.new.length).toBe(b.length + others);
        expect(diff.withdrawn.every((c) => a.some((f) => f.id === c.old?.id))).toBe(true);
      }),
    );
  });
});

describe('diffRuns', () => {
  it('refuses what is no comparison, naming the file', () => {
    const { value, notes } = diffRuns({ file: 'old.json', data: { schema: 'else' } }, { file: 'new.json', data: base });
    expect(value).toBeNull();
    expect(notes).toMatchObject([{ code: 'diff/not-a-comparison', severity: 'error', place: { file: 'old.json' } }]);
    for (const data of [null, 5, [], 'x'])
      expect(diffRuns({ file: 'a', data }, { file: 'b', data: base }).value).toBeNull();
  });
  it('takes a run as it comes out of JSON', () => {
    const run = { file: 'a', data: JSON.parse(JSON.stringify(base)) as unknown };
    expect(diffRuns(run, run)).toMatchObject({ value: { new: [], changed: [], withdrawn: [] }, notes: [] });
  });
});
