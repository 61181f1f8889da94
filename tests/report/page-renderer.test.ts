import { describe, expect, test } from 'vitest';
import { pageRenderer, renderPage, type TemplateSet } from '../../src/report/index.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const ownTemplates = loadTemplates();
const comparison = sampleComparison();
const options = (templates: TemplateSet, lang: 'zh-CN' | 'en' = 'zh-CN') => ({ templates, fonts: [], lang });
const mast = ownTemplates['mast.hbs'] ?? '';
const words = ownTemplates['messages.zh-CN.json'] ?? '';

describe('a renderer used again and again', () => {
  const edits: readonly (readonly [string, TemplateSet, ('zh-CN' | 'en')?])[] = [
    ['as it is', ownTemplates],
    ['a part edited', { ...ownTemplates, 'mast.hbs': `${mast}<p>试改</p>` }],
    ['a part more, and used', { ...ownTemplates, 'more.hbs': '<p>更多</p>', 'mast.hbs': `${mast}{{> more}}` }],
    ['words edited', { ...ownTemplates, 'messages.zh-CN.json': words.replace('"end": "', '"end": "试改') }],
    ['a style edited', { ...ownTemplates, 'brief.css': 'h1 { color: red }' }],
    ['the other language', ownTemplates, 'en'],
    ['as it was', ownTemplates],
  ];
  test('gives what a new one gives, whatever was rendered before', () => {
    const render = pageRenderer();
    for (const [what, templates, lang] of edits)
      expect([what, render(comparison, options(templates, lang))]).toEqual([
        what,
        renderPage(comparison, options(templates, lang)),
      ]);
  });

  test('follows another comparison', () => {
    const render = pageRenderer();
    const other = { ...comparison, title: '另一份简报' };
    render(comparison, options(ownTemplates));
    expect(render(other, options(ownTemplates))).toEqual(renderPage(other, options(ownTemplates)));
  });

  test('gives an error while a template is broken, and the page again when it is mended', () => {
    const render = pageRenderer();
    const good = render(comparison, options(ownTemplates));
    for (const broken of ['{{nobody.knows}}', '{{#if}}', '{{> nothing}}'])
      expect(() => render(comparison, options({ ...ownTemplates, 'mast.hbs': mast + broken }))).toThrow(/^mast\.hbs/);
    expect(render(comparison, options(ownTemplates))).toEqual(good);
  });

  test('does not know a part that was taken away', () => {
    const render = pageRenderer();
    const using = { ...ownTemplates, 'mast.hbs': `${mast}{{> more}}` };
    render(comparison, options({ ...using, 'more.hbs': '<p>更多</p>' }));
    expect(() => render(comparison, options(using))).toThrow(/more/);
  });
});
