import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInside, readWhole } from '../../src/host/files.js';
import { readLexiconFiles } from '../../src/host/lexicon-files.js';
import { readSource } from '../../src/host/readers/index.js';
import { readTemplates } from '../../src/host/templates.js';
import { readCorpus } from '../../src/pipeline/read-corpus.js';
import { readLexicon } from '../../src/pipeline/read-lexicon.js';
import { readReviews } from '../../src/pipeline/review.js';
import { cliPath, duizhao, root } from '../support/cli.js';
import { formsPdf } from '../support/pdf.js';
import { makeZip } from '../support/zip.js';

// What takes too long here runs into the limit of the test; nothing here takes more than some seconds.

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (path: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, path), text);
  return join(folder, path);
};
const schema = (name: string) => JSON.parse(readFileSync(`${root}schemas/${name}.schema.json`, 'utf8'));

const TEXT = '<p>2022年，全市公安机关共破获电信诈骗案件120起，抓获犯罪嫌疑人98名。</p>';
const MANY = 100_000;

describe('pages', () => {
  test.each([
    ['elements', '<div>'.repeat(MANY), 'source/too-deep'],
    ['elements that nothing closes, and ends of others', '<font></i>'.repeat(MANY), 'source/too-deep'],
    ['elements that close each other', '<li><p>'.repeat(MANY), 'source/too-deep'],
    ['cells of tables', '<table><tr><td>'.repeat(MANY), 'source/too-deep'],
    ['ends in comments', '<div><!--</div>-->'.repeat(MANY), 'source/too-deep'],
    ['ends in attributes', '<div a="</div>">'.repeat(MANY), 'source/too-deep'],
    ['bodies', '<body>'.repeat(MANY), 'source/too-deep'],
    ['drawings', '<svg><foreignObject>'.repeat(MANY), 'source/too-deep'],
    ['deep ones, again and again', `${'<b>'.repeat(2000)}${'</b>'.repeat(2000)}`.repeat(100), 'source/too-deep'],
    [
      'attributes of one element',
      `<p ${Array.from({ length: 400_000 }, (_, i) => `a${i}=1`).join(' ')}>`,
      'source/too-large',
    ],
    ['elements side by side', '<span>1</span>'.repeat(500_000), 'source/too-large'],
    ['entities', '&amp;'.repeat(1_000_000), 'source/too-large'],
    ['angle brackets', '<'.repeat(4_000_000), 'source/too-large'],
  ])('too many %s: refused', async (_, page, code) => {
    const { value, notes } = await readSource(Buffer.from(`<html>\n<body>\n${page}${TEXT}`), 'x.html');
    expect(value).toBeNull();
    expect(notes).toMatchObject([
      { code, severity: 'error', place: { file: 'x.html', line: 3 }, hint: expect.any(String) },
    ]);
  });

  test.each([
    ['comments that nothing closes', '<!--'.repeat(MANY)],
    ['white space', ' \n'.repeat(200_000)],
    ['paragraphs that nothing closes', '<p>'.repeat(2000)],
    ['scripts', '<script>'.repeat(MANY)],
  ])('%s: read, or refused for want of text', async (_, page) => {
    const { value, notes } = await readSource(Buffer.from(`<html><body>${TEXT}${page}`), 'x.html');
    expect(value?.text ?? notes[0]?.code).toMatch(/破获电信诈骗案件120起|source\/no-text/);
  });
});

describe('Word files', () => {
  const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const rels = (target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
  const body = (text: string) => `<w:document ${NAMESPACE}><w:body>${text}</w:body></w:document>`;
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const word = (text: string) =>
    makeZip([
      { name: '_rels/.rels', content: rels('word/document.xml') },
      { name: 'word/document.xml', content: body(text) },
    ]);

  test.each([
    ['millions of tags', () => word('<w:p/>'.repeat(2_000_000)), 'source/zip-bomb'],
    ['tables in tables', () => word('<w:tbl><w:tr><w:tc>'.repeat(MANY)), /^source\//],
    [
      'the document under the name of a picture',
      () =>
        makeZip([
          { name: '_rels/.rels', content: rels('word/media/a.png') },
          { name: 'word/document.xml', content: body('') },
          { name: 'word/media/a.png', content: body(paragraph('秘密')) },
        ]),
      /^source\//,
    ],
  ])('%s: refused', async (_, file, code) => {
    const { value, notes } = await readSource(file(), 'x.docx');
    expect(value).toBeNull();
    expect(notes).toMatchObject([{ severity: 'error', place: { file: 'x.docx' } }]);
    expect(notes[0]?.code).toMatch(code);
  });

  test('a directory that two programs read in two ways: only what was checked is read', async () => {
    const checked = word(paragraph('核对过的文字，破案120起'));
    const hidden = word(paragraph('没有核对的文字，破案999起'));
    // the second container stands before, its directory too; the last directory is the one that counts
    const { value } = await readSource(Buffer.concat([hidden.subarray(0, -22), checked]), 'x.docx');
    expect(value?.text ?? '').not.toContain('999');
  });
});

describe('PDFs', () => {
  test('forms that draw each other twice as often at each step: given up in time, and the next file is read', () => {
    // the thread starts from a compiled file
    const script = `
      import { readBeside } from ${JSON.stringify(pathToFileURL(join(dirname(cliPath), 'host/readers/pdf-thread.js')).href)};
      import { readFileSync } from 'node:fs';
      const read = (name, patience) => readBeside(new Uint8Array(readFileSync(name)), name, patience);
      const bomb = await read('x.pdf', { patience: 1500 });
      const others = await Promise.all([read('y.pdf', {}), read('z.pdf', {})]);
      console.log(JSON.stringify([bomb, ...others]));`;
    for (const [name, steps] of [
      ['x.pdf', 40],
      ['y.pdf', 1],
      ['z.pdf', 2],
    ] as const)
      put(name, formsPdf(steps));
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
    const [bomb, ...others] = JSON.parse(ran.stdout);
    expect(bomb).toMatchObject({ value: null, notes: [{ code: 'source/pdf-bomb', place: { file: 'x.pdf' } }] });
    for (const other of others) expect(other.value.text).toContain('2022 cases');
  });
});

describe('Parquet', () => {
  test('a page that never ends, and one that is whole: given up in time, and the next file is read', () => {
    // the thread starts from a compiled file
    const script = `
      import { parquetLines } from ${JSON.stringify(pathToFileURL(join(dirname(cliPath), 'host/parquet.js')).href)};
      const read = async (path, options) => {
        const lines = [];
        try {
          for await (const { text } of parquetLines(path, options)) lines.push(text.length);
        } catch (error) {
          return error.name + ': ' + error.message;
        }
        return lines.length;
      };
      const folder = ${JSON.stringify(join(root, 'tests/host/parquet/'))};
      console.log(JSON.stringify([
        await read(folder + 'never-ends.parquet', { patience: 1500 }),
        await read(folder + 'duckdb-snappy.parquet'),
        await read(folder + 'nobody.parquet'),
      ]));`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
    const [endless, whole, missing] = JSON.parse(ran.stdout);
    expect(endless).toMatch(/^ParquetError: a Parquet file that takes too much time or memory/);
    expect(whole).toBeGreaterThan(0);
    expect(missing).toMatch(/^Error: ENOENT/);
  });
});

describe('YAML', () => {
  const names = [...'abcdefghij'];
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['lists in lists', '['.repeat(MANY), /nested too deep/],
    ['mappings in mappings', '{a: '.repeat(MANY), /nested too deep/],
    ['lists by dashes', `${'- '.repeat(MANY)}a`, /nested too deep/],
    [
      'a billion laughs',
      `a: &a [x]\n${names
        .slice(1)
        .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${names[i]}`).join(', ')}]`)
        .join('\n')}`,
      /alias/,
    ],
    [
      'a billion laughs by merging',
      `a: &a { x: 1 }\n${names
        .slice(1)
        .map((name, i) => `${name}: &${name} { <<: [${Array(9).fill(`*${names[i]}`).join(', ')}] }`)
        .join('\n')}`,
      /alias/,
    ],
    ['an alias inside itself', 'a: 1\nb: &b { c: [*b] }', /alias inside what it stands for/],
    ['an alias of nothing', 'a: 1\nb: *c', /alias \*c without an anchor/],
    ['keys of one mapping', Array.from({ length: 10_000 }, (_, i) => `k${i}: 1`).join('\n'), /too many keys/],
    ['length', `title: ${'a'.repeat(9_000_000)}`, /characters, expected at most/],
    ['documents', '---\n'.repeat(MANY), /more than one document/],
    ['wrong entries', `jurisdictions:\n${'- 1\n'.repeat(MANY)}reports: []`, /expected object/],
  ];
  test.each(cases)(
    'corpus.yaml, review.yaml and a lexicon of too many %s: refused with file and line',
    (_, text, said) => {
      const readings = [
        readCorpus(text, 'corpus.yaml', schema('corpus')),
        readReviews(text, 'review.yaml', schema('review')),
        readLexicon([[{ file: 'lexicon/x.yaml', text }]], schema('lexicon')),
      ];
      for (const [i, { value, notes }] of readings.entries()) {
        expect(value).toBeNull();
        expect(notes.length).toBeLessThanOrEqual(100);
        for (const note of notes) {
          expect(note).toMatchObject({ severity: 'error', hint: expect.any(String) });
          expect(note.place?.file).toBe(['corpus.yaml', 'review.yaml', 'lexicon/x.yaml'][i]);
          expect(note.place?.line).toBeGreaterThan(0);
        }
      }
      expect(readings[0]?.notes[0]?.message).toMatch(said);
    },
  );

  test('100,000 sources of one report, each once, are taken; as many wrong reports give no more than 100 errors', () => {
    const place = 'jurisdictions: [{ id: a, name: 甲市 }]\n';
    const files = Array.from({ length: MANY }, (_, i) => `{ file: f${i}.txt }`).join(', ');
    const one = readCorpus(
      `${place}reports: [{ id: r, jurisdiction: a, sources: [${files}] }]`,
      'corpus.yaml',
      schema('corpus'),
    );
    expect(one.value?.reports[0]?.sources).toHaveLength(MANY);
    const wrong = '- { id: r, jurisdiction: b, sources: [{ file: ../x }] }\n'.repeat(5000);
    expect(readCorpus(`${place}reports:\n${wrong}`, 'corpus.yaml', schema('corpus')).notes).toHaveLength(100);
  });
});

describe('what is no plain file', () => {
  test.each([
    ['a pipe', () => spawnSync('mkfifo', [join(folder, 'x')]), 'not-a-file'],
    ['a folder', () => mkdirSync(join(folder, 'x')), 'not-a-file'],
    ['a device without end', () => symlinkSync('/dev/zero', join(folder, 'x')), 'not-a-file'],
    ['a link to itself', () => symlinkSync('x', join(folder, 'x')), 'unreadable'],
    ['a link to nothing', () => symlinkSync('y', join(folder, 'x')), 'missing'],
    ['a sparse file of 200 MB', () => truncateSync(put('x', ''), 200 * 1024 * 1024), 'too-large'],
    [
      'a file that says it is empty and is not',
      () => symlinkSync('/proc/self/status', join(folder, 'x')),
      'unreadable',
    ],
  ])('%s is not read', async (_, make, reason) => {
    make();
    expect(await readWhole(join(folder, 'x'))).toMatchObject({ reason });
  });

  test('a socket is not read', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'x'), resolve));
    try {
      expect(await readWhole(join(folder, 'x'))).toMatchObject({ reason: 'not-a-file' });
    } finally {
      server.close();
    }
  });

  test('a file without the right to read it', async () => {
    const path = put('x', 'text');
    chmodSync(path, 0);
    // root may read everything
    expect(await readWhole(path)).toMatchObject(
      process.getuid?.() === 0 ? { bytes: expect.anything() } : { reason: 'unreadable' },
    );
  });

  test('a file that is written while it is read is as it was at one moment, or is not read', async () => {
    const path = put('x', 'a'.repeat(1_000_000));
    const writer = spawn(process.execPath, [
      '-e',
      `const fs = require('fs'); for (let i = 0; ; i++) fs.writeFileSync(${JSON.stringify(path)}, String.fromCharCode(97 + (i % 26)).repeat(1_000_000 + i))`,
    ]);
    try {
      for (let round = 0; round < 40; round++) {
        const read = await readWhole(path);
        if (!('bytes' in read)) expect(read.detail).toBe('it changes while it is read');
        else expect(read.bytes.length === 0 || read.bytes.every((byte) => byte >= 97)).toBe(true);
      }
    } finally {
      writer.kill('SIGKILL');
    }
  });

  test.each([
    ['..', '../x'],
    ['a way down and up', 'a/../../x'],
    ['the root', '/etc/passwd'],
    ['a link', 'link'],
    ['a folder that is a link', 'up/etc/passwd'],
  ])('a path that climbs out by %s is outside', async (_, path) => {
    mkdirSync(join(folder, 'corpus'));
    put('x', 'secret');
    symlinkSync('../x', join(folder, 'corpus/link'));
    symlinkSync('/', join(folder, 'corpus/up'));
    expect(await readInside(join(folder, 'corpus'), path)).toMatchObject({ reason: 'outside' });
  });

  test('a link inside the folder, and a folder that is a link, are read', async () => {
    mkdirSync(join(folder, 'corpus'));
    put('corpus/a.txt', 'text');
    symlinkSync('a.txt', join(folder, 'corpus/b.txt'));
    symlinkSync('corpus', join(folder, 'other'));
    for (const path of ['a.txt', 'b.txt'])
      expect(await readInside(join(folder, 'other'), path)).toEqual({ bytes: new Uint8Array(Buffer.from('text')) });
  });
});

describe('a lexicon or template folder', () => {
  const cases: readonly (readonly [string, (name: string) => void])[] = [
    ['a pipe', (name) => spawnSync('mkfifo', [join(folder, name)])],
    ['a link to a device', (name) => symlinkSync('/dev/zero', join(folder, name))],
    ['a link to itself', (name) => symlinkSync(name, join(folder, name))],
    ['a file of 200 MB', (name) => truncateSync(put(name, ''), 200 * 1024 * 1024)],
    ['a file that is no text', (name) => put(name, Buffer.from([0, 1, 2, 255]))],
  ];
  test.each(cases)('with %s: an error that names the file', async (_, make) => {
    make('pipe.yaml');
    const lexicon = await readLexiconFiles(folder);
    // only plain files and links are looked at
    if (lexicon.value === null) expect(lexicon.notes[0]?.place?.file).toBe(join(folder, 'pipe.yaml'));
    else expect(lexicon.value).toEqual([]);
    make('mast.hbs');
    const templates = readTemplates(`${root}templates`, folder);
    const outcome = await templates.then(
      ({ value }) => Object.keys(value).length,
      (error: Error) => error.message,
    );
    if (typeof outcome === 'string') expect(outcome).toContain(join(folder, 'mast.hbs'));
    else expect(lexicon.value).toEqual([]);
  });
});

describe('the command', () => {
  const refusedCall = (args: readonly string[], status = 2): string => {
    const called = duizhao(
      [args[0] ?? '', '--out', join(folder, 'out'), ...args.slice(1), '--format', 'json', '--lang', 'en'],
      {
        cwd: folder,
      },
    );
    expect(called.stderr).not.toContain('failure of duizhao itself');
    expect(called.status).toBe(status);
    return called.stderr;
  };
  test('corpora of every wrong kind: exit 2 and a message that names it', () => {
    put('file', 'x');
    expect(refusedCall(['compare', 'file'])).toMatch(/file/);
    expect(refusedCall(['compare', '/dev/zero'])).toMatch(/\/dev\/zero/);
    spawnSync('mkfifo', [join(folder, 'pipe.yaml')]);
    expect(refusedCall(['compare', 'pipe.yaml'])).toMatch(/no regular file/);
    mkdirSync(join(folder, 'c'));
    put(
      'c/corpus.yaml',
      'jurisdictions: [{ id: a, name: 甲市 }]\nreports: [{ id: r, jurisdiction: a, sources: [{ file: a.txt }] }]\n',
    );
    symlinkSync('/etc/passwd', join(folder, 'c/a.txt'));
    expect(refusedCall(['compare', 'c'])).toMatch(/c\/a\.txt.*leads out|leads out.*\n?.*a\.txt/s);
    rmSync(join(folder, 'c/a.txt'));
    put('c/a.txt', '2022年，甲市公安共抓获电信诈骗犯罪嫌疑人120名。\n');
    put('c/review.yaml', 'reviews: &r [*r]\n');
    expect(refusedCall(['compare', 'c'])).toMatch(/review\.yaml:1/);
    rmSync(join(folder, 'c/review.yaml'));
    expect(refusedCall(['compare', 'c', '--lexicon', 'file'])).toMatch(/file/);
    expect(refusedCall(['compare', 'c', '--template', 'file'])).toMatch(/file/);
    expect(refusedCall(['compare', 'c', '--out', '/proc/x'])).toMatch(/\/proc\/x/);
  });
});
