import { type FoundBrowser, findBrowser } from '../../src/host/find-browser.js';

/** The browser the set-up found or fetched; tests that need one fail without it, they are not skipped. */
export function testBrowser(): FoundBrowser {
  const found = findBrowser(process.env);
  if (found === null) throw new Error('found no browser, expected the one `npm test` sets up');
  return found;
}
