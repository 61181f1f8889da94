import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, type LaunchedBrowser, launchBrowser } from '../../src/host/browser.js';
import { cliPath, root } from '../support/cli.js';

let folder = '';
let child: ChildProcess;
let url = '';
let launched: LaunchedBrowser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-preview-'));
  mkdirSync(join(folder, 'corpus'));
  cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
  mkdirSync(join(folder, 'lexicon'));
  writeFileSync(join(folder, 'lexicon/words.yaml'), 'words: [{ word: 试词, tag: n }]\n');
  writeFileSync(
    join(folder, 'corpus/corpus.yaml'),
    `jurisdictions:
  - { id: a, name: 甲市, level: city, aliases: [甲市公安] }
  - { id: b, name: 乙市, level: city, aliases: [乙市公安] }
reports:
  - { id: a-2022, jurisdiction: a, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: a.txt }] }
  - { id: b-2022, jurisdiction: b, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: b.txt }] }
`,
  );
  const lines = (name: string, first: number) =>
    `2022年，${name}公安抓获电信诈骗犯罪嫌疑人${first}名，电信诈骗立案数同比下降12.5%，化解矛盾纠纷${first + 4000}起，走访企业${first + 300}家。\n`;
  writeFileSync(join(folder, 'corpus/a.txt'), lines('甲市', 120));
  writeFileSync(join(folder, 'corpus/b.txt'), lines('乙市', 98));
  child = spawn(
    process.execPath,
    [
      cliPath,
      'preview',
      join(folder, 'corpus'),
      ...['--template', join(folder, 'templates'), '--lexicon', join(folder, 'lexicon')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data) => resolve(String(data).trim()));
    child.stderr?.on('data', (data) => {
      said += data;
    });
    child.once('exit', () => reject(new Error(said)));
  });
  const found = findBrowser(process.env);
  if (!found) throw new Error('found no browser, expected one: npm run setup');
  launched = await launchBrowser(found);
  page = await launched.browser.newPage();
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (r) => {
    if (!r.url().startsWith(url) && !r.url().startsWith('data:')) troubles.push(`outside: ${r.url()}`);
  });
  await page.goto(url);
});

afterAll(async () => {
  await launched?.close();
  if (child?.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const figures = () => page.$$eval('.fig-no', (all) => all.map((figure) => figure.textContent));
const shows = (words: string) =>
  page.waitForFunction((w) => document.body.textContent?.includes(w), { polling: 20 }, words);

describe('the live page', () => {
  test('shows the brief with its faces and style, and asks nobody else', async () => {
    expect(await page.title()).toContain('对照');
    expect(await page.evaluate(() => document.body.textContent?.includes('甲市'))).toBe(true);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.size)).toBeGreaterThan(50);
    expect(troubles).toEqual([]);
  });

  test('follows an edited source and keeps scroll position, open panels and what is typed', async () => {
    await page.evaluate(() => {
      for (const panel of document.querySelectorAll('details')) panel.open = true;
      scrollTo({ top: 400, behavior: 'instant' });
    });
    const before = await page.evaluate(() => ({ y: scrollY, open: document.querySelectorAll('details[open]').length }));
    expect(before.y).toBe(400);
    edit('corpus/a.txt', (text) => text.replace('120名', '137名'));
    await shows('137名');
    expect(
      await page.evaluate(() => ({ y: scrollY, open: document.querySelectorAll('details[open]').length })),
    ).toEqual(before);
  });

  test('follows a template and a style sheet', async () => {
    edit('templates/mast.hbs', (text) => text.replace(/<h1[^>]*>/, (tag) => `${tag}试改`));
    await shows('试改');
    edit('templates/brief.css', (text) => `${text}\nh1{outline:3px solid rgb(1, 2, 3)}`);
    await page.waitForFunction(
      () => getComputedStyle(document.querySelector('h1') as Element).outlineColor === 'rgb(1, 2, 3)',
      { polling: 20 },
    );
  });

  test('follows a file saved by renaming, corpus.yaml, the lexicon and the review file', async () => {
    writeFileSync(
      join(folder, 'corpus/b.txt~'),
      readFileSync(join(folder, 'corpus/b.txt'), 'utf8').replace('98名', '96名'),
    );
    renameSync(join(folder, 'corpus/b.txt~'), join(folder, 'corpus/b.txt'));
    await shows('96名');
    edit('corpus/corpus.yaml', (text) => text.replace('name: 乙市', 'name: 丙市'));
    await shows('丙市');
    edit('corpus/corpus.yaml', (text) => text.replace('name: 丙市', 'name: 乙市'));
    await page.waitForFunction(() => !document.body.textContent?.includes('丙市'), { polling: 20 });
    writeFileSync(
      join(folder, 'lexicon/themes.yaml'),
      'themes: [{ id: anti-fraud, zh: 反诈试名, en: Fraud, words: [诈骗] }]\n',
    );
    await shows('反诈试名');
    expect(await figures()).toContain('4120');
    writeFileSync(
      join(folder, 'corpus/review.yaml'),
      'reviews:\n  - { report: a-2022, quote: 化解矛盾纠纷4120起, action: reject, note: 试审 }\n',
    );
    await page.waitForFunction(
      () => ![...document.querySelectorAll('.fig-no')].some((figure) => figure.textContent === '4120'),
      { polling: 20 },
    );
  });

  test('patches in place: what did not change is the same element, what is marked stays marked', async () => {
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('tbody[data-row], #evidence li, h1'))
        Object.assign(element, { mine: true });
    });
    edit('corpus/b.txt', (text) => text.replace('96名', '95名'));
    await shows('95名');
    expect(
      await page.$$eval('tbody[data-row], #evidence li, h1', (all) => all.filter((one) => !('mine' in one)).length),
    ).toBe(0);
  });

  test('a revision missed is made up for with the whole page', async () => {
    await page.evaluate(() => {
      const own = window.fetch;
      // the first patch is answered too late to be of use
      window.fetch = async (name, options) => {
        if (name === 'patch.json') {
          window.fetch = own;
          return new Response('{"from":"another","to":"one","parts":[]}');
        }
        return own(name, options);
      };
    });
    edit('corpus/b.txt', (text) => text.replace('95名', '94名'));
    await shows('94名');
    edit('corpus/b.txt', (text) => text.replace('94名', '93名'));
    await shows('93名');
  });

  test('shows an error with file and line, and takes it away when it is mended', async () => {
    edit('corpus/corpus.yaml', (text) => text.replace('level: city', 'levle: city'));
    await page.waitForSelector('#live-problem');
    // where the reader is, not at the end of a long page
    await page.evaluate('scrollTo(0, 900)');
    const seen = await page.$eval('#live-problem', (box) => {
      const { top, bottom, height } = box.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1 && height > 20;
    });
    expect(seen).toBe(true);
    expect(await page.$eval('#live-problem', (box) => box.textContent)).toMatch(
      /corpus\.yaml:2:\d+: error: found the unknown key “levle”/,
    );
    expect(await page.evaluate(() => document.body.textContent?.includes('137名'))).toBe(true);
    edit('corpus/corpus.yaml', (text) => text.replace('levle: city', 'level: city'));
    await page.waitForFunction(() => !document.querySelector('#live-problem'));
    edit('corpus/corpus.yaml', (text) => text.replace('level: city', 'levle: city'));
    await page.waitForSelector('#live-problem');
    edit('templates/mast.hbs', (text) => text.replace('试改', '再改'));
    // the template is no reason to think that corpus.yaml is mended
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await page.$eval('#live-problem', (box) => box.textContent)).toContain('levle');
    edit('corpus/corpus.yaml', (text) => text.replace('levle: city', 'level: city'));
    await shows('再改');
    await page.waitForFunction(() => !document.querySelector('#live-problem'));
    edit('templates/mast.hbs', (text) => `${text}{{nobody.knows}}`);
    await page.waitForSelector('#live-problem');
    expect(await page.$eval('#live-problem', (box) => box.textContent)).toContain('mast.hbs');
    edit('templates/mast.hbs', (text) => text.replace('{{nobody.knows}}', ''));
    await page.waitForFunction(() => !document.querySelector('#live-problem'));
  });

  test('offers the PDF', async () => {
    const answer = await fetch(`${url}brief.pdf`);
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
  });
});

/** A raw request, so that nothing is tidied on the way. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: string }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: options.method ?? 'GET',
        headers: { host: `127.0.0.1:${port}`, ...options.headers },
      },
      (response) => {
        let body = '';
        response.on('data', (data) => {
          body += data;
          if (body.length > 1e6) response.destroy();
        });
        response.on('close', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server', () => {
  const token = () => new URL(url).pathname;
  test.each([
    ['another host (DNS rebinding)', () => ({ headers: { host: 'evil.example' } }), 403],
    ['another origin', () => ({ headers: { origin: 'http://evil.example' } }), 403],
    ['a page of another site', () => ({ headers: { 'sec-fetch-site': 'cross-site' } }), 403],
    ['POST', () => ({ method: 'POST' }), 405],
    ['PUT', () => ({ method: 'PUT' }), 405],
    ['OPTIONS', () => ({ method: 'OPTIONS' }), 405],
  ])('refuses %s', async (_what, options, status) => {
    expect((await ask(token(), options())).status).toBe(status);
  });

  test('refuses every path without the token', async () => {
    for (const path of ['/', '/index.html', '/events', '/brief.pdf', '/live.js', `${token().slice(0, -2)}x/`])
      expect((await ask(path)).status).toBe(404);
  });

  test('leaks nothing on 300 hostile paths', async () => {
    const secret = 'corpus.yaml jurisdictions';
    const climbs = fc.constantFrom(
      '../',
      '..%2f',
      '%2e%2e/',
      '..%5c',
      '....//',
      '..;/',
      '%252e%252e%252f',
      '/./',
      '//',
      '\\..\\',
    );
    const ends = fc.constantFrom(
      'etc/passwd',
      'corpus/corpus.yaml',
      'package.json',
      'a.txt',
      '@fs/etc/passwd',
      '?raw',
      '%00',
      'fonts/../brief.hbs',
      'fonts/%2e%2e/package.json',
      '.git/config',
      'proc/self/environ',
    );
    const path = fc
      .tuple(fc.constantFrom('', 'fonts/', 'events/', '@fs/', 'src/'), fc.array(climbs, { maxLength: 8 }), ends)
      .map(([a, b, c]) => a + b.join('') + c);
    await fc.assert(
      fc.asyncProperty(path, async (tail) => {
        const { status, body } = await ask(token() + encodeURI(tail).replaceAll('%25', '%'));
        expect([400, 404]).toContain(status);
        expect(body.length).toBeLessThan(200);
        expect(body).not.toContain(secret);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('ends at once and in order when it is interrupted', async () => {
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill('SIGINT');
    expect(await gone).toBe(0);
  });
});
