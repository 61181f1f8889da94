import { type LikeCores, likeCores } from './like-cores.js';
import type { Observation } from './observation.js';
import type { Family } from './reading/family.js';
import { coreOf, foldLabel } from './reading/wording.js';

/** The observations of one indicator and one kind of figure, in the order of the facts. */
export interface Group {
  /** Indicator id (of the row it stands in), or `wording:` and the core of the label. */
  readonly key: string;
  readonly family: Family;
  readonly observations: readonly Observation[];
}

/**
 * Facts with an indicator go by it (by `beside` where it says so); the others by their wording: the same core of the label, the
 * same unit family, and nearly the same only where the cores differ by a trifle. Different stages have different verbs in the
 * core, so they never meet.
 */
export function groupObservations(observations: readonly Observation[]): Group[] {
  const groups = new Map<string, { key: string; family: Family; observations: Observation[] }>();
  const wordings: Wordings = new Map();
  for (const observation of observations) {
    const { entry, family } = observation;
    const key = entry ? (entry.beside ?? entry.id) : wordingKey(observation, wordings);
    const id = `${key}\n${family}`;
    const group = groups.get(id);
    if (group) group.observations.push(observation);
    else groups.set(id, { key, family, observations: [observation] });
  }
  return [...groups.values()];
}

/** Names in quotation marks are what a claim is about: without the same name two claims are two things. */
function quotedNames(label: string): string {
  return [...label.matchAll(/[“"「『《]([^”"」』》]{1,40})[”"」』》]/gu)].map((m) => foldLabel(m[1] ?? '')).join('|');
}

/** The wordings seen so far, by unit and family. */
type Wordings = Map<string, Seen>;

interface Seen {
  readonly cores: Set<string>;
  readonly like: LikeCores;
  /** What a core was found to be like: always the first that came, so it stays. */
  readonly found: Map<string, string>;
}

function wordingKey({ fact, family, unit }: Observation, wordings: Wordings): string {
  const core = coreOf(fact.indicator.label);
  const names = quotedNames(fact.indicator.label);
  // Too little wording to go by: it stands alone.
  if ([...core].length < 3) return `alone:${fact.id}`;
  const known: Seen = wordings.get(`${unit}\n${family}`) ?? {
    cores: new Set(),
    like: likeCores(0.9),
    found: new Map(),
  };
  wordings.set(`${unit}\n${family}`, known);
  const found =
    names === ''
      ? (known.found.get(core) ?? known.like.find(core, (other) => sameVerbs(other, core)))
      : known.cores.has(core)
        ? core
        : undefined;
  if (found === undefined) {
    known.cores.add(core);
    known.like.add(core);
  }
  if (names === '') known.found.set(core, found ?? core);
  return `wording:${found ?? core}:${unit}`;
}

/** e.g. 排查 against 整改: two stages however alike the rest is */
const VERBS = [
  '立案',
  '发案',
  '警情',
  '受理',
  '受案',
  '破案',
  '破获',
  '侦破',
  '侦办',
  '抓获',
  '刑拘',
  '拘留',
  '逮捕',
  '起诉',
  '打处',
  '打击处理',
  '查处',
  '排查',
  '摸排',
  '化解',
  '调处',
  '整改',
  '整治',
  '新建',
  '改造',
  '新增',
  '累计',
  '办理',
  '受理',
  '止付',
  '冻结',
  '返还',
  '挽回',
  '预警',
  '劝阻',
  '目标',
  '计划',
];

function sameVerbs(a: string, b: string): boolean {
  return VERBS.every((verb) => a.includes(verb) === b.includes(verb));
}
