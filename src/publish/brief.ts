import { type LaunchedBrowser, launchBrowser } from '../host/browser.js';
import { type Cache, NO_CACHE } from '../host/cache/store.js';
import type { FaceThread } from '../host/face-thread.js';
import type { FoundBrowser } from '../host/find-browser.js';
import { subsetFaces } from '../host/fonts.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted } from '../model/note.js';
import {
  facesNeeded,
  type Lang,
  renderHtml,
  renderPage,
  type Style,
  type TemplateSet,
  withFaces,
} from '../report/index.js';
import { preparePage, printDocument } from './pdf.js';
import { checkDocument } from './pdf-check.js';

export interface BriefOptions {
  readonly templates: TemplateSet;
  readonly lang: Lang;
  readonly style?: Style;
  /** Where subset faces are kept between runs; none: made anew. */
  readonly cache?: Cache;
  /** Makes faces beside this thread. */
  readonly faces?: FaceThread | null;
}

/** The brief as one HTML file with its faces inside. Notes name characters no face has and findings without evidence. */
export async function briefHtml(
  comparison: Comparison,
  { templates, lang, style = 'default', cache = NO_CACHE, faces = null }: BriefOptions,
): Promise<Noted<string>> {
  const bare = renderPage(comparison, { templates, fonts: [], lang, style });
  const fonts = await subsetFaces(facesNeeded(bare.value.html, comparison), { cache, thread: faces });
  const value =
    withFaces(bare.value, fonts.value) ?? renderHtml(comparison, { templates, fonts: fonts.value, lang, style }).value;
  return { value, notes: [...fonts.notes, ...bare.notes] };
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

/** A browser that is starting, with its page, while the brief is still being made. */
export interface StartedBrowser {
  readonly launched: Promise<LaunchedBrowser>;
  /** Ends it, also when it is still starting. Never rejects. */
  readonly close: () => Promise<void>;
}

/** Starts a browser to print with later; that it did not start shows when `launched` is awaited. */
export function startBrowser(found: FoundBrowser, signal?: AbortSignal): StartedBrowser {
  const launched = launchBrowser(found, signal === undefined ? {} : { signal });
  const page = launched.then(({ browser }) => preparePage(browser));
  page.catch(() => undefined);
  return {
    launched,
    close: async () => {
      // A browser closed while it opens a page leaves Puppeteer waiting for that page for half a minute.
      await settled(page, 3000);
      await launched.then((it) => it.close()).catch(() => undefined);
    },
  };
}

/** When a promise is settled, either way, or the time is over. */
async function settled(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise.catch(() => undefined), late]);
  clearTimeout(timer);
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
  }: {
    readonly comparison: Comparison;
    readonly lang: Lang;
    readonly found: FoundBrowser;
    /** One that was started already (`startBrowser`), which stays open; without it one is started for this brief alone. */
    readonly browser?: Promise<LaunchedBrowser> | undefined;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal?: AbortSignal;
  },
): Promise<Noted<Uint8Array>> {
  const launched = await (browser ?? launchBrowser(found, signal === undefined ? {} : { signal }));
  try {
    const word = lang === 'en' ? (n: string) => `Evidence ${n}` : (n: string) => `证据${n}`;
    const { bytes: value, doc } = await printDocument(html, {
      browser: launched.browser,
      title: comparison.title,
      lang,
      date: documentDate(comparison, env),
      linkText: (anchor) => {
        const number = /^[er]([0-9]{1,6})/.exec(anchor)?.[1];
        return number === undefined ? anchor : word(number);
      },
      ...(signal === undefined ? {} : { signal }),
    });
    const notes: Note[] = [...launched.notes, ...checkDocument(doc)];
    return { value, notes };
  } finally {
    if (browser === undefined) await launched.close();
  }
}
