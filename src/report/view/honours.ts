import type { Honour, HonourLevel } from '../../model/finding.js';
import { groupBy } from '../../text/group-by.js';
import { awardDots } from '../charts/award-dots.js';
import type { Markup } from '../markup.js';
import type { Cite } from '../typeset.js';
import type { Context } from './context.js';

const levels: readonly HonourLevel[] = ['national', 'provincial', 'municipal', 'other'];

export interface TallyCell {
  readonly jurisdiction: string;
  readonly name: string;
  readonly state: 'reported' | 'not-mentioned';
  readonly dots: Markup | null;
  readonly count: string;
  readonly note: string;
}
export interface LedgerRow {
  readonly jurisdiction: string;
  readonly title: string;
  readonly cites: readonly Cite[];
  readonly recipient: string;
  readonly kind: string;
  readonly place: string;
  /** Year and grantor as far as the report gives them; else that it does not. */
  readonly given: string;
  /** Recipient, what it is where it is no body, year and grantor, as far as known; may be empty. */
  readonly detail: string;
  readonly counted: boolean;
}
export interface HonoursView {
  readonly figure: string;
  readonly table: string;
  readonly named: number;
  readonly national: number;
  readonly places: number;
  readonly tally: readonly {
    readonly label: string;
    readonly cells: readonly TallyCell[];
    readonly missing: readonly { readonly id: string; readonly short: string }[];
  }[];
  readonly ledger: readonly {
    readonly label: string;
    readonly places: readonly {
      readonly jurisdiction: string;
      readonly name: string;
      readonly rows: readonly LedgerRow[];
    }[];
  }[];
}

function ledgerRow(honour: Honour, kind: string, counted: boolean, where: string, context: Context): LedgerRow {
  const { say } = context;
  const count = honour.count === null ? '' : say('honours.count', { n: honour.count });
  const recipient = honour.recipient?.replace(/\s+/gu, '') ?? say('honours.unnamed');
  const word = kind === 'org' ? '' : say(`honours.kind.${kind}`);
  const given = [
    ...(honour.year === null
      ? []
      : [/^\d{4}$/u.test(honour.year) ? say('honours.year', { year: honour.year }) : honour.year]),
    ...(honour.grantor === null ? [] : [honour.grantor.replace(/\s+/gu, '')]),
  ].join(say('list.comma'));
  return {
    jurisdiction: honour.jurisdiction,
    title: `${honour.title.replace(/\s+/gu, '')}${count}`,
    cites: context.citations.cite(honour.id, where),
    recipient,
    kind: word,
    place: context.place(honour.jurisdiction).short,
    given: given === '' ? say('honours.unstated') : given,
    detail: [
      ...(honour.recipient === null ? [] : [recipient]),
      ...(word === '' ? [] : [word]),
      ...(given === '' ? [] : [given]),
    ].join(say('list.comma')),
    counted,
  };
}

/** Awards by the grantor's level: dots for what is named and counted once, numbers for pooled totals, and the ledger. */
export function honoursView(context: Context): HonoursView | null {
  const { comparison, say } = context;
  const { entries } = comparison.honours;
  if (entries.length === 0) return null;
  const figure = context.numbers.figure();
  const table = context.numbers.table();
  const counted = entries.filter((entry) => entry.counted);
  const byPlace = groupBy(entries, (entry) => `${entry.level} ${entry.jurisdiction}`);
  const tally = levels
    .filter((level) => entries.some((entry) => entry.level === level))
    .map((level) => {
      const cells = context.places.map((place): TallyCell => {
        const mine = byPlace.get(`${level} ${place.id}`) ?? [];
        const solid = mine.filter((entry) => entry.counted).reduce((sum, entry) => sum + entry.count, 0);
        const open = mine.filter((entry) => !entry.counted && entry.kind === 'city').length;
        const pooled = mine.filter((entry) => entry.kind === 'pooled').reduce((sum, entry) => sum + entry.count, 0);
        const notes: string[] = [];
        if (open > 0) notes.push(say('honours.city-note', { n: open }));
        if (pooled > 0) notes.push(say('honours.pooled-note', { n: pooled }));
        return {
          jurisdiction: place.id,
          name: place.name,
          state: mine.length === 0 ? 'not-mentioned' : 'reported',
          dots:
            solid + open === 0 || solid + open > 24
              ? null
              : awardDots(solid, open, say('honours.dots', { n: solid, open })),
          count: solid > 0 ? String(solid) : '',
          note: notes.join(say('list.comma')),
        };
      });
      return {
        label: say(`honours.level.${level}`),
        cells,
        missing: cells
          .filter((cell) => cell.state === 'not-mentioned')
          .map((cell) => ({ id: cell.jurisdiction, short: context.place(cell.jurisdiction).short })),
      };
    });
  const ledger = levels
    .map((level) => ({
      label: say(`honours.level.${level}`),
      places: context.places
        .map((place) => ({
          jurisdiction: place.id,
          name: place.name,
          rows: (byPlace.get(`${level} ${place.id}`) ?? []).flatMap((entry) => {
            const honour = context.honour(entry.honour);
            return honour === null ? [] : [ledgerRow(honour, entry.kind, entry.counted, table, context)];
          }),
        }))
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter((group) => group.places.length > 0);
  return {
    figure,
    table,
    named: counted.reduce((sum, entry) => sum + entry.count, 0),
    national: counted.filter((entry) => entry.level === 'national').reduce((sum, entry) => sum + entry.count, 0),
    places: new Set(counted.map((entry) => entry.jurisdiction)).size,
    tally,
    ledger,
  };
}
