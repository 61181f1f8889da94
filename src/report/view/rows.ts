import type { ReasonCode, Row } from '../../model/comparison.js';
import { type CellView, cellView } from './cell.js';
import type { Context, PlaceView } from './context.js';
import { orderText } from './order.js';
import { type SubsetView, subsetViews } from './subset.js';
import { type ChipView, chipView, type VerdictView, verdictView } from './verdict.js';

export interface RowView {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly CellView[];
  readonly missing: readonly PlaceView[];
  readonly verdict: VerdictView;
  readonly chips: readonly ChipView[];
  readonly why: string;
  /** A sentence with the names in order where the row may be ordered, else empty. */
  readonly order: string;
  /** Places that go together better than the row as a whole. */
  readonly subsets: readonly SubsetView[];
  readonly derived: readonly DerivedView[];
}
export interface DerivedView {
  readonly text: string;
}
export interface RowGroup {
  /** Empty: the table has no groups. */
  readonly label: string;
  readonly rows: readonly RowView[];
}

/** Kinds of figures whose rows would otherwise bear the name of the row of counts. */
const kindWords: ReadonlySet<string> = new Set([
  'change',
  'difference',
  'share',
  'rank',
  'ratio',
  'duration',
  'level',
  'amount',
]);

/** The indicator's name in the brief's language, told apart from other rows of the same indicator by what kind of figure it holds. */
export function labelOf(row: Row, context: Context): string {
  const { lang, say, comparison } = context;
  const name = (other: Row) =>
    lang === 'en' && other.indicator.label_en !== '' ? other.indicator.label_en : other.indicator.label;
  const label = name(row);
  const word = kindWords.has(row.kind) ? say(`kind.${row.kind}`) : '';
  if (word === '' || label.includes(word)) return label;
  const shared = comparison.rows.some((other) => other.id !== row.id && name(other) === label);
  return row.kind === 'change' || row.kind === 'difference' || shared
    ? say('kind.label', { label, kind: word })
    : label;
}

export function rowView(row: Row, where: string, context: Context): RowView {
  const { say, lang } = context;
  return {
    id: row.id,
    label: labelOf(row, context),
    cells: row.cells.map((cell) => cellView(cell, where, context)),
    missing: row.cells.filter((cell) => cell.state === 'not-mentioned').map((cell) => context.place(cell.jurisdiction)),
    verdict: verdictView(row.verdict, say),
    chips: shownReasons(row).map((code) => {
      const detail = row.details.find((reason) => reason.code === code);
      return chipView(code, (lang === 'en' ? detail?.en : detail?.zh) ?? '', say);
    }),
    why: lang === 'en' ? row.why_en : row.why,
    order: orderText(row.order, context),
    subsets: subsetViews(row, context),
    derived: row.derived.map((rate) => ({
      text: say('derived', {
        place: context.place(rate.jurisdiction).short,
        value: perEach(rateText(rate), rate.unit),
        formula: rate.formula,
        year: rate.denominator_year,
        source: rate.denominator_source,
      }),
    })),
  };
}

/** `7.08` and `起（每万人）` → `每万人7.08起`; any other unit behind the value. */
function perEach(value: string, unit: string): string {
  const [, counted, each] = /^([^（）]{1,12})（(每[^（）]{1,20})）$/u.exec(unit) ?? [];
  return counted === undefined || each === undefined ? `${value}${unit}` : `${each}${value}${counted}`;
}

/** Three significant figures, the interval where the count was one: no more is known of a rate worked out by us. */
function rateText({ value, low, high }: Row['derived'][number]): string {
  const tidy = (n: number) => String(Number(n.toPrecision(3)));
  return low !== null && high !== null && tidy(low) !== tidy(high) ? `${tidy(low)}—${tidy(high)}` : tidy(value);
}

/** Said by the cells themselves, or true of every row. */
const silent: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['MISSING', 'SELECTION']);

/** Chips a row may bear before they say less than they take. */
const mostChips = 3;

/** The reasons worth a chip: those that set the verdict; where they are fewer than two, the first caution as well. */
export function shownReasons(row: Row): ReasonCode[] {
  const told = row.reasons.filter((code) => !silent.has(code));
  const sets = (code: ReasonCode) =>
    row.verdict !== 'comparable' &&
    row.details.some((reason) => reason.code === code && reason.verdict === row.verdict);
  const decisive = told.filter(sets);
  const cautions = told.filter((code) => !sets(code));
  return [...decisive, ...cautions.slice(0, Math.max(0, 2 - decisive.length))].slice(0, mostChips);
}

const sides: Readonly<Record<string, string>> = {
  警情: 'incidence',
  受案: 'incidence',
  立案: 'incidence',
  发案: 'incidence',
  破案: 'action',
  抓获: 'action',
  刑拘: 'action',
  逮捕: 'action',
  起诉: 'action',
  打处: 'action',
  判决: 'action',
};

function sideOf(row: Row): string {
  const side = row.stage === null ? undefined : sides[row.stage];
  if (side !== undefined) return side;
  return row.unit === '元' ? 'money' : 'other';
}

/** A theme's rows under the side of the work they count; one nameless group where grouping would not help. */
export function rowGroups(rows: readonly Row[], where: string, context: Context): RowGroup[] {
  const names = ['incidence', 'action', 'money', 'other'].filter((side) => rows.some((row) => sideOf(row) === side));
  if (rows.length < 5 || names.length < 2)
    return rows.length === 0 ? [] : [{ label: '', rows: rows.map((row) => rowView(row, where, context)) }];
  return names.map((side) => ({
    label: context.say(`side.${side}`),
    rows: rows.filter((row) => sideOf(row) === side).map((row) => rowView(row, where, context)),
  }));
}
