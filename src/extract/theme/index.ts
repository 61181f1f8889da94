import type { ThemeId } from '../../model/finding.js';
import type { Lexicon, ThemeEntry } from '../../model/lexicon.js';
import { onceFor } from '../../text/once-for.js';
import { folded } from './folded.js';
import { matchesAny } from './patterns.js';

/** A claim and what surrounds it, as the text has it. */
export interface ThemeClaim {
  /** What is measured, in the text's own terms; the name of an initiative, the title of an honour. */
  readonly label: string;
  /** The clause that states it. */
  readonly clause: string;
  /** Its own piece of the clause, where the clause lists several claims; the clause where absent. */
  readonly piece?: string;
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
  return themesFor(claim, lexicon)(claim.indicator);
}

/** `themesOf` in two steps, where the indicator is only found by means of the themes the claim has without one. */
export function themesFor(
  claim: Omit<ThemeClaim, 'indicator'>,
  lexicon: Pick<Lexicon, 'themes' | 'indicators'>,
): (indicator: string | null) => ThemeId[] {
  const spoken = spokenThemes(claim, lexicon);
  const { level } = claim;
  const ofLevel = level === undefined ? [] : lexicon.themes.filter(({ levels }) => levels?.includes(level) === true);
  return (indicator) => {
    const themes = spoken(indicator);
    return themes.length > 0 ? themes : idsOf(ofLevel);
  };
}

/** What the claim and its surroundings say, given its indicator. */
function spokenThemes(
  claim: Omit<ThemeClaim, 'indicator'>,
  lexicon: Pick<Lexicon, 'themes' | 'indicators'>,
): (indicator: string | null) => ThemeId[] {
  const label = folded(claim.label);
  const own = label + folded(claim.clause);
  const allowed = lexicon.themes.filter((theme) => !matchesAny(theme.not, own));
  const byLabel = allowed.filter((theme) => matchesAny(theme.words, label));
  const withNames = (named: readonly ThemeEntry[]): ThemeId[] => {
    // A label that speaks of another subject does not take a theme from its clause, which may list several.
    const foreign = (theme: ThemeEntry) => named.length === 0 && matchesAny(theme.elsewhere ?? [], label);
    // Of a list whose member names its theme only that member speaks: 矛盾纠纷化解率98%、电诈破案率45%.
    const said = named.length > 0 && claim.piece !== undefined ? label + folded(claim.piece) : own;
    const direct = allowed.filter(
      (theme) => named.includes(theme) || (!foreign(theme) && matchesAny(theme.words, said)),
    );
    return direct.length > 0 ? idsOf(direct) : inherited(claim, label, allowed);
  };
  let alone: ThemeId[] | null = null;
  return (indicator) => {
    const themes = indicator === null ? [] : (indicatorById(lexicon.indicators).get(indicator)?.themes ?? []);
    const more = allowed.filter((theme) => themes.includes(theme.id) && !byLabel.includes(theme));
    if (more.length > 0) return withNames([...byLabel, ...more]);
    alone ??= withNames(byLabel);
    return alone;
  };
}

const indicatorById = onceFor(
  (indicators: Lexicon['indicators']) => new Map(indicators.map((entry) => [entry.id, entry])),
);

/** What the nearest place speaks of that speaks of a theme. */
function inherited(claim: Omit<ThemeClaim, 'indicator'>, label: string, allowed: readonly ThemeEntry[]): ThemeId[] {
  let open = allowed.filter((theme) => !matchesAny(theme.elsewhere ?? [], label));
  for (const raw of surroundings(claim)) {
    const place = folded(raw);
    if (place === '') continue;
    const speaking = open.filter((theme) => theme.context.length > 0 && matchesAny(theme.context, place));
    if (speaking.length > 0) return idsOf(speaking);
    // Another subject stands between the claim and anything further away.
    open = open.filter((theme) => !matchesAny(theme.elsewhere ?? [], place));
  }
  return [];
}

/**
 * From near to far: before the clause in its part of the sentence (parts end at a semicolon), that part, the sentence and the
 * two sentences before, the heading, the title.
 */
function surroundings({ clause, sentence, paragraph, section, title }: Omit<ThemeClaim, 'indicator'>): string[] {
  const inSentence = Math.max(0, sentence.indexOf(clause));
  const partStart = Math.max(sentence.lastIndexOf('；', inSentence), sentence.lastIndexOf(';', inSentence)) + 1;
  const rest = sentence.slice(inSentence);
  const partEnd = inSentence + (/[；;]/u.exec(rest)?.index ?? rest.length);
  const inParagraph = paragraph.indexOf(sentence);
  const earlier = inParagraph > 0 ? paragraph.slice(0, inParagraph).split(/(?<=[。！？!?])/u) : [];
  const near = [sentence.slice(partStart, inSentence), sentence.slice(partStart, partEnd)];
  const parts = sentence.slice(0, partStart).split(/[；;]/u).reverse();
  const before = [...parts, earlier.at(-1) ?? '', earlier.at(-2) ?? ''];
  return [...near, ...before, section ?? '', title ?? ''];
}

function idsOf(themes: readonly ThemeEntry[]): ThemeId[] {
  return themes.map((theme) => theme.id);
}
