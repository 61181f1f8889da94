import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readZip, writeZip } from '../../src/publish/zip.js';
import { duizhao } from '../support/cli.js';

const FORMATS = 'html,pdf,json,csv,xlsx,docx';
let folder = '';
const path = (...parts: string[]) => join(folder, ...parts);

/** Two corpora that differ in one figure. */
function corpus(name: string, figure: number): void {
  mkdirSync(path(name));
  writeFileSync(
    path(name, 'corpus.yaml'),
    `jurisdictions:
  - { id: a, name: 甲市, level: city, aliases: [甲市公安] }
  - { id: b, name: 乙市, level: city, aliases: [乙市公安] }
reports:
  - { id: a-2022, jurisdiction: a, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: a.txt }] }
  - { id: b-2022, jurisdiction: b, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: b.txt }] }
`,
  );
  writeFileSync(
    path(name, 'a.txt'),
    `2022年，甲市公安抓获电信诈骗犯罪嫌疑人${figure}名，化解矛盾纠纷5817起。甲市公安局荣获“全国优秀公安局”称号。\n`,
  );
  writeFileSync(path(name, 'b.txt'), '2022年，乙市公安抓获电信诈骗犯罪嫌疑人98名，化解矛盾纠纷4213起。\n');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-verify-'));
  corpus('corpus', 1267);
  corpus('other', 1268);
  for (const name of ['corpus', 'other'])
    expect(duizhao(['compare', path(name), '--out', path(`out-${name}`), '--format', FORMATS]).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fresh copy of the true outputs with one file changed. */
function tampered(change: (out: string) => void): ReturnType<typeof duizhao> {
  rmSync(path('out'), { recursive: true, force: true });
  cpSync(path('out-corpus'), path('out'), { recursive: true });
  change(path('out'));
  return duizhao(['verify', path('out'), '--corpus', path('corpus')]);
}
const edit = (file: string, change: (text: string) => string) => (out: string) => {
  const before = readFileSync(join(out, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(out, file), after);
};
const editZip = (file: string, change: (text: string) => string) => (out: string) => {
  const files = new Map(
    [...readZip(readFileSync(join(out, file)))].map(([name, bytes]) => [
      name,
      name.endsWith('.xml') ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes,
    ]),
  );
  writeFileSync(join(out, file), writeZip(files));
};

test('true outputs agree with the result and the sources', () => {
  const { status, stdout } = tampered(() => {});
  expect(stdout).not.toContain('DIFFERENT');
  for (const file of ['brief.html', 'brief.pdf', 'brief.docx', 'brief.xlsx', 'facts.csv', 'facts.jsonl', 'sources'])
    expect(stdout).toMatch(new RegExp(`ok .*${file}: [1-9]`));
  expect(status).toBe(0);
});

describe('one changed figure is found in', () => {
  test.each<[string, (out: string) => void, RegExp]>([
    [
      'the HTML table',
      edit('brief.html', (html) => html.replace(/(class="fig-no">)1267/, '$11297')),
      /brief\.html: .*1267/,
    ],
    ['the HTML, everywhere', edit('brief.html', (html) => html.replaceAll('1267', '1297')), /brief\.html: /],
    ['the PDF', (out) => cpSync(path('out-other/brief.pdf'), join(out, 'brief.pdf')), /brief\.pdf: .*1268/],
    ['the Word file', editZip('brief.docx', (xml) => xml.replaceAll('1267', '1297')), /brief\.docx: .*1297/],
    [
      'the spreadsheet',
      editZip('brief.xlsx', (xml) => xml.replace('<v>1267</v>', '<v>1297</v>')),
      /brief\.xlsx: .*1297.*1267/,
    ],
    ['the CSV', edit('data/facts.csv', (csv) => csv.replace(',1267,', ',1297,')), /facts\.csv: .*1297.*1267/],
    [
      'the records',
      edit('data/facts.jsonl', (lines) => lines.replace('"value":1267', '"value":1297')),
      /facts\.jsonl: line \d+/,
    ],
  ])('%s', (_where, change, message) => {
    const { status, stdout } = tampered(change);
    expect(stdout).toMatch(message);
    expect(status).toBe(1);
  });

  test('the source that was edited after the run', () => {
    writeFileSync(path('other', 'a.txt'), readFileSync(path('corpus', 'a.txt'), 'utf8').replace('5817', '5871'));
    const { status, stdout } = duizhao(['verify', path('out-corpus'), '--corpus', path('other')]);
    expect(stdout).toMatch(/sources: a\.txt is no longer the text/);
    expect(stdout).toMatch(/5871.*5817/);
    expect(status).toBe(1);
  });
});

test('a damaged output is a difference, a folder without a result is a wrong call', () => {
  expect(tampered((out) => writeFileSync(join(out, 'brief.docx'), 'no zip')).stdout).toMatch(
    /brief\.docx: cannot be read/,
  );
  const { status, stderr } = duizhao(['verify', path('corpus')]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/found no data\/comparison\.json/);
});
