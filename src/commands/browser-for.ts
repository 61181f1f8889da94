import { findBrowser } from '../host/find-browser.js';
import type { Host } from '../host/index.js';
import { type StartedBrowser, startBrowser } from '../publish/started-browser.js';
import type { CompareOptions } from './compare.js';

/** Starts the browser that a run will print with; null when it prints nothing, or there is none. */
export function browserFor(options: CompareOptions, host: Host): StartedBrowser | null {
  const found = options.formats.includes('pdf') ? findBrowser(host.env) : null;
  return found === null ? null : startBrowser(found, host.signal);
}
