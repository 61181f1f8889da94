import { readNumeral } from '../../text/numerals.js';
import type { Leaning } from './bounds.js';
import { ownLeaning } from './figure.js';
import { type Found, finish, numeralAt, type Reading, tidy } from './reading.js';
import { SURNAMES } from './surnames.js';

/** Joins two ends of a range: 至, 到, a dash, a tilde; none where 从/由 make it a movement (从61%到89%). */
const JOINT = /[ \u3000]?(?:至|到|——?|–|－|-|―|～|~|〜)[ \u3000]?/y;

export function rangeJoint(text: string, at: number, start: number): number | null {
  JOINT.lastIndex = at;
  const match = JOINT.exec(text);
  if (!match) return null;
  if (/[至到]/.test(match[0]) && /[从由自][^，。；,;、\n]{0,8}$/.test(text.slice(Math.max(0, start - 9), start)))
    return null;
  return JOINT.lastIndex;
}

const SLASH = /([1-9])[/／]([2-9]|10)(?![0-9/／])/y;

/** 占1/3, 近2/3的警力: only where a share is spoken of, for 1/3 may also be a date or a page. */
export function readSlash(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  SLASH.lastIndex = at;
  const match = SLASH.exec(text);
  if (!match || mask[at] !== 0 || /[0-9./／]/.test(text[at - 1] ?? ' ')) return null;
  const end = SLASH.lastIndex;
  if (
    !/(?:占|近|约|超|过|达|的|为|了)[ ]?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    !/^(?:以上|的|左右)/.test(text.slice(end, end + 2))
  )
    return null;
  const value = (100 * Number(match[1])) / Number(match[2]);
  if (value >= 100) return null;
  const quantity = finish(reading, {
    form: 'fraction',
    rule: 'quantity/fraction',
    value,
    unit: '%',
    step: value,
    numberStart: at,
    numberEnd: end,
    end,
  });
  return { quantities: [quantity], end };
}

const PARTS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };

/** 百分之二十三点五, 千分之三, 万分之五, 三分之一, 百分之三至五, 百分百. Values in per cent. */
export function readFraction(reading: Reading, at: number): Found | null {
  const { text } = reading;
  const denominator = numeralAt(reading, at);
  if (!denominator) return null;
  if (text.startsWith('分百', denominator.end) && text[at] === '百') {
    const end = at + 3;
    // 百分百 as an adverb is no figure: 百分百投入
    const flags = /[率达到为是现度]$/.test(text.slice(Math.max(0, at - 1), at)) ? [] : ['indefinite'];
    return {
      quantities: [
        finish(reading, {
          form: 'percent',
          rule: 'quantity/percent-words',
          value: 100,
          unit: '%',
          step: 1,
          numberStart: at,
          numberEnd: end,
          end,
          flags,
        }),
      ],
      end,
    };
  }
  if (!text.startsWith('分之', denominator.end)) return null;
  const numerator = readNumeral(text, denominator.end + 2);
  if (!numerator) return null;
  const parts = denominator.bare ? PARTS[text.slice(at, denominator.end)] : undefined;
  const one = (n: number): number => (parts === undefined ? (100 * n) / denominator.value : tidy((n * 100) / parts));
  let value = one(numerator.bare ? 100 : numerator.value);
  let valueTo = numerator.valueTo === null ? null : one(numerator.valueTo);
  let end = numerator.end;
  let leaning = ownLeaning(numerator);
  const flags: string[] = [];
  const joint = rangeJoint(text, end, at);
  if (joint !== null && valueTo === null) {
    const again = text.startsWith('百分之', joint) ? joint + 3 : joint;
    const upper = readNumeral(text, again);
    if (upper && one(upper.value) > value) {
      valueTo = one(upper.value);
      end = upper.end;
      leaning = 'between';
      flags.push('range');
    }
  }
  if (/^[余多]/.test(text.slice(end, end + 1))) {
    leaning = 'more';
    end++;
  } else if (text[end] === '强') {
    leaning = 'over';
    end++;
  } else if (text[end] === '弱') {
    leaning = 'under';
    end++;
  }
  value = parts === undefined ? value : tidy(value);
  const quantity = finish(reading, {
    form: parts === undefined ? 'fraction' : 'percent',
    rule: parts === undefined ? 'quantity/fraction' : 'quantity/percent-words',
    value,
    valueTo,
    unit: '%',
    step: parts === undefined ? value : tidy((numerator.precision * 100) / parts),
    numberStart: at,
    numberEnd: end,
    end,
    leaning,
    flags,
  });
  return { quantities: [settleRange(quantity, flags)], end };
}

/** A written-out range (3%至5%) is exact wording with two ends, not a hedge. */
export function settleRange<Q extends { readonly approx: string; readonly flags: readonly string[] }>(
  quantity: Q,
  flags: readonly string[],
): Q {
  return flags.includes('range') && quantity.approx === 'about' ? { ...quantity, approx: 'exact' } : quantity;
}

/** What may not follow 成: 三成立, 五成员 are other words. */
const TENTH_NOT =
  /^(?:立|功|员|为|都|果|本|绩|熟|长|效|就|交|套|群|品|人|年|因|份|像|型|形|败|家|天|不变|以来|语|对|荫|片|串|衣)/;

/** 两成, 近七成, 三成五, 六七成, 3成, 三到五成. Values in per cent. */
export function readTenth(reading: Reading, at: number): Found | null {
  const { text } = reading;
  const numeral = numeralAt(reading, at);
  if (!numeral || numeral.value > 10 || numeral.vague || numeral.value < 0.5) return null;
  let { end } = numeral;
  let value = tidy(numeral.value * 10);
  let valueTo = numeral.valueTo === null ? null : tidy(numeral.valueTo * 10);
  let leaning = ownLeaning(numeral);
  const flags: string[] = [];
  if (text[end] === '成') {
    const joint = rangeJoint(text, end + 1, at);
    const upper = joint === null ? null : readNumeral(text, joint);
    if (upper && text[upper.end] === '成' && upper.value > numeral.value) {
      valueTo = tidy(upper.value * 10);
      end = upper.end;
      flags.push('range');
    }
  } else {
    const joint = rangeJoint(text, end, at);
    const upper = joint === null ? null : readNumeral(text, joint);
    if (!upper || text[upper.end] !== '成' || upper.value > 10 || upper.value <= numeral.value) return null;
    valueTo = tidy(upper.value * 10);
    end = upper.end;
    flags.push('range');
  }
  if (flags.length > 0) leaning = 'between';
  const numberEnd = end;
  end++;
  if (TENTH_NOT.test(text.slice(end, end + 2))) return null;
  // 张九成 is a name
  if (numeral.script === 'chinese' && SURNAMES.includes(text[at - 1] ?? ' ')) return { quantities: [], end };
  const half = readNumeral(text, end);
  let step = 10;
  if (
    half &&
    half.script === 'chinese' &&
    half.value < 10 &&
    half.end === end + 1 &&
    valueTo === null &&
    /^(?:$|[，。；、,;的以左])/.test(text.slice(half.end, half.end + 1))
  ) {
    value = tidy(value + half.value);
    step = 1;
    end = half.end;
  }
  if (/^[余多]/.test(text.slice(end, end + 1))) {
    leaning = 'more';
    end++;
  } else if (text[end] === '半') {
    value += 5;
    end++;
  }
  const quantity = finish(reading, {
    form: 'tenth',
    rule: 'quantity/tenth',
    value,
    valueTo,
    unit: '%',
    step,
    numberStart: at,
    numberEnd,
    end,
    leaning,
    flags,
  });
  return { quantities: [settleRange(quantity, flags)], end };
}

/** 过半, 近半, 半数以上, 超半数, 一半以上, 减半. */
export function readHalf(reading: Reading, at: number): Found | null {
  const { text, mask, floor } = reading;
  if (text[at] !== '半' || mask[at] !== 0) return null;
  const before = text.slice(Math.max(floor, at - 4), at);
  const after = text.slice(at + 1, at + 5);
  const make = (start: number, end: number, leaning: Leaning | null, flags: readonly string[] = []): Found => {
    const quantity = finish(reading, {
      form: 'fraction',
      rule: 'quantity/half',
      value: 50,
      unit: '%',
      step: 50,
      numberStart: at,
      numberEnd: at + 1,
      end,
      leaning,
      flags,
      start,
    });
    return { quantities: [quantity], end };
  };
  if (before.endsWith('减')) return make(at - 1, at + 1, /几乎减$|近减$/.test(before) ? 'nearly' : null, ['halved']);
  const amount = /^数/.test(after) ? 2 : 1;
  const over = /(超过|超|过)$/.exec(before);
  if (over && !/(?:时间|任务)过$/.test(before)) return make(at - over[0].length, at + amount, 'over');
  const near = /(将近|接近|近)$/.exec(before);
  if (near && !/^[年天个月小步]/.test(after)) return make(at - near[0].length, at + amount, 'nearly');
  if (/^数以上|^数之上/.test(after)) return make(at, at + 4 > text.length ? text.length : at + 2, 'from');
  if (before.endsWith('一') && !/^[年天个月点径圆封]/.test(after)) {
    const lead = text.slice(Math.max(floor, at - 4), at - 1);
    const hedge = /(超过|超|过)$/.exec(lead);
    if (hedge) return make(at - 1 - hedge[0].length, at + 1, 'over');
    const nearly = /(将近|接近|近)$/.exec(lead);
    if (nearly) return make(at - 1 - nearly[0].length, at + 1, 'nearly');
    if (/不到$/.test(lead)) return make(at - 3, at + 1, 'under');
    if (/^(?:以上|之上)/.test(after)) return make(at - 1, at + 1, 'from');
    // 缩短一半: the change is a half
    if (/(?:缩短|压缩|压减|减少|下降|降低|减|节约|精简|缩减)$/.test(text.slice(Math.max(floor, at - 3), at - 1)))
      return make(at - 1, at + 1, null, ['halved-by']);
    if (/(?:占|达|了|约|降|的|为|至|到)$/.test(lead)) return make(at - 1, at + 1, /约$/.test(lead) ? 'about' : null);
  }
  return null;
}

/** 翻一番 → 2, 翻两番 → 4, 翻番 → 2, 翻了近一番, 翻倍. */
export function readDoubling(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  if (text[at] !== '翻' || mask[at] !== 0) return null;
  const match =
    /^翻(?:了)?(近)?([一两二三四五1-5])?番/.exec(text.slice(at, at + 6)) ??
    /^翻(?:了)?(近)?()一?倍/.exec(text.slice(at, at + 5));
  if (!match) return null;
  const times = match[2] ? (readNumeral(match[2], 0)?.value ?? 1) : 1;
  const end = at + match[0].length;
  const quantity = finish(reading, {
    form: 'multiple',
    rule: 'quantity/doubling',
    value: 2 ** times,
    unit: '倍',
    step: 1,
    numberStart: at,
    numberEnd: end,
    end,
    start: at,
    leaning: match[1] ? 'nearly' : null,
    flags: ['doubling'],
  });
  return { quantities: [quantity], end };
}
