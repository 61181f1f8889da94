import type { Lexicon, NameLexicon } from '../../model/lexicon.js';
import type { Span } from '../../model/span.js';
import { matchesOf } from '../../text/matches.js';
import { CODES } from './names-codes.js';
import { DATES } from './names-dates.js';
import { IDIOMS } from './names-idioms.js';
import { quotedNames } from './names-quoted.js';
import { WORDS } from './names-words.js';

export type ProtectedKind =
  | 'quoted-name'
  | 'title'
  | 'formula'
  | 'hotline'
  | 'date'
  | 'operation'
  | 'policy'
  | 'class-word'
  | 'idiom'
  | 'place'
  | 'person'
  | 'case'
  | 'ordinal'
  | 'heading'
  | 'merit'
  | 'code'
  | 'mechanism'
  | 'name';

/** A stretch of text whose digits and numerals count nothing. */
export interface ProtectedName {
  readonly span: Span;
  readonly kind: ProtectedKind;
}

/** A pattern of names. `group`: protect only that group of the match (default the whole). */
export interface NamePattern {
  readonly kind: ProtectedKind;
  readonly pattern: RegExp;
  readonly group?: number;
}

const PATTERNS: readonly NamePattern[] = [...DATES, ...CODES, ...WORDS, ...IDIOMS];

interface Compiled {
  /** Words by the code unit they begin with, the longest first. */
  readonly byFirst: ReadonlyMap<number, readonly string[]>;
  readonly patterns: readonly RegExp[];
}

const compiled = new WeakMap<NameLexicon, Compiled>();

function compile(names: NameLexicon): Compiled {
  const known = compiled.get(names);
  if (known) return known;
  const byFirst = new Map<number, string[]>();
  for (const word of names.words) {
    const list = byFirst.get(word.charCodeAt(0)) ?? [];
    list.push(word);
    byFirst.set(word.charCodeAt(0), list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  const made = { byFirst, patterns: names.patterns.map((source) => new RegExp(source, 'gu')) };
  compiled.set(names, made);
  return made;
}

const NUMERAL = /[一二三四五六七八九十百千万亿两零]/;
const GOES_ON = /[0-9０-９.一二三四五六七八九十百千万亿两零余多几数近超逾过破上]/;

/**
 * The names, dates, codes and sayings of a text whose digits and numerals are no quantities, in order of place, nested ones
 * left out. `ownNames` are names of the report's own jurisdiction and its aliases, where they hold numerals.
 */
export function protectNames(text: string, lexicon: Lexicon, ownNames: readonly string[] = []): ProtectedName[] {
  const found: ProtectedName[] = [...quotedNames(text)];
  for (const { kind, pattern, group } of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const whole = match[0];
      const part = group === undefined ? whole : (match[group] ?? '');
      if (whole === '') pattern.lastIndex++;
      if (part === '') continue;
      const start = match.index + (group === undefined ? 0 : whole.indexOf(part));
      found.push({ span: { start, end: start + part.length }, kind });
    }
  }
  const { byFirst, patterns } = compile(lexicon.names);
  for (let at = 0; at < text.length; at++) {
    const word = byFirst.get(text.charCodeAt(at))?.find((candidate) => text.startsWith(candidate, at));
    // 万安 is a county, but 12万安保力量 is not
    if (word && !(NUMERAL.test(word.charAt(0)) && GOES_ON.test(text.charAt(at - 1))))
      found.push({ span: { start: at, end: at + word.length }, kind: 'name' });
  }
  for (const pattern of patterns) {
    for (const match of matchesOf(text, pattern)) {
      if (match[0] !== '')
        found.push({ span: { start: match.index, end: match.index + match[0].length }, kind: 'name' });
    }
  }
  for (const name of ownNames) {
    if (name === '') continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found.push({ span: { start: at, end: at + name.length }, kind: 'place' });
    }
  }
  return outermost(found);
}

/** Sorted by place; a name inside another is left out. */
function outermost(names: ProtectedName[]): ProtectedName[] {
  names.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: ProtectedName[] = [];
  let end = -1;
  for (const name of names) {
    if (name.span.end <= end) continue;
    kept.push(name);
    end = name.span.end;
  }
  return kept;
}
