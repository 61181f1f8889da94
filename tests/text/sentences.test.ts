import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/model/span.js';
import { bracketDepths, clauses, sentences } from '../../src/text/sentences.js';

const cut = (text: string, spans: readonly Span[]) => spans.map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  test.each([
    ['全市破案12起。抓获30人！', ['全市破案12起。', '抓获30人！']],
    ['打击有力；防范有效。', ['打击有力；', '防范有效。']],
    ['他说：“来了。”随后离开。', ['他说：“来了。”', '随后离开。']],
    ['“会展指数一流！”负责人说。', ['“会展指数一流！”', '负责人说。']],
    ['“来了！”，他说。', ['“来了！”，他说。']],
    ['（含2起；另3起）共5起。', ['（含2起；另3起）共5起。']],
    ['下降22%;上升3%.', ['下降22%;', '上升3%.']],
    ['达1.1万个。', ['达1.1万个。']],
    ['甲\n乙', ['甲', '乙']],
    ['未关的“引号。后面照样断。', ['未关的“引号。', '后面照样断。']],
    ['太好了！！！真的？', ['太好了！！！', '真的？']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cut(text, sentences(text))).toEqual(expected);
  });
});

describe('clauses', () => {
  test.each([
    ['立案12,345起,破案3起。', ['立案12,345起,', '破案3起。']],
    ['扒窃、盗窃警情下降63%，打处上升58%', ['扒窃、盗窃警情下降63%，', '打处上升58%']],
    ['在“甲，乙”行动中，破案。', ['在“甲，乙”行动中，', '破案。']],
  ])('%j', (text, expected) => {
    expect(cut(text, clauses(text))).toEqual(expected);
  });

  test('with lists the enumeration comma parts too', () => {
    expect(cut('新建、改建9个', clauses('新建、改建9个', undefined, true))).toEqual(['新建、', '改建9个']);
  });
});

const text = fc.string({ unit: fc.constantFrom(...'甲乙12，、；。！“”（）\n,;'), maxLength: 60 });

test('sentences cover everything but line breaks, in order', () => {
  fc.assert(
    fc.property(text, (t) => {
      expect(cut(t, sentences(t)).join('')).toBe(t.replaceAll('\n', ''));
    }),
  );
});

test('clauses cover everything without gaps', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (t, lists) => {
      expect(cut(t, clauses(t, undefined, lists)).join('')).toBe(t);
    }),
  );
});

test('a span of a text is cut as if it stood alone', () => {
  fc.assert(
    fc.property(text, text, (before, t) => {
      const whole = before + t;
      const within = { start: before.length, end: whole.length };
      expect(cut(whole, sentences(whole, within))).toEqual(cut(t, sentences(t)));
    }),
  );
});

test('depth is counted inside matched marks only', () => {
  expect([...bracketDepths('“甲（乙）”丙“')]).toEqual([0, 1, 1, 2, 1, 0, 0, 0]);
});
