// Valid inputs for fuzzing, small ones: what is changed is what fuzz.mjs is about.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph } from 'docx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import iconv from 'iconv-lite';
import { someText } from './fuzz.mjs';
import { root } from './machine.mjs';

const TEXT = someText(1);

async function pdf() {
  const doc = await PDFDocument.create();
  for (const line of ['2022: 120 cases, down 12.5%', 'second page'])
    doc.addPage([300, 200]).drawText(line, { x: 20, y: 100, size: 12 });
  return new Uint8Array(await doc.save());
}

const CORPUS = `title: 对照
jurisdictions:
  - &a { id: a, name: 甲市, level: city, aliases: [甲市公安], population: { value: 1000000, year: 2021, source: 年鉴 } }
  - { id: b, name: 乙县, short: 乙, level: county }
reports:
  - id: a-2022
    jurisdiction: a
    period: { from: 2022-01-01, to: 2022-12-31, label: 2022年 }
    published: { date: 2023-01-10, outlet: 某报, title: 综述 }
    sources: [{ file: a.txt, parts: [{ from: 1, to: 9 }] }, { file: b/c.txt }]
  - { id: b-2022, jurisdiction: b, sources: [{ file: a.txt }] }
`;
const REVIEW = `reviews:
  - { report: a-2022, quote: 破案120起, action: accept, note: 已核对 }
  - { report: a-2022, quote: 下降12.5%, record: fact, value: 12.5, action: correct, set: { value: 12.6 } }
  - { report: b-2022, quote: 某某, record: honour, action: reject }
`;

/** A few lines of `extract` in the column a reader looks for. */
const parquet = () =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [{ name: 'json', type: 'STRING', data: ['{"type":"report"}', '{"type":"fact"}', TEXT, ''] }],
      rowGroupSize: 2,
    }),
  );

/**
 * A small corpus compared into a folder, with every output but the PDF: the folder, and its files by path, texts as texts. `compareCommand`
 * and `host` are the program's own.
 */
async function madeOutputs(folder, { compareCommand, host }) {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus, { recursive: true });
  for (const [name, at] of [
    ['甲市', 1],
    ['乙县', 2],
  ])
    writeFileSync(join(corpus, `${at}.txt`), `${name}公安工作综述\n${someText(at).slice(0, 1200)}`);
  const made = join(folder, 'made');
  const formats = ['html', 'json', 'csv', 'docx', 'xlsx'];
  const options = {
    corpus,
    out: made,
    formats,
    themes: [],
    jurisdictions: [],
    lang: 'zh-CN',
    style: 'plain',
    strict: false,
  };
  const { exitCode, notes } = await compareCommand(options, host);
  if (exitCode !== 0) throw new Error(JSON.stringify(notes));
  const outputs = {};
  for (const path of readdirSync(made, { recursive: true }).map(String).sort())
    if (/\.(?:html|json|jsonl|csv)$/.test(path)) outputs[path] = readFileSync(join(made, path), 'utf8');
    else if (/\.(?:docx|xlsx)$/.test(path)) outputs[path] = new Uint8Array(readFileSync(join(made, path)));
  return { made, outputs };
}

/** Everything `targets` needs besides the program's modules. `folder` is for files that are needed as files. */
export async function fuzzSamples({ lexicon, cut, comparison, folder, compareCommand, host }) {
  const yaml = readdirSync(join(root, 'lexicon'))
    .filter((name) => /^(?:units|themes|names|words)\.yaml$/.test(name))
    .map((name) => readFileSync(join(root, 'lexicon', name), 'utf8'));
  const schema = (name) => JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'));
  const templates = Object.fromEntries(
    readdirSync(join(root, 'templates')).map((name) => [name, readFileSync(join(root, 'templates', name), 'utf8')]),
  );
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>综述</title></head><body><nav>首页</nav><article><h1>综述</h1>${TEXT.split(
    '\n',
  )
    .filter((line) => line !== '')
    .map((line) => `<p>${line}</p>`)
    .join('')}<table><tr><td>立案</td><td>12起</td></tr></table></article></body></html>`;
  const docx = new Document({ sections: [{ children: TEXT.split('\n').map((line) => new Paragraph(line)) }] });
  return {
    lexicon,
    cut,
    comparison,
    templates,
    schemas: { corpus: schema('corpus'), lexicon: schema('lexicon'), review: schema('review') },
    corpus: CORPUS,
    review: REVIEW,
    lexicon_yaml: yaml,
    txt: Buffer.from(TEXT),
    gb18030: iconv.encode(TEXT, 'gb18030'),
    utf16: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]),
    html: Buffer.from(html),
    docx: new Uint8Array(await Packer.toBuffer(docx)),
    pdf: await pdf(),
    parquet: parquet(),
    ...(await madeOutputs(folder, { compareCommand, host })),
  };
}
