import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import type { Note } from '../model/note.js';
import type { FoundBrowser } from './find-browser.js';
import { ownName, removeLeftBehind } from './leftovers.js';
import { endNow, startingProgram } from './starting-program.js';

export { type FoundBrowser, findBrowser } from './find-browser.js';

/** Profile folders; those of runs that were killed are removed when the next browser starts. */
const PROFILE = 'duizhao-browser-';

/** A running browser of our own; `close` always ends it, its children and its profile folder. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly notes: readonly Note[];
  close(): Promise<void>;
}

/**
 * Starts the browser with a profile folder of its own. The sandbox stays on unless the user is root (Chromium refuses otherwise); then
 * a note says so. Rejects when it does not start within `timeout` milliseconds; nothing is left behind then.
 */
export async function launchBrowser(
  found: FoundBrowser,
  { timeout = 30_000, signal }: { readonly timeout?: number; readonly signal?: AbortSignal } = {},
): Promise<LaunchedBrowser> {
  const { launch } = await import('puppeteer');
  await removeLeftBehind(tmpdir(), PROFILE);
  const profile = join(tmpdir(), ownName(PROFILE));
  await mkdir(profile, { mode: 0o700 });
  let child: ChildProcess | null = null;
  // first the browser, then its folder: what still runs would write into it again
  const leave = () => {
    endNow(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  const clear = async () => {
    endNow(child);
    await gone(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    // interrupted, this program ends soon: what a dying helper still made goes then
    if (!signal?.aborted) process.off('exit', leave);
  };
  process.once('exit', leave);
  const root = typeof process.getuid === 'function' && process.getuid() === 0;
  let browser: Browser;
  // Puppeteer's own limit does not hold for a browser on a pipe: one that says nothing is ended from here
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  try {
    browser = await startingProgram(
      found.path,
      () =>
        launch({
          executablePath: found.path,
          headless: found.kind === 'shell' ? 'shell' : true,
          userDataDir: profile,
          // over a pipe, which ends with this process however it ends, and the browser with it
          pipe: true,
          timeout,
          signal: signal === undefined ? late.signal : AbortSignal.any([late.signal, signal]),
          handleSIGINT: false,
          handleSIGTERM: false,
          handleSIGHUP: false,
          // font-render-hinting: the same glyph widths on every machine; the rest: nothing that talks to the outside
          args: [
            '--font-render-hinting=none',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-default-apps',
            '--disable-sync',
            '--disable-dev-shm-usage',
            '--no-first-run',
            '--lang=zh-CN',
            ...(root ? ['--no-sandbox'] : []),
          ],
          env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8' },
        }),
      (started) => {
        child = started;
      },
    );
  } catch (error) {
    await clear();
    throw late.signal.aborted ? new Error(`it said nothing for ${timeout / 1000} s`) : error;
  } finally {
    clearTimeout(timer);
  }
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= (async () => {
      // in good order where there is time
      if (!signal?.aborted)
        await Promise.race([browser.close().catch(() => undefined), sleep(3000, null, { ref: false })]);
      signal?.removeEventListener('abort', close);
      await clear();
    })();
    return closing;
  };
  signal?.addEventListener('abort', close, { once: true });
  const notes: Note[] = root
    ? [
        {
          code: 'browser/no-sandbox',
          severity: 'info',
          message: 'the browser runs without its sandbox because the user is root',
          hint: 'run as another user to keep it on',
          zh: { message: '发现当前用户是 root，浏览器未启用沙箱', hint: '请在需要沙箱时换用其他用户运行' },
        },
      ]
    : [];
  return { browser, notes, close };
}

/** When a program has ended, or a second is over. */
async function gone(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  await Promise.race([once(child, 'exit'), sleep(1000)]);
}

export type { Browser, Page } from 'puppeteer';
