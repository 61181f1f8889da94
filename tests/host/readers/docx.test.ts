import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/host/readers/index.js';
import { checkZip } from '../../../src/host/readers/zip-guard.js';
import { makeZip } from '../../support/zip.js';

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
async function wordFile(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: '云澜市公安局2023年工作总结', heading: HeadingLevel.TITLE }),
    new Paragraph({ text: '一、打击犯罪', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [
        new TextRun('全市刑事立案'),
        new TextRun({ text: '4120起', bold: true }),
        new TextRun('，同比下降13.2%。'),
      ],
    }),
    new Paragraph(''),
    new Table({
      rows: [
        new TableRow({ children: [cell('指标'), cell('数量')] }),
        new TableRow({ children: [cell('电诈立案'), cell('1830起')] }),
      ],
    }),
    new Paragraph('云澜市公安局'),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

test('paragraphs, headings and rows of tables, each a unit', async () => {
  const { value, notes } = await readSource(await wordFile(), 'a.docx');
  expect(notes).toEqual([]);
  expect(value?.text).toBe(
    '# 云澜市公安局2023年工作总结\n\n# 一、打击犯罪\n\n全市刑事立案4120起，同比下降13.2%。\n\n指标 数量\n电诈立案 1830起\n\n云澜市公安局\n',
  );
  expect(value?.units.map(({ label, span }) => [label, value.text.slice(span.start, span.end)])[2]).toEqual([
    '第3段',
    '全市刑事立案4120起，同比下降13.2%。',
  ]);
});

const xml = '<?xml version="1.0"?>';
const part = (name: string, content: string | Uint8Array, said?: number) => ({
  name,
  content,
  ...(said === undefined ? {} : { said }),
});

describe('what cannot be read is named', () => {
  const cases: readonly [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    [
      'a part that unpacks to more than it says',
      () => makeZip([part('word/document.xml', 'x'.repeat(100_000), 1000)]),
      'source/zip-bomb',
    ],
    ['a part beyond reason', () => makeZip([part('word/document.xml', new Uint8Array(60_000_000))]), 'source/zip-bomb'],
    [
      'parts beyond reason together',
      () => makeZip([1, 2, 3].map((n) => part(`word/${n}.xml`, new Uint8Array(40_000_000)))),
      'source/zip-bomb',
    ],
    [
      'too many parts',
      () => makeZip(Array.from({ length: 5000 }, (_, i) => part(`word/${i}.xml`, ''))),
      'source/zip-bomb',
    ],
    [
      'a document type',
      () => makeZip([part('word/document.xml', `${xml}<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>`)]),
      'source/zip-bomb',
    ],
    ['a file cut off', async () => (await wordFile()).slice(0, 3000), 'source/damaged-docx'],
    ['a zip of something else', () => makeZip([part('xl/workbook.xml', '<a/>')]), 'source/damaged-docx'],
    [
      'a Word file of nonsense',
      () => makeZip([part('word/document.xml', '<a><b></a>'), part('_rels/.rels', '<a/>')]),
      'source/',
    ],
    ['an old Word file', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'source/old-word'],
    ['plain text', () => new TextEncoder().encode('2023年，全市破案九百起。'), 'source/damaged-docx'],
  ];
  test.each(cases)('%s', async (_, make, code) => {
    const { value, notes } = await readSource(await make(), 'a.docx');
    expect(value).toBeNull();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ severity: 'error', place: { file: 'a.docx' } });
    expect(notes[0]?.code.startsWith(code)).toBe(true);
  });

  test('an old ending says what to do', async () => {
    const { notes } = await readSource(new Uint8Array([1, 2, 3]), '总结.doc');
    expect(notes).toMatchObject([{ code: 'source/old-word', place: { file: '总结.doc' } }]);
  });
});

test('whatever is changed in a Word file, reading it throws nothing', async () => {
  const whole = await wordFile();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(whole.length),
      async (edits, end) => {
        const bytes = whole.slice(0, edits.length % 2 === 0 ? end : whole.length);
        for (const [at, byte] of edits) if (at < bytes.length) bytes[at] = byte;
        const { value, notes } = await readSource(bytes, 'a.docx');
        expect(value !== null || notes.some(({ severity }) => severity === 'error')).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('a whole file passes, and its parts are listed', async () => {
  const check = checkZip(await wordFile());
  expect(check.reason).toBeNull();
  expect(check.names).toContain('word/document.xml');
});
