import type { Approx, Bounds, Direction, FactKind, FactStatus } from '../../model/finding.js';
import type { Quantity } from '../../model/quantity.js';
import type { Span } from '../../model/span.js';
import type { Clause, Figure } from './clause.js';
import type { TimeWord } from './period/find-times.js';

/** A figure that has found what it counts; time, scope, stage and themes are added afterwards. */
export interface Claim {
  readonly label: string;
  readonly kind: FactKind;
  readonly value: number;
  readonly valueTo: number | null;
  readonly unit: string;
  readonly approx: Approx;
  readonly bounds: Bounds | null;
  readonly direction: Direction;
  readonly basis: string | null;
  /** The file that made it, e.g. `fact/change`. */
  readonly rule: string;
  readonly flags: readonly string[];
  /** The words that state the claim. */
  readonly span: Span;
  /** The figure itself. */
  readonly key: Span;
  readonly printed: string;
  /** True when the words that name the thing stand in an earlier clause of the sentence. */
  readonly leansBack: boolean;
  /** Set where the wording alone settles it. */
  readonly status?: FactStatus;
  /** Set where the claim names its own time (2022年、2023年分别…, 从2018年的…降至). */
  readonly own?: { readonly label: string; readonly from: string | null; readonly to: string | null };
  /** The point in time it is given for where a list names several: 10月、11月分别…. */
  readonly time?: TimeWord;
  /** Noun and verb that later clauses may take up again. */
  readonly noun: string;
  readonly verb: string;
  /** Index in the paragraph's list of the claim this is a part of. */
  readonly partOf?: number;
}

/** What the clauses read so far leave behind for those that follow in the same sentence. */
export interface Memory {
  /** Noun and verb of the last claim: 查处1987起 takes the noun, 身份证11256张 the verb. */
  noun: string;
  verb: string;
  /** Its unit and label. */
  unit: string;
  label: string;
  /** Field of work named last: 电信网络诈骗. */
  domain: string | null;
  /** Words of the last clause without a figure. */
  topic: string;
  /** True when that clause stands after the last claim. */
  topicNearer: boolean;
  /** List members of the last clause, for a 分别 that follows. */
  items: readonly string[];
  /** The years the last clause with a time named, one by one or as a range: 2022年至2024年. */
  years: readonly TimeWord[];
  /** True when those list members are measures: 立案数、损失数. */
  itemsMeasured: boolean;
  /** The last quoted name: 推出“综合窗口”,全年办件…. */
  quoted: string;
  /** True when it stands in the same sentence. */
  quotedHere: boolean;
  /** Names of the jurisdiction itself: no thing to be counted. */
  readonly places: readonly string[];
  /** Words of the clause that follows. */
  next: string;
  basis: string | null;
  /** A contest or survey named in the sentence. */
  contest: string;
  /** The brand or campaign that goes on as the subject: “哨兵”平台注册群众6万人，上报信息1.9万条. */
  subject: string;
  /** Where the part of the sentence begins that is being read: its start, or the last semicolon. */
  partStart: number;
  /** Claims of this sentence so far, and the last of them that counts awards. */
  claims: Claim[];
  award: Claim | null;
}

export function newMemory(places: readonly string[] = []): Memory {
  return {
    noun: '',
    verb: '',
    unit: '',
    label: '',
    domain: null,
    topic: '',
    topicNearer: false,
    items: [],
    itemsMeasured: false,
    years: [],
    quoted: '',
    quotedHere: false,
    next: '',
    places,
    basis: null,
    contest: '',
    subject: '',
    partStart: 0,
    claims: [],
    award: null,
  };
}

/** Where a figure stands. */
export interface Setting {
  readonly figure: Figure;
  readonly clause: Clause;
  readonly memory: Memory;
}

/** No name is longer; what is cut off is its front, the head noun stays. */
const LONGEST_LABEL = 60;

type Made = Pick<Claim, 'label' | 'kind' | 'rule'> & Partial<Claim>;

/** A claim with the quantity's own values unless `made` says otherwise. */
export function claimOf({ figure, clause }: Setting, made: Made): Claim {
  const q: Quantity = figure.quantity;
  return {
    value: q.value,
    valueTo: q.valueTo,
    unit: q.unit,
    approx: q.approx,
    bounds: q.bounds,
    direction: 'none',
    basis: null,
    flags: q.flags,
    span: pieceOf(figure, clause),
    key: q.repairedSpan,
    printed: q.printed,
    leansBack: false,
    noun: '',
    verb: '',
    ...made,
    label: made.label.length > LONGEST_LABEL ? made.label.slice(-LONGEST_LABEL) : made.label,
  };
}

/** The list member when it names its own thing, otherwise the whole clause. */
function pieceOf(figure: Figure, clause: Clause): Span {
  const words = figure.before.replace(/\s/g, '').length + figure.after.replace(/\s/g, '').length;
  if (words < 3) return clause.span;
  const start = figure.listed ? figure.start : clause.span.start;
  const end = Math.max(figure.quantity.repairedSpan.end, Math.min(figure.end, clause.span.end));
  return { start, end };
}
