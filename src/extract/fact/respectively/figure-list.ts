import { type ChangeVerb, changeBefore } from '../change.js';
import type { Memory } from '../claim.js';
import type { Clause, Figure } from '../clause.js';
import type { TimeWord } from '../period/find-times.js';
import { pointsIn, yearsIn } from '../period/points.js';
import { itemsBefore } from './list-items.js';
import type { Pairing } from './pair.js';

/** Figures in a row and the words before them. */
export interface FigureList {
  readonly clause: Clause;
  readonly memory: Memory;
  /** The figures, at least one. */
  readonly run: readonly Figure[];
  readonly first: Figure;
  /** 分别, 各自 …; empty where none stands before them. */
  readonly word: string;
  /** The clause up to the first figure. */
  readonly lead: string;
  /** The things that the clause lists before 分别. */
  readonly named: readonly string[];
  /** The points in time it lists there. */
  readonly times: readonly TimeWord[];
  /** The verb of change before the first figure. */
  readonly verb: ChangeVerb | null;
}

/** One way to read such a list: its pairs; null where it is none, undefined where it is not this rule's. */
export type PairRule = (list: FigureList) => Pairing | null | undefined;

const RESPECTIVELY = /分别|分获|分列|各自|依次/;

/** Null where no figure stands behind 分别, or in a clause without it. */
export function figureList(clause: Clause, memory: Memory): FigureList | null {
  const word = RESPECTIVELY.exec(clause.text);
  const from = word ? clause.span.start + word.index : -1;
  const run = runOf(clause.figures.filter(({ quantity }) => quantity.repairedSpan.start > from));
  const [first] = run;
  if (!first) return null;
  const lead = clause.text.slice(0, first.quantity.repairedSpan.start - clause.span.start);
  const before = word ? lead.slice(0, word.index) : '';
  return {
    clause,
    memory,
    run,
    first,
    word: word?.[0] ?? '',
    lead,
    named: word ? itemsBefore(before) : [],
    times: word ? timesIn(before, lead, memory) : [],
    verb: changeBefore(first.before),
  };
}

/** Figures that follow each other with nothing but list separators (and their own verbs) between them. */
function runOf(figures: readonly Figure[]): Figure[] {
  const end = figures.findIndex(
    ({ listed, before }, i) => i > 0 && (!listed || (before.trim() !== '' && !changeBefore(before))),
  );
  return end < 0 ? [...figures] : figures.slice(0, end);
}

/** The times listed before 分别; else a figure a year: 2022年至2024年，电诈立案数分别为…. */
function timesIn(before: string, lead: string, { years }: Memory): readonly TimeWord[] {
  const listed = pointsIn(before);
  if (listed.length > 0) return listed;
  const range = yearsIn(lead);
  return range.length > 0 ? range : years;
}
