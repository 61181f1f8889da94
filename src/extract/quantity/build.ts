import type { QuantityForm } from '../../model/quantity.js';
import { readCompound } from './compound.js';
import type { Figure } from './figure.js';
import { type Found, finish, type Reading, tidy } from './reading.js';
import { settleRange } from './share.js';
import { isPhase, needsFigures, type UnitMatch } from './units.js';

/** The form a unit gives to a number, with the name of the rule. */
function formOf(id: string): readonly [QuantityForm, string] {
  switch (id) {
    case '%':
    case '‰':
      return ['percent', 'quantity/percent'];
    case '个百分点':
      return ['point', 'quantity/point'];
    case '倍':
      return ['multiple', 'quantity/multiple'];
    default:
      return ['level', 'quantity/level'];
  }
}

const isTime = ({ entry }: UnitMatch): boolean =>
  entry.family === 'time' || entry.family === 'length' || entry.id === '个工作日';

/** 连续6年, 蝉联三届, 连着8天: start of the word in front, or null. 连 alone only where it is no part of another word. */
function streakBefore(text: string, at: number): number | null {
  const match = /(?:连续|蝉联|连着)[ ]?$/.exec(text.slice(Math.max(0, at - 3), at));
  return match ? at - match[0].length : null;
}

/** A single 一 as an article: 打掉一个窝点. */
const isArticle = ({ numeral, value, leaning }: Figure): boolean =>
  numeral.script === 'chinese' && value === 1 && numeral.end - numeral.start === 1 && leaning === null;

/**
 * A quantity out of a figure and its unit. `range` holds the flags of a range, where `figure` carries both ends; null for a
 * single number. Null where the words are no quantity after all: 三省, 二期.
 */
export function build(
  reading: Reading,
  at: number,
  figure: Figure,
  unit: UnitMatch,
  range: readonly string[] | null,
): Found | null {
  const { text } = reading;
  const { numeral } = figure;
  const { entry } = unit;
  const flags: string[] = [...(range ?? [])];
  const [unitForm, unitRule] = formOf(entry.id);
  const streak = unitForm === 'level' && range === null ? streakBefore(text, at) : null;
  const form = streak === null ? unitForm : 'streak';

  let { value, step } = figure;
  let { end } = unit;
  let unitId = entry.id;
  let time = isTime(unit);
  if (range === null && figure.valueTo === null && figure.leaning === null) {
    // 5分 alone is a score, 5分42秒 a time
    const whole = readCompound(text, end, unitId === '分' ? '分钟' : unitId, value);
    if (whole) {
      value = whole.value;
      unitId = whole.unit;
      end = whole.end;
      step = 1;
      time = true;
    } else if (text[end] === '半' && (entry.id === '年' || entry.id === '天')) {
      // 两年半
      value = tidy(value + 0.5);
      end++;
    }
  }
  if (entry.id === '‰') {
    value = tidy(value / 10);
    step = tidy(step / 10);
    unitId = '%';
  }
  if (form === 'level' && isArticle(figure)) flags.push('indefinite');
  if (form === 'level' && numeral.bare) flags.push('round-word');
  if (/(?:每|[/／])[ ]?$/.test(text.slice(Math.max(0, at - 2), at))) flags.push('per');
  if (entry.family === 'time' && /^[之以]?[前后](?!往|台|端|来(?!到))/.test(text.slice(end, end + 3)))
    flags.push('moment');

  const quantity = finish(reading, {
    form,
    rule: streak !== null ? 'quantity/streak' : range ? 'quantity/range' : unitRule,
    value,
    valueTo: figure.valueTo,
    unit: unitId,
    step,
    numberStart: at,
    numberEnd: figure.numberEnd,
    end,
    bare: numeral.bare,
    leaning: range && figure.leaning !== 'more' ? 'between' : figure.leaning,
    tail: time ? 'time' : entry.id === '倍' ? 'multiple' : 'plain',
    flags,
    ...(streak === null ? {} : { start: streak }),
  });
  const hedged = quantity.bounds !== null;
  if (!hedged && form === 'level' && numeral.script === 'chinese') {
    if (isPhase(entry, numeral.value, text.slice(Math.max(0, at - 4), at))) return null;
    if (needsFigures(entry) && numeral.value < 100) return null;
  }
  // 上百名, 不到一小时: with an approximator it is a figure; 最多一天 is still an article
  const shown =
    hedged && !/^[最至][多少]一/.test(quantity.printed)
      ? { ...quantity, flags: quantity.flags.filter((flag) => flag !== 'round-word' && flag !== 'indefinite') }
      : quantity;
  return { quantities: [settleRange(shown, flags)], end: Math.max(end, quantity.repairedSpan.end) };
}
