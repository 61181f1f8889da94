import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/host/browser.js';
import { briefHtml, briefPdf, printPdf, writeBrief } from '../../src/publish/index.js';
import { checkPdf, fontsOf, toUnicode } from '../../src/publish/pdf-check.js';
import { arrayOf, dictOf, name, textOf } from '../../src/publish/pdf-objects.js';
import { destinations, outlineOf } from '../../src/publish/pdf-outline.js';
import { buildView } from '../../src/report/index.js';
import { testBrowser } from '../support/browser.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const comparison = sampleComparison();
const found = testBrowser();

let html: string;
let bytes: Uint8Array;
let doc: PDFDocument;

beforeAll(async () => {
  html = (await briefHtml(comparison, { templates, lang: 'zh-CN' })).value;
  const printed = await briefPdf(html, { comparison, lang: 'zh-CN', found, env: {} });
  expect(printed.notes.filter((note) => note.severity !== 'info')).toEqual([]);
  bytes = printed.value;
  doc = await PDFDocument.load(bytes, { updateMetadata: false });
});

describe('the printed brief', () => {
  it('has TrueType faces of the two families only, each with a ToUnicode map without radicals', () => {
    const fonts = fontsOf(doc);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) {
      expect(font.name).toMatch(/^Noto(?:Serif|Sans)SC/);
      expect(font.subtype).toBe('CIDFontType2');
      expect(font.codePoints.size).toBeGreaterThan(0);
      expect([...font.codePoints].filter((code) => code >= 0x2e80 && code <= 0x2fdf)).toEqual([]);
    }
  });

  it('is the same bytes, with its faces, when it is not the first brief a browser prints', async () => {
    const launched = await launchBrowser(found);
    try {
      const other = { ...comparison, title: '另一份简报' };
      const page = (await briefHtml(other, { templates, lang: 'zh-CN' })).value;
      const options = { browser: launched.browser, title: other.title, lang: 'zh-CN', date: new Date(0) };
      const first = await printPdf(page, options);
      await printPdf(html, options);
      const second = await printPdf(page, options);
      expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
      const fonts = fontsOf(await PDFDocument.load(second, { updateMetadata: false }));
      expect(fonts.map((font) => font.name).filter((face) => !/^Noto(?:Serif|Sans)SC/.test(face))).toEqual([]);
      expect(fonts.map((font) => font.subtype)).not.toContain('Type3');
    } finally {
      await launched.close();
    }
  });

  it('is the same bytes when another is printed at the same time', async () => {
    const launched = await launchBrowser(found);
    try {
      const options = { browser: launched.browser, title: 'a', lang: 'zh-CN', date: new Date(0) };
      const short = '<!doctype html><html lang="zh-CN"><head><title>a</title></head><body><h1>a</h1></body></html>';
      const alone = [await printPdf(html, options), await printPdf(short, options)];
      const [long, brief, again] = await Promise.all([
        printPdf(html, options),
        printPdf(short, options),
        printPdf(html, options),
      ]);
      expect([long, again].every((bytes) => Buffer.from(bytes).equals(Buffer.from(alone[0] ?? [])))).toBe(true);
      expect(Buffer.from(brief).equals(Buffer.from(alone[1] ?? []))).toBe(true);
    } finally {
      await launched.close();
    }
  });

  it('has every section in its outline, in order, without gaps of level', () => {
    const { nav } = buildView(comparison, { templates, lang: 'zh-CN' }).view;
    const outline = outlineOf(doc);
    const titles = outline.map((entry) => entry.title.replace(/\s+/gu, ''));
    const wanted = nav.map((entry) => entry.title.replace(/\s+/gu, ''));
    expect(titles.filter((title) => wanted.includes(title))).toEqual(wanted);
    expect(outline.every((entry) => entry.page !== null)).toBe(true);
  });

  it('prints in the table of contents the page each section begins on', async () => {
    const launched = await launchBrowser(found);
    try {
      const { nav } = buildView(comparison, { templates, lang: 'zh-CN' }).view;
      const outline = outlineOf(doc);
      const named = destinations(doc);
      for (const entry of nav) {
        const heading = outline.find(({ title }) => title.replace(/\s+/gu, '') === entry.title.replace(/\s+/gu, ''));
        expect(named.get(entry.id), entry.title).toBe(heading?.page);
      }
      // the slots of a page whose numbers are known beforehand: nothing is left to fill on a second printing
      const filled = nav.reduce(
        (page, entry) =>
          page.replace(`data-page-of="${entry.id}">00<`, `data-page-of="${entry.id}">${named.get(entry.id)}<`),
        html,
      );
      const again = await printPdf(filled, {
        browser: launched.browser,
        title: comparison.title,
        lang: 'zh-CN',
        date: new Date('2024-01-09T00:00:00Z'),
        linkText: (anchor) => anchor,
      });
      expect((await PDFDocument.load(again)).getPageCount()).toBe(doc.getPageCount());
    } finally {
      await launched.close();
    }
  });

  it('is the same bytes in another browser, at another time, in another zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      const again = await briefPdf(html, { comparison, lang: 'zh-CN', found, env: {} });
      expect(Buffer.from(again.value).equals(Buffer.from(bytes))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is the same bytes from faces that were not packed', async () => {
    const plain = await writeBrief(comparison, { templates, lang: 'zh-CN' }).html('truetype');
    expect(plain.value).not.toBe(html);
    const again = await briefPdf(plain.value, { comparison, lang: 'zh-CN', found, env: {} });
    expect(Buffer.from(again.value).equals(Buffer.from(bytes))).toBe(true);
  });

  it('says its title, language and dates, and nothing of the machine', () => {
    expect(doc.getTitle()).toBe(comparison.title);
    expect(doc.getLanguage()).toBe('zh-CN');
    expect(doc.getCreator()).toBe('duizhao');
    expect(doc.getProducer()).toBe('duizhao');
    expect(doc.getCreationDate()?.toISOString()).toBe('2024-03-31T00:00:00.000Z');
  });

  it('lets nothing in the document reach a file or the network', async () => {
    const launched = await launchBrowser(found);
    try {
      const secret = '/etc/hostname';
      const value = await printPdf(
        `<!doctype html><html lang="zh-CN"><title>x</title><body><h1>x</h1><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><img src="http://127.0.0.1:9/x.png"><script>document.body.textContent='ran'</script></body></html>`,
        { browser: launched.browser, title: 'x', lang: 'zh-CN', date: new Date(0) },
      );
      const codes = fontsOf(await PDFDocument.load(value)).flatMap((font) => [...font.codePoints]);
      expect(String.fromCodePoint(...codes.filter((code) => code > 32))).toBe('x');
    } finally {
      await launched.close();
    }
  });

  it('shows the pictures and faces that only a style sheet names', async () => {
    const launched = await launchBrowser(found);
    try {
      const dot =
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
      const face = /@font-face\{font-family:"Noto Serif SC";[^}]*\}/i.exec(html.replaceAll('\\20 ', ' '))?.[0];
      expect(face).toBeDefined();
      const value = await printPdf(
        `<!doctype html><html lang="zh-CN"><title>x</title><style>${face} p { font-family: "Noto Serif SC"; background: url(${dot}); }</style><body><p>人</p></body></html>`,
        { browser: launched.browser, title: 'x', lang: 'zh-CN', date: new Date(0) },
      );
      const printed = await PDFDocument.load(value);
      expect(fontsOf(printed).map((font) => font.name)).toEqual([expect.stringMatching(/^NotoSerifSC/)]);
      expect(Buffer.from(await printed.save({ useObjectStreams: false })).includes('/Subtype /Image')).toBe(true);
    } finally {
      await launched.close();
    }
  });

  it('leaves no profile folder behind, on success or failure', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('duizhao-browser-'));
    const launched = await launchBrowser(found);
    const [profile] = (await readdir(tmpdir())).filter(
      (name) => name.startsWith('duizhao-browser-') && !before.includes(name),
    );
    await expect(
      printPdf(html, { browser: launched.browser, title: 'x', lang: 'zh-CN', date: new Date(0), timeout: 1 }),
    ).rejects.toThrow();
    await launched.close();
    expect(profile).toBeDefined();
    expect(existsSync(`${tmpdir()}/${profile}`)).toBe(false);
    await expect(launchBrowser({ ...found, path: '/nonexistent/browser' })).rejects.toThrow();
  });
});

describe('the heads that table cells name', () => {
  it('are there, in the order of the tree, and each is named by a cell', () => {
    const root = dictOf(doc, doc.catalog.get(name('StructTreeRoot')));
    const tree = arrayOf(doc, dictOf(doc, root?.get(name('IDTree')))?.get(name('Names')))?.asArray() ?? [];
    const ids = tree.flatMap((entry, at) => (at % 2 === 0 ? [textOf(doc, entry)] : []));
    expect(ids.length).toBeGreaterThan(2);
    expect(ids).toEqual([...ids].sort());
    for (const [at, id] of ids.entries()) {
      const element = dictOf(doc, tree[2 * at + 1]);
      expect(textOf(doc, element?.get(name('ID')))).toBe(id);
      expect(textOf(doc, element?.get(name('S')))).toBe('TH');
    }
    const elements = doc.context.enumerateIndirectObjects().flatMap(([, object]) => dictOf(doc, object) ?? []);
    const named = elements.flatMap((element) => {
      const held = element.get(name('A'));
      const attributes = arrayOf(doc, held)?.asArray() ?? [held];
      return attributes.flatMap((attribute) => {
        const headers = arrayOf(doc, dictOf(doc, attribute)?.get(name('Headers')));
        return headers?.asArray().map((id) => textOf(doc, id)) ?? [];
      });
    });
    expect([...new Set(named)].sort()).toEqual(ids);
    expect(elements.filter((element) => element.has(name('S')) && element.has(name('ID'))).length).toBe(ids.length);
  });
});

describe('the check', () => {
  it('finds what a plain browser print lacks', async () => {
    const launched = await launchBrowser(found);
    try {
      const page = await launched.browser.newPage();
      await page.setContent(
        '<h1>一</h1><h3>跳级</h3><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg>',
      );
      const codes = (await checkPdf(await page.pdf({ tagged: true, outline: true }))).map((note) => note.code);
      expect(codes).toEqual(
        expect.arrayContaining(['pdf/no-identifier', 'pdf/no-title', 'pdf/figure-without-text', 'pdf/heading-order']),
      );
    } finally {
      await launched.close();
    }
  });

  it.each([
    ['2 beginbfchar\n<0001> <4EBA>\n<0002> <2F08>\nendbfchar', [0x4eba, 0x2f08]],
    ['1 beginbfrange\n<0001> <0003> <4E00>\nendbfrange', [0x4e00, 0x4e01, 0x4e02]],
    ['1 beginbfrange\n<0001> <0002> [<5F00> <7F51>]\nendbfrange', [0x5f00, 0x7f51]],
    ['1 beginbfchar\n<0001> <D842DFB7>\nendbfchar', [0x20bb7]],
    ['begincmap endcmap', []],
  ])('reads a ToUnicode map', (cmap, codes) => {
    expect([...toUnicode(cmap)]).toEqual(codes);
  });
});
