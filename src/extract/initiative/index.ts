import type { InitiativeDraft, ThemeId } from '../../model/finding.js';
import type { Span } from '../../model/span.js';
import type { Extractor } from '../context.js';
import { alike } from '../reading/alike.js';
import { passagesOf } from '../reading/passages.js';
import type { Candidate } from './candidate.js';
import { documentsIn } from './documents.js';
import { headedIn } from './headed.js';
import { knownIn } from './known.js';
import { quotedIn } from './quoted.js';
import { themesOfName } from './theme.js';
import { bare, initiativeWords } from './words.js';

/**
 * Named mechanisms, campaigns, brands and platforms of the work themes, each once at its first mention. Quoted names come
 * first, then documents, known names, and names that end in a head noun; a stretch of text belongs to the first that took it.
 */
export const extractInitiatives: Extractor<InitiativeDraft> = (doc, context) => {
  const words = initiativeWords(context.lexicon.initiatives);
  const found: { candidate: Candidate; themes: readonly ThemeId[] }[] = [];
  for (const passage of passagesOf(doc, context.report.id)) {
    let inherited: readonly ThemeId[] = [];
    for (const sentence of passage.sentences) {
      const here: Candidate[] = [];
      for (const finder of [quotedIn, documentsIn, knownIn, headedIn]) {
        for (const candidate of finder(passage, sentence, words, context.jurisdiction.short)) {
          // A heading names things in passing and plays with words: only names that say what they are about.
          if (
            passage.kind === 'heading' &&
            candidate.themes === null &&
            (finder !== quotedIn || words.cued(candidate.name).length === 0)
          )
            continue;
          if (!here.some((h) => h.start < candidate.end && candidate.start < h.end)) here.push(candidate);
        }
      }
      for (const candidate of here.sort((a, b) => a.start - b.start)) {
        const own = themesOfName(candidate, words, context.lexicon);
        // A name that says nothing itself belongs with the one named just before it in the paragraph.
        const themes = own.length > 0 || words.isElsewhere(candidate.name) ? own : inherited;
        if (passage.kind !== 'heading') inherited = themes;
        found.push({ candidate, themes });
      }
    }
  }
  return { value: draftsOf(found), notes: [] };
};

/** How many names of a report are compared with each other for likeness; beyond that only the same words are the same name. */
const MOST = 600;

function draftsOf(found: readonly { candidate: Candidate; themes: readonly ThemeId[] }[]): InitiativeDraft[] {
  const byCore = new Map<string, { first: Candidate; themes: Set<ThemeId>; others: Candidate[] }>();
  const groups: { first: Candidate; themes: Set<ThemeId>; others: Candidate[] }[] = [];
  const inOrder = [...found].sort((a, b) => place(a.candidate).start - place(b.candidate).start);
  for (const { candidate, themes } of inOrder) {
    const key = bare(candidate.core);
    const group = byCore.get(key) ?? groups.slice(0, MOST).find((g) => same(g.first, candidate));
    if (group) {
      group.others.push(candidate);
      if (group.themes.size === 0) for (const theme of themes) group.themes.add(theme);
      byCore.set(key, group);
    } else {
      const own = { first: candidate, themes: new Set(themes), others: [] };
      groups.push(own);
      byCore.set(key, own);
    }
  }
  return groups
    .filter((g) => g.themes.size > 0)
    .map(({ first, themes, others }): InitiativeDraft => {
      const at = place(first);
      return {
        type: 'initiative',
        name: first.name,
        themes: [...themes],
        rule: first.rule,
        flags: first.kind === 'slogan' ? ['slogan'] : [],
        repairedSpan: at,
        keySpan: at,
        mentionSpans: others.map(place),
      };
    });
}

const place = (candidate: Candidate): Span => ({
  start: candidate.passage.start + candidate.start,
  end: candidate.passage.start + candidate.end,
});

/** The same name: the same core, or one core inside the other where little else stands in it. */
function same(a: Candidate, b: Candidate): boolean {
  const left = bare(a.core);
  const right = bare(b.core);
  if (left === right || bare(a.name) === bare(b.name)) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 3 && long.includes(short) && alike(short, long) >= 0.7;
}
