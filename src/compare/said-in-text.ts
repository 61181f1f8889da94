import type { IndicatorEntry } from '../model/lexicon.js';
import type { Passage } from '../model/report-text.js';

/** Says whether a text seems to give a figure for an indicator, whatever was extracted from it. */
export type SeemsSaid = (indicator: { readonly id: string | null; readonly label: string }) => boolean;

// A figure: digits, or numerals with a magnitude before a measure word (五百余名).
const FIGURE = /\p{Nd}|[一二两三四五六七八九十百千万亿][余多]?[起件人名次个元项]|[零无]/u;

/**
 * Looks for a sentence with a figure in which every group of the indicator's words stands. “X does not mention …” is a
 * statement about the text; where such a sentence exists it is not made, as the figure may only have been read differently.
 */
export function textWatcher(indicators: readonly IndicatorEntry[]): (passages: readonly Passage[]) => SeemsSaid {
  const groups = new Map(
    indicators.map(({ id, all }) => [
      id,
      all.map((group) => new RegExp(group.map((word) => `(?:${word})`).join('|'), 'u')),
    ]),
  );
  return (passages) => {
    const withFigure = passages.map(({ text }) => text.replace(/[\s“”]+/gu, '')).filter((flat) => FIGURE.test(flat));
    return ({ id, label }) => {
      const own = id === null ? undefined : groups.get(id);
      const core = label.replace(/[\s“”]|(?:人次|金额|[数率量])$/gu, '');
      return withFigure.some((flat) =>
        own !== undefined && own.length > 0
          ? own.every((group) => group.test(flat))
          : core.length >= 4 && flat.includes(core),
      );
    };
  };
}
