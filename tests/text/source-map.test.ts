import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapPiece } from '../../src/model/repaired-doc.js';
import type { Span } from '../../src/model/span.js';
import {
  applyChanges,
  buildText,
  type Change,
  compose,
  identityMap,
  type MappedText,
  sourceHull,
  toRepaired,
  toSource,
} from '../../src/text/source-map.js';
import { subtract } from '../../src/text/spans.js';

const source = fc.string({ unit: fc.constantFrom(...'甲乙丙丁12，。 \n'), minLength: 1, maxLength: 60 });

/** Changes that stand in order and do not overlap. */
const edited = source.chain((text) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(4), fc.string({ unit: fc.constantFrom(...'甲乙xy'), maxLength: 3 })), {
      maxLength: 8,
    })
    .map((raw) => {
      const changes: Change[] = [];
      let at = 0;
      for (const [start, n, insert] of [...raw].sort((a, b) => a[0] - b[0])) {
        if (start < at) continue;
        const end = Math.min(text.length, start + n);
        changes.push({ span: { start, end }, insert });
        at = end;
      }
      return { text, changes };
    }),
);

/** Pieces in any order: what moves make. */
const moved = source.chain((text) =>
  fc.uniqueArray(fc.nat(text.length), { maxLength: 6 }).chain((cuts) => {
    const at = [0, ...cuts.sort((a, b) => a - b), text.length];
    const pieces = at.slice(1).map((end, i): Span => ({ start: at[i] ?? 0, end }));
    return fc.shuffledSubarray(pieces, { minLength: pieces.length }).map((order) => ({ text, order }));
  }),
);

const isLinear = (p: MapPiece) => p.repairedSpan.end - p.repairedSpan.start === p.sourceSpan.end - p.sourceSpan.start;

/** All of the spans lie in pieces where every character has its counterpart. */
function isLinearAt(map: readonly MapPiece[], spans: readonly Span[]): boolean {
  return spans.every((s) =>
    map.every((p) => isLinear(p) || p.repairedSpan.end <= s.start || p.repairedSpan.start >= s.end),
  );
}

function expectCover({ text, map }: MappedText): void {
  let at = 0;
  for (const piece of map) {
    expect(piece.repairedSpan.start).toBe(at);
    at = piece.repairedSpan.end;
  }
  expect(at).toBe(text.length);
}

describe('the map of a changed text', () => {
  test('covers the repaired text without gaps', () => {
    fc.assert(fc.property(edited, ({ text, changes }) => expectCover(applyChanges(text, changes))));
  });

  test('leads every verbatim character to the same character of the source', () => {
    fc.assert(
      fc.property(edited, ({ text, changes }) => {
        const made = applyChanges(
          text,
          changes.map((c) => ({ span: c.span, insert: c.insert.replace(/[xy]/g, '#').replace(/./g, '#') })),
        );
        for (let i = 0; i < made.text.length; i++) {
          const [place] = toSource(made.map, { start: i, end: i + 1 });
          if (made.text[i] !== '#') expect(text.slice(place?.start, place?.end)).toBe(made.text[i]);
        }
      }),
    );
  });

  test('is the change, read from the source', () => {
    fc.assert(
      fc.property(edited, ({ text, changes }) => {
        let expected = '';
        let at = 0;
        for (const { span, insert } of changes) {
          expected += text.slice(at, span.start) + insert;
          at = span.end;
        }
        expect(applyChanges(text, changes).text).toBe(expected + text.slice(at));
      }),
    );
  });

  test('there and back holds what one came from', () => {
    fc.assert(
      fc.property(edited, fc.nat(60), fc.nat(10), ({ text, changes }, from, n) => {
        const made = applyChanges(text, changes);
        const start = Math.min(from, made.text.length);
        const asked = { start, end: Math.min(made.text.length, start + n) };
        const back = toSource(made.map, asked).flatMap((s) => toRepaired(made.map, s));
        for (const piece of made.map) {
          if (!isLinear(piece)) continue;
          for (
            let i = Math.max(asked.start, piece.repairedSpan.start);
            i < Math.min(asked.end, piece.repairedSpan.end);
            i++
          ) {
            expect(back.some((b) => b.start <= i && i < b.end)).toBe(true);
          }
        }
      }),
    );
  });

  test('changes out of order are refused', () => {
    const changes = [
      { span: { start: 2, end: 3 }, insert: '' },
      { span: { start: 0, end: 1 }, insert: '' },
    ];
    expect(() => applyChanges('甲乙丙', changes)).toThrow('found one at 0, expected none before 3');
  });
});

describe('moved pieces', () => {
  test('every character leads home', () => {
    fc.assert(
      fc.property(moved, ({ text, order }) => {
        const made = buildText(
          text,
          order.map((sourceSpan) => ({ sourceSpan })),
        );
        expectCover(made);
        for (let i = 0; i < made.text.length; i++) {
          const places = toSource(made.map, { start: i, end: i + 1 });
          expect(places).toHaveLength(1);
          expect(text[places[0]?.start ?? -1]).toBe(made.text[i]);
          expect(toRepaired(made.map, places[0] ?? { start: 0, end: 0 })).toEqual([{ start: i, end: i + 1 }]);
        }
      }),
    );
  });

  test('a whole text has the whole source, in source order and merged', () => {
    fc.assert(
      fc.property(moved, ({ text, order }) => {
        const made = buildText(
          text,
          order.map((sourceSpan) => ({ sourceSpan })),
        );
        expect(toSource(made.map, { start: 0, end: made.text.length })).toEqual([{ start: 0, end: text.length }]);
      }),
    );
  });
});

describe('two steps as one', () => {
  test('compose leads where the steps lead one after the other', () => {
    fc.assert(
      fc.property(
        edited,
        fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.constantFrom('', 'z', '甲甲')), { maxLength: 5 }),
        ({ text, changes }, more) => {
          const first = applyChanges(text, changes);
          const again: Change[] = [];
          let at = 0;
          for (const [start, n, insert] of [...more].sort((a, b) => a[0] - b[0])) {
            if (start < at || start > first.text.length) continue;
            const end = Math.min(first.text.length, start + n);
            again.push({ span: { start, end }, insert });
            at = end;
          }
          const second = applyChanges(first.text, again);
          const both = compose(second.map, first.map);
          expectCover({ text: second.text, map: both });
          for (const piece of second.map) {
            if (!isLinear(piece)) continue;
            for (let i = piece.repairedSpan.start; i < piece.repairedSpan.end; i++) {
              const one = { start: i, end: i + 1 };
              const middle = toSource(second.map, one);
              const expected = middle.flatMap((m) => toSource(first.map, m));
              const got = toSource(both, one);
              // a cut replacement may happen to be as long as its source: then it maps more finely than step by step
              if (isLinearAt(first.map, middle)) expect(got).toEqual(expected);
              else expect(subtract(got, expected)).toEqual([]);
            }
          }
        },
      ),
    );
  });

  test('the identity changes nothing', () => {
    fc.assert(
      fc.property(edited, ({ text, changes }) => {
        const made = applyChanges(text, changes);
        const same = compose(identityMap(made.text), made.map);
        for (let i = 0; i < made.text.length; i++) {
          for (let j = i + 1; j <= made.text.length; j++) {
            expect(toSource(same, { start: i, end: j })).toEqual(toSource(made.map, { start: i, end: j }));
          }
        }
      }),
    );
  });
});

test('text dropped inside a number does not interrupt it; a piece left out does', () => {
  const dropped = applyChanges('追回3 000余万元', [{ span: { start: 3, end: 4 }, insert: '' }]);
  expect(dropped.text).toBe('追回3000余万元');
  expect(toSource(dropped.map, { start: 2, end: 6 })).toEqual([{ start: 2, end: 7 }]);
  expect(toSource(dropped.map, { start: 2, end: 3 })).toEqual([{ start: 2, end: 3 }]);
  const parted = buildText('信息\n\n34条', [
    { sourceSpan: { start: 0, end: 2 } },
    { sourceSpan: { start: 4, end: 7 } },
  ]);
  expect(parted.text).toBe('信息34条');
  expect(toSource(parted.map, { start: 0, end: 5 })).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 7 },
  ]);
});

test('inserted text has a place and no source', () => {
  const made = buildText('甲乙', [
    { sourceSpan: { start: 0, end: 1 } },
    { sourceSpan: { start: 1, end: 1 }, text: '\n' },
    { sourceSpan: { start: 1, end: 2 } },
  ]);
  expect(made.text).toBe('甲\n乙');
  expect(toSource(made.map, { start: 1, end: 2 })).toEqual([]);
  expect(sourceHull(made.map, { start: 1, end: 2 })).toEqual({ start: 1, end: 1 });
});
