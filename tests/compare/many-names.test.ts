import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOfForms } from '../../src/compare/mentions.js';
import { nameIndex } from '../../src/compare/name-index.js';
import { nameKeys, sameName } from '../../src/compare/practice-names.js';
import { listEn, listZh } from '../../src/compare/sentences/count-words.js';

// Names put together out of few pieces, so that some are one practice by their words, their stem or what is quoted.
const name = fc
  .array(
    fc.constantFrom('净网', '“跨省通办”', '警务', '专项行动', '机制', '平安', '新时代', '户口迁移', '1+2', '2022年'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((pieces) => pieces.join(''));

describe('nameIndex', () => {
  it('finds what holding a name against every other one finds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.nat(5)), { maxLength: 30 }), name, (known, asked) => {
        const index = nameIndex();
        for (const [one, practice] of known) index.add(nameKeys(one), practice);
        const same = known.filter(([one]) => sameName(nameKeys(one), nameKeys(asked))).map(([, practice]) => practice);
        expect(index.find(nameKeys(asked))).toBe(same.length === 0 ? undefined : Math.min(...same));
      }),
    );
  });
});

describe('placesOfForms', () => {
  const text = fc.stringMatching(/^[网格警务]{0,30}$/u);

  it('finds what looking for every form in every text finds', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.array(text, { maxLength: 10 }), (texts, forms) => {
        const byPlace = new Map(texts.map((one, i) => [`p${i}`, one]));
        const said = placesOfForms(forms, byPlace);
        for (const form of forms)
          expect([...said(form)]).toEqual(
            form.length < 3 ? [] : [...byPlace].flatMap(([id, one]) => (one.includes(form) ? [id] : [])),
          );
      }),
    );
  });

  it('says nowhere of a form it was not asked to look for', () => {
    expect(placesOfForms(['网格员'], new Map([['a', '网格长']]))('网格长').size).toBe(0);
  });
});

describe('names in a sentence', () => {
  const places = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`);
  it('are all there up to twelve', () => {
    expect(listZh(places(12))).toBe('p0、p1、p2、p3、p4、p5、p6、p7、p8、p9、p10和p11');
    expect(listEn(places(12))).toBe('p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10 and p11');
  });
  it('are six and a number beyond', () => {
    expect(listZh(places(40))).toBe('p0、p1、p2、p3、p4、p5等四十地');
    expect(listEn(places(40))).toBe('p0, p1, p2, p3, p4, p5 and thirty-four others');
  });
});
