import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from '../host/browser.js';
import { finishPdf } from './pdf-finish.js';
import { destinations } from './pdf-outline.js';

export interface PrintOptions {
  readonly browser: Browser;
  readonly title: string;
  readonly lang: string;
  /** Creation date in the file: SOURCE_DATE_EPOCH or another that comes from the content, never the clock. */
  readonly date: Date;
  /** Words for links to an anchor, e.g. `e17` → 证据17. */
  readonly linkText?: (anchor: string) => string;
  /** Milliseconds for one pass; by default it grows with the document. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/** The page each browser prints from: opening one takes longer than printing a short brief, so it is used again. */
const pages = new WeakMap<Browser, Promise<Page>>();

/** Pages that have held a brief already. */
const printedFrom = new WeakSet<Page>();

/**
 * Opens the page that `printPdf` will print from, if it is not open yet: nobody lets it ask for anything, no scripts, every request
 * refused but data:. To be called as soon as there is a browser; a failure shows when something is printed.
 */
export function preparePage(browser: Browser): Promise<Page> {
  const open = pages.get(browser);
  if (open) return open;
  const opened = (async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const done =
        request.url().startsWith('data:') || request.url() === 'about:blank'
          ? request.continue()
          : request.abort('blockedbyclient');
      done.catch(() => undefined);
    });
    return page;
  })();
  opened.catch(() => pages.delete(browser));
  pages.set(browser, opened);
  return opened;
}

/**
 * Puts a document into the page and waits for its faces. On the screen it stays hidden: nobody looks, and laying it out there takes half as
 * long as a pass of printing. A hidden page asks for no faces by itself, so each is asked for.
 */
async function load(page: Page, html: string, timeout: number): Promise<void> {
  // setContent writes into the document that is open, whose content security policy would refuse another brief's style sheet
  if (printedFrom.has(page)) await page.goto('about:blank');
  printedFrom.add(page);
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet({ media: 'screen' });
    sheet.replaceSync('body { display: none !important; }');
    document.adoptedStyleSheets = [sheet];
  })()`);
  await page.setContent(html, { waitUntil: 'load', timeout });
  // a face that cannot be read is replaced, as on the screen
  await page.evaluate('Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => undefined)');
}

/** Writes page numbers into the slots of the table of contents, and says what stood there. */
async function fillContents(page: Page, pages: ReadonlyMap<string, number>): Promise<boolean> {
  const given = JSON.stringify(Object.fromEntries(pages));
  return (await page.evaluate(`(() => {
    const pages = ${given};
    let changed = false;
    for (const slot of document.querySelectorAll('[data-page-of]')) {
      const text = String(pages[slot.dataset.pageOf] ?? '');
      if (slot.textContent !== text) { slot.textContent = text; changed = true; }
    }
    return changed;
  })()`)) as boolean;
}

/** Runs with the browser's page; what goes wrong costs the browser that page, so that the next document gets a new one. */
const oneDocument = async <T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> => {
  const page = await preparePage(browser);
  try {
    return await run(page);
  } catch (error) {
    pages.delete(browser);
    await page.close().catch(() => undefined);
    throw error;
  }
};

/**
 * HTML → PDF: tagged, with outline, and a table of contents whose page numbers are read from a first pass and filled in for the second
 * (a third when they moved). Throws when the browser fails, the time runs out or `signal` aborts. Same HTML and options, same bytes.
 */
export async function printPdf(html: string, options: PrintOptions): Promise<Uint8Array> {
  return (await printDocument(html, options)).bytes;
}

/** As `printPdf`, with the document as it was written, so that checking it need not read it again. */
export async function printDocument(
  html: string,
  options: PrintOptions,
): Promise<{ readonly bytes: Uint8Array; readonly doc: PDFDocument }> {
  const timeout = options.timeout ?? 20_000 + Math.ceil(html.length / 50);
  const printed = await oneDocument(options.browser, async (page) => {
    await load(page, html, timeout);
    const print = async (tagged: boolean) => {
      options.signal?.throwIfAborted();
      const bytes = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged,
        outline: tagged,
        timeout,
        waitForFonts: false,
      });
      return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    };
    // the first pass only says where things are; tags would cost it half as much again
    if (html.includes('data-page-of=')) await fillContents(page, destinations(await print(false)));
    let doc = await print(true);
    for (let more = 0; more < 2 && (await fillContents(page, destinations(doc))); more += 1) doc = await print(true);
    return doc;
  });
  options.signal?.throwIfAborted();
  const bytes = await finishPdf(printed, {
    title: options.title,
    lang: options.lang,
    date: options.date,
    linkText: options.linkText ?? ((anchor) => anchor),
  });
  return { bytes, doc: printed };
}
