import type { Note } from '../../../model/note.js';
import { findBases } from '../basis.js';
import type { Claim, Memory } from '../claim.js';
import type { Clause, Sentence } from '../clause.js';
import { tellsScene } from '../incident.js';
import { afterClause, atParagraphEnd, atSentenceEnd, type TimeState } from '../period/governing.js';
import { stripLead } from '../phrase.js';
import { beginsWithVerb, subjectOfClause } from '../subject.js';
import { canBePart } from '../sum-check.js';
import { makesExact } from './bound-and-figure.js';
import { claimsOfClause } from './claims-of-clause.js';
import { memoryFor, rememberClause } from './memory.js';
import { placeClaim } from './place-claim.js';
import type { ParagraphSetting, PlacedClaim } from './placed-claim.js';
import { atClause, atSemicolon, endsIncident, sentenceState } from './sentence-state.js';

export type { ParagraphSetting, PlacedClaim } from './placed-claim.js';

/** What has been read of a paragraph so far. */
interface Reading {
  readonly setting: ParagraphSetting;
  readonly claims: PlacedClaim[];
  readonly notes: Note[];
  time: TimeState;
  /** True while a scene is told. */
  inStory: boolean;
}

/** Reads the sentences of one block in order. Claims come out in the order of the text; `partOf` indexes the returned list. */
export function readParagraph(
  sentences: readonly Sentence[],
  setting: ParagraphSetting,
): { readonly claims: PlacedClaim[]; readonly notes: Note[]; readonly time: TimeState } {
  const { anchor, jurisdiction } = setting;
  const places = [jurisdiction.name, jurisdiction.short, ...jurisdiction.aliases];
  const reading: Reading = { setting, claims: [], notes: [], time: setting.time, inStory: false };
  let memory: Memory | null = null;
  for (const sentence of sentences) {
    if (mayHoldClaims(sentence)) {
      memory = memoryFor(sentence, memory, places);
      readSentence(sentence, memory, reading);
    } else {
      // nothing to count here; but 五年来 may stand in it
      for (const clause of sentence.clauses) reading.time = afterClause(clause.text, reading.time);
    }
    reading.inStory = tellsScene(sentence) || (reading.inStory && sentence.clauses.some((clause) => clause.inSpeech));
    reading.time = atSentenceEnd(reading.time, anchor);
  }
  return { claims: reading.claims, notes: reading.notes, time: atParagraphEnd(reading.time, anchor) };
}

/** A sentence without a figure and without 全部侦破 needs no reading. */
function mayHoldClaims(sentence: Sentence): boolean {
  return sentence.clauses.some((clause) => clause.figures.length > 0) || /全(?:部|破|侦)|百分之百/.test(sentence.text);
}

const PART_WORD = /^(?:其中|包括|含|里面|这其中)|[，,；;（(]?(?:其中|包括|含)[:：]?$/;

function readSentence(sentence: Sentence, memory: Memory, reading: Reading): void {
  const { setting, claims, notes } = reading;
  let state = sentenceState(sentence, setting);
  // index of the claim that parts are parts of
  let whole: number | null = null;
  for (const [index, clause] of sentence.clauses.entries()) {
    const next = sentence.clauses[index + 1];
    if (/[；;]/.test(separatorBefore(sentence, index))) {
      state = atSemicolon(state);
      whole = null;
      memory.partStart = clause.span.start;
      memory.subject = '';
    }
    if (!clause.inBrackets)
      memory.subject = subjectOfClause(clause.text) ?? (beginsWithVerb(clause.text) ? memory.subject : '');
    memory.next = next ? stripLead(next.text) : '';
    state = atClause(state, clause, setting.jurisdiction);
    const isPart = PART_WORD.test(clause.text.trim()) || clause.inBrackets;
    if (isPart && claims.length > 0) whole = claims.length - 1;
    whole = outermost(whole, claims);

    const bases = findBases(clause.text);
    const known = claims.length;
    const { made, notes: refused } = claimsOfClause(clause, memory, setting.file);
    notes.push(...refused);
    if (saysAgain(made[0], claims.at(-1), clause, sentence.clauses[index - 1])) {
      claims.pop();
      if (whole !== null && whole >= claims.length) whole = null;
    }
    for (const claim of made) {
      if (endsIncident(state, claim, clause)) state = { ...state, incident: null };
      const { time, inStory } = reading;
      const placed = placeClaim(claim, { paragraph: setting, sentence, index, clause, memory, state, time, inStory });
      const isOneOfIts = whole !== null && whole < known && isPartOf(claim, claims[whole]);
      const partOf = isOneOfIts && (isPart || claims.at(-1)?.partOf === whole) ? whole : null;
      claims.push(partOf === null ? placed : { ...placed, partOf });
    }
    const basis = bases.at(-1)?.text;
    if (basis && basis !== '年均') memory.basis = basis;
    rememberClause(memory, clause, { made, listFollows: /分别|各自|依次/.test(next?.text ?? '') });
    // （上年为764名）: a time in brackets holds for the brackets
    if (!clause.inBrackets) reading.time = afterClause(clause.text, reading.time);
  }
}

/** What stands between a clause and the one before it. */
function separatorBefore({ text, span, clauses }: Sentence, index: number): string {
  const before = clauses[index - 1];
  const clause = clauses[index];
  return before && clause ? text.slice(before.span.end - span.start, clause.span.start - span.start) : '';
}

/** The claim that is itself no part of another. */
function outermost(index: number | null, claims: readonly PlacedClaim[]): number | null {
  let whole = index;
  while (whole !== null && claims[whole]?.partOf !== undefined) whole = claims[whole]?.partOf ?? null;
  return whole;
}

const isPartOf = (claim: Claim, whole: PlacedClaim | undefined): boolean =>
  whole !== undefined && canBePart(claim, whole);

function saysAgain(
  exact: Claim | undefined,
  rough: PlacedClaim | undefined,
  clause: Clause,
  previous: Clause | undefined,
): boolean {
  return (
    exact !== undefined && rough !== undefined && previous !== undefined && makesExact(exact, rough, clause, previous)
  );
}
