import type { Sentence } from '../../model/comparison.js';
import { changeDots } from '../charts/change-dots.js';
import { ladderChart } from '../charts/ladder.js';
import type { TwoWidths } from '../charts/svg.js';
import type { Context } from './context.js';
import { directionOf } from './figure.js';
import { type PracticesView, practicesView } from './practices.js';
import { type QuoteView, quoteViews } from './quotes.js';
import { labelOf, type RowGroup, rowGroups } from './rows.js';
import { type PartView, partsOf } from './sentences.js';
import { type SinglesView, singlesView } from './singles.js';
import { comparableInPart } from './subset.js';
import { verdicts } from './verdict.js';

export interface TableView {
  readonly number: string;
  /** How to read it; only at the first table, the others are read alike. */
  readonly sub: string;
  readonly title: string;
  readonly groups: readonly RowGroup[];
}
export interface ChartView {
  readonly number: string;
  readonly title: string;
  readonly sub: string;
  readonly chart: TwoWidths;
}
/** Parts of a theme's section; null where the theme has nothing of the kind. `heads` numbers the sub-sections that are there. */
export interface ThemeView {
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly overview: readonly (readonly PartView[])[];
  readonly table: TableView | null;
  readonly ladder: ChartView | null;
  readonly changes: ChartView | null;
  readonly practices: PracticesView | null;
  readonly singles: SinglesView | null;
  readonly quotes: readonly QuoteView[];
  readonly heads: Readonly<Record<'table' | 'ladder' | 'changes' | 'practices' | 'singles' | 'quotes', string>>;
  readonly empty: boolean;
}

/** Whether no theme before this one has a table. */
function first(id: string, { comparison }: Context): boolean {
  const ids = [...comparison.themes.map((theme) => theme.id).filter((theme) => theme !== 'honours'), 'honours'];
  return (ids.find((theme) => comparison.rows.some((row) => row.theme === theme)) ?? id) === id;
}

function tableOf(id: string, context: Context): TableView | null {
  const rows = context.comparison.rows.filter((row) => row.theme === id);
  if (rows.length === 0) return null;
  const number = context.numbers.table();
  const { say } = context;
  const counts = verdicts
    .map((verdict) => ({ verdict, n: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ n }) => n > 0)
    .map(({ verdict, n }) => say('table.count', { n, verdict: say(`verdict.${verdict}`) }));
  return {
    number,
    sub: first(id, context) ? say('table.sub') : '',
    title: say('table.title', { theme: context.theme(id), rows: rows.length, counts: counts.join(say('list.and')) }),
    groups: rowGroups(rows, number, context),
  };
}

function ladderOf(id: string, context: Context): ChartView | null {
  const { comparison, say } = context;
  const ladder = comparison.ladders.find((entry) => entry.theme === id);
  const filled = ladder?.rungs.filter((rung) => rung.cells.some((cell) => cell.state !== 'not-mentioned')) ?? [];
  if (filled.length < 2) return null;
  const drawn = ladderChart({
    stages: filled.map((rung) => rung.stage),
    places: context.places.map((place) => ({
      id: place.id,
      name: place.short,
      rungs: filled.map((rung) => {
        const cell = rung.cells.find((entry) => entry.jurisdiction === place.id);
        return {
          state: cell?.state ?? 'not-mentioned',
          figures: (cell?.facts ?? []).flatMap((factId) => {
            const fact = context.fact(factId);
            return fact === null
              ? []
              : [
                  {
                    text: directionOf(fact, context) + fact.printed.replace(/\s+/gu, ''),
                    printed: fact.printed.replace(/\s+/gu, ''),
                    kind: fact.kind,
                    direction: fact.direction,
                    unit: fact.unit,
                  },
                ];
          }),
        };
      }),
    })),
    say,
  });
  // a chart for two dots would say less than the table
  if (drawn.onChain < 2 || drawn.told < 4) return null;
  return {
    number: context.numbers.figure(),
    title: say(drawn.full > 0 ? 'ladder.title-full' : 'ladder.title', {
      stages: drawn.onChain,
      most: drawn.most,
      places: drawn.leaders,
      n: drawn.full,
    }),
    sub: say('ladder.sub'),
    chart: drawn,
  };
}

function changesOf(id: string, context: Context): ChartView | null {
  const rows = context.comparison.rows
    .filter((row) => row.theme === id && row.kind === 'change')
    .flatMap((row) => {
      // whole rows, and of the others the places that may be compared
      if (row.verdict === 'comparable') return [{ row, cells: row.cells }];
      return (row.subsets ?? [])
        .filter((subset) => subset.verdict === 'comparable')
        .map((subset) => ({
          row,
          cells: row.cells.filter(({ jurisdiction }) => subset.jurisdictions.includes(jurisdiction)),
        }));
    })
    .map(({ row, cells }) => ({
      label: labelOf(row, context),
      dots: cells.flatMap((cell) =>
        cell.facts.slice(0, 1).flatMap((factId) => {
          const fact = context.fact(factId);
          if (fact === null || fact.direction === 'none') return [];
          return [
            {
              jurisdiction: cell.jurisdiction,
              text: `${context.place(cell.jurisdiction).short}${directionOf(fact, context)}${fact.printed.replace(/\s+/gu, '')}`,
              value: fact.direction === 'down' ? -fact.value : fact.value,
            },
          ];
        }),
      ),
    }))
    .filter((row) => row.dots.length >= 2);
  if (rows.length === 0) return null;
  const { say } = context;
  return {
    number: context.numbers.figure(),
    title: say('changes.title', { n: rows.length }),
    sub: say('changes.sub'),
    chart: changeDots(rows),
  };
}

/** One theme's section, from overview to quotes. `overview` are the sentences that are not on the page of findings. */
export function themeView(id: string, overview: readonly Sentence[], context: Context): ThemeView {
  const { say } = context;
  const name = context.theme(id);
  const rows = context.comparison.rows.filter((row) => row.theme === id);
  const sure = rows.filter((row) => row.verdict === 'comparable').length;
  const part = rows.filter(comparableInPart).length;
  const lead = part === 0 ? (sure === 0 ? 'rows' : 'sure') : sure === 0 ? 'part' : 'both';
  const shared = context.comparison.practices.filter(
    (practice) => practice.theme === id && practice.kind === 'practice',
  );
  const parts = overview.map((sentence) => partsOf(sentence, say('overview.where', { theme: name }), context));
  const table = tableOf(id, context);
  const ladder = ladderOf(id, context);
  const changes = changesOf(id, context);
  const practices = id === 'honours' ? null : practicesView(id, context);
  const singles = id === 'honours' ? null : singlesView(id, context);
  const quotes = id === 'honours' ? [] : quoteViews(id, context);
  let sub = 0;
  const head = (present: boolean, key: string) => {
    if (!present) return '';
    sub += 1;
    return say('heading.sub', { n: say(`ordinal.${sub}`), text: say(key) });
  };
  return {
    id,
    name,
    lead: [
      rows.length === 0 ? say('theme.lead-none') : say(`theme.lead-${lead}`, { rows: rows.length, n: sure, part }),
      ...(shared.length === 0 ? [] : [say('theme.lead-shared', { shared: shared.length })]),
    ].join(''),
    overview: parts,
    table,
    ladder,
    changes,
    practices,
    singles,
    quotes,
    heads: {
      table: head(table !== null, 'table.head'),
      ladder: head(ladder !== null, 'ladder.head'),
      changes: head(changes !== null, 'changes.head'),
      practices: head(practices !== null, 'practices.head'),
      singles: head(singles !== null, 'singles.head'),
      quotes: head(quotes.length > 0, 'quotes.head'),
    },
    empty: table === null && practices === null && singles === null && parts.length === 0,
  };
}
