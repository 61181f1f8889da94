import type { Browser, Page } from '../host/browser.js';

/** The page each browser prints from: opening one takes longer than printing a short brief, so it is used again. */
const pages = new WeakMap<Browser, Promise<Page>>();

/** Pages that have held a brief already. */
const printedFrom = new WeakSet<Page>();

/**
 * Opens the page that `onPage` will use, if it is not open yet: nobody lets it ask for anything, no scripts, every request refused but
 * data:. To be called as soon as there is a browser; a failure shows when something is printed.
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

/** Runs with the browser's page; what goes wrong costs the browser that page, so that the next document gets a new one. */
export async function onPage<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
  const page = await preparePage(browser);
  try {
    return await run(page);
  } catch (error) {
    pages.delete(browser);
    await page.close().catch(() => undefined);
    throw error;
  }
}

/**
 * Puts a document into the page and waits for its faces. On the screen it stays hidden: nobody looks, and laying it out there takes half as
 * long as a pass of printing. A hidden page asks for no faces by itself, so each is asked for.
 */
export async function loadHidden(page: Page, html: string, timeout: number): Promise<void> {
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

/** Writes page numbers into the slots of the table of contents; true when one of them said something else before. */
export async function fillContents(page: Page, numbers: ReadonlyMap<string, number>): Promise<boolean> {
  const given = JSON.stringify(Object.fromEntries(numbers));
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
