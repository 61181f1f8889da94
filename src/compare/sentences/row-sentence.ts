import type { ReasonCode, Row, Sentence } from '../../model/comparison.js';
import type { Fact } from '../../model/finding.js';
import { onceFor } from '../../text/once-for.js';
import { hasFigure } from '../cells.js';
import type { SentenceContext } from './context.js';
import { countEn, countZh } from './count-words.js';
import { figureEn, qualifiedEn } from './figure-en.js';
import { figureZh, type Qualifiers, qualifiedZh } from './figure-zh.js';
import { joined, linked, type Piece, toParts } from './parts.js';
import { periodEn, periodZh } from './period-words.js';
import { overlap, type Ranked, ranked } from './ranked.js';
import { decisiveReasons, shortReason } from './short-reason.js';
import { telling } from './telling.js';

/** Places named in one sentence; of more the table tells. */
const MOST_PLACES = 5;

/**
 * A row in words: every figure as printed, linked to its fact; an order only where the row has one that holds; else side by
 * side with the row's own reason. Null when fewer than two places have a figure. `turn` picks among like wordings.
 */
export function rowSentence(row: Row, turn: number, context: SentenceContext): Sentence | null {
  const shown = shownFacts(row, context);
  if (shown.length < 2) return null;
  const order = ranked(row, context.facts);
  const words = order === null ? sideBySide(row, shown, turn, context) : inOrder(row, order, turn, context);
  return { zh: toParts(words.zh), en: toParts(words.en), row: row.id, theme: row.theme };
}

interface Words {
  readonly zh: readonly Piece[];
  readonly en: readonly Piece[];
}

/** One fact a place, the first actual one, in the order of the cells. */
export function shownFacts(row: Row, { facts }: Pick<SentenceContext, 'facts'>): readonly Fact[] {
  return shownOf(facts)(row);
}

/** Several sentences ask for the same row. */
const shownOf = onceFor((facts: SentenceContext['facts']) =>
  onceFor((row: Row): readonly Fact[] =>
    row.cells.filter(hasFigure).flatMap((cell) => {
      const own = cell.facts.flatMap((id) => facts.get(id) ?? []);
      return own.find((fact) => fact.status === 'actual') ?? own[0] ?? [];
    }),
  ),
);

function inOrder(row: Row, { facts, by }: Ranked, turn: number, context: SentenceContext): Words {
  const label = row.indicator.label;
  const zh = (fact: Fact): Piece => linked(`${context.short(fact.jurisdiction)}${figureZh(fact)}`, [fact.id]);
  const en = (fact: Fact): Piece => linked(`${context.short(fact.jurisdiction)} ${figureEn(fact)}`, [fact.id]);
  const shared = samePeriod(facts);
  const noteZh: Piece[] =
    shared === null
      ? ['。']
      : [
          '（同为',
          linked(
            shared.zh,
            facts.map(({ id }) => id),
          ),
          '）。',
        ];
  const noteEn: Piece[] =
    shared === null
      ? ['.']
      : [
          ' (same period: ',
          linked(
            shared.en,
            facts.map(({ id }) => id),
          ),
          ').',
        ];
  const some = facts.slice(0, MOST_PLACES);
  const rest = facts.length > some.length;
  const more = { zh: rest ? `，其余见表` : '', en: rest ? '; the others are in the table' : '' };
  const [first, second] = some;
  if (facts.length === 2 && first !== undefined && second !== undefined) {
    const [verbZh, verbEn] =
      by === 'level'
        ? ['高于', 'above']
        : by === 'down'
          ? ['降幅大于', 'a larger fall than']
          : ['升幅大于', 'a larger rise than'];
    return {
      zh: [`${label}，`, zh(first), `，${verbZh}`, zh(second), ...noteZh],
      en: [`${capital(row.indicator.label_en)}: `, en(first), `, ${verbEn} `, en(second), ...noteEn],
    };
  }
  const [headZh, headEn] =
    by === 'level'
      ? [['从高到低依次是', '由高到低排：'], 'from high to low']
      : by === 'down'
        ? [['降幅从大到小依次是', '按降幅由大到小排：'], 'largest fall first']
        : [['升幅从大到小依次是', '按升幅由大到小排：'], 'largest rise first'];
  return {
    zh: [`${label}，${headZh[turn % headZh.length]}`, ...joined(some.map(zh), '、'), more.zh, ...noteZh],
    en: [`${capital(row.indicator.label_en)}, ${headEn}: `, ...joined(some.map(en), ', '), more.en, ...noteEn],
  };
}

function sideBySide(row: Row, shown: readonly Fact[], turn: number, context: SentenceContext): Words {
  const decisive = decisiveReasons(row).map(({ code }) => code);
  const says = (...codes: readonly ReasonCode[]) =>
    (decisive.length > 0 ? decisive : row.reasons).some((code) => codes.includes(code));
  const qualifiers: Qualifiers = {
    period: says('PERIOD') && differ(shown.map(({ period }) => periodZh(period))),
    scope: says('SCOPE') && differ(shown.map(({ scope }) => scope ?? '')),
    label: says('SCOPE', 'CONCEPT', 'STAGE') && differ(shown.map(({ indicator }) => indicator.label)),
  };
  // A scope that only says the place's own name again sets nothing apart.
  const some = telling(shown, MOST_PLACES).map((fact) =>
    fact.scope === context.short(fact.jurisdiction) ? { ...fact, scope: null } : fact,
  );
  const zh = some.map((fact) =>
    linked(`${context.short(fact.jurisdiction)}${qualifiedZh(fact, qualifiers)}`, [fact.id]),
  );
  const en = some.map((fact) =>
    linked(`${context.short(fact.jurisdiction)} ${qualifiedEn(fact, qualifiers)}`, [fact.id]),
  );
  const left = shown.length - some.length;
  const more = {
    zh: left > 0 ? `，另有${countZh(left)}地见表` : '',
    en: left > 0 ? `; ${countEn(left)} more in the table` : '',
  };
  const ids = shown.map(({ id }) => id);
  const why = reason(row, shown);
  const head = heads(row)[turn % heads(row).length] ?? '，';
  return {
    zh: [
      `${row.indicator.label}${head}`,
      ...joined(zh, '，'),
      more.zh,
      '。',
      linked(`${stop(why.zh)}。`, digits(why.zh) ? ids : []),
      ...derivedZh(row, context),
    ],
    en: [
      `${capital(row.indicator.label_en)}${headEn(row)}: `,
      ...joined(en, ', '),
      more.en,
      '. ',
      linked(`${stop(why.en)}.`, digits(why.en) ? ids : []),
      ...derivedEn(row, context),
    ],
  };
}

function heads(row: Row): readonly string[] {
  switch (row.verdict) {
    case 'comparable':
      return ['：', '，'];
    case 'needs-normalising':
      return ['，折算之前不能比高低：', '，总量受辖区大小左右：'];
    case 'side-by-side':
      return ['，只能并列：', '，列在一起、不排先后：'];
    case 'not-comparable':
      return ['，名目相近而不可比：', '，不能放在一起比高低：', '，各报各的：'];
  }
}

function headEn(row: Row): string {
  switch (row.verdict) {
    case 'comparable':
      return '';
    case 'needs-normalising':
      return ' (to be scaled before comparing)';
    case 'side-by-side':
      return ' (side by side only)';
    case 'not-comparable':
      return ' (alike in name, not comparable)';
  }
}

/** Why no order is said: the row's own reason, or what keeps a comparable row from being ordered. */
function reason(row: Row, shown: readonly Fact[]): { readonly zh: string; readonly en: string } {
  if (row.verdict !== 'comparable') return shortReason(row);
  if (row.polarity === 'ambiguous')
    return {
      zh: '口径一致，但多少不说明优劣，不排先后',
      en: 'Measured alike, but more is neither better nor worse, so no order is given',
    };
  if (overlap(shown))
    return {
      zh: '口径一致，但原文是约数、取值范围有重叠，分不出先后',
      en: 'Measured alike, but the wording leaves ranges that overlap, so they cannot be ordered',
    };
  return { zh: row.why || '口径一致', en: row.why_en || 'Measured alike' };
}

function derivedZh(row: Row, context: SentenceContext): Piece[] {
  const rates = row.derived.slice(0, MOST_PLACES);
  if (rates.length < 2) return [];
  const pieces = rates.map((rate) =>
    linked(`${context.short(rate.jurisdiction)}${range(rate)}${rate.unit}`, [rate.fact]),
  );
  return ['按所给分母推算：', ...joined(pieces, '，'), '（推算值，非原文）。'];
}

function derivedEn(row: Row, context: SentenceContext): Piece[] {
  const rates = row.derived.slice(0, MOST_PLACES);
  if (rates.length < 2) return [];
  const pieces = rates.map((rate) =>
    linked(`${context.short(rate.jurisdiction)} ${range(rate)} ${rate.unit}`, [rate.fact]),
  );
  return [' Worked out with the denominators given: ', ...joined(pieces, ', '), ' (derived, not printed).'];
}

function range({ value, low, high }: Row['derived'][number]): string {
  const tidy = (n: number) => String(Number(n.toPrecision(3)));
  return low !== null && high !== null && tidy(low) !== tidy(high) ? `${tidy(low)}—${tidy(high)}` : tidy(value);
}

function samePeriod(facts: readonly Fact[]): { readonly zh: string; readonly en: string } | null {
  const [first] = facts;
  if (first === undefined || first.period.label === '' || differ(facts.map(({ period }) => periodZh(period))))
    return null;
  return { zh: periodZh(first.period), en: periodEn(first.period) };
}

function differ(values: readonly string[]): boolean {
  return new Set(values).size > 1;
}

const digits = (text: string): boolean => /\p{Nd}/u.test(text);
const stop = (text: string): string => text.replace(/[。.；;\s]+$/u, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
