import { readNumeral } from '../../text/numerals.js';
import { type Found, finish, numeralAt, type Reader, type Reading } from './reading.js';

const METAL = /^(?:枚|块|面)?([金银铜])(?:牌|奖)?/;
/** What wins medals: a row of one metal only is read behind such a verb (夺得3金). */
const WON = /(?:获|夺|夺得|摘得|摘取|斩获|收获|拿下|包揽|揽获)$/;

/** 4金6银9铜, 夺得3金1银: one quantity a metal, unit 枚, flag the metal. A single metal without a verb is none (3金). */
export function readMedals(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  const first = numeralAt(reading, at);
  if (!first || mask[at] !== 0 || !METAL.test(text.slice(first.end, first.end + 2))) return null;
  const quantities = [];
  let next = at;
  for (let count = 0; count < 3; count++) {
    const numeral = readNumeral(text, next);
    const metal = numeral ? METAL.exec(text.slice(numeral.end, numeral.end + 3)) : null;
    if (!numeral || !metal || numeral.vague || numeral.valueTo !== null || numeral.value > 999) break;
    const end = numeral.end + metal[0].length;
    quantities.push(
      finish(reading, {
        form: 'level',
        rule: 'quantity/medal',
        value: numeral.value,
        unit: '枚',
        step: 1,
        numberStart: numeral.start,
        numberEnd: numeral.end,
        end,
        start: numeral.start,
        flags: [metal[1] ?? ''],
      }),
    );
    next = end + (/^[、，,]/.test(text.slice(end, end + 1)) ? 1 : 0);
  }
  const metals = new Set(quantities.flatMap((q) => q.flags));
  const isRow = metals.size === quantities.length && metals.size > 1;
  if (
    !isRow &&
    !(metals.size === 1 && WON.test(text.slice(Math.max(0, at - 4), at)) && /[牌]/.test(text.slice(at, next)))
  )
    return null;
  return { quantities, end: quantities.at(-1)?.repairedSpan.end ?? at };
}

const BROKEN = /^起?[、，,]?(?:已|全)?破\d/;
const OCCURRED = /发\d{1,6}起?[、，,]?(?:已|全)?破$/;

/** 命案发1破1, 八类案件发12起破12起: cases that occurred and cases that were cleared; the unit 起 may be left out. */
export const readOccurredCleared: Reader = (reading, at) => {
  const { text, mask } = reading;
  const before = text.slice(Math.max(0, at - 12), at);
  const numeral = mask[at] === 0 && /[发破]$/.test(before) ? numeralAt(reading, at) : null;
  if (!numeral || numeral.vague || numeral.valueTo !== null) return null;
  const occurred = before.endsWith('发') && BROKEN.test(text.slice(numeral.end, numeral.end + 5));
  if (!occurred && !OCCURRED.test(before)) return null;
  const end = numeral.end + (text[numeral.end] === '起' ? 1 : 0);
  const quantity = finish(reading, {
    form: 'level',
    rule: occurred ? 'quantity/occurred' : 'quantity/cleared',
    value: numeral.value,
    unit: '起',
    step: 1,
    numberStart: at,
    numberEnd: numeral.end,
    end,
    start: at,
  });
  return { quantities: [quantity], end };
};
