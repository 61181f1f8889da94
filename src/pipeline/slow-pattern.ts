import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';

/** Repeats of up to so many are written out; more count as any number. */
const WRITTEN_OUT = 8;
/** Letters of a pattern, written out; what is longer is not written out any further. */
const MOST_LETTERS = 600;
/** Letters that every pattern is tried with, besides those it names itself and their neighbours. */
const SAMPLE = [...'0aZ_ \n,，。、“市公一龥é😀'];

/** How often one letter of a pattern may follow another, by their numbers: 2 stands for more than one way. */
type Ways = Map<number, number>;

/** A part of a pattern as an automaton has it (Glushkov): which letters may begin and end it, and whether it may be empty. */
interface Part {
  readonly empty: boolean;
  readonly first: Ways;
  readonly last: Ways;
}

const EMPTY: Part = { empty: true, first: new Map(), last: new Map() };

/**
 * Whether a pattern (flag u) may take time that doubles with every letter it is given. e.g. (?:公安|公|安)+局 has two ways through every 公安, and
 * tries all of them when no 局 follows; (a+)+ has one for every place where a run of a can be cut.
 *
 * A pattern takes that long when it can come back to the same letter of its own by two ways that read the same text (Weber and Seidl 1991, “On the
 * degree of ambiguity of finite automata”): looked for here letter by letter. Repeats of more than eight count as endless, what stands in a
 * look-around counts as a pattern of its own, references to groups count as empty. A pattern that takes long only on long texts, such as
 * .*公安.*局, is not slow in this sense.
 */
export function isSlowPattern(source: string): boolean {
  const pending: AST.Alternative[][] = [parseRegExpLiteral(new RegExp(source, 'u')).pattern.alternatives];
  const samples = samplesOf(source);
  for (let alternatives = pending.pop(); alternatives; alternatives = pending.pop())
    if (isAmbiguous(lettersOf(alternatives, samples, (inner) => pending.push(inner)))) return true;
  return false;
}

/** The letters of a pattern: which may follow which in how many ways, and what each reads of the samples. */
interface Letters {
  readonly follow: readonly Ways[];
  readonly reads: readonly bigint[];
}

function lettersOf(
  alternatives: readonly AST.Alternative[],
  samples: readonly string[],
  onInner: (alternatives: AST.Alternative[]) => void,
): Letters {
  const follow: Ways[] = [];
  const reads: bigint[] = [];
  const characters = new Map(samples.map((sample, at) => [sample, 1n << BigInt(at)]));
  const classes = new Map<string, bigint>();
  const readBy = (raw: string): bigint => {
    const one = new RegExp(`^(?:${raw})$`, 'u');
    const set =
      classes.get(raw) ?? [...characters].reduce((all, [sample, bit]) => (one.test(sample) ? all | bit : all), 0n);
    classes.set(raw, set);
    return set;
  };
  const letter = (set: bigint): Part => {
    reads.push(set);
    follow.push(new Map());
    const own = (): Ways => new Map([[reads.length - 1, 1]]);
    return { empty: false, first: own(), last: own() };
  };
  const join = (before: Ways, after: Ways): void => {
    for (const [from, ways] of before) for (const [to, more] of after) addWays(follow[from], to, ways * more);
  };
  const sequence = (parts: readonly (() => Part)[]): Part => {
    let whole = EMPTY;
    for (const part of parts) {
      const next = part();
      join(whole.last, next.first);
      whole = {
        empty: whole.empty && next.empty,
        first: whole.empty ? union(whole.first, next.first) : whole.first,
        last: next.empty ? union(whole.last, next.last) : next.last,
      };
    }
    return whole;
  };
  const choice = (all: readonly AST.Alternative[]): Part => {
    const parts = all.map(({ elements }) => sequence(elements.map((element) => () => partOf(element))));
    return {
      empty: parts.some(({ empty }) => empty),
      first: parts.reduce((ways, { first }) => union(ways, first), new Map()),
      last: parts.reduce((ways, { last }) => union(ways, last), new Map()),
    };
  };
  const repeated = ({ element, min, max }: AST.Quantifier): Part => {
    const once = (): Part => partOf(element);
    if (max === 0) return EMPTY;
    // e.g. a{2,4} as aa(?:a(?:a)?)?
    const more = (left: number): Part =>
      left === 0 ? EMPTY : { ...sequence([once, () => more(left - 1)]), empty: true };
    if (max <= WRITTEN_OUT && reads.length < MOST_LETTERS)
      return sequence([...Array.from({ length: min }, () => once), () => more(max - min)]);
    const part = once();
    join(part.last, part.first);
    return { ...part, empty: part.empty || min === 0 };
  };
  const partOf = (element: AST.Element): Part => {
    switch (element.type) {
      case 'Character':
        return letter(characters.get(String.fromCodePoint(element.value)) ?? 0n);
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return letter(readBy(element.raw));
      case 'Group':
      case 'CapturingGroup':
        return choice(element.alternatives);
      case 'Quantifier':
        return repeated(element);
      case 'Assertion':
        if ('alternatives' in element) onInner(element.alternatives);
        return EMPTY;
      case 'Backreference':
        return EMPTY;
    }
  };
  choice(alternatives);
  return { follow, reads };
}

/** Whether some letter can be come back to by two ways that read the same: two letters at once are followed from each one on. */
function isAmbiguous({ follow, reads }: Letters): boolean {
  const rings = ringsOf(follow.map((ways) => [...ways.keys()]));
  const size = follow.length;
  const within = (from: number): number[] =>
    [...(follow[from]?.keys() ?? [])].filter((to) => rings[to] === rings[from]);
  for (const [from, ways] of follow.entries())
    for (const [to, count] of ways) if (count > 1 && rings[from] === rings[to]) return true;
  // pairs that can be reached from a letter paired with itself
  const at = new Map<number, number>();
  const pairs: [number, number][] = [];
  const numberOf = (a: number, b: number): number => {
    const key = a * size + b;
    const known = at.get(key);
    if (known !== undefined) return known;
    at.set(key, pairs.length);
    pairs.push([a, b]);
    return pairs.length - 1;
  };
  for (const [letter, ring] of rings.entries()) if (ring !== null) numberOf(letter, letter);
  const next: number[][] = [];
  // grows while it is gone through
  for (let i = 0; i < pairs.length; i += 1) {
    const [a = 0, b = 0] = pairs[i] ?? [];
    const [left, right] = [within(a), a === b ? within(a) : within(b)];
    next.push(
      left.flatMap((x) => right.filter((y) => ((reads[x] ?? 0n) & (reads[y] ?? 0n)) !== 0n).map((y) => numberOf(x, y))),
    );
  }
  const pairRings = ringsOf(next);
  const same = new Set(pairs.flatMap(([a, b], i) => (a === b ? [pairRings[i]] : [])));
  return pairs.some(([a, b], i) => a !== b && pairRings[i] !== null && same.has(pairRings[i]));
}

/** The ring (strongly connected component with an edge) each node lies in, by number; null for one that cannot be come back to. Tarjan, without recursion. */
function ringsOf(next: readonly (readonly number[])[]): (number | null)[] {
  const order = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(0);
  const rings = new Array<number | null>(next.length).fill(null);
  const isOpen = new Array<boolean>(next.length).fill(false);
  const open: number[] = [];
  let count = 0;
  for (let root = 0; root < next.length; root += 1) {
    if (order[root] !== -1) continue;
    const way: { readonly node: number; at: number }[] = [];
    const enter = (node: number): void => {
      order[node] = low[node] = count++;
      open.push(node);
      isOpen[node] = true;
      way.push({ node, at: 0 });
    };
    enter(root);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const { node } = step;
      const to = next[node]?.[step.at++];
      if (to !== undefined) {
        if (order[to] === -1) enter(to);
        else if (isOpen[to]) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const members = open.splice(open.indexOf(node));
      const isRing = members.length > 1 || (next[node]?.includes(node) ?? false);
      for (const member of members) {
        isOpen[member] = false;
        if (isRing) rings[member] = node;
      }
    }
  }
  return rings;
}

function addWays(ways: Ways | undefined, to: number, more: number): void {
  ways?.set(to, Math.min(2, (ways.get(to) ?? 0) + more));
}

function union(a: Ways, b: Ways): Ways {
  const out = new Map(a);
  for (const [to, ways] of b) addWays(out, to, ways);
  return out;
}

/** Letters that tell the classes of a pattern apart: those that stand in it, the ones beside them, and some of every kind. */
function samplesOf(source: string): string[] {
  const codes = new Set([...SAMPLE, ...source].map((letter) => letter.codePointAt(0) ?? 0));
  for (const [, hex = '', braced = ''] of source.matchAll(/\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/g))
    codes.add(Number.parseInt(hex || braced, 16));
  const near = [...codes].flatMap((code) => [code - 1, code, code + 1]);
  return [...new Set(near)].filter((code) => code >= 0 && code <= 0x10ffff).map((code) => String.fromCodePoint(code));
}
