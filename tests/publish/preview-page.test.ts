import { describe, expect, test } from 'vitest';
import { pageHtml, previewPage, previewPatch } from '../../src/publish/preview-page.js';
import { renderHtml } from '../../src/report/index.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const comparison = sampleComparison();
const brief = (change: Record<string, (text: string) => string> = {}, title = comparison.title) => {
  const edited = Object.fromEntries(
    Object.entries(change).map(([name, edit]) => {
      const text = edit(templates[name] ?? '');
      expect(text).not.toBe(templates[name]);
      return [name, text];
    }),
  );
  const set = { ...templates, ...edited };
  return renderHtml({ ...comparison, title }, { templates: set, fonts: [], lang: 'zh-CN' }).value;
};
const first = previewPage(brief(), null);

test('a page has style and script as files of their own, and says which revision it is', () => {
  const html = pageHtml(first);
  expect(html).not.toMatch(/<style|<script>|http-equiv="Content-Security-Policy"/);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain(`<meta name="live-revision" content="${first.revision}">`);
  expect(html).toContain(first.cssHref);
  expect(html.trimEnd()).toMatch(
    /<script src="idiomorph\.js"><\/script><script src="live\.js"><\/script><\/body>\s*<\/html>$/,
  );
  expect(first.body.body).not.toBeNull();
});

test('a page made again the same is the very same', () => {
  expect(previewPage(brief(), first)).toBe(first);
});

describe('a patch', () => {
  const patch = (after: string) => {
    const page = previewPage(after, first);
    expect(page.revision).not.toBe(first.revision);
    return previewPatch(first, page);
  };
  test('of a heading holds that heading alone', () => {
    const { parts, from, cssHref } = patch(brief({ 'mast.hbs': (text) => text.replace(/<h1[^>]*>/, '$&试改') }));
    expect(from).toBe(first.revision);
    expect(cssHref).toBe(first.cssHref);
    expect(parts).toHaveLength(1);
    expect(parts?.[0]?.[1]).toMatch(/^<h1 .*试改.*<\/h1>$/s);
  });
  test('of every row holds the rows, and little else', () => {
    const { parts } = patch(brief({ 'row.hbs': (text) => text.replace('<th scope="row">', '$&试改') }));
    expect(parts?.length).toBeGreaterThan(0);
    for (const [, html] of parts ?? []) expect(html).toContain('试改');
  });
  test('of the style holds no part', () => {
    const { parts, cssHref } = patch(brief({ 'brief.css': (text) => `${text}h1{color:red}` }));
    expect(parts).toEqual([]);
    expect(cssHref).not.toBe(first.cssHref);
  });
  test('of the page’s script asks for the whole page, which is loaded again then', () => {
    expect(patch(brief({ 'page.js': (text) => `${text}// ` })).parts).toBeNull();
  });
  test('has the title as HTML', () => {
    expect(patch(brief({}, '甲 & 乙 <i>')).title).toMatch(/^<title>.*&amp;.*&lt;i&gt;.*<\/title>$/);
  });
});

test.each(['style', 'script', 'body'])('a brief without its %s cannot be shown', (name) => {
  expect(() => previewPage(brief().replace(new RegExp(`<${name}[^>]*>`, 'g'), ''), null)).toThrow(/brief\.hbs/);
});
