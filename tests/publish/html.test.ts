import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchBrowser, type Page } from '../../src/host/browser.js';
import { briefHtml } from '../../src/publish/index.js';
import { facesNeeded } from '../../src/report/index.js';
import { testBrowser } from '../support/browser.js';
import { hostileComparison, manyPlaces, sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const comparison = sampleComparison();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: LaunchedBrowser;
let folder: string;
let file: string;
let html: string;

beforeAll(async () => {
  [browser, folder] = await Promise.all([launchBrowser(testBrowser()), mkdtemp(join(tmpdir(), 'duizhao-test-'))]);
  const brief = await briefHtml(comparison, { templates, lang: 'zh-CN' });
  expect(brief.notes).toEqual([]);
  html = brief.value;
  file = join(folder, 'brief.html');
  await writeFile(file, html);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly errors: string[];
}

async function open(width: number, path = file, hash = ''): Promise<Opened> {
  const page = await browser.browser.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url().slice(0, 60)));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(path).href + hash, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return { page, requests: requests.filter((url) => !url.startsWith('data:')), errors };
}
const ask = async <T>(page: Page, script: string): Promise<T> => (await page.evaluate(script)) as T;

describe('the HTML brief in a browser', () => {
  it('opens from disk with no request but itself, and no error', async () => {
    const { page, requests, errors } = await open(1280);
    expect(requests).toEqual([pathToFileURL(file).href.slice(0, 60)]);
    expect(errors).toEqual([]);
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
    await page.close();
  });

  it.each([320, 390, 700, 1280, 3840])('never scrolls sideways at %i px', async (width) => {
    const { page } = await open(width);
    expect(await ask<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it.each([14, 40].flatMap((places) => [320, 390, 1280].map((width) => [width, places] as const)))(
    'never scrolls sideways at %i px with %i places',
    async (width, places) => {
      const many = join(folder, 'many.html');
      await writeFile(many, (await briefHtml(manyPlaces(places), { templates, lang: 'zh-CN' })).value);
      const { page } = await open(width, many);
      expect(await ask<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    },
  );

  it.each([
    [1280, 'screen'],
    [390, 'screen'],
    [700, 'print'],
  ])('has every character in the face it is set in (%i px, %s)', async (width, media) => {
    const { page } = await open(width);
    await page.emulateMediaType(media);
    const faces = Object.fromEntries(
      facesNeeded(html, comparison).map((need) => [`${need.family}|${need.weight}`, need.characters]),
    );
    const missing = await ask<string[]>(
      page,
      `(() => {
        const faces = ${JSON.stringify(faces)}, missing = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (element.closest('script, style')) continue;
          const style = getComputedStyle(element);
          const key = style.fontFamily.split(',')[0].replace(/"/g, '') + '|' + style.fontWeight;
          for (const character of walker.currentNode.data.replace(/\\s+/g, ' '))
            if (!(faces[key] ?? '').includes(character)) missing.add(key + ' ' + character + ' <' + element.className + '>');
        }
        return [...missing];
      })()`,
    );
    expect(missing).toEqual([]);
    await page.close();
  });

  it('opens the evidence in place, in its surroundings, and gives the focus back', async () => {
    const { page } = await open(1280);
    await page.click('#row-fraud-filed a.ev');
    const shown = await ask<{ open: boolean; marks: string[]; lines: number; focus: string }>(
      page,
      `({ open: document.querySelector('#panel').matches(':popover-open'),
          marks: [...document.querySelectorAll('#panel mark')].map((mark) => mark.textContent),
          lines: document.querySelectorAll('#panel .ctx span').length,
          focus: document.activeElement.className })`,
    );
    expect(shown).toEqual({
      open: true,
      marks: ['17.4%', '全市电信网络诈骗案件立案数同比下降17.4%'],
      lines: 3,
      focus: 'close',
    });
    await page.keyboard.press('Escape');
    expect(await ask(page, `document.querySelector('#panel').matches(':popover-open')`)).toBe(false);
    expect(await ask(page, 'document.activeElement.className')).toBe('ev');
    await page.close();
  });

  it('marks in the surroundings of every piece of evidence exactly what it quotes', async () => {
    const { page } = await open(1280);
    const wrong = await ask<string[]>(
      page,
      `[...document.querySelectorAll('.evi li')].flatMap((li) => {
        const marker = document.querySelector('a.ev[href="#' + li.id + '"]');
        if (!marker) return [];
        marker.click();
        const mark = [...document.querySelectorAll('#panel .ctx mark')].map((part) => part.textContent).join('');
        const said = li.querySelector('.said').textContent;
        return mark === said ? [] : [li.id + ' ' + mark + ' | ' + said];
      })`,
    );
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('filters places and themes, and says that it does not judge anew', async () => {
    const { page } = await open(1280);
    await page.click('input[value="qingping"]');
    await page.click('input[value="grassroots"]');
    const state = await ask<{ cells: number; theme: boolean; span: number; text: string }>(
      page,
      `({ cells: [...document.querySelectorAll('main table td[data-j="qingping"]')].filter((td) => td.offsetParent).length,
          theme: document.querySelector('#theme-grassroots').hidden,
          span: document.querySelector('#theme-anti-fraud [data-span]').colSpan,
          text: document.querySelector('output').textContent })`,
    );
    expect(state).toEqual({ cells: 0, theme: true, span: 6, text: '显示3个主题、5地。判定仍按全部地区作出' });
    const hash = await ask<string>(page, 'location.hash');
    await page.close();
    const again = await open(1280, file, hash);
    expect(await ask(again.page, `document.querySelector('#theme-grassroots').hidden`)).toBe(true);
    await again.page.click('button[type="reset"]');
    await again.page.waitForFunction(`!document.querySelector('#theme-grassroots').hidden`);
    await again.page.close();
  });

  it('searches and sorts rows', async () => {
    const { page } = await open(1280);
    await page.type('input[type="search"]', '立案');
    const rows = `[...document.querySelectorAll('table.sortable tbody[data-row]')].filter((row) => !row.hidden).map((row) => row.id)`;
    expect(await ask(page, rows)).toEqual(['row-fraud-filed']);
    // a table without a hit leaves as a whole, with its title
    const bare = `[...document.querySelectorAll('main figure')].filter((figure) => figure.offsetParent && figure.querySelector('[data-row]') && ![...figure.querySelectorAll('[data-row]')].some((row) => row.offsetParent)).length`;
    expect(await ask(page, bare)).toBe(0);
    expect(await ask(page, `[...document.querySelectorAll('main figure[hidden]')].length`)).not.toBe(0);
    await page.click('button[type="reset"]');
    await page.waitForFunction(`!document.querySelector('#row-mediation').hidden`);
    expect(await ask(page, `[...document.querySelectorAll('main figure[hidden]')].length`)).toBe(0);
    await page.select('select', 'verdict');
    const order = await ask<string[]>(
      page,
      `[...document.querySelectorAll('#theme-anti-fraud tbody[data-verdict]')].map((row) => row.dataset.verdict)`,
    );
    const rank = ['comparable', 'needs-normalising', 'side-by-side', 'not-comparable'];
    expect(order).toEqual([...order].sort((a, b) => rank.indexOf(a) - rank.indexOf(b)));
    await page.close();
  });

  it('can be read without scripts: every marker leads to the index and every entry to its line', async () => {
    const page = await browser.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(file).href);
    const state = await ask<{ tools: string; entries: number; markers: number }>(
      page,
      `({ tools: getComputedStyle(document.querySelector('.tools')).display,
          entries: [...document.querySelectorAll('.evi li')].filter((li) => li.offsetParent).length,
          markers: [...document.querySelectorAll('a.ev')].filter((a) => !document.querySelector(a.getAttribute('href'))).length })`,
    );
    expect(state).toEqual({ tools: 'none', entries: comparison.evidence.length, markers: 0 });
    await page.close();
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ])('has nothing serious for axe at %i px, %s', async (width, scheme) => {
    const { page } = await open(width);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(axe);
    const found = await ask<string[]>(
      page,
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
    );
    expect(found).toEqual([]);
    await page.close();
  });

  it('runs nothing that a report smuggles in', async () => {
    const bad = join(folder, 'hostile.html');
    const payload =
      '"><img src="https://example.invalid/x.png" onerror="window.pwned=1"><script>window.pwned=1</script>';
    const { value } = await briefHtml(hostileComparison(payload), { templates, lang: 'zh-CN' });
    await writeFile(bad, value);
    const { page, requests } = await open(1280, bad);
    expect(requests).toEqual([pathToFileURL(bad).href.slice(0, 60)]);
    expect(await ask(page, 'window.pwned === undefined')).toBe(true);
    await page.close();
  });
});
