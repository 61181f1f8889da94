import { type Numeral, readNumeral, scaleExactly } from '../../text/numerals.js';
import { type Draft, type Found, finish, type Reading, tidy } from './reading.js';
import { ownLeaning, rangeJoint, settleRange } from './share.js';
import { matchUnit, needsFigures, type UnitMatch } from './units.js';

/** A numeral with what may stand between it and its unit: blanks, 余, a 万 that a blank cut off. */
interface Figure {
  readonly numeral: Numeral;
  readonly value: number;
  readonly valueTo: number | null;
  readonly step: number;
  readonly factor: number;
  readonly more: boolean;
  /** 来: 十来个. */
  readonly some: boolean;
  /** Where the unit should begin. */
  readonly end: number;
  readonly numberEnd: number;
}

const TAIL = /[ \u3000\u00a0]{0,2}(余|多|来)?[ \u3000\u00a0]{0,2}(万亿|亿|万)?([余多])?[ \u3000\u00a0]{0,2}/y;
const FACTORS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** 30 00余万元 is whole again after repair; a single blank may still stand anywhere: 3000 余万元. */
export function readFigure(text: string, at: number): Figure | null {
  const numeral = readNumeral(text, at);
  if (!numeral) return null;
  TAIL.lastIndex = numeral.end;
  const tail = TAIL.exec(text);
  const word = numeral.factor === 1 ? tail?.[2] : undefined;
  const factor = word ? (FACTORS[word] ?? 1) : 1;
  const more = numeral.more || tail?.[1] === '余' || tail?.[1] === '多' || tail?.[3] !== undefined;
  const clean = word === undefined && tail?.[2] !== undefined ? numeral.end : TAIL.lastIndex;
  return {
    numeral,
    value: factor === 1 ? numeral.value : scaleExactly(numeral.value, factor),
    valueTo: numeral.valueTo === null || factor === 1 ? numeral.valueTo : scaleExactly(numeral.valueTo, factor),
    step: scaleExactly(numeral.precision, factor),
    factor: factor === 1 ? numeral.factor : factor,
    more,
    some: tail?.[1] === '来' && !/^[自到了往源访电]/.test(text.slice(numeral.end + 1, numeral.end + 2)),
    end:
      tail?.[1] === '来' && /^[自到了往源访电]/.test(text.slice(numeral.end + 1, numeral.end + 2))
        ? numeral.end
        : clean,
    numberEnd: word ? numeral.end + (tail?.[0].trimEnd().length ?? 0) : numeral.end,
  };
}

const isTime = (unit: UnitMatch | null): boolean =>
  unit?.entry.family === 'time' || unit?.entry.family === 'length' || unit?.entry.id === '个工作日';

/** Whole minutes, hours, months of a larger unit that is followed by a smaller: 5分42秒, 3小时20分, 1年零3个月. */
const SMALLER: Readonly<Record<string, readonly (readonly [RegExp, string, number])[]>> = {
  年: [[/零?(?=[0-9一二三四五六七八九十两])/y, '个月', 12]],
  天: [[/零?(?=[0-9一二三四五六七八九十两])/y, '小时', 24]],
  小时: [[/零?(?=[0-9一二三四五六七八九十两])/y, '分钟', 60]],
  分钟: [[/零?(?=[0-9一二三四五六七八九十两])/y, '秒', 60]],
};
const SMALL_WORD: Readonly<Record<string, RegExp>> = {
  个月: /个月/y,
  小时: /(?:个)?小时/y,
  分钟: /分钟?(?![别局之管析])/y,
  秒: /秒钟?/y,
};

interface Compound {
  readonly value: number;
  readonly unit: string;
  readonly end: number;
}

function compound(text: string, at: number, unit: string, value: number): Compound | null {
  for (const [gap, smaller, ratio] of SMALLER[unit] ?? []) {
    gap.lastIndex = at;
    if (!gap.test(text)) continue;
    const numeral = readNumeral(text, gap.lastIndex);
    const word = SMALL_WORD[smaller];
    if (!numeral || !word || numeral.value >= ratio || numeral.valueTo !== null) continue;
    word.lastIndex = numeral.end;
    if (!word.test(text)) continue;
    const end = word.lastIndex;
    const sum = tidy(value * ratio + numeral.value);
    return compound(text, end, smaller, sum) ?? { value: sum, unit: smaller, end };
  }
  return null;
}

/** Before a bare number, what tells that it counts something although no unit follows: 用户突破20万, 达到3000. */
const COUNTS =
  /(?:达到|达|至|到|为|共|共计|总计|合计|总数|总量|数量|人数|次数|件数|起数|量|有|近|超|超过|突破|逾|约|余|不足|不到|仅|累计|[:：])[ \u3000]?$/;

/** Adverbial 一: what stands before or after that makes it a real one is rare; the rest is an article. */
function indefinite(figure: Figure): boolean {
  const { numeral } = figure;
  return numeral.script === 'chinese' && numeral.value === 1 && numeral.end - numeral.start === 1 && !figure.more;
}

/** Numbers with measure words, percent signs, 倍, 个百分点, money; ranges of them; and large numbers without any unit. */
export function readLevel(reading: Reading, at: number): Found | null {
  const { text, lexicon, mask } = reading;
  const first = readFigure(text, at);
  if (!first) return null;
  const settled: Found = { quantities: [], end: first.numeral.end };
  if (mask[first.numeral.end - 1] !== 0 || mask[at] !== 0) return settled;
  // A letter or a dot before makes it a code: A3, G4; but APP1.2万个 counts
  const previous = text[at - 1] ?? ' ';
  if (
    /[A-Za-z]/.test(previous) &&
    first.numeral.script === 'arabic' &&
    !/[A-Za-z]{2}$/.test(text.slice(Math.max(0, at - 2), at))
  )
    return settled;
  if (/[.．·]/.test(previous) && first.numeral.script !== 'chinese' && /[0-9]/.test(text[at - 2] ?? ' '))
    return settled;
  if (first.numeral.positional) return settled;

  // 一个半小时
  const half = text.startsWith('个半', first.end) ? matchUnit(text, first.end + 2, lexicon) : null;
  if (half?.entry.family === 'time')
    return build(reading, at, { ...first, value: first.value + 0.5, step: 1 }, half, null);
  const unit = matchUnit(text, first.end, lexicon);
  const second = readRange(reading, at, first, unit);
  if (second) return second;
  if (!unit) return readUnitless(reading, at, first) ?? settled;
  return build(reading, at, first, unit, null) ?? settled;
}

function readRange(reading: Reading, at: number, first: Figure, unit: UnitMatch | null): Found | null {
  const { text, lexicon, mask } = reading;
  const joint = rangeJoint(text, unit?.end ?? first.end, at);
  if (joint === null || first.numeral.valueTo !== null) return null;
  const upper = readFigure(text, joint);
  if (!upper || mask[joint] !== 0 || upper.numeral.valueTo !== null || upper.numeral.positional) return null;
  const upperUnit = matchUnit(text, upper.end, lexicon);
  if (!upperUnit || (unit && unit.entry.id !== upperUnit.entry.id)) return null;
  let low = first.value;
  const flags = ['range'];
  // 2～3万元: the 万 belongs to both, where the first would otherwise be a ten-thousandth
  if (!unit && first.factor === 1 && upper.factor > 1 && first.value < upper.value / upper.factor) {
    low = scaleExactly(first.value, upper.factor);
    if (first.numeral.script === 'chinese') flags.push('two-readings');
  }
  if (!(low < upper.value)) return null;
  const found = build(
    reading,
    at,
    { ...first, value: low, valueTo: upper.value, step: upper.step, more: upper.more, numberEnd: upper.numberEnd },
    upperUnit,
    flags,
  );
  return found;
}

function build(
  reading: Reading,
  at: number,
  figure: Figure,
  unit: UnitMatch,
  rangeFlags: readonly string[] | null,
): Found | null {
  const { text } = reading;
  const { numeral } = figure;
  const { entry } = unit;
  const flags: string[] = [...(rangeFlags ?? [])];
  const own = rangeFlags
    ? figure.more
      ? 'more'
      : 'between'
    : figure.more
      ? 'more'
      : figure.some
        ? 'about'
        : ownLeaning(numeral);
  let form: Draft['form'] = 'level';
  let rule = rangeFlags ? 'quantity/range' : 'quantity/level';
  if (entry.id === '%' || entry.id === '‰') {
    form = 'percent';
    rule = rangeFlags ? 'quantity/percent-range' : 'quantity/percent';
  } else if (entry.id === '个百分点') {
    form = 'point';
    rule = 'quantity/point';
  } else if (entry.id === '倍') {
    form = 'multiple';
    rule = 'quantity/multiple';
  }
  let end = unit.end;
  let { value } = figure;
  let unitId = entry.id;
  let { step } = figure;
  // 5分 alone is a score, 5分42秒 a time
  const minutes = unitId === '分' && rangeFlags === null ? compound(text, end, '分钟', value) : null;
  const time = isTime(unit) || minutes !== null;
  if (rangeFlags === null && time && figure.valueTo === null && !figure.more) {
    const whole = minutes ?? compound(text, end, unitId, value);
    if (whole) {
      value = whole.value;
      unitId = whole.unit;
      end = whole.end;
      step = 1;
    } else if (text[end] === '半' && /^[年天月时周]/.test(text.slice(end - 1, end))) {
      value = tidy(value + 0.5);
      end++;
    }
  }
  const streak = form === 'level' && rangeFlags === null ? streakBefore(text, at) : null;
  if (streak !== null) form = 'streak';
  if (streak === null && indefinite(figure) && figure.value === 1 && form === 'level') flags.push('indefinite');
  if (numeral.bare && form === 'level' && entry.family !== 'money') flags.push('round-word');
  if (/[每][ ]?$/.test(text.slice(Math.max(0, at - 2), at))) flags.push('per');
  if (text[at - 1] === '/' || text[at - 1] === '／') flags.push('per');
  if (entry.family === 'time' && /^(?:之|以)?(?:前|后)(?!往|来|端|台)/.test(text.slice(end, end + 3)))
    flags.push('moment');
  const quantity = finish(reading, {
    form,
    rule: streak !== null ? 'quantity/streak' : rule,
    value: entry.id === '‰' ? tidy(value / 10) : value,
    valueTo: figure.valueTo,
    unit: entry.id === '‰' ? '%' : unitId,
    step: entry.id === '‰' ? tidy(step / 10) : step,
    numberStart: at,
    numberEnd: figure.numberEnd,
    end,
    bare: numeral.bare,
    leaning: own,
    tail: time ? 'time' : entry.id === '倍' ? 'multiple' : 'plain',
    flags,
    ...(streak === null ? {} : { start: streak }),
  });
  // 上百名, 近千张: with an approximator a bare multiplier is a figure
  const approximated = quantity.bounds !== null;
  const kept = approximated
    ? { ...quantity, flags: quantity.flags.filter((f) => f !== 'round-word' && f !== 'indefinite') }
    : quantity;
  if (!approximated && numeral.script === 'chinese' && needsFigures(entry) && numeral.value < 100 && form === 'level')
    return null;
  return { quantities: [settleRange(kept, flags)], end: Math.max(end, quantity.repairedSpan.end) };
}

/** 连续6年, 已连续九年, 连着三届: start of the word, or null. */
function streakBefore(text: string, at: number): number | null {
  const match = /(?:连续|蝉联|连着|连)[ ]?$/.exec(text.slice(Math.max(0, at - 3), at));
  if (
    !match ||
    (match[0].startsWith('连') &&
      match[0].trimEnd() === '连' &&
      /[大相串黄关牵流接联]连$/.test(text.slice(Math.max(0, at - 2), at)))
  )
    return null;
  return at - match[0].length;
}

/** A number that counts something although no unit stands behind it: 用户突破20万, 超10万客流. */
function readUnitless(reading: Reading, at: number, figure: Figure): Found | null {
  const { text } = reading;
  const { numeral } = figure;
  const before = text.slice(Math.max(0, at - 4), at);
  const next = text.slice(figure.end, figure.end + 1);
  const large = figure.factor > 1 && !numeral.bare;
  const counted = COUNTS.test(before) || figure.more;
  if (numeral.script === 'chinese' && !(large && numeral.value >= 20000) && !(figure.more && numeral.value >= 100))
    return null;
  if (
    !large &&
    !figure.more &&
    !(counted && (numeral.grouped || numeral.value >= 1000 || /^(?:$|[，。；、,;）)])/.test(next)))
  )
    return null;
  if (!large && /^[.:：\-—/年月日号级版条款章]/.test(next)) return null;
  const quantity = finish(reading, {
    form: 'level',
    rule: 'quantity/unitless',
    value: figure.value,
    valueTo: figure.valueTo,
    unit: '',
    step: figure.step,
    numberStart: at,
    numberEnd: figure.numberEnd,
    end: figure.more ? figure.end : figure.numberEnd,
    bare: numeral.bare,
    leaning: figure.more ? 'more' : ownLeaning(numeral),
    flags: ['no-unit'],
  });
  return { quantities: [quantity], end: Math.max(quantity.repairedSpan.end, figure.numberEnd) };
}

/** 半小时, 半个月, 半天: half of a unit of time. An indefinite one (等了半天) is flagged; 缩短至半天 is not. */
export function readHalfUnit(reading: Reading, at: number): Found | null {
  const { text, lexicon, mask } = reading;
  if (
    text[at] !== '半' ||
    mask[at] !== 0 ||
    /[一过近大上下前后夜多每各第0-9一二两三四五六七八九十个]/.test(text[at - 1] ?? ' ')
  )
    return null;
  let from = at + 1;
  if (text[from] === '个') from++;
  const month = text[from] === '月' && from === at + 2;
  const unit = month ? matchUnit(text, at + 1, lexicon) : matchUnit(text, from, lexicon);
  if (unit?.entry.family !== 'time' || unit.entry.id === '年') return null;
  const draft = {
    form: 'level',
    rule: 'quantity/half-unit',
    value: 0.5,
    unit: unit.entry.id,
    step: 0.1,
    numberStart: at,
    numberEnd: at + 1,
    end: unit.end,
    tail: 'time',
  } as const;
  const quantity = finish(reading, draft);
  const figure = quantity.bounds !== null || /[至到为用仅约短]$/.test(text.slice(Math.max(0, at - 1), at));
  return {
    quantities: [figure ? quantity : { ...quantity, flags: [...quantity.flags, 'indefinite'] }],
    end: quantity.repairedSpan.end,
  };
}
