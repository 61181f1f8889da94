import { type LaunchedBrowser, launchBrowser } from '../host/browser.js';
import { type Cache, NO_CACHE } from '../host/cache/store.js';
import type { FaceThread } from '../host/face-thread.js';
import type { FoundBrowser } from '../host/find-browser.js';
import { subsetFaces } from '../host/fonts.js';
import type { Comparison } from '../model/comparison.js';
import type { FaceFormat } from '../model/font.js';
import type { Note, Noted } from '../model/note.js';
import {
  facesNeeded,
  type Lang,
  type RenderPage,
  renderHtml,
  renderPage,
  type Style,
  type TemplateSet,
  withFaces,
} from '../report/index.js';
import { printChecked } from './pdf.js';

export interface BriefOptions {
  readonly templates: TemplateSet;
  readonly lang: Lang;
  readonly style?: Style;
  /** Where subset faces are kept between runs; none: made anew. */
  readonly cache?: Cache;
  /** Writes the pages; one for all of several briefs compiles the templates once. */
  readonly render?: RenderPage;
  /** Makes faces beside this thread. */
  readonly faces?: FaceThread | null;
}

/** A brief that is written but for its faces. */
export interface Brief {
  /** Findings that stand in it without evidence. */
  readonly notes: readonly Note[];
  /**
   * The one HTML file: with packed faces to be kept, with plain ones to be printed at once. The PDF is the same from either. Notes name
   * characters no face has.
   */
  readonly html: (format: FaceFormat) => Promise<Noted<string>>;
}

/** Writes a brief, for one file or for several. */
export function writeBrief(
  comparison: Comparison,
  { templates, lang, style = 'default', cache = NO_CACHE, faces = null, render = renderPage }: BriefOptions,
): Brief {
  const bare = render(comparison, { templates, fonts: [], lang, style });
  const needs = facesNeeded(bare.value.html, comparison);
  return {
    notes: bare.notes,
    html: async (format) => {
      const fonts = await subsetFaces(needs, { cache, thread: faces, format });
      const value =
        withFaces(bare.value, fonts.value) ??
        renderHtml(comparison, { templates, fonts: fonts.value, lang, style }).value;
      return { value, notes: fonts.notes };
    },
  };
}

/** The brief as one HTML file with its faces inside. Notes name characters no face has and findings without evidence. */
export async function briefHtml(comparison: Comparison, options: BriefOptions): Promise<Noted<string>> {
  const brief = writeBrief(comparison, options);
  const { value, notes } = await brief.html('woff2');
  return { value, notes: [...notes, ...brief.notes] };
}

/**
 * The date that stands in the files: SOURCE_DATE_EPOCH (seconds, reproducible-builds.org/specs/source-date-epoch), else the newest date
 * a report was published or its period ends, else 2000-01-01. Never the clock.
 */
export function documentDate(comparison: Comparison, env: Readonly<Record<string, string | undefined>>): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^[0-9]{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000);
  const dates = comparison.reports
    .flatMap((report) => [report.published?.date ?? null, report.period.to])
    .filter((date): date is string => date !== null && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date))
    .sort();
  return new Date(`${dates.at(-1) ?? '2000-01-01'}T00:00:00Z`);
}

/** Prints a rendered brief and checks what came out. */
export async function briefPdf(
  html: string,
  {
    comparison,
    lang,
    found,
    browser,
    env,
    signal,
    onPrinted,
  }: {
    readonly comparison: Comparison;
    readonly lang: Lang;
    readonly found: FoundBrowser;
    /** One that was started already (`startBrowser`), which stays open; without it one is started for this brief alone. */
    readonly browser?: Promise<LaunchedBrowser> | undefined;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal?: AbortSignal;
    /** Called when the browser has done its part. */
    readonly onPrinted?: () => void;
  },
): Promise<Noted<Uint8Array>> {
  const launched = await (browser ?? launchBrowser(found, signal === undefined ? {} : { signal }));
  try {
    const word = lang === 'en' ? (n: string) => `Evidence ${n}` : (n: string) => `证据${n}`;
    const { value, notes } = await printChecked(html, {
      browser: launched.browser,
      title: comparison.title,
      lang,
      date: documentDate(comparison, env),
      linkText: (anchor) => {
        const number = /^[er]([0-9]{1,6})/.exec(anchor)?.[1];
        return number === undefined ? anchor : word(number);
      },
      ...(signal === undefined ? {} : { signal }),
      ...(onPrinted === undefined ? {} : { onPrinted }),
    });
    return { value, notes: [...launched.notes, ...notes] };
  } finally {
    if (browser === undefined) await launched.close();
  }
}
