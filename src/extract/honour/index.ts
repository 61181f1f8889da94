import type { HonourDraft } from '../../model/finding.js';
import type { Note } from '../../model/note.js';
import { matchesOf } from '../../text/matches.js';
import type { Extractor } from '../context.js';
import { passagesOf } from '../reading/passages.js';
import { appositionsIn } from './appositions.js';
import { chosenIn } from './chosen.js';
import type { FoundHonour } from './found.js';
import { givenIn } from './given/index.js';
import { endsList, levelAbove, underHeading } from './heading-level.js';
import { listedIn } from './listed.js';
import { mergeHonours } from './merge.js';
import { ordersIn } from './orders.js';
import { partsIn } from './parts.js';
import { placingsIn } from './placings.js';
import { introducedIn, type Reading } from './recipients.js';
import { rollLine, type Standing, standingIn } from './rolls.js';
import { talliesIn } from './tallies.js';
import { type HonourWords, honourWords } from './words.js';

/** Work themes an award speaks for by its own name, besides `honours`. */
const BESIDES: readonly [RegExp, string][] = [
  [/枫桥|派出所(?:民警)?[”]?$|社区民警|矛盾纠纷|群防群治|义警|一村一|基层治理/u, 'grassroots'],
  [/反诈|电信网络诈骗|电诈|无诈/u, 'anti-fraud'],
  [/营商环境|政务服务|放管服|出入境窗口|护企|服务企业/u, 'business-environment'],
];

/**
 * Awards, commendations and placings, each once. Finders run from the surest to the least sure; what one has read the next
 * leaves alone: verbs of award, orders with their giver as subject, rolls, rankings, titles beside names, kinds with a number, own choices with a number.
 */
export const extractHonours: Extractor<HonourDraft> = (doc, context) => {
  const words = honourWords(context.lexicon.honours);
  const names = new Set(
    doc.tokens
      .filter((t) => t.tag.startsWith('nr') && t.text.length >= 2 && t.text.length <= 4)
      .map((t) => `${t.start}:${t.end}`),
  );
  const starts = new Set(doc.tokens.map((t) => t.start));
  const spoken = new Map<string, boolean>();
  const speaksOf = (word: string): boolean => {
    const known = spoken.get(word) ?? doc.repaired.text.includes(word);
    spoken.set(word, known);
    return known;
  };
  const found: FoundHonour[] = [];
  let protagonist: string | null = null;
  let standing: Standing | null = null;
  let label: string | null = null;
  for (const passage of passagesOf(doc, context.report.id)) {
    let only: Reading | null = null;
    const before = found.length;
    label = levelAbove(passage, label);
    for (const sentence of passage.sentences) {
      const reading: Reading = {
        passage,
        sentence,
        jurisdiction: context.jurisdiction,
        words,
        protagonist,
        speaksOf,
        isRepeated: (word) => doc.repaired.text.indexOf(word) !== doc.repaired.text.lastIndexOf(word),
        isBoundary: (offset) => starts.has(passage.start + offset),
        isName: (start, end) => names.has(`${passage.start + start}:${passage.start + end}`),
      };
      only = reading;
      const here: FoundHonour[] = [];
      const isTaken = (start: number, end: number): boolean =>
        here.some((h) => h.span.start < end && start < h.span.end);
      here.push(...givenIn(reading, context.report.period));
      here.push(...ordersIn(reading, context.report.period, isTaken));
      here.push(...listedIn(reading, context.report.period, isTaken));
      here.push(...placingsIn(reading, context.report.period, isTaken));
      here.push(...appositionsIn(reading, context.report.period, isTaken));
      here.push(...partsIn(reading, context.report.period, isTaken));
      here.push(...talliesIn(reading, context.report.period, isTaken));
      here.push(...chosenIn(reading, context.report.period, isTaken));
      found.push(...here);
    }
    // A title alone on its line, and below it who got it, a name or two on each line.
    const title: Standing | null = only && found.length === before ? standingIn(only) : null;
    const line: FoundHonour[] | null =
      standing && only && !title && found.length === before ? rollLine(standing, only, context.report.period) : null;
    if (line) found.push(...line);
    else standing = title;
    // 刑侦大队荣立集体二等功, alone on its line, looks like a heading; any other heading ends the list.
    if (found.length === before && endsList(passage)) label = null;
    for (let i = before; i < found.length; i++) {
      const honour = found[i];
      if (honour) found[i] = underHeading(honour, label, words);
    }
    protagonist = personIn(passage.masked, words) ?? protagonist;
  }
  const drafts = mergeHonours(found, (honour) => [
    'honours',
    ...BESIDES.filter(([pattern]) => pattern.test(honour.title)).map(([, theme]) => theme),
  ]);
  return { value: drafts, notes: notesOn(drafts, doc.repaired.source.file) };
};

/** The person a passage speaks of: who it introduces (纪某，女，1988年生), else the last one with a role. */
function personIn(text: string, words: HonourWords): string | null {
  const introduced = introducedIn(text, words);
  if (introduced !== null) return introduced;
  const last = matchesOf(text, words.rolesAndNames).pop()?.[1];
  return last !== undefined && last.length <= 3 && !words.bodyAtEnd.test(last) ? last : null;
}

function notesOn(drafts: readonly HonourDraft[], file: string): Note[] {
  return drafts
    .filter((d) => d.flags.includes('unpaired'))
    .map((d) => ({
      code: 'extract/unpaired-honours',
      severity: 'warning',
      message: `found a list of titles and a list of recipients of different lengths (“${d.title}”), expected as many of one as of the other`,
      place: { file },
      hint: 'settle in the review file who received what',
      zh: {
        message: `发现称号与获得者的列举数目不同（“${d.title}”），应为一一对应`,
        hint: '请在 review.yaml 中写明谁获得什么',
      },
    }));
}
