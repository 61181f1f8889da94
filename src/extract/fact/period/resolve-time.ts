import type { Period, Report } from '../../../model/corpus.js';
import { matchesOf } from '../../../text/matches.js';
import type { TimeWord } from './find-times.js';

/** What expressions of time are resolved against: the report's own period and its print date, never the clock. */
export interface Anchor {
  readonly period: Period;
  /** The year that 今年 and 全年 mean; null when the report does not say. */
  readonly year: number | null;
  /** The last day the report covers, ISO, or null. */
  readonly lastDay: string | null;
  /** The year it was printed, or null. */
  readonly printYear: number | null;
  /** True when it was written after its year was over: 去年 is then the report's own year. */
  readonly afterwards: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十 → 10, 十二 → 12, 三 → 3, 12 → 12. */
export function smallNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return DIGITS[text] ?? null;
  return (ten === 0 ? 1 : (DIGITS[text[0] ?? ''] ?? 1)) * 10 + (DIGITS[text.slice(ten + 1)] ?? 0);
}

const yearOf = (date: string | null | undefined): number | null => (date ? Number(date.slice(0, 4)) : null);
const pad = (n: number): string => String(n).padStart(2, '0');
const lastDayOf = (year: number, month: number): number =>
  [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month - 1
  ] ?? 31;
const iso = (year: number, month: number, day: number): string =>
  `${year}-${pad(month)}-${pad(Math.min(day, lastDayOf(year, month)))}`;

/**
 * The anchor of a report. A report printed in January or February without a stated period is about the year before. Without a print
 * date a report about a whole year that never says 今年 was written after it.
 */
export function anchorOf(report: Report, text = ''): Anchor {
  const printYear = yearOf(report.published?.date);
  const month = report.published?.date ? Number(report.published.date.slice(5, 7)) : 12;
  const year =
    yearOf(report.period.to) ??
    yearOf(report.period.from) ??
    (printYear === null ? null : month <= 2 ? printYear - 1 : printYear);
  const wholeYear =
    report.period.from?.endsWith('-01-01') === true &&
    report.period.to?.endsWith('-12-31') === true &&
    report.period.from.slice(0, 4) === report.period.to.slice(0, 4);
  return {
    period: report.period,
    year,
    lastDay: report.period.to ?? report.published?.date ?? null,
    printYear,
    afterwards:
      printYear !== null ? year !== null && printYear === year + 1 : wholeYear && !/今年(?!\s*\d{1,3}岁)/.test(text),
  };
}

const QUARTERS: Readonly<Record<string, readonly [number, number]>> = {
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  前二季度: [1, 6],
  前两季度: [1, 6],
  前三季度: [1, 9],
  上半年: [1, 6],
  下半年: [7, 12],
};

/** Months of a part of a year: 上半年 → 1–6, 二季度 → 4–6, 6月 → 6–6; null for none. */
function monthsOf(text: string): readonly [number, number] | null {
  const quarter = /第?([一二三四1-4])季度|前[二三两]季度|上半年|下半年/.exec(text);
  if (quarter) {
    const key = quarter[1] ? `${'一二三四'['1234'.indexOf(quarter[1])] ?? quarter[1]}季度` : quarter[0];
    return QUARTERS[key] ?? null;
  }
  const month = /(1[0-2]|[1-9])月/.exec(text);
  return month?.[1] ? [Number(month[1]), Number(month[1])] : null;
}

/** A day in the text: 6月30日 → [6, 30]; 12月底 → [12, 31]. */
function dayOf(text: string): readonly [number, number] | null {
  const day = /(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日/.exec(text);
  if (day?.[1] && day[2]) return [Number(day[1]), Number(day[2])];
  const end = /(1[0-2]|[1-9])月(?:底|末|份)?/.exec(text);
  return end?.[1] ? [Number(end[1]), 31] : null;
}

/** The year an expression without a number means. 去年 in a report printed the year after its period is the period's own year. */
function relativeYear(text: string, anchor: Anchor): number | null {
  if (anchor.year === null) return null;
  if (/前年/.test(text)) return anchor.year - 1 - (anchor.afterwards ? 0 : 1);
  if (/去年|上年|上一年|过去一年/.test(text)) return anchor.afterwards ? anchor.year : anchor.year - 1;
  if (/明年|来年|新的一年/.test(text)) return anchor.year + 1;
  return anchor.year;
}

const explicitYear = (text: string): number | null => {
  const year = /((?:19|20)\d{2})年?/.exec(text)?.[1];
  return year ? Number(year) : null;
};

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 庚子年 → 2020: the year of the sexagenary cycle (甲子 = 1984) that lies nearest before the end of the report's own. */
function cyclicYear(text: string, { year }: Anchor): number | null {
  const [stem, branch] = [STEMS.indexOf(text[0] ?? ''), BRANCHES.indexOf(text[1] ?? '')];
  if (year === null || stem < 0 || branch < 0 || text[2] !== '年' || (stem - branch) % 2 !== 0) return null;
  const place = Array.from({ length: 60 }, (_, n) => n).find((n) => n % 10 === stem && n % 12 === branch) ?? 0;
  return year - ((((year - 1984 - place) % 60) + 60) % 60);
}

/** A resolved period and what a careful reader should know about it. */
export interface Resolved {
  readonly period: Period;
  readonly flags: readonly string[];
}

/**
 * The days an expression of time covers, both ends included. …以来 within the report's own year runs to the end of what
 * the report covers; from an earlier year its end stays null, since the text does not say it. 今年 in a report
 * printed after its year resolves to the report's year and is flagged `deictic-vs-print`.
 */
export function resolveTime(time: TimeWord, anchor: Anchor): Resolved {
  const { text } = time;
  const make = (from: string | null, to: string | null, flags: readonly string[] = []): Resolved => ({
    period: { label: text, from, to },
    flags,
  });
  const year = explicitYear(text) ?? cyclicYear(text, anchor) ?? relativeYear(text, anchor);
  const deictic = /今年|本年度/.test(text) && anchor.afterwards ? ['deictic-vs-print'] : [];
  switch (time.kind) {
    case 'calendar':
    case 'relative':
    case 'part': {
      if (year === null) return make(null, null);
      const day = /日/.test(text) ? dayOf(text) : null;
      if (day) return make(iso(year, day[0], day[1]), iso(year, day[0], day[1]), deictic);
      const months = monthsOf(text);
      if (months) return make(iso(year, months[0], 1), iso(year, months[1], 31), deictic);
      const whole =
        /^(?:今年|年内|全年|本年度|当年)/.test(text) && anchor.period.from?.slice(0, 4) === String(year)
          ? anchor.period
          : null;
      return make(whole?.from ?? iso(year, 1, 1), whole?.to ?? iso(year, 12, 31), deictic);
    }
    case 'range': {
      const years = matchesOf(text, /(?:19|20)\d{2}/g).map((m) => Number(m[0]));
      const months = matchesOf(text, /(1[0-2]|[1-9])月(?:([12]\d|3[01]|[1-9])日)?/g);
      const first = /^(?:(?:19|20)\d{2}年|今年|去年)?(1[0-2]|[1-9])月?/.exec(text)?.[1];
      const y1 = years[0] ?? year;
      const y2 = years.at(-1) ?? y1;
      if (y1 === null || y2 === null) return make(null, null);
      const quarters = /季度$/.test(text) ? matchesOf(text, /[一二三四]/g).map((m) => QUARTERS[`${m[0]}季度`]) : [];
      const [opening, closing] = [quarters[0], quarters.at(-1)];
      if (opening && closing) return make(iso(y1, opening[0], 1), iso(y2, closing[1], 31), deictic);
      const last = months[months.length - 1];
      if (!last?.[1]) return make(iso(y1, 1, 1), iso(y2, 12, 31));
      const start = months.length > 1 ? months[0] : undefined;
      const tailDay = /(?:至|到|—|－|-|~|～)([12]\d|3[01]|[1-9])日$/.exec(text)?.[1];
      const endDay = tailDay ?? last[2];
      return make(
        iso(y1, Number(start?.[1] ?? first ?? last[1]), Number(start?.[2] ?? (tailDay ? (last[2] ?? 1) : 1))),
        iso(y2, Number(last[1]), Number(endDay ?? 31)),
        deictic,
      );
    }
    case 'since': {
      if (year === null || /^自[^\d]{3,}以来$/.test(text)) return make(null, null);
      const day = /日/.test(text) ? dayOf(text) : null;
      const months = monthsOf(text);
      const from = iso(year, day?.[0] ?? months?.[0] ?? 1, day?.[1] ?? 1);
      // Within the report's own year it runs to the end of what the report covers; over years the text leaves the end open.
      const end = anchor.lastDay !== null && anchor.lastDay > from && anchor.lastDay.slice(0, 4) === from.slice(0, 4);
      return make(from, end ? anchor.lastDay : null, deictic);
    }
    case 'superlative':
      return make(null, null);
    case 'last': {
      const count = smallNumber(/\d{1,2}|[一二两三四五六七八九十]{1,3}/.exec(text)?.[0] ?? '');
      if (count === null || anchor.year === null || anchor.lastDay === null) return make(null, null);
      if (/月/.test(text)) return make(null, anchor.lastDay);
      // 一年来 in a yearly report is the report's year.
      if (count === 1)
        return make(anchor.period.from ?? iso(anchor.year, 1, 1), anchor.period.to ?? iso(anchor.year, 12, 31));
      const wholeYears = anchor.lastDay.endsWith('12-31');
      return make(
        wholeYears ? iso(anchor.year - count + 1, 1, 1) : `${anchor.year - count}${anchor.lastDay.slice(4)}`,
        anchor.lastDay,
      );
    }
    case 'as-of': {
      const day = dayOf(text);
      if (day && year !== null) return make(null, iso(year, day[0], day[1]));
      if (explicitYear(text) !== null && year !== null) return make(null, iso(year, 12, 31));
      return make(null, anchor.lastDay);
    }
    case 'rate':
    case 'vague':
      return make(null, null);
  }
}
