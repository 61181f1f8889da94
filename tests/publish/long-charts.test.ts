import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/host/browser.js';
import { printPdf } from '../../src/publish/index.js';
import { changeDots } from '../../src/report/charts/change-dots.js';
import { ladderChart } from '../../src/report/charts/ladder.js';
import { testBrowser } from '../support/browser.js';
import { loadTemplates } from '../support/templates.js';

const css = loadTemplates()['brief.css'] ?? '';
const ids = Array.from({ length: 60 }, (_, at) => `P${String(at).padStart(2, '0')}`);

const ladder = ladderChart({
  stages: ['立案', '破案', '抓获'],
  places: ids.map((name, at) => ({
    id: name,
    name,
    rungs: Array.from({ length: 3 }, (_, rung) => ({
      state: 'reported' as const,
      figures: [{ text: `${1000 + at * 3 + rung}起`, kind: 'count', direction: 'none' as const, unit: '起' }],
    })),
  })),
  say: (key) => `(${key})`,
}).wide.html;
const changes = changeDots([
  { label: 'Row', dots: ids.map((name, at) => ({ jurisdiction: name, text: `${name}:${at}`, value: at - 30 })) },
]).wide.html;

async function pages(chart: string): Promise<string[]> {
  const html = `<!doctype html><html lang="en"><head><title>t</title><style>${css}</style></head><body><div class="frame"><main><section class="flow"><h2>Section</h2><p class="lead">${'A lead. '.repeat(40)}</p><h3>Heading</h3><figure class="fig"><p class="cap">Caption</p><p class="sub">Under it</p>${chart}<p class="src">Source</p></figure></section></main></div></body></html>`;
  const launched = await launchBrowser(testBrowser());
  try {
    const bytes = await printPdf(html, { browser: launched.browser, title: 't', lang: 'en', date: new Date(0) });
    const doc = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
    const list: string[] = [];
    for (let at = 1; at <= doc.numPages; at += 1) {
      const { items } = await (await doc.getPage(at)).getTextContent();
      list.push(items.map((item) => ('str' in item ? item.str.replace(/\s/gu, '') : '')).join(''));
    }
    await doc.destroy();
    return list;
  } finally {
    await launched.close();
  }
}

describe.each([
  ['a ladder', ladder, '(ladder.cases)', (at: number) => `${1000 + at * 3}起`],
  ['changes', changes, '+20%', (at: number) => `${ids[at]}:${at}`],
])('%s of sixty places', (_, chart, head, row) => {
  let printed: string[];
  beforeAll(async () => {
    printed = await pages(chart);
  });

  it('begins on the page of its heading', () => {
    expect(printed[0]).toContain('Caption');
    expect(printed[0]).toContain(row(0));
    expect(printed.length).toBeGreaterThan(1);
  });

  it('has its head on every page', () => {
    for (const page of printed) expect(page).toContain(head);
  });

  it('shows every place once', () => {
    const all = printed.join('');
    for (let at = 0; at < ids.length; at += 1) expect(all.split(row(at)).length - 1, row(at)).toBe(1);
  });

  it('ends with its source on the page of its last place', () => {
    const last = printed.at(-1);
    expect(last).toContain('Source');
    expect(last).toContain(row(ids.length - 1));
  });
});
