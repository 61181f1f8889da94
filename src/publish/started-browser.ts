import { type LaunchedBrowser, launchBrowser } from '../host/browser.js';
import type { FoundBrowser } from '../host/find-browser.js';
import { preparePage } from './print-page.js';

/** A browser that is starting, with its page, while the brief is still being made. */
export interface StartedBrowser {
  readonly found: FoundBrowser;
  readonly launched: Promise<LaunchedBrowser>;
  /** Ends it, also when it is still starting. Never rejects; further calls wait for the same end. */
  readonly close: () => Promise<void>;
}

/** Starts a browser to print with later; that it did not start shows when `launched` is awaited. */
export function startBrowser(found: FoundBrowser, signal?: AbortSignal): StartedBrowser {
  const launched = launchBrowser(found, signal === undefined ? {} : { signal });
  const page = launched.then(({ browser }) => preparePage(browser));
  page.catch(() => undefined);
  let closing: Promise<void> | null = null;
  return {
    found,
    launched,
    close: () => {
      closing ??= (async () => {
        // A browser closed while it opens a page leaves Puppeteer waiting for that page for half a minute.
        await settled(page, 3000);
        await launched.then((it) => it.close()).catch(() => undefined);
      })();
      return closing;
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
