import { scaleExactly } from '../../text/numerals.js';
import { build } from './build.js';
import { type Figure, readFigure } from './figure.js';
import { type Found, finish, numeralAt, type Reading } from './reading.js';
import { rangeJoint } from './share.js';
import { readUnitless } from './unitless.js';
import { matchUnit, type UnitMatch } from './units.js';

/** A letter or a dotted number directly before makes it a code: A3, G4, 1.2.3; but APP1200次 counts. */
function isCode(text: string, at: number, arabic: boolean): boolean {
  const previous = text[at - 1] ?? ' ';
  const before = text[at - 2] ?? ' ';
  if (!arabic) return false;
  return (/[A-Za-z]/.test(previous) && !/[A-Za-z]/.test(before)) || (/[.．·]/.test(previous) && /[0-9]/.test(before));
}

/** Numbers with measure words, percent signs, 倍, 个百分点, money; ranges of them; and large numbers without any unit. */
export function readLevel(reading: Reading, at: number): Found | null {
  const { text, lexicon, mask } = reading;
  const figure = readFigure(text, at, numeralAt(reading, at));
  if (!figure) return null;
  const { numeral } = figure;
  const settled: Found = { quantities: [], end: numeral.end };
  if (mask[at] !== 0 || mask[numeral.end - 1] !== 0 || numeral.positional) return settled;
  if (isCode(text, at, numeral.script !== 'chinese')) return settled;

  const time = readTimeAfterMeasure(reading, at, figure);
  if (time) return time;
  const unit = matchUnit(text, figure.end, lexicon);
  const range = readRange(reading, at, figure, unit);
  if (range) return range;
  if (unit) return build(reading, at, figure, unit, null) ?? settled;
  return readSharedUnit(reading, at, figure) ?? readUnitless(reading, at, figure) ?? settled;
}

const MEASURED_TIME = /个(半|多|余)(小时|钟头|月|星期|礼拜|工作日)/y;
const TIME_UNITS: Readonly<Record<string, string>> = {
  钟头: '小时',
  月: '个月',
  星期: '周',
  礼拜: '周',
  工作日: '个工作日',
};

/** 一个半小时, 两个多月: 半 or 多 stands between measure word and unit of time. */
function readTimeAfterMeasure(reading: Reading, at: number, figure: Figure): Found | null {
  const { text, lexicon } = reading;
  MEASURED_TIME.lastIndex = figure.end;
  const match = MEASURED_TIME.exec(text);
  if (!match) return null;
  const word = match[2] ?? '';
  const entry = lexicon.units.find(({ id }) => id === (TIME_UNITS[word] ?? word));
  if (!entry) return null;
  const end = MEASURED_TIME.lastIndex;
  const exact: Figure = { ...figure, value: figure.value + 0.5, step: 1 };
  return build(reading, at, match[1] === '半' ? exact : { ...figure, leaning: 'more' }, { entry, end }, null);
}

/** 3%至5%, 10—20人, 2～3万元, 三至五名. */
function readRange(reading: Reading, at: number, first: Figure, unit: UnitMatch | null): Found | null {
  const { text, lexicon, mask } = reading;
  const joint = rangeJoint(text, unit?.end ?? first.end, at);
  if (joint === null || first.valueTo !== null) return null;
  const upper = readFigure(text, joint);
  if (!upper || mask[joint] !== 0 || upper.valueTo !== null || upper.numeral.positional) return null;
  const upperUnit = matchUnit(text, upper.end, lexicon);
  if (!upperUnit || (unit && unit.entry.id !== upperUnit.entry.id)) return null;
  let low = first.value;
  const flags = ['range'];
  // 2～3万元: the 万 belongs to both, where the first would otherwise be a ten-thousandth
  if (!unit && first.factor === 1 && upper.factor > 1 && first.value < upper.value / upper.factor) {
    low = scaleExactly(first.value, upper.factor);
    // 八到九百亿: 8 to 900, or 800 to 900
    if (first.numeral.script === 'chinese') flags.push('two-readings');
  }
  if (!(low < upper.value)) return null;
  const both: Figure = {
    ...first,
    value: low,
    valueTo: upper.value,
    step: upper.step,
    leaning: upper.leaning,
    numberEnd: upper.numberEnd,
  };
  return build(reading, at, both, upperUnit, flags);
}

/** 分别上升3.5和2.8个百分点, 分别为12、8、5起: the unit stands behind the last number of the list only. */
function readSharedUnit(reading: Reading, at: number, first: Figure): Found | null {
  const { text, lexicon, mask } = reading;
  if (first.numeral.script === 'chinese') return null;
  const listed = /(?:分别|依次)[^。；;\n]{0,20}$/.test(text.slice(Math.max(0, at - 24), at));
  // 1.2万、3.4万件 needs no 分别
  if (!listed && first.factor === 1) return null;
  let next = first;
  for (let count = 0; count < 8; count++) {
    const gap = /^[ ]?(?:、|和|与|及|以及|,|，)[ ]?/.exec(text.slice(next.end, next.end + 4));
    if (!gap) return null;
    const from = next.end + gap[0].length;
    const following = mask[from] === 0 ? readFigure(text, from) : null;
    if (!following || following.numeral.script === 'chinese') return null;
    const unit = matchUnit(text, following.end, lexicon);
    // Printed without the unit that it borrows.
    if (unit) {
      return build(reading, at, first, { entry: unit.entry, end: first.numberEnd }, null);
    }
    next = following;
  }
  return null;
}

/** Before these 半 is no half of its own: 一半, 上半年, 大半天. */
const NO_HALF = /[一过近大上下前后夜多每各第0-9二两三四五六七八九十个]/;

/** 半小时, 半个月, 半天: half of a unit of time. An indefinite one (等了半天) is flagged; 缩短至半天 is not. 半年 is a period. */
export function readHalfUnit(reading: Reading, at: number): Found | null {
  const { text, lexicon, mask } = reading;
  if (text[at] !== '半' || mask[at] !== 0 || NO_HALF.test(text[at - 1] ?? ' ')) return null;
  const unit = text.startsWith('个月', at + 1)
    ? matchUnit(text, at + 1, lexicon)
    : matchUnit(text, text[at + 1] === '个' ? at + 2 : at + 1, lexicon);
  if (unit?.entry.family !== 'time' || unit.entry.id === '年') return null;
  const quantity = finish(reading, {
    form: 'level',
    rule: 'quantity/half-unit',
    value: 0.5,
    unit: unit.entry.id,
    step: 0.1,
    numberStart: at,
    numberEnd: at + 1,
    end: unit.end,
    tail: 'time',
  });
  const figure = quantity.bounds !== null || /[至到为用仅约短]$/.test(text.slice(Math.max(0, at - 1), at));
  return {
    quantities: [figure ? quantity : { ...quantity, flags: [...quantity.flags, 'indefinite'] }],
    end: quantity.repairedSpan.end,
  };
}
