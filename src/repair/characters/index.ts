import type { Edit, MapPiece } from '../../model/repaired-doc.js';
import { applyChanges, compose, identityMap, toSource } from '../../text/source-map.js';
import { hull } from '../../text/spans.js';
import type { CharacterRule } from '../rule.js';
import { emphasis } from './emphasis.js';
import { glyphNotes } from './glyph-notes.js';
import { quotes } from './quotes.js';
import { spaces } from './spaces.js';
import { traditional } from './traditional.js';
import { width } from './width.js';

/** The rules that change characters, in the order they are applied: each sees what the ones before it made. */
export const characterRules: readonly CharacterRule[] = [emphasis, width, quotes, traditional, glyphNotes, spaces];

/** A source text with its characters folded, and the way back. */
export interface FoldedText {
  readonly text: string;
  readonly map: readonly MapPiece[];
  readonly edits: readonly Edit[];
}

/** Applies the character rules; edits name places in the source. */
export function foldCharacters(source: string): FoldedText {
  let text = source;
  let map: readonly MapPiece[] = identityMap(source);
  const edits: Edit[] = [];
  for (const rule of characterRules) {
    const changes = rule.changes(text);
    if (changes.length === 0) continue;
    const places = sourcePlaces(
      map,
      changes.map((c) => c.span),
    );
    changes.forEach(({ insert }, i) => {
      const sourceSpan = places[i] ?? { start: 0, end: 0 };
      edits.push({ rule: rule.meta.id, kind: insert === '' ? 'drop' : 'replace', sourceSpan, insert });
    });
    const applied = applyChanges(text, changes);
    text = applied.text;
    map = compose(applied.map, map);
  }
  return { text, map, edits };
}

function sourcePlaces(map: readonly MapPiece[], spans: readonly { start: number; end: number }[]) {
  return spans.map((s) => hull(toSource(map, s)));
}
