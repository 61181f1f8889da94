import type { Period } from '../../model/corpus.js';
import { footOf, headOf, isCaption, type PageLine } from './page-lines.js';
import type { Why } from './why.js';

/** For what time a text reports, and why that is uncertain: null where the text says it. */
export interface GuessedPeriod extends Period {
  readonly why: Why | null;
}

interface Reading {
  readonly text: string;
  readonly head: string;
  /** Head and the first paragraphs. */
  readonly opening: string;
  readonly printed: Printed | null;
  readonly years: Years;
}

interface Printed {
  readonly year: number;
  readonly month: number;
}

interface Years {
  /** The year the text is about, by weight; null where it names none. */
  readonly main: number | null;
  /** The last year it looks back on. */
  readonly last: number | null;
  /** Why another year may be meant; null where it is plain. */
  readonly why: Why | null;
  /** The head itself names the year. */
  readonly isInHead: boolean;
}

/** Works out the period of a report. `printed` is the ISO day of printing where that is known. */
export function periodOf(text: string, lines: readonly PageLine[], printed: string | null): GuessedPeriod {
  const head = headOf(lines)
    .map((line) => line.text)
    .join('\n');
  const press = printed
    ? { year: Number(printed.slice(0, 4)), month: Number(printed.slice(5, 7)) }
    : policeDay(text.slice(0, OPENING));
  const reading: Reading = {
    text,
    head,
    opening: text.slice(0, OPENING),
    printed: press,
    years: yearsOf(text, lines, press),
  };
  return partOfYear(reading) ?? severalYears(reading) ?? yearToDate(reading) ?? wholeYear(reading);
}

/** So many characters at the beginning say what a report is about. */
const OPENING = 900;

const NUMERALS = '一二三四五六七八九十';

/** The police’s own day is 10 January, the first in 2021. e.g. 第四个中国人民警察节特别报道 → January 2024 */
function policeDay(head: string): Printed | null {
  const found = /第([一二三四五六七八九十])个[『“"「【]{0,2}(?:中国)?人民警察节/.exec(head)?.[1];
  return found ? { year: 2021 + NUMERALS.indexOf(found), month: 1 } : null;
}

const YEAR = /(?<!\d)((?:19|20)\d\d)(?:年|(?=[，,。]))/g;
// e.g. 及2023年工作打算
const PLAN = /^年?(?:度)?(?:工作|重点)?(?:打算|计划|安排|思路|谋划|展望|部署|工作打算|工作计划|工作安排|工作思路)/;

function yearsOf(text: string, lines: readonly PageLine[], printed: Printed | null): Years {
  const heads = new Set(headOf(lines).map(({ index }) => index));
  const feet = new Set(footOf(lines).map(({ index }) => index));
  const weights = new Map<number, number>();
  let seen = 0;
  const add = (year: number, by: number): void => void weights.set(year, (weights.get(year) ?? 0) + by);
  let headYear: number | null = null;
  for (const line of lines) {
    for (const found of line.text.matchAll(YEAR)) {
      const year = Number(found[1]);
      if (isCaption(line.text)) {
        seen = Math.max(seen, year);
        continue;
      }
      const before = line.text.slice(Math.max(0, found.index - 6), found.index);
      const after = line.text.slice(found.index + 4, found.index + 40);
      const clause = after.split(/[。；]/, 1)[0] ?? '';
      if (
        /(?:较|比|与|跟|同|自|从)$/.test(before) ||
        /^年(?:的|相比|以前|同期|末|底|(?:\d{1,2}月)?(?:开始|起))/.test(after)
      )
        continue;
      if (
        /将|力争|确保|计划|打算|(?<!锚定[^，]{0,30})目标|新的一年/.test(clause) ||
        PLAN.test(after) ||
        /(?:到|至)$/.test(before)
      )
        continue;
      if (/^年\s?\d{1,2}月\s?\d{1,2}日/.test(after)) {
        if (!heads.has(line.index) && !feet.has(line.index)) add(year, 0.3);
        continue;
      }
      if (heads.has(line.index)) {
        // 2023年第三个人民警察节 names the day of printing.
        if (/^年?第.个/.test(after)) continue;
        headYear ??= year;
        add(year, 8);
        continue;
      }
      const opens = /(?:^|[，。；：“\s年,])$/.test(before) && /^年?(?:[，,]|全|度|以来|来)/.test(after);
      const isMonth = /^年\d{1,2}月/.test(after);
      add(year, (isMonth ? 0.5 : opens ? 3 : 1) * (line.start < 700 ? 2 : 1));
    }
  }
  if (printed) {
    const whole = (text.match(/全年|一年来|这一年|过去一年|过去的一年|一年以来/g)?.length ?? 0) * 1.5;
    if (printed.month <= 3) add(printed.year - 1, Math.min(6, whole + (text.match(/去年/g)?.length ?? 0)));
    else if (printed.month >= 11) add(printed.year, Math.min(6, whole));
    if (printed.month > 3) add(printed.year, Math.min(5, text.match(/今年/g)?.length ?? 0));
    // What was printed early in a year does not report on that year.
    if (printed.month <= 2) weights.set(printed.year, (weights.get(printed.year) ?? 0) * 0.25);
    for (const year of [...weights.keys()]) if (year > printed.year) weights.delete(year);
  }
  const ranked = [...weights].filter(([, by]) => by > 0).sort(([a, x], [b, y]) => y - x || b - a);
  const [first, second] = ranked;
  const past = ranked.map(([year]) => year);
  if (seen > 0 && (!printed || seen <= printed.year)) past.push(seen);
  return {
    main: first?.[0] ?? (printed ? printed.year - (printed.month <= 3 ? 1 : 0) : null),
    last: past.length > 0 ? Math.max(...past) : null,
    why: whyYear(first, second, printed),
    isInHead: headYear !== null && headYear === first?.[0],
  };
}

/** A year and what speaks for it. */
type Ranked = readonly [year: number, weight: number];

function whyYear(first: Ranked | undefined, second: Ranked | undefined, printed: Printed | null): Why | null {
  if (first === undefined && printed === null) return { en: 'the text names no year', zh: '文中没有写年份' };
  if (first === undefined) return FROM_PRINT;
  if (second && first[1] < 1.5 * second[1])
    return { en: `the text is about ${first[0]} and ${second[0]}`, zh: `文中${first[0]}年与${second[0]}年都常见` };
  return first[1] >= 3 ? null : { en: `the text hardly names the year ${first[0]}`, zh: `文中很少提到${first[0]}年` };
}

const FROM_PRINT: Why = {
  en: 'the year is not written, taken from the day of printing',
  zh: '年份没有写明，由刊发日期推得',
};
const FROM_OTHERS: Why = {
  en: 'the year is not written, taken from other years the text names',
  zh: '年份没有写明，由文中其他年份推得',
};

const QUARTERS: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  前三季度: [1, 9],
};
const PART = /(?:((?:19|20)\d\d)年)?(上半年|下半年|前三季度|第?[一二三四]季度|半年(?=报|工作|总结|小结))/g;
// e.g. 2024年1—6月, 1至10月
const MONTHS = /(?:((?:19|20)\d\d)年)?(?<!\d)(1[0-2]|[1-9])月?\s?[-—–－至到~～]{1,2}\s?(1[0-2]|[1-9])月(?!\d{1,2}日)/g;

/** A half, a quarter or a run of months: named in the head, or in the opening and again and again. */
function partOfYear({ text, head, opening, printed, years }: Reading): GuessedPeriod | null {
  const yearOf = (said: string | undefined): number | null =>
    said ? Number(said) : (printed?.year ?? years.main ?? null);
  const yearless = printed ? FROM_PRINT : FROM_OTHERS;
  for (const [place, least] of [
    [head, 1],
    [opening, 3],
  ] as const) {
    for (const found of place.matchAll(PART)) {
      const name = (found[2] ?? '').replace('第', '');
      const range = QUARTERS[name];
      const after = place.slice(found.index + found[0].length, found.index + found[0].length + 8);
      if (!range || PLAN.test(after) || (text.split(name).length - 1 < least && least > 1)) continue;
      const year = yearOf(found[1]);
      if (year === null || (!found[1] && name.endsWith('季度') && place !== head)) continue;
      const label = `${year}年${name === '半年' ? '上半年' : name}`;
      return {
        ...span(year, range[0], year, range[1]),
        label,
        why: place === head || found[1] !== undefined ? null : yearless,
      };
    }
    for (const found of place.matchAll(MONTHS)) {
      const [from, to] = [Number(found[2]), Number(found[3])];
      const year = yearOf(found[1]);
      if (year === null || from >= to || (from === 1 && to === 12)) continue;
      const label = `${year}年${from}至${to}月`;
      return { ...span(year, from, year, to), label, why: place === head || found[1] !== undefined ? null : yearless };
    }
  }
  return null;
}

const RANGE = /(?<!\d)((?:19|20)\d\d)年?\s?(?:至|到|—{1,2}|－|-|–|~|～)\s?((?:19|20)\d\d)年?/g;
// e.g. 5年来, 五年答卷, 这五年
const SPAN_HEAD =
  /(?:(?:这|近|过去)([两三四五六七八九十]|(?<!\d)\d{1,2})年|([两三四五六七八九十]|(?<!\d)\d{1,2})(?:年|载)(?:来|间|答卷|历程|巡礼|回眸|综述|奋进|成就|砥砺|工作))/;

/** Several years: a range in the head or in the opening's first words, or “N years” in the head. */
function severalYears({ text, head, opening, years, printed }: Reading): GuessedPeriod | null {
  const count = numberOf(SPAN_HEAD.exec(head));
  for (const place of [head, opening]) {
    for (const found of place.matchAll(RANGE)) {
      const [from, to] = [Number(found[1]), Number(found[2])];
      const before = place.slice(Math.max(0, found.index - 2), found.index);
      const opens = /(?:^|[\s，。；（(“])$/.test(before);
      if (to <= from || to - from > 12 || (place === opening && !(opens && (count !== null || to - from >= 2))))
        continue;
      return { ...span(from, 1, to, 12), label: `${from}年至${to}年`, why: null };
    }
  }
  const end = printed ? (printed.month <= 3 ? printed.year - 1 : printed.year) : (years.last ?? years.main);
  if (count !== null && count >= 2 && end !== null) {
    const why = {
      en: `the head says ${count} years and not which`,
      zh: `标题只说${count}年，没有写明起止`,
    };
    const base = [...opening.matchAll(/(?<!\d)((?:19|20)\d\d)年(?:(1[0-2]|[1-9])月)?/g)].find((found) => {
      const year = Number(found[1]);
      return end - year >= count - 1 && end - year <= count + 1;
    });
    if (base?.[2]) {
      const [year, month] = [Number(base[1]), Number(base[2])];
      return { ...span(year, month, year + count, month), label: `${year}年${month}月以来${count}年`, why };
    }
    const from = end - count + 1;
    return { ...span(from, 1, end, 12), label: `${from}年至${end}年`, why };
  }
  if (/近年|近几年/.test(head) && years.last !== null) {
    const since = [...text.matchAll(/(?<!\d)((?:19|20)\d\d)年[^。，]{0,6}以来/g)].map((found) => Number(found[1]));
    const from = since.length > 0 ? Math.min(...since) : null;
    return {
      from: from === null ? null : `${from}-01-01`,
      to: `${years.last}-12-31`,
      label: from === null ? `截至${years.last}年` : `${from}年至${years.last}年`,
      why: { en: 'the head says recent years and not which', zh: '标题只说近年，没有写明起止' },
    };
  }
  return null;
}

function numberOf(found: RegExpExecArray | null): number | null {
  const said = found?.[1] ?? found?.[2];
  if (!said) return null;
  return said === '两' ? 2 : /^\d/.test(said) ? Number(said) : NUMERALS.indexOf(said) + 1;
}

const SO_FAR: Why = {
  en: 'the text says “this year so far” and neither which year nor until when',
  zh: '文中只说“今年以来”，没有写明哪一年、到何时',
};

/** From the year's beginning to a month: 年初以来…截至10月底; or “this year so far” where no head names a year. */
function yearToDate({ text, opening, printed, years }: Reading): GuessedPeriod | null {
  if (years.isInHead) return null;
  const soFar = text.match(/(?:今年|年初)以来|今年(?:1[0-2]|[1-9])月/g)?.length ?? 0;
  const until = /截[至止](?:目前|今年)?，?(?:今年)?(1[0-2]|[1-9])月(?:底|末|份|(?:\d{1,2})日)/.exec(opening)?.[1];
  const year = printed?.year ?? years.main;
  if (soFar > 0 && until && year !== null && until !== '12' && (printed === null || printed.month > 3))
    return {
      ...span(year, 1, year, Number(until)),
      label: `${year}年1至${until}月`,
      why: printed === null ? FROM_OTHERS : null,
    };
  const whole = text.match(/全年|一年来|这一年|过去一年|过去的一年/g)?.length ?? 0;
  if (soFar < 2 || whole >= soFar) return null;
  if (printed) {
    if (printed.month <= 3 || printed.month >= 12) return null;
    return { ...span(printed.year, 1, printed.year, printed.month), label: `${printed.year}年以来`, why: SO_FAR };
  }
  if (years.last === null) return null;
  // Who writes “this year” names other years: the last one named is the year before.
  const current = years.last + 1;
  const days = [...text.matchAll(/(?<![年\d])(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日/g)].map((found) => {
    return `${current}-${(found[1] ?? '').padStart(2, '0')}-${(found[2] ?? '').padStart(2, '0')}`;
  });
  const to = days.sort().at(-1) ?? null;
  return { from: `${current}-01-01`, to, label: `${current}年以来`, why: SO_FAR };
}

function wholeYear({ years }: Reading): GuessedPeriod {
  if (years.main === null) return { from: null, to: null, label: '期间未注明', why: years.why };
  return { ...span(years.main, 1, years.main, 12), label: `${years.main}年`, why: years.why };
}

/** Whole months, ends included. */
function span(fromYear: number, fromMonth: number, toYear: number, toMonth: number): { from: string; to: string } {
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return { from: `${fromYear}-${two(fromMonth)}-01`, to: `${toYear}-${two(toMonth)}-${two(last)}` };
}
