import type { Practice } from '../../model/comparison.js';
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
export interface PracticesView {
  readonly number: string;
  readonly title: string;
  readonly groups: readonly { readonly label: string; readonly rows: readonly PracticeRow[] }[];
}

function cells(lists: readonly Practice[], where: string, context: Context): PracticeCell[] {
  return context.places.map(({ id, name, short }) => ({
    jurisdiction: id,
    name,
    short,
    names: lists.flatMap((practice) => {
      const seen = new Set<string>();
      return practice.initiatives.flatMap((initiativeId) => {
        const initiative = context.initiative(initiativeId);
        if (initiative === null || initiative.jurisdiction !== id || seen.has(initiative.name)) return [];
        seen.add(initiative.name);
        return [{ name: initiative.name.replace(/\s+/gu, ''), cites: context.citations.cite(initiativeId, where) }];
      });
    }),
  }));
}

function row(name: string, lists: readonly Practice[], where: string, context: Context, shared = false): PracticeRow {
  const filled = cells(lists, where, context);
  const present = filled.filter((cell) => cell.names.length > 0).length;
  return {
    name,
    count: shared ? context.say('practices.places', { n: present }) : '',
    copied: lists.some((practice) => practice.copied),
    cells: filled,
    missing: filled
      .filter((cell) => cell.names.length === 0)
      .map((cell) => ({ id: cell.jurisdiction, short: cell.short })),
  };
}

/** Shared practices one a row, what one report alone names in one row, slogans apart; null where the theme names none. */
export function practicesView(theme: string | null, context: Context): PracticesView | null {
  const { comparison, say } = context;
  const shared = comparison.practices.filter((practice) => practice.theme === theme);
  const alone = comparison.unique.filter((practice) => practice.theme === theme);
  const slogans = [...shared, ...alone].filter((practice) => practice.kind === 'slogan');
  const own = alone.filter((practice) => practice.kind === 'practice');
  const common = shared.filter((practice) => practice.kind === 'practice');
  if (shared.length + alone.length === 0) return null;
  const number = context.numbers.table();
  const groups = [
    {
      label: say('practices.shared'),
      rows: common.map((practice) => row(practice.name, [practice], number, context, true)),
    },
    {
      label: say('practices.own'),
      rows: own.length === 0 ? [] : [row(say('practices.own-row'), own, number, context)],
    },
    {
      label: say('practices.slogans'),
      rows: slogans.length === 0 ? [] : [row(say('practices.slogan-row'), slogans, number, context)],
    },
  ].filter((group) => group.rows.length > 0);
  return {
    number,
    title: say('practices.title', { shared: common.length, own: own.length }),
    groups,
  };
}
