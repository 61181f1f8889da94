import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../../src/host/browser.js';
import { briefHtml } from '../../src/publish/index.js';
import type { Style } from '../../src/report/index.js';
import { testBrowser } from '../support/browser.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
let browser: LaunchedBrowser;
beforeAll(async () => {
  browser = await launchBrowser(testBrowser());
});
afterAll(() => browser.close());

/** The lines of every block of running text, as the browser breaks them on paper of `width` px. */
const lines = `(() => {
  const list = [];
  for (const block of document.querySelectorAll('main p, main li, main td, main h2, main h3, main q')) {
    if (!block.offsetParent || block.querySelector('p, li, q, svg')) continue;
    let top = null, line = '';
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const small = node.parentElement.closest('a.ev, small, .q, .chip, .v, .vh, .perma');
      if (small) { line += ''; continue; }
      for (let at = 0; at < node.data.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + 1);
        const rect = range.getClientRects()[0];
        if (!rect || rect.width === 0) continue;
        const middle = rect.top + rect.height / 2;
        if (top !== null && middle > top + rect.height * .6) { list.push(line); line = ''; }
        if (top === null || line === '') top = middle;
        line += node.data[at];
      }
    }
    if (line !== '') list.push(line);
  }
  return list;
})()`;

async function printed(
  style: Style,
  width: number,
): Promise<{ html: string; lines: string[]; measure: { characters: number; line: number } }> {
  const { value: html } = await briefHtml(sampleComparison(), { templates, lang: 'zh-CN', style });
  const page = await browser.browser.newPage();
  await page.setViewport({ width, height: 1000 });
  await page.setContent(html, { waitUntil: 'load' });
  await page.emulateMediaType('print');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const found = (await page.evaluate(lines)) as string[];
  const measure = (await page.evaluate(`(() => {
    const block = document.querySelector('.scope > p');
    block.textContent = '字'.repeat(280);
    block.style.textIndent = '0';
    const range = document.createRange(), node = block.firstChild;
    const first = (range.setStart(node, 0), range.setEnd(node, 1), range.getClientRects()[0].top);
    let characters = 0;
    while (characters < 280) {
      range.setStart(node, characters); range.setEnd(node, characters + 1);
      if (range.getClientRects()[0].top > first + 2) break;
      characters += 1;
    }
    return { characters, line: parseFloat(getComputedStyle(block).lineHeight) };
  })()`)) as { characters: number; line: number };
  await page.close();
  return { html, lines: found, measure };
}

const mm = 96 / 25.4;

describe('lines on paper', () => {
  it.each([
    ['default', 166],
    ['gbt9704', 156],
  ] as const)('never begin with a closing mark nor end with an opening one (%s)', async (style, width) => {
    const { lines: found } = await printed(style, Math.round(width * mm));
    expect(found.length).toBeGreaterThan(150);
    expect(found.filter((line) => /^[，。、；：！？”’）》」】%‰]/u.test(line))).toEqual([]);
    expect(found.filter((line) => /[“‘（《「【]$/u.test(line))).toEqual([]);
  });

  it('keep GB/T 9704: 28 characters a line, 22 lines a page', async () => {
    const width = 210 - 28 - 26;
    const { html, measure } = await printed('gbt9704', Math.round(width * mm));
    expect(html).toContain('margin: 37mm 26mm 35mm 28mm');
    expect(measure.characters).toBe(28);
    expect(Math.floor((297 - 37 - 35) / (measure.line / mm) + 0.05)).toBe(22);
  });
});
