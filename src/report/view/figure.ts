import type { Fact } from '../../model/finding.js';
import { directionWord } from '../../text/direction-word.js';
import type { Cite } from '../typeset.js';
import type { Context } from './context.js';
import { correctionOf } from './review.js';

/** One figure as printed, split so that the number can be set apart from its words. */
export interface FigureView {
  readonly finding: string;
  /** e.g. `下降`, `增至`, `超过` */
  readonly before: string;
  /** e.g. `17.4` */
  readonly number: string;
  /** e.g. `%`, `万余起` */
  readonly after: string;
  readonly cites: readonly Cite[];
  /** What makes it different: base, period, scope, status; empty when nothing does. */
  readonly qualifier: string;
  /** False for a long wording, which may break over lines. */
  readonly tied: boolean;
  /** The whole figure as a text, with its direction. */
  readonly text: string;
}

/** The report's own word for the direction; the plain one where the wording is not next to the figure. */
export function directionOf(fact: Fact, context: Context): string {
  const word = directionWord(fact);
  if (word === null) return '';
  return word.own ?? context.say(word.how === 'by' ? `direction.${fact.direction}` : `direction.to-${fact.direction}`);
}

/** Flags a reader of the table must know; the others stand in the evidence. */
const shownFlags: ReadonlySet<string> = new Set([
  'joint-verbs',
  'pct-or-pp',
  'estimate',
  'sub-unit',
  'vague',
  'multiple-semantics',
  'deictic-vs-print',
  'unpaired',
]);

function samePeriod(fact: Fact, context: Context): boolean {
  const whole = context.period(fact.report);
  if (whole === null) return false;
  if (fact.period.label === whole.label) return true;
  return fact.period.from !== null && fact.period.from === whole.from && fact.period.to === whole.to;
}

export function qualifiers(fact: Fact, context: Context): string[] {
  const list: string[] = [];
  if (fact.scope !== null && fact.scope !== '') list.push(fact.scope);
  if (fact.kind === 'change' || fact.basis !== null) list.push(fact.basis ?? context.say('basis.unstated'));
  if (fact.period.label !== '' && !samePeriod(fact, context)) list.push(fact.period.label);
  if (fact.status !== 'actual') list.push(context.say(`status.${fact.status}`));
  const correction = correctionOf(fact, context);
  if (correction !== null) list.push(correction);
  for (const flag of fact.flags) if (shownFlags.has(flag)) list.push(context.say(`flag.${flag}`));
  return list;
}

export function figureView(fact: Fact, where: string, context: Context): FigureView {
  const printed = fact.printed.replace(/\s+/gu, '');
  const parts = /^([^0-9]{0,20})([0-9][0-9.,，]{0,20}(?:[—–\-~～至][0-9.]{1,12})?)(.{0,40})$/su.exec(printed);
  const direction = directionOf(fact, context);
  const before = direction + (parts?.[1] ?? '');
  return {
    finding: fact.id,
    before,
    number: parts?.[2] ?? printed,
    after: parts?.[3] ?? '',
    cites: context.citations.cite(fact.id, where),
    qualifier: qualifiers(fact, context).join(context.say('list.comma')),
    tied: Array.from(direction + printed).length <= 9,
    text: direction + printed,
  };
}
