import type { ThemeId } from '../../model/finding.js';
import type { Lexicon, ThemeEntry } from '../../model/lexicon.js';
import { folded } from './folded.js';
import { matchesAny } from './patterns.js';

/** A claim and what surrounds it, as the text has it. */
export interface ThemeClaim {
  /** What is measured, in the text's own terms; the name of an initiative, the title of an honour. */
  readonly label: string;
  /** The clause that states it. */
  readonly clause: string;
  readonly sentence: string;
  readonly paragraph: string;
  /** The heading it stands under, or null. */
  readonly section: string | null;
  /** Indicator id, or null. */
  readonly indicator: string | null;
  /** Level of the reporting jurisdiction: all a police station reports is station work. */
  readonly level?: string;
  /** Title of the whole text: what it is about as a whole (反诈工作通报). */
  readonly title?: string | null;
}

/**
 * The themes a claim belongs to, in the order of the lexicon; none, one or several.
 *
 * 1. Its own words decide: label and clause, and the themes of its indicator.
 * 2. If they say nothing of any theme, and nothing of another subject either (`elsewhere`), it inherits — from the nearest place
 *    that speaks of a theme: what stands before it in the sentence (“电诈发案下降,抓获405人”), then the sentence, then the two
 *    sentences before it, then the section heading, then the title. A whole paragraph is never searched.
 */
export function themesOf(claim: ThemeClaim, lexicon: Pick<Lexicon, 'themes' | 'indicators'>): ThemeId[] {
  const spoken = spokenThemes(claim, lexicon);
  if (spoken.length > 0 || claim.level === undefined) return spoken;
  const { level } = claim;
  return idsOf(lexicon.themes.filter(({ levels }) => levels?.includes(level) === true));
}

/** What the claim and its surroundings say. */
function spokenThemes(claim: ThemeClaim, lexicon: Pick<Lexicon, 'themes' | 'indicators'>): ThemeId[] {
  const own = folded(`${claim.label}\n${claim.clause}`).replace(/\n/g, '');
  const label = folded(claim.label);
  const indicator =
    claim.indicator === null ? undefined : lexicon.indicators.find((entry) => entry.id === claim.indicator);
  const allowed = lexicon.themes.filter((theme) => !matchesAny(theme.not, own));
  const named = allowed.filter(
    (theme) => indicator?.themes.includes(theme.id) === true || matchesAny(theme.words, label),
  );
  // A label that speaks of another subject does not take a theme from its clause, which may list several.
  const foreign = (theme: ThemeEntry) => named.length === 0 && matchesAny(theme.elsewhere ?? [], label);
  const direct = allowed.filter((theme) => named.includes(theme) || (!foreign(theme) && matchesAny(theme.words, own)));
  if (direct.length > 0) return idsOf(direct);
  let open = lexicon.themes.filter((theme) => !matchesAny(theme.not, own) && !matchesAny(theme.elsewhere ?? [], label));
  for (const place of surroundings(claim)) {
    if (place === '') continue;
    const speaking = open.filter((theme) => theme.context.length > 0 && matchesAny(theme.context, place));
    if (speaking.length > 0) return idsOf(speaking);
    // Another subject stands between the claim and anything further away.
    open = open.filter((theme) => !matchesAny(theme.elsewhere ?? [], place));
  }
  return [];
}

/**
 * From near to far, folded: before the clause in its part of the sentence (parts end at a semicolon), that part, the sentence and the
 * two sentences before, the heading, the title.
 */
function surroundings({ clause, sentence, paragraph, section, title }: ThemeClaim): string[] {
  const inSentence = Math.max(0, sentence.indexOf(clause));
  const partStart = Math.max(sentence.lastIndexOf('；', inSentence), sentence.lastIndexOf(';', inSentence)) + 1;
  const rest = sentence.slice(inSentence);
  const partEnd = inSentence + (/[；;]/u.exec(rest)?.index ?? rest.length);
  const inParagraph = paragraph.indexOf(sentence);
  const earlier = inParagraph > 0 ? paragraph.slice(0, inParagraph).split(/(?<=[。！？!?])/u) : [];
  const near = [sentence.slice(partStart, inSentence), sentence.slice(partStart, partEnd)];
  const parts = sentence.slice(0, partStart).split(/[；;]/u).reverse();
  const before = [...parts, earlier.at(-1) ?? '', earlier.at(-2) ?? ''];
  return [...near, ...before, section ?? '', title ?? ''].map(folded);
}

function idsOf(themes: readonly ThemeEntry[]): ThemeId[] {
  return themes.map((theme) => theme.id);
}
