import type { Practice } from '../../model/comparison.js';
import { groupBy } from '../../text/group-by.js';
import type { Cite } from '../typeset.js';
import type { Context } from './context.js';

export interface NamedView {
  readonly name: string;
  readonly cites: readonly Cite[];
}
export interface PracticeCell {
  readonly jurisdiction: string;
  readonly name: string;
  readonly short: string;
  readonly names: readonly NamedView[];
}
export interface PracticeRow {
  readonly name: string;
  readonly count: string;
  readonly copied: boolean;
  readonly cells: readonly PracticeCell[];
  readonly missing: readonly { readonly id: string; readonly short: string }[];
}
/** What one report alone names, place by place; places without any are left out and named in `missing`. */
export interface OwnList {
  readonly label: string;
  readonly places: readonly PracticeCell[];
  readonly missing: string;
}
export interface PracticesView {
  readonly number: string;
  readonly title: string;
  readonly shared: readonly PracticeRow[];
  readonly own: readonly OwnList[];
}

function cells(lists: readonly Practice[], where: string, context: Context): PracticeCell[] {
  const named = lists.flatMap((practice) => {
    const seen = new Set<string>();
    return practice.initiatives.flatMap((id) => {
      const initiative = context.initiative(id);
      const key = `${initiative?.jurisdiction}\n${initiative?.name}`;
      if (initiative === null || seen.has(key)) return [];
      seen.add(key);
      return [initiative];
    });
  });
  const byPlace = groupBy(named, (initiative) => initiative.jurisdiction);
  return context.places.map(({ id, name, short }) => ({
    jurisdiction: id,
    name,
    short,
    names: (byPlace.get(id) ?? []).map((initiative) => ({
      name: initiative.name.replace(/\s+/gu, ''),
      cites: context.citations.cite(initiative.id, where),
    })),
  }));
}

function sharedRow(practice: Practice, where: string, context: Context): PracticeRow {
  const filled = cells([practice], where, context);
  return {
    name: practice.name,
    count: context.say('practices.places', { n: filled.filter((cell) => cell.names.length > 0).length }),
    copied: practice.copied,
    cells: filled,
    missing: filled
      .filter((cell) => cell.names.length === 0)
      .map((cell) => ({ id: cell.jurisdiction, short: cell.short })),
  };
}

function ownList(label: string, lists: readonly Practice[], where: string, context: Context): OwnList[] {
  if (lists.length === 0) return [];
  const filled = cells(lists, where, context);
  const silent = filled.filter((cell) => cell.names.length === 0).map((cell) => cell.short);
  return [
    {
      label: context.say(label, { n: lists.length }),
      places: filled.filter((cell) => cell.names.length > 0),
      missing:
        silent.length === 0 ? '' : context.say('practices.none-in', { places: silent.join(context.say('list.and')) }),
    },
  ];
}

/** Shared practices one a row, what one report alone names place by place, slogans apart; null where the theme names none. */
export function practicesView(theme: string | null, context: Context): PracticesView | null {
  const { comparison, say } = context;
  const shared = comparison.practices.filter((practice) => practice.theme === theme);
  const alone = comparison.unique.filter((practice) => practice.theme === theme);
  if (shared.length + alone.length === 0) return null;
  const common = shared.filter((practice) => practice.kind === 'practice');
  const own = alone.filter((practice) => practice.kind === 'practice');
  const slogans = [...shared, ...alone].filter((practice) => practice.kind === 'slogan');
  const number = context.numbers.table();
  return {
    number,
    title: say('practices.title', { shared: common.length, own: own.length }),
    shared: common.map((practice) => sharedRow(practice, number, context)),
    own: [...ownList('practices.own', own, number, context), ...ownList('practices.slogans', slogans, number, context)],
  };
}
