import type { Browser } from '../host/browser.js';
import type { Note, Noted } from '../model/note.js';
import { fillContents, loadHidden, onPage } from './print-page.js';

export interface PrintOptions {
  readonly browser: Browser;
  readonly title: string;
  readonly lang: string;
  /** Creation date in the file: SOURCE_DATE_EPOCH or another that comes from the content, never the clock. */
  readonly date: Date;
  /** Words for links to an anchor, e.g. `e17` → 证据17. */
  readonly linkText?: (anchor: string) => string;
  /** Called when the browser has done its part and only the finishing is left. */
  readonly onPrinted?: () => void;
  /** Milliseconds for one pass; by default it grows with the document. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * HTML → PDF: tagged, with outline, and a table of contents whose page numbers are read from a first pass and filled in for the second
 * (a third when they moved). Throws when the browser fails, the time runs out or `signal` aborts. Same HTML and options, same bytes.
 */
export async function printPdf(html: string, options: PrintOptions): Promise<Uint8Array> {
  return (await printChecked(html, options)).value;
}

/** As `printPdf`, with notes of what is wrong with the document that came out. */
export async function printChecked(html: string, options: PrintOptions): Promise<Noted<Uint8Array>> {
  const timeout = options.timeout ?? 20_000 + Math.ceil(html.length / 50);
  const { printed, pdf } = await onPage(options.browser, async (page) => {
    await loadHidden(page, html, timeout);
    const print = (tagged: boolean): Promise<Uint8Array> => {
      options.signal?.throwIfAborted();
      return page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged,
        outline: tagged,
        timeout,
        waitForFonts: false,
      });
    };
    const hasContents = html.includes('data-page-of=');
    // the first pass only says where things are; tags would cost it half as much again
    const first = print(!hasContents);
    const [bytes, pdf] = await Promise.all([first, import('./pdf-document.js')]);
    if (!hasContents) return { printed: await pdf.readPdf(bytes), pdf };
    await fillContents(page, pdf.destinations(await pdf.readPdf(bytes)));
    let printed = await pdf.readPdf(await print(true));
    for (let more = 0; more < 2 && (await fillContents(page, pdf.destinations(printed))); more += 1)
      printed = await pdf.readPdf(await print(true));
    return { printed, pdf };
  });
  options.onPrinted?.();
  options.signal?.throwIfAborted();
  const value = await pdf.finishPdf(printed, {
    title: options.title,
    lang: options.lang,
    date: options.date,
    linkText: options.linkText ?? ((anchor) => anchor),
  });
  const notes: Note[] = pdf.checkDocument(printed);
  return { value, notes };
}
