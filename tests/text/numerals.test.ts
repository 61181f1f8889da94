import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral, readNumeral, scaleExactly } from '../../src/text/numerals.js';

/** [text, value, precision] */
const WHOLE: readonly (readonly [string, number, number])[] = [
  // Arabic
  ['0', 0, 1],
  ['7', 7, 1],
  ['328', 328, 1],
  ['1800', 1800, 100],
  ['123247', 123247, 1],
  ['30.4', 30.4, 0.1],
  ['0.46', 0.46, 0.01],
  ['12,345', 12345, 1],
  ['186,402', 186402, 1],
  ['1,234,567', 1234567, 1],
  ['12，345', 12345, 1],
  ['12,345.6', 12345.6, 0.1],
  ['１２３', 123, 1],
  ['４３．１２', 43.12, 0.01],
  ['１２，３４５', 12345, 1],
  // with 万 and 亿
  ['43.12万', 431200, 100],
  ['1.6万', 16000, 1000],
  ['3.2亿', 3.2e8, 1e7],
  ['5.58万亿', 5.58e12, 1e10],
  ['20万', 200000, 100000],
  ['1057万', 10570000, 10000],
  ['7.8万', 78000, 1000],
  ['1.13万', 11300, 100],
  ['2.3亿', 230000000, 1e7],
  ['25.57亿', 2557000000, 1e6],
  ['１２３万', 1230000, 10000],
  ['1亿2000万', 120000000, 1e7],
  ['3千万', 30000000, 1e7],
  ['5百', 500, 100],
  ['3千', 3000, 1000],
  ['1.5亿', 150000000, 1e7],
  ['8千3百', 8300, 100],
  // Chinese
  ['零', 0, 1],
  ['两', 2, 1],
  ['十', 10, 10],
  ['十二', 12, 1],
  ['二十', 20, 10],
  ['一百零三', 103, 1],
  ['一百二', 120, 10],
  ['一百二十', 120, 10],
  ['两千三', 2300, 100],
  ['五千零三十二', 5032, 1],
  ['一万零五', 10005, 1],
  ['三万五', 35000, 1000],
  ['三万零五百', 30500, 100],
  ['一千零一十', 1010, 10],
  ['三千五百万', 35000000, 1e6],
  ['一亿两千三百万', 123000000, 1e6],
  ['两万三千四百五十六', 23456, 1],
  ['二十三点五', 23.5, 0.1],
  ['零点四六', 0.46, 0.01],
  ['叁佰', 300, 100],
  ['二〇二三', 2023, 1],
  ['一〇五', 105, 1],
  ['四十三点一二万', 431200, 100],
  // mixed
  ['3万4000', 34000, 1000],
  ['12万3456', 123456, 1],
  ['1千零20', 1020, 10],
  ['1万2千', 12000, 1000],
  ['3万零50', 30050, 10],
];

describe('numerals as a whole', () => {
  it.each(WHOLE)('%s is %d', (text, value, precision) => {
    const numeral = parseNumeral(text);
    expect(numeral?.value).toBe(value);
    expect(numeral?.precision).toBe(precision);
    expect(numeral?.valueTo).toBeNull();
  });
});

/** [text, what is read of it, value, value_to] */
const INSIDE: readonly (readonly [string, string, number, number | null])[] = [
  ['两三个', '两三', 2, 3],
  ['三四十起', '三四十', 30, 40],
  ['三五天', '三五', 3, 5],
  ['五六百人', '五六百', 500, 600],
  ['十七八岁', '十七八', 17, 18],
  ['七八万元', '七八万', 70000, 80000],
  ['数十名', '数十', 20, 100],
  ['数百名', '数百', 200, 1000],
  ['几十万', '几十万', 200000, 1000000],
  ['十几起', '十几', 11, 20],
  ['二十几个', '二十几', 21, 30],
  ['3000余万元', '3000余万', 3e7, null],
  ['十余万人', '十余万', 100000, null],
  ['一百多万', '一百多万', 1e6, null],
  ['百余名', '百', 100, null],
  ['万余名', '万', 10000, null],
  ['12,34', '12', 12, null],
  ['3万4', '3万', 30000, null],
  ['5千克', '5', 5, null],
  ['3.5.1', '', 0, null],
  ['1.5万300人', '1.5万', 15000, null],
  ['20.9%10.9%', '20.9', 20.9, null],
  ['三至五', '三', 3, null],
  ['数名', '', 0, null],
  ['几个', '', 0, null],
  ['余', '', 0, null],
  ['亿万', '', 0, null],
  ['点五', '', 0, null],
  ['12345678901234567890', '', 0, null],
];

describe('numerals at the beginning of a text', () => {
  it.each(INSIDE)('%s: %s', (text, read, value, valueTo) => {
    const numeral = readNumeral(text, 0);
    if (read === '') return expect(numeral).toBeNull();
    expect(numeral && text.slice(numeral.start, numeral.end)).toBe(read);
    expect(numeral?.value).toBe(value);
    expect(numeral?.valueTo).toBe(valueTo);
  });

  it('says what is special about a numeral', () => {
    expect(readNumeral('千余名', 0)).toMatchObject({ bare: true, value: 1000, precision: 1000 });
    expect(readNumeral('十余名', 0)).toMatchObject({ bare: false, value: 10, precision: 10 });
    expect(readNumeral('二〇二三年', 0)).toMatchObject({ positional: true });
    expect(readNumeral('12,345件', 0)).toMatchObject({ grouped: true, script: 'arabic' });
    expect(readNumeral('3万', 0)).toMatchObject({ script: 'mixed', factor: 10000 });
    expect(readNumeral('三万', 0)).toMatchObject({ script: 'chinese', factor: 10000 });
    expect(readNumeral('数百', 0)).toMatchObject({ vague: true });
    expect(readNumeral('3000余万', 0)).toMatchObject({ more: true, precision: 1e7 });
  });
});

const DIGITS = '零一二三四五六七八九';

/** Writes an integer below 10^12 in Chinese, the way it is read aloud. */
function chinese(n: number): string {
  if (n === 0) return '零';
  const four = (m: number): string => {
    let out = '';
    let zero = false;
    for (const [power, word] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const d = Math.floor(m / power) % 10;
      if (d === 0) {
        if (out !== '') zero = true;
        continue;
      }
      out += (zero ? '零' : '') + DIGITS[d] + word;
      zero = false;
    }
    return out;
  };
  let out = '';
  let gap = false;
  for (const [power, word] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(n / power) % 10000;
    if (part === 0) {
      if (out !== '') gap = true;
      continue;
    }
    if (out !== '' && (gap || part < 1000)) out += '零';
    gap = false;
    out += four(part) + word;
  }
  return out.replace(/^一十/, '十');
}

describe('numerals, whatever the number', () => {
  it('reads what was written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999999999999 }), (n) => {
        expect(parseNumeral(chinese(n))?.value).toBe(n);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99999 }), (n) => {
        expect(parseNumeral(chinese(n))?.value).toBe(n);
      }),
    );
  });

  it('reads what was written with 两 for 二 before 百, 千, 万 and 亿', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999999999 }), (n) => {
        expect(parseNumeral(chinese(n).replace(/二(?=[百千万亿])/g, '两'))?.value).toBe(n);
      }),
    );
  });

  it('reads thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => {
        expect(parseNumeral(n.toLocaleString('en-US'))?.value).toBe(n);
      }),
    );
  });

  it('has no binary dust: d.dd万 is the whole number it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999999 }), fc.integer({ min: 0, max: 4 }), (n, places) => {
        const digits = String(n).padStart(places + 1, '0');
        const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(parseNumeral(`${text}万`)?.value).toBe(n * 10 ** (4 - places));
        expect(parseNumeral(text)?.value).toBe(Number(text));
      }),
    );
  });

  it('precision is the unit of the last digit that is not zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 6 }), (n, zeros) => {
        fc.pre(n % 10 !== 0);
        expect(parseNumeral(String(n * 10 ** zeros))?.precision).toBe(10 ** zeros);
      }),
    );
  });

  it('full width and half width are the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (n) => {
        const wide = String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        expect(parseNumeral(wide)?.value).toBe(n);
      }),
    );
  });

  it('never fails and never reads beyond the text', () => {
    const alphabet = '0123456789零〇一二两三九十百千万亿余多几数点.,，壹叁 人';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }), (characters) => {
        const text = characters.join('');
        for (let at = 0; at <= text.length; at++) {
          const numeral = readNumeral(text, at);
          if (!numeral) continue;
          expect(numeral.start).toBe(at);
          expect(numeral.end).toBeGreaterThan(at);
          expect(numeral.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(numeral.value)).toBe(true);
          if (numeral.valueTo !== null) expect(numeral.valueTo).toBeGreaterThan(numeral.value);
        }
      }),
    );
  });
});

describe('scaling', () => {
  it('is exact in decimal', () => {
    expect(scaleExactly(7.8, 10000)).toBe(78000);
    expect(scaleExactly(1.005, 1000)).toBe(1005);
    expect(scaleExactly(0.07, 100)).toBe(7);
  });
});
