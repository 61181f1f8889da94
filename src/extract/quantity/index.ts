import type { Lexicon } from '../../model/lexicon.js';
import type { Quantity } from '../../model/quantity.js';
import type { Span } from '../../model/span.js';
import { codeSet } from '../../text/letters.js';
import { readHalfUnit, readLevel } from './level.js';
import { readMedals, readOccurredCleared } from './medals.js';
import { type ProtectedName, protectNames } from './names.js';
import { readFirstPlace, readOrdinal, readTopPlaces, readWinningRow } from './rank.js';
import type { Reader, Reading } from './reading.js';
import { readDoubling, readFraction, readHalf, readSlash, readTenth } from './share.js';
import { readNotOne, readZeroLevel, readZeroWord } from './zero.js';

export type { ProtectedKind, ProtectedName } from './names.js';
export { protectNames } from './names.js';

/** Flags of quantities that state no claim of their own: 一起案件, 千名警察, 每10万人, 3天后. */
export const NON_CLAIM_FLAGS: ReadonlySet<string> = new Set([
  'indefinite',
  'round-word',
  'per',
  'moment',
  'attributive',
]);

/** True where a quantity may be a claim: none of its flags is one of `NON_CLAIM_FLAGS`. */
export const mayClaim = (quantity: Quantity): boolean => !quantity.flags.some((flag) => NON_CLAIM_FLAGS.has(flag));

/** Characters a quantity can begin with. */
const BEGINNING = codeSet(
  '0123456789０１２３４５６７８９零〇一二三四五六七八九十百千万亿两几数第前翻半首榜之冠亚季“壹贰叁肆伍陆柒捌玖拾佰仟',
);

/** In order: what is more specific reads first. */
const READERS: readonly Reader[] = [
  readZeroWord,
  readZeroLevel,
  readNotOne,
  readOrdinal,
  readTopPlaces,
  readFirstPlace,
  readWinningRow,
  readDoubling,
  readHalf,
  readHalfUnit,
  readSlash,
  readFraction,
  readTenth,
  readMedals,
  readOccurredCleared,
  readLevel,
];

/** Readers that look into quoted names: “零发案”, “六连冠”. */
const INSIDE_QUOTES: ReadonlySet<Reader> = new Set([readZeroWord, readWinningRow]);

/**
 * All numbers with their units and approximators in one stretch of repaired text, in order, none overlapping. Names with
 * digits yield nothing. `offset` is added to every span, so that a stretch of a longer text gives spans of that text.
 *
 * Flags: `indefinite` 一 as an article; `round-word` 千名 without approximator; `per` a denominator (每10万人); `moment` 3天后;
 * `vague` 数百; `no-unit`; `range` A至B (exact wording, two ends); `two-readings` 八到九百亿; `quoted` inside a name; `attributive` “零发案”小区; `negated`
 * 无一起; `halved` 减半; `doubling` 翻番; `top` 前三名; `approximators-clash`.
 */
export function findQuantities(
  text: string,
  lexicon: Lexicon,
  protectedSpans: readonly (ProtectedName | Span)[] = protectNames(text, lexicon),
  offset = 0,
): Quantity[] {
  const mask = new Uint8Array(text.length);
  for (const item of protectedSpans) {
    const { start, end } = 'span' in item ? item.span : item;
    const level = 'span' in item && item.kind === 'quoted-name' ? 2 : 1;
    for (let i = start; i < end; i++) if (mask[i] !== 1) mask[i] = level;
  }
  const reading: Reading = { text, lexicon, mask, floor: 0, last: { at: -1, numeral: null } };
  const found: Quantity[] = [];
  let at = 0;
  while (at < text.length) {
    if (mask[at] === 1 || BEGINNING[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    let next = pastDigits(text, at);
    for (const reader of READERS) {
      if (mask[at] === 2 && !INSIDE_QUOTES.has(reader)) continue;
      const result = reader(reading, at);
      if (!result) continue;
      for (const quantity of result.quantities) {
        found.push(quantity);
        reading.floor = quantity.repairedSpan.end;
      }
      next = Math.max(next, result.end);
      break;
    }
    at = next;
  }
  return offset === 0 ? found : found.map((quantity) => moved(quantity, offset));
}

/** Where to go on when nothing was read: past a whole run of Arabic digits, else past one character. */
function pastDigits(text: string, at: number): number {
  let end = at + 1;
  if (DIGIT[text.charCodeAt(at)] === 1) while (end < text.length && DIGIT[text.charCodeAt(end)] === 1) end++;
  return end;
}
const DIGIT = codeSet('0123456789０１２３４５６７８９');

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

const moved = (quantity: Quantity, by: number): Quantity => ({
  ...quantity,
  repairedSpan: shift(quantity.repairedSpan, by),
  numberSpan: shift(quantity.numberSpan, by),
});
