import type { ThemeId } from '../../model/finding.js';
import type { InitiativeLexicon } from '../../model/lexicon.js';

/** A name that is known beforehand. */
export interface KnownName {
  readonly name: string;
  readonly themes: readonly ThemeId[];
  readonly kind: 'practice' | 'slogan';
}

/** The initiative lexicon made ready for matching. */
export interface InitiativeWords {
  /** Known names by their wording, variants included; quotation marks and spaces left away. */
  readonly known: ReadonlyMap<string, KnownName>;
  /** Any known name in a text, the longest first; global. */
  readonly knownPattern: RegExp;
  /** A head noun with at most a few words before it, right after a quoted name; group 1 is all of it. */
  readonly headAfter: RegExp;
  /** A loose head right after a quoted name. */
  readonly looseAfter: RegExp;
  /** A head noun in running text; global. */
  readonly head: RegExp;
  readonly headAtEnd: RegExp;
  /** A verb that introduces a name at the end of a text, with the small words that may follow it. */
  readonly verbBefore: RegExp;
  /** A known name that is a common noun as well: a name in quotation marks only. */
  readonly isCommonNoun: (name: string) => boolean;
  readonly isOther: (name: string) => boolean;
  readonly hasShape: (name: string) => boolean;
  /** Themes the name itself speaks for. */
  readonly cued: (text: string) => readonly ThemeId[];
  /** Work of no theme. */
  readonly isElsewhere: (name: string) => boolean;
}

const cache = new WeakMap<InitiativeLexicon, InitiativeWords>();

/** Compiles the lexicon once; the same lexicon gives the same object. */
export function initiativeWords(lexicon: InitiativeLexicon): InitiativeWords {
  const made = cache.get(lexicon) ?? compile(lexicon);
  cache.set(lexicon, made);
  return made;
}

/** A name as it is compared: without quotation marks and spaces. */
export const bare = (name: string): string => name.replace(/[\s“”"'‘’「」『』]/gu, '');

function compile(lexicon: InitiativeLexicon): InitiativeWords {
  const known = new Map<string, KnownName>();
  for (const entry of lexicon.known)
    for (const name of [entry.name, ...(entry.variants ?? [])]) known.set(bare(name), entry);
  const common = new Set(lexicon.commonNouns ?? []);
  const heads = alternatives(lexicon.heads);
  const loose = alternatives(lexicon.looseHeads ?? []);
  const verbs = alternatives(lexicon.verbs);
  const not = lexicon.not.map((p) => new RegExp(p, 'u'));
  const shapes = (lexicon.shapes ?? []).map((p) => new RegExp(p, 'u'));
  const elsewhere = (lexicon.elsewhere ?? []).map((p) => new RegExp(p, 'u'));
  const cues = Object.entries(lexicon.cues ?? {}).map(([theme, patterns]) => ({
    theme,
    patterns: patterns.map((p) => new RegExp(p, 'u')),
  }));
  return {
    known,
    knownPattern: new RegExp(alternatives([...known.keys()]), 'gu'),
    headAfter: new RegExp(
      `^((?:[\\u4e00-\\u9fffA-Za-z]{0,8}?)(?:${heads})(?:(?:管理|工作|运行|治理|服务|联动|协作|调解|巡防|新){0,2}(?:${heads})){0,2})(?!(?:民警|人员))`,
      'u',
    ),
    looseAfter: new RegExp(`^(?:等|系列|式|专项|主题|的)?[\\u4e00-\\u9fff]{0,6}?(?:${loose})`, 'u'),
    head: new RegExp(heads, 'gu'),
    headAtEnd: new RegExp(`(?:${heads})$`, 'u'),
    verbBefore: new RegExp(
      `(?:${verbs})(?:了|出|的|着|以|起|一批|一套|一系列|系列|全[国省市区县]|新时代|本地|各地|特色|[\\d一二三四五六七八九十]{1,4}[个项支家座])*$`,
      'u',
    ),
    isCommonNoun: (name) => common.has(name),
    isOther: (name) => not.some((p) => p.test(name)),
    hasShape: (name) => shapes.some((p) => p.test(name)),
    cued: (text) => cues.filter(({ patterns }) => patterns.some((p) => p.test(text))).map(({ theme }) => theme),
    isElsewhere: (name) => elsewhere.some((p) => p.test(name)),
  };
}

/** Alternatives to the letter, the longest first. */
function alternatives(words: readonly string[]): string {
  const list = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return list.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)';
}
