import { describe, expect, it } from 'vitest';
import { renderHtml, TemplateError } from '../../src/report/index.js';
import { hostileComparison, manyPlaces, sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const render = (comparison = sampleComparison(), more: Partial<Parameters<typeof renderHtml>[1]> = {}) =>
  renderHtml(comparison, { templates, fonts: [], lang: 'zh-CN', ...more });

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
/** The page without style and script, whose text is not markup. */
const body = (html: string) => html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');

describe('the HTML brief', () => {
  it.each(['zh-CN', 'en'] as const)('has links that all land and ids that stand once (%s)', (lang) => {
    const html = body(render(sampleComparison(), { lang }).value);
    const ids = all(html, /\sid="([^"]*)"/g);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const known = new Set(ids);
    const targets = all(html, /\shref="#([^"]*)"/g);
    expect(targets.length).toBeGreaterThan(300);
    expect(targets.filter((id) => !known.has(id))).toEqual([]);
  });

  it('asks for nothing from outside', () => {
    const html = render().value;
    expect(all(body(html), /\shref="([^#][^"]*)"/g)).toEqual([]);
    expect(html).not.toMatch(/\ssrc=|<link|<iframe|<object|<embed|<base|@import|url\((?!#|data:)/);
    expect(html).toContain('content="default-src &#x27;none&#x27;; style-src &#x27;sha256-');
  });

  it('leads from every figure of a row to its evidence and back', () => {
    const comparison = sampleComparison();
    const html = render(comparison).value;
    const numbers = new Map(comparison.evidence.map((entry) => [entry.finding, entry.number]));
    for (const row of comparison.rows)
      for (const id of row.cells.flatMap((cell) => cell.facts)) {
        const number = numbers.get(id);
        expect(html, id).toContain(`href="#e${number}"`);
        const entry = html.slice(html.indexOf(`<li id="e${number}"`));
        expect(entry.slice(0, entry.indexOf('</li>')), id).toMatch(new RegExp(`href="#r${number}(?:-[0-9]+)?"`));
      }
  });

  it('shows every row once, with its verdict and a cell for every place', () => {
    const comparison = sampleComparison();
    const html = render(comparison).value;
    for (const row of comparison.rows) {
      const start = html.indexOf(`<tbody id="row-${row.id}"`);
      const part = html.slice(start, html.indexOf('</tbody>', start));
      expect(part).toContain(`data-verdict="${row.verdict}"`);
      expect(all(part, /<td data-j="([^"]*)"/g)).toEqual(comparison.jurisdictions.map(({ id }) => id));
      expect(all(part, /data-state="([^"]*)"/g)).toEqual(row.cells.map((cell) => cell.state));
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '{{constructor}}{{{t "end"}}}',
    '</style><iframe src="file:///etc/passwd">',
    '&lt;b&gt;\u0000\u0008',
  ])('never takes report text for markup or template: %s', (payload) => {
    const plain = body(render().value);
    const html = body(render(hostileComparison(payload)).value);
    const tags = (text: string) =>
      [...new Set(all(text, /<([a-z][a-z0-9]*)/gi).map((tag) => tag.toLowerCase()))].sort();
    expect(tags(html)).toEqual(tags(plain));
    const unquoted = html.replace(/="[^"]*"/g, '=""');
    expect(all(unquoted, /<[a-z][^>]*\s(on[a-z]+)=/gi)).toEqual([]);
    expect(html).not.toContain('\u0000');
  });

  it('keeps a title inside the style sheet and its quotes', () => {
    const comparison = { ...sampleComparison(), title: '甲"}</style><script>alert(1)</script>' };
    const html = render(comparison).value;
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('is the same string for the same values', () => {
    expect(render().value).toBe(render().value);
  });

  it('opens a section for what belongs to no theme', () => {
    const comparison = sampleComparison();
    const rows = comparison.rows.map((row) => (row.id === 'online-rate' ? { ...row, theme: 'unheard-of' } : row));
    expect(render({ ...comparison, rows }).value).toContain('<section id="theme-other"');
  });

  it('notes a finding that stands without evidence', () => {
    const comparison = sampleComparison();
    const [first] = comparison.rows.flatMap((row) => row.cells.flatMap((cell) => cell.facts));
    const evidence = comparison.evidence.filter((entry) => entry.finding !== first);
    const { notes } = render({ ...comparison, evidence });
    expect(notes.map((note) => note.code)).toContain('report/evidence-missing');
    expect(notes[0]?.message).toContain(first);
  });

  it('renders a comparison of nothing', () => {
    const empty = {
      ...sampleComparison(),
      jurisdictions: [],
      reports: [],
      sources: [],
      facts: [],
      honour_records: [],
      initiatives: [],
      evidence: [],
      rows: [],
      singles: [],
      ladders: [],
      practices: [],
      unique: [],
      honours: { entries: [], totals: [] },
      emphasis: { cells: [], terms: [], method: { zh: '', en: '' } },
      conflicts: [],
      silences: [],
      sentences: [],
    };
    expect(render(empty).value).toContain('</html>');
  });

  it.each([
    [6, false, false],
    [7, true, false],
    [9, true, false],
    [10, false, true],
  ])('sets %i places %s on landscape pages, %s one under another', (count, wide, stacked) => {
    const { value } = render(manyPlaces(count));
    expect(value.includes('flow wide-page')).toBe(wide);
    expect(value.includes('<main class="stack">')).toBe(stacked);
  });
});

describe('templates of the user', () => {
  const failure = (changed: Record<string, string>): TemplateError => {
    try {
      render(sampleComparison(), { templates: { ...templates, ...changed } });
    } catch (error) {
      if (error instanceof TemplateError) return error;
      throw error;
    }
    throw new Error('expected a TemplateError');
  };

  it('replace a partial by its name', () => {
    const html = render(sampleComparison(), {
      templates: { ...templates, 'mast.hbs': '<h1>{{title}}·自订</h1>' },
    }).value;
    expect(html).toContain('<h1>六地公安工作对照简报·自订</h1>');
  });

  it.each([
    ['a missing field', '<p>\n{{no_such_field}}</p>', 2],
    ['a missing field of a part', '{{#with who}}\n\n{{rows.length}} {{numbr}}{{/with}}', 3],
    ['a field of the prototype', 'x\n{{constructor}}', 2],
    ['a way to the prototype', '{{title}}\n{{__proto__.constructor}}', 2],
    ['an unknown helper', 'a\nb\n{{shout title}}', 3],
    ['broken syntax', '{{#if title}}\n', null],
    ['markup out of text', '\n{{svg title}}', 2],
    ['an unknown word', '\n{{t "no.such.word"}}', 2],
  ])('say in which template and line: %s', (_, source, line) => {
    const error = failure({ 'mast.hbs': source });
    expect(error.template).toBe('mast.hbs');
    if (line !== null) expect(error.line).toBe(line);
    expect(error.message).toMatch(/^mast\.hbs/);
  });

  it('name a partial that is not there', () => {
    expect(failure({ 'brief.hbs': '{{> nowhere}}' }).message).toContain('nowhere');
  });
});

describe('the words', () => {
  it('are the same keys with the same arguments in both languages', () => {
    const read = (lang: string) => JSON.parse(templates[`messages.${lang}.json`] ?? '') as Record<string, string>;
    const [zh, en] = [read('zh-CN'), read('en')];
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    const names = (text = '') => [...new Set([...text.matchAll(/\{([a-z]+)/g)].map(([, name]) => name))].sort();
    for (const key of Object.keys(zh)) expect(names(en[key]), key).toEqual(names(zh[key]));
  });
});
