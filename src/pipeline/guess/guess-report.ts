import type { Level, Period, Published } from '../../model/corpus.js';
import type { SourceDoc } from '../../model/source-doc.js';
import { type Bureau, bureausOf } from './bureaus.js';
import { type GuessedPlace, placeOf } from './jurisdiction.js';
import { type KnownPlaces, placeNamedMost } from './known-places.js';
import { pageLines } from './page-lines.js';
import { periodOf } from './period.js';
import { dateOf, outletOf, titleOfPage } from './published.js';
import type { Why } from './why.js';

/** What is uncertain about a guess. */
export type Doubt = 'jurisdiction' | 'level' | 'period' | 'two-reports';

/** What is uncertain, and why. */
export type Doubts = Readonly<Partial<Record<Doubt, Why>>>;

/** What a text says about one report that stands in it; null or empty where it does not say. */
export interface Guess {
  readonly name: string | null;
  readonly short: string | null;
  readonly level: Level;
  readonly aliases: readonly string[];
  readonly period: Period;
  readonly published: Published;
  readonly unsure: Doubts;
}

/** So much of a text is looked at: a report says who speaks long before. */
const MAX_CHARACTERS = 120_000;

/** Least share of the leading bureau's mentions that a second one needs to be taken for the owner of a report of its own. */
const SECOND = 0.25;

/**
 * Reads out of a text whose report it is, for what time, and where it was printed; several guesses where several bureaus
 * share the page. Counting, not parsing: who is named most, in the head above all, speaks. `known` are names of places
 * (without 市, 区 …) whose borders need no guessing.
 */
export function guessReports(source: SourceDoc, known: KnownPlaces): Guess[] {
  const text = source.text.slice(0, MAX_CHARACTERS);
  const lines = pageLines(text);
  const bureaus = bureausOf(text, lines, known);
  const date = dateOf(lines);
  const period = periodOf(text, lines, date);
  const owners = ownersOf(bureaus.length > 0 ? bureaus : placeAlone(text, known));
  const { why: whyPeriod, ...plain } = period;
  const headings = owners.map(({ stem }) => stem).join('、');
  const shared: Doubts = {
    ...(whyPeriod ? { period: whyPeriod } : {}),
    ...(owners.length > 1
      ? {
          'two-reports': {
            en: `${headings} have headings of their own in this file`,
            zh: `${headings}在此文件里各有标题`,
          },
        }
      : {}),
  };
  const rest = (place: GuessedPlace | null, from: number): Guess => ({
    name: place?.name ?? null,
    short: place?.short ?? null,
    level: place?.level ?? 'other',
    aliases: place?.aliases ?? [],
    period: plain,
    published: { date, outlet: outletOf(lines, place?.aliases ?? []), title: titleOfPage(lines, from) },
    unsure: { ...(place ? place.unsure : { jurisdiction: NO_BUREAU }), ...shared },
  });
  if (owners.length === 0) return [rest(null, 0)];
  return owners.map((bureau) => {
    const several = owners.length > 1;
    const runnerUp = several ? undefined : bureaus.find((other) => other !== bureau);
    const place = placeOf(bureau, runnerUp, text, known);
    return rest(place, several ? (bureau.headings[0] ?? -1) + 1 : 0);
  });
}

const NO_BUREAU: Why = { en: 'the text names no police bureau of a place', zh: '文中没有出现某地的公安机关' };

/** Where no bureau is named with its place: the place the text names most. e.g. 驻马店网讯 …市公安局… */
function placeAlone(text: string, known: KnownPlaces): Bureau[] {
  const place = placeNamedMost(text, known);
  if (place === null) return [];
  const { stem, count } = place;
  // one mention’s weight, however often: it stands beside no bureau
  return [{ stem, forms: new Map(), weight: 1, count: Math.min(count, 1), isNamedOnTop: false, headings: [] }];
}

/** The bureaus that report: the one named most, or all that have a heading of their own and are named about as often. */
function ownersOf(bureaus: readonly Bureau[]): Bureau[] {
  const [first] = bureaus;
  if (!first) return [];
  const withHeading = bureaus.filter(({ headings, count }) => headings.length > 0 && count >= 3);
  const most = Math.max(0, ...withHeading.map(({ weight }) => weight));
  const peers = withHeading.filter(({ weight }) => weight >= SECOND * most);
  // A city that speaks on top of its districts' headings reports for all of them.
  if (peers.length >= 2 && peers.includes(first)) return peers;
  return [first];
}
