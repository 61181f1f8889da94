import { matchesOf } from '../../../text/matches.js';
import type { TimeWord } from './find-times.js';

const M = '(?:1[0-2]|[1-9])月份?';
const Q = '(?:第?[一二三四1-4]季度|上半年|下半年)';
// e.g. 2022年, 2022年3月, 10月, 一季度; 2019 in 2019、2020年, 一 in 一、二季度
const POINT = new RegExp(
  `(?:19|20)\\d{2}年(?:${M}|${Q})?|(?:19|20)\\d{2}(?=[、和及])|${M}|${Q}|[一二三四](?=(?:[、和及][一二三四]){1,3}季度)|(?:1[0-2]|[1-9])(?=[、和及](?:1[0-2]|[1-9])月)`,
  'g',
);

/**
 * The points in time a list names one by one, for a 分别 that gives each its own figure: 10月、11月 → two, 2019、2020、2021年 → three.
 * A range (1月至3月) is no list. Offsets index `text`.
 */
export function pointsIn(text: string): readonly TimeWord[] {
  if (/(?:月|年|季度)(?:至|到|—|-)/.test(text)) return [];
  return matchesOf(text, POINT).map((match) => {
    const word = match[0] + unitOf(match[0]);
    return {
      kind: /^\d{4}/.test(word) ? 'calendar' : 'part',
      text: word,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** The years of a range, in order: 2022年至2024年 → three; empty for any other text. */
export function yearsIn(text: string): readonly TimeWord[] {
  const range = /((?:19|20)\d{2})年?(?:至|到|—|-)((?:19|20)\d{2})年/.exec(text);
  const [first, last] = [Number(range?.[1]), Number(range?.[2])];
  if (!range || last < first || last - first > 9) return [];
  const { index: start } = range;
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    kind: 'calendar' as const,
    text: `${first + i}年`,
    start,
    end: start + range[0].length,
  }));
}

/** The unit that a list writes once, after its last member. */
function unitOf(bare: string): string {
  if (/^\d{4}$/.test(bare)) return '年';
  if (/^\d{1,2}$/.test(bare)) return '月';
  return /^[一二三四]$/.test(bare) ? '季度' : '';
}
