import type { Browser, Page } from '../host/browser.js';

/** The pages of each browser that nobody prints from: opening one takes longer than printing a short brief, so they are used again. */
const idle = new WeakMap<Browser, Promise<Page>[]>();

/** Pages that have held a brief already. */
const printedFrom = new WeakSet<Page>();

/** A page nobody lets ask for anything: no scripts, every request refused but data:. */
async function openPage(browser: Browser): Promise<Page> {
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
}

/** Opens the first page that `onPage` will use. To be called as soon as there is a browser; a failure shows when something is printed. */
export function preparePage(browser: Browser): Promise<Page> {
  const page = openPage(browser);
  page.catch(() => undefined);
  idle.set(browser, [page]);
  return page;
}

/**
 * Runs with a page of the browser that is idle, or a new one, so that as many briefs are printed at once as are asked for. What goes wrong
 * costs the browser that page.
 */
export async function onPage<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
  const pages = idle.get(browser) ?? [];
  idle.set(browser, pages);
  const page = await (pages.pop() ?? openPage(browser));
  try {
    const value = await run(page);
    pages.push(Promise.resolve(page));
    return value;
  } catch (error) {
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
