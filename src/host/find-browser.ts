import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A browser that can print: the headless shell starts faster and prints faster than the full browser. */
export interface FoundBrowser {
  readonly path: string;
  readonly kind: 'shell' | 'full';
  /** Where it was found, for `doctor`. */
  readonly from: 'PUPPETEER_EXECUTABLE_PATH' | 'machine' | 'puppeteer-cache';
}

const SHELLS = ['chrome-headless-shell', 'chromium-headless-shell'];
const FULL = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const USUAL_PLACES = ['/usr/bin', '/usr/local/bin', '/usr/lib/chromium', '/snap/bin', '/opt/google/chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Looks for a browser: PUPPETEER_EXECUTABLE_PATH, then on the machine (headless shells before full browsers), then
 * Puppeteer's own downloads. Null when there is none; a PUPPETEER_EXECUTABLE_PATH that leads nowhere is passed over.
 * Only looks, starts nothing.
 */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): FoundBrowser | null {
  const given = env.PUPPETEER_EXECUTABLE_PATH;
  if (given && isExecutable(given))
    return { path: given, kind: /headless[-_]shell/.test(given) ? 'shell' : 'full', from: 'PUPPETEER_EXECUTABLE_PATH' };
  const folders = [
    ...new Set([...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''), ...USUAL_PLACES]),
  ];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onMachine = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isExecutable);
  const cache = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');

  const shell = onMachine(SHELLS);
  if (shell) return { path: shell, kind: 'shell', from: 'machine' };
  const downloadedShell = newestDownload(cache, 'chrome-headless-shell', `chrome-headless-shell${suffix}`);
  if (downloadedShell) return { path: downloadedShell, kind: 'shell', from: 'puppeteer-cache' };
  const full = onMachine(FULL) ?? APPLICATIONS.find(isExecutable);
  if (full) return { path: full, kind: 'full', from: 'machine' };
  const downloaded = newestDownload(cache, 'chrome', `chrome${suffix}`);
  return downloaded ? { path: downloaded, kind: 'full', from: 'puppeteer-cache' } : null;
}

/** Puppeteer keeps `<cache>/<browser>/<platform>-<version>/<browser>-<platform>/<file>`; the last name in order is the newest. */
function newestDownload(cache: string, browser: string, file: string): string | null {
  const folder = join(cache, browser);
  if (!existsSync(folder)) return null;
  for (const version of readdirSync(folder).sort().reverse()) {
    const inner = join(folder, version);
    if (!statSync(inner).isDirectory()) continue;
    const path = readdirSync(inner)
      .map((name) => join(inner, name, file))
      .find(isExecutable);
    if (path) return path;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
