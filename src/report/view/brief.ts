import type { Comparison } from '../../model/comparison.js';
import type { TwoWidths } from '../charts/svg.js';
import { verdictSquares } from '../charts/verdict-squares.js';
import type { Markup } from '../markup.js';
import type { Lang, Say } from '../messages.js';
import { someNames } from '../names.js';
import { type ConflictsView, conflictsView } from './conflicts.js';
import { type Context, contextOf, otherTheme, type PlaceView } from './context.js';
import { type EmphasisView, emphasisView } from './emphasis.js';
import { type EvidenceGroup, evidenceView } from './evidence.js';
import { type FindingView, findingViews } from './findings.js';
import { type HonoursView, honoursView } from './honours.js';
import { type MethodView, methodView } from './method.js';
import { type SilencesView, silencesView } from './silences.js';
import { type SinglesView, singlesView } from './singles.js';
import { type SourceView, sourceViews } from './sources.js';
import { comparableInPart } from './subset.js';
import { type ThemeView, themeView } from './theme.js';
import { verdicts } from './verdict.js';
import { type WhoView, whoView } from './who.js';

/** Columns that still hold a figure on a landscape page. */
const widest = 9;

export interface SectionHead {
  readonly id: string;
  readonly title: string;
}

/** Everything the templates see; see docs for the list. Missing parts are null, lists are never absent. */
export interface BriefView {
  readonly lang: Lang;
  readonly title: string;
  readonly deck: string;
  readonly kicker: string;
  readonly scope: string;
  readonly style: string;
  /** Landscape pages for the wide tables. */
  readonly wide: boolean;
  /** Too many columns for a page: one block an indicator, the silent places in one line. */
  readonly stacked: boolean;
  readonly columns: number;
  /** Columns of a figure table with its label column. */
  readonly span: number;
  readonly places: readonly PlaceView[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly nav: readonly SectionHead[];
  readonly unit: { readonly number: string; readonly title: string; readonly chart: TwoWidths } | null;
  readonly findings: readonly FindingView[];
  readonly heads: Readonly<Record<string, string>>;
  readonly who: WhoView;
  readonly themeSections: readonly (ThemeView & { readonly title: string })[];
  /** Rows and figures outside the themes: one section or none. */
  readonly otherSections: readonly (ThemeView & { readonly title: string })[];
  readonly honoursTheme: ThemeView | null;
  readonly honours: HonoursView | null;
  readonly honoursSingles: SinglesView | null;
  readonly emphasis: EmphasisView | null;
  readonly conflicts: ConflictsView | null;
  readonly silences: SilencesView | null;
  readonly method: MethodView;
  readonly evidence: readonly EvidenceGroup[];
  readonly evidenceCount: number;
  readonly sources: readonly SourceView[];
  readonly css: Markup;
  readonly script: Markup;
  readonly csp: string;
}

export interface Built {
  readonly view: Omit<BriefView, 'css' | 'script' | 'csp' | 'style'>;
  readonly context: Context;
}

function unitOf(comparison: Comparison, context: Context): BriefView['unit'] {
  if (comparison.rows.length === 0) return null;
  const { say } = context;
  const number = context.numbers.figure();
  const sure = comparison.rows.filter((row) => row.verdict === 'comparable').length;
  const part = comparison.rows.filter(comparableInPart).length;
  const title = say(part === 0 ? (sure === 0 ? 'unit.none' : 'unit.title') : sure === 0 ? 'unit.part' : 'unit.both', {
    rows: comparison.rows.length,
    n: sure,
    part,
  });
  return {
    number,
    title,
    chart: verdictSquares({
      verdicts: verdicts.map((id) => ({ id, word: say(`verdict.${id}`) })),
      themes: [...comparison.themes.map((theme) => theme.id), otherTheme]
        .map((id) => ({
          name: context.theme(id),
          counts: verdicts.map(
            (verdict) => comparison.rows.filter((row) => row.theme === id && row.verdict === verdict).length,
          ),
        }))
        .filter((theme) => theme.counts.some((count) => count > 0)),
      row: say('unit.row'),
      label: title,
    }),
  };
}

const names = ({ places, say }: Context): string =>
  someNames(
    places.map((place) => place.name),
    say,
  );

/**
 * Lines of print left for the findings on the first page, under a title and a statement of scope that may be long and beside a chart
 * that may be tall, above the table of contents.
 */
function roomForFindings({ comparison, lang }: Context, scope: string): number {
  const english = lang === 'en';
  const title = Math.ceil(comparison.title.length / (english ? 30 : 15)) - 1;
  const scopeLines = Math.ceil(scope.length / (english ? 37 : 18));
  const tallest = Math.max(scopeLines, chartLines(comparison));
  return (english ? 22 : 25) - 2.4 * title - Math.max(0, tallest - 8);
}

/** Lines of text as tall as the chart of verdicts: its head, and a line for every nine squares of a theme. */
function chartLines({ rows }: Comparison): number {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.theme} ${row.verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const themes = new Map<string, number>();
  for (const [key, count] of counts) {
    const [theme = ''] = key.split(' ');
    themes.set(theme, Math.max(themes.get(theme) ?? 1, Math.ceil(count / 9)));
  }
  return 4.2 + [...themes.values()].reduce((sum, lines) => sum + 0.95 + (lines - 1) * 0.6, 0);
}

/** Comparison → what the templates see, built in the order of the document so that numbers and markers run in that order. */
export function briefView(given: Comparison, lang: Lang, say: Say): Built {
  const context = contextOf(given, lang, say);
  const { comparison } = context;
  const { places } = context;
  const unit = unitOf(comparison, context);
  const findings = findingViews(context, roomForFindings(context, say('mast.scope', { places: names(context) })));
  // what a row's sentence says stands in the row itself
  const rest = comparison.sentences.filter((sentence) => !findings.used.has(sentence) && sentence.row === undefined);
  const who = whoView(context);
  const plain = comparison.themes.filter((theme) => theme.id !== 'honours').map((theme) => theme.id);
  const restOf = (id: string) => rest.filter((sentence) => sentence.theme === id);
  let count = 1;
  const nav: SectionHead[] = [{ id: 'points', title: say('points.head') }];
  const heads: Record<string, string> = {};
  const section = (id: string, key: string, text = key === '' ? '' : say(key)) => {
    const title = say('heading.section', { n: say(`ordinal.${count}`), text });
    count += 1;
    nav.push({ id, title });
    heads[id] = title;
    return title;
  };
  section('who', 'who.head');
  const themeSections = plain
    .map((id) => themeView(id, restOf(id), context))
    .filter((theme) => !theme.empty)
    .map((theme) => ({ ...theme, title: section(`theme-${theme.id}`, '', theme.name) }));
  const honoursTheme = comparison.themes.some((theme) => theme.id === 'honours')
    ? themeView('honours', restOf('honours'), context)
    : null;
  const honours = honoursView(context);
  const honoursSingles = honoursTheme === null ? null : singlesView('honours', context);
  if (honours !== null || (honoursTheme !== null && !honoursTheme.empty)) section('honours', 'honours.head');
  const others = themeView(otherTheme, restOf(otherTheme), context);
  const otherSections = others.empty ? [] : [{ ...others, title: section(`theme-${otherTheme}`, '', others.name) }];
  const emphasis = emphasisView(context);
  if (emphasis !== null) section('emphasis', 'emphasis.head');
  const conflicts = conflictsView(context);
  const silences = silencesView(context);
  if (conflicts !== null || silences !== null) section('silent', 'silent.head');
  section('method', 'method.head');
  const method = methodView(context);
  heads.evidence = say('evidence.head');
  nav.push({ id: 'evidence', title: say('evidence.head') });
  const evidence = evidenceView(context);
  return {
    context,
    view: {
      lang,
      title: comparison.title,
      deck: say('mast.deck', {
        themes: comparison.themes.map((theme) => context.theme(theme.id)).join(say('list.and')),
      }),
      kicker: say('mast.kicker', {
        reports: comparison.reports.length,
        places: places.length,
        evidence: comparison.evidence.length,
      }),
      scope: say('mast.scope', { places: names(context) }),
      wide: places.length >= 7 && places.length <= widest,
      stacked: places.length > widest,
      columns: places.length,
      span: places.length + 1,
      places,
      themes: [
        ...comparison.themes.map((theme) => ({ id: theme.id, name: context.theme(theme.id) })),
        ...(otherSections.length > 0 ? [{ id: otherTheme, name: say('theme.other') }] : []),
      ],
      nav,
      unit,
      findings: findings.views,
      heads,
      who,
      themeSections,
      otherSections,
      honoursTheme: honoursTheme === null || honoursTheme.empty ? null : honoursTheme,
      honours,
      honoursSingles,
      emphasis,
      conflicts,
      silences,
      method,
      evidence,
      evidenceCount: comparison.evidence.length,
      sources: sourceViews(context),
    },
  };
}
