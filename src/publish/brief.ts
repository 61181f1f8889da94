import { launchBrowser } from '../host/browser.js';
import type { FoundBrowser } from '../host/find-browser.js';
import { subsetFaces } from '../host/fonts.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted } from '../model/note.js';
import { facesNeeded, type Lang, renderHtml, type Style, type TemplateSet } from '../report/index.js';
import { printPdf } from './pdf.js';
import { checkPdf } from './pdf-check.js';

export interface BriefOptions {
  readonly templates: TemplateSet;
  readonly lang: Lang;
  readonly style?: Style;
  /** Folder where subset faces are kept between runs; none: made anew. */
  readonly fontCache?: string;
}

/** The brief as one HTML file with its faces inside. Notes name characters no face has and findings without evidence. */
export async function briefHtml(
  comparison: Comparison,
  { templates, lang, style = 'default', fontCache }: BriefOptions,
): Promise<Noted<string>> {
  const bare = renderHtml(comparison, { templates, fonts: [], lang, style });
  const fonts = await subsetFaces(facesNeeded(bare.value, comparison), { cache: fontCache ?? null });
  const whole = renderHtml(comparison, { templates, fonts: fonts.value, lang, style });
  return { value: whole.value, notes: [...fonts.notes, ...whole.notes] };
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

/** Prints a rendered brief with a browser of its own and checks what came out. */
export async function briefPdf(
  html: string,
  {
    comparison,
    lang,
    found,
    env,
    signal,
  }: {
    readonly comparison: Comparison;
    readonly lang: Lang;
    readonly found: FoundBrowser;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal?: AbortSignal;
  },
): Promise<Noted<Uint8Array>> {
  const launched = await launchBrowser(found, signal === undefined ? {} : { signal });
  try {
    const word = lang === 'en' ? (n: string) => `Evidence ${n}` : (n: string) => `证据${n}`;
    const value = await printPdf(html, {
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
    const notes: Note[] = [...launched.notes, ...(await checkPdf(value))];
    return { value, notes };
  } finally {
    await launched.close();
  }
}
