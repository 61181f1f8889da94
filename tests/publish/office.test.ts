import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../src/publish/docx/index.js';
import { toXlsx } from '../../src/publish/xlsx.js';
import { readZip, writeZip } from '../../src/publish/zip.js';
import { plainTables } from '../../src/report/index.js';
import { hostileComparison, sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const date = new Date('2024-01-09T00:00:00Z');
const comparison = sampleComparison();
const text = (files: ReadonlyMap<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name));

describe('zip', () => {
  it('reads back what it wrote', () => {
    const file = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'abc甲/'), minLength: 1 }).filter((name) => !name.endsWith('/')),
      fc.uint8Array(),
    );
    fc.assert(
      fc.property(fc.array(file), (list) => {
        const files = new Map(list);
        const back = readZip(writeZip(files));
        expect([...back.keys()]).toEqual([...files.keys()]);
        for (const [name, content] of files)
          expect(Buffer.from(back.get(name) ?? []).equals(Buffer.from(content))).toBe(true);
      }),
    );
  });

  it('says when a file is none', () => {
    expect(() => readZip(new Uint8Array(40))).toThrow(/zip/);
  });
});

describe('the Word document', () => {
  const make = () => toDocx(comparison, { templates, lang: 'zh-CN', date });

  it('is the same bytes twice', async () => {
    const first = await make();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await make()).equals(Buffer.from(first))).toBe(true);
  });

  it('has real headings, a contents field, East Asian faces and every figure linked to its evidence', async () => {
    const files = readZip(await make());
    const body = text(files, 'word/document.xml');
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThanOrEqual(8);
    const levels = [...body.matchAll(/<w:pStyle w:val="Heading([1-6])"\/>/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    expect(body).toMatch(/<w:instrText[^>]*>TOC /);
    expect(text(files, 'word/styles.xml')).toContain('w:eastAsia="宋体"');
    const bookmarks = new Set([...body.matchAll(/<w:bookmarkStart[^>]*w:name="(e[0-9]+)"/g)].map(([, name]) => name));
    expect(bookmarks.size).toBe(comparison.evidence.length);
    const links = [...body.matchAll(/<w:hyperlink[^>]*w:anchor="(e[0-9]+)"/g)].map(([, name]) => name);
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((name) => !bookmarks.has(name))).toEqual([]);
    for (const fact of comparison.rows.flatMap((row) => row.cells).flatMap((cell) => cell.facts)) {
      const number = comparison.evidence.find(({ finding }) => finding === fact)?.number;
      expect(links).toContain(`e${number}`);
    }
    expect(text(files, 'word/comments.xml').match(/<w:comment /g)?.length).toBe(new Set(links).size);
  });

  it('is well-formed XML whatever a report says', async () => {
    const files = readZip(await toDocx(hostileComparison('<w:p>&]]>\u0000\u0008"'), { templates, lang: 'en', date }));
    for (const [name, content] of files) {
      if (!name.endsWith('.xml')) continue;
      const xml = new TextDecoder().decode(content);
      expect(xml, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      const tags = [...xml.replace(/<\?[^>]*\?>/g, '').matchAll(/<(\/?)([a-zA-Z:0-9]+)(?:[^>"]|"[^"]*")*?(\/?)>/g)];
      const stack: string[] = [];
      for (const [, closing, tag = '', single] of tags) {
        if (closing === '/') expect(stack.pop(), name).toBe(tag);
        else if (single !== '/') stack.push(tag);
      }
      expect(stack, name).toEqual([]);
    }
  });
});

describe('the spreadsheet', () => {
  it('is the same bytes twice and has a sheet a table', async () => {
    const tables = plainTables(comparison);
    const first = await toXlsx(tables);
    expect(Buffer.from(await toXlsx(tables)).equals(Buffer.from(first))).toBe(true);
    const names = [...text(readZip(first), 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(tables.map((table) => table.name));
  });

  it('holds text as text: no cell is a formula', async () => {
    const files = readZip(
      await toXlsx([{ name: 't', columns: ['a'], rows: [['=1+1'], ['@x'], [2.5], [null], [true]] }]),
    );
    expect(text(files, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect(text(files, 'xl/sharedStrings.xml')).toContain('=1+1');
  });
});
