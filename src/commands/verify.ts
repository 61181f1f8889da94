import { join } from 'node:path';
import { listFiles, readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Note } from '../model/note.js';
import { type Checked, checkText, type Difference, findingsByNumber, folded } from '../publish/verify/claims.js';
import { htmlFigures, htmlText } from '../publish/verify/read-html.js';
import { pdfText } from '../publish/verify/read-pdf.js';
import { wordText } from '../publish/verify/read-word.js';
import { checkSources } from '../publish/verify/sources.js';
import { checkTable, csvTable, xlsxTables } from '../publish/verify/tables.js';
import { plainTables } from '../report/index.js';
import { dataFiles } from './data-files.js';
import { tellIn } from './language.js';
import { absolute, loadCorpus, shown } from './load.js';
import { loadComparison } from './load-comparison.js';
import { type Outcome, refused } from './outcome.js';

export interface VerifyOptions {
  /** Output folder of `compare`. */
  readonly folder: string;
  /** The corpus it was made from; without it the copies inside the result are checked against their own hashes. */
  readonly corpus?: string;
}

/** Differences of one output that are listed on a terminal. */
const mostShown = 8;

/** Re-reads every output in a folder and checks each figure against the result and the sources. Exit 1 on any difference. */
export async function verifyCommand(options: VerifyOptions, host: Host): Promise<Outcome> {
  const loaded = await loadComparison(host, options.folder);
  if (loaded.value === null) return refused(loaded.notes);
  const comparison = loaded.value;
  const texts = new Map<string, string>();
  const notes: Note[] = [];
  if (options.corpus !== undefined) {
    const corpus = await loadCorpus(host, options.corpus);
    notes.push(...corpus.notes);
    if (corpus.value === null) return refused(corpus.notes);
    for (const [file, source] of corpus.value.sources) texts.set(file, source.text);
    for (const { file } of comparison.sources) if (!texts.has(file)) texts.set(file, '');
  }
  const folder = absolute(host, options.folder);
  const results: { file: string; checked: Checked }[] = [{ file: 'sources', checked: checkSources(comparison, texts) }];
  for (const [path, content] of dataFiles(comparison)) {
    if (path.endsWith('.jsonl'))
      results.push(...(await check(path, (bytes) => checkRecords(new TextDecoder().decode(bytes), content))));
  }
  const tables = plainTables(comparison);
  for (const table of tables) {
    const path = `data/${table.name}.csv`;
    results.push(...(await check(path, (bytes) => checkTable(path, csvTable(new TextDecoder().decode(bytes)), table))));
  }
  for (const name of (await listFiles(folder)).filter((file) =>
    /^brief(?:-[a-z0-9-]+)?\.(?:html|pdf|docx|xlsx)$/.test(file),
  )) {
    if (name.endsWith('.html'))
      results.push(...(await check(name, (bytes) => checkHtml(new TextDecoder().decode(bytes), comparison))));
    else if (name.endsWith('.pdf'))
      results.push(...(await check(name, async (bytes) => checkText(await pdfText(bytes), comparison))));
    else if (name.endsWith('.docx'))
      results.push(...(await check(name, (bytes) => checkText(wordText(bytes), comparison))));
    else if (name === 'brief.xlsx') {
      results.push(
        ...(await check(name, (bytes) => {
          const read = xlsxTables(bytes);
          return sum(tables.map((table) => checkTable(table.name, read.get(table.name.slice(0, 31)), table)));
        })),
      );
    }
  }
  const differences = results.flatMap(({ file, checked }) =>
    checked.differences.map((difference) => ({ file, difference })),
  );
  const tell = tellIn(host.language);
  const unlike = results.filter(({ checked }) => checked.differences.length > 0);
  return {
    exitCode: differences.length > 0 ? 1 : 0,
    lines: [
      ...results.map(
        ({ file, checked }) =>
          `${checked.differences.length === 0 ? tell('ok       ', '一致  ') : tell('DIFFERENT', '不一致')} ${file}${tell(`: ${checked.compared} compared, ${checked.differences.length} different`, `：核对 ${checked.compared} 处，不同 ${checked.differences.length} 处`)}`,
      ),
      ...unlike.flatMap(({ file, checked: { differences: own } }) => [
        ...own.slice(0, mostShown).map(({ en, zh }) => tell(`${file}: ${en}`, `${file}：${zh}`)),
        ...(own.length > mostShown
          ? [
              tell(
                `${file}: ${own.length - mostShown} more; --json lists them all`,
                `${file}：另有 ${own.length - mostShown} 处；--json 可列出全部`,
              ),
            ]
          : []),
      ]),
      ...(unlike.some(({ checked }) => checked.differences.length > mostShown)
        ? [
            tell(
              'An output that differs throughout is mostly left from an earlier run: write it again (compare … --format) or delete it.',
              '整份都对不上的文件，多半是上一次运行留下的：请用 compare … --format 重新生成，或删去。',
            ),
          ]
        : []),
    ],
    notes,
    json: {
      ok: differences.length === 0,
      outputs: results.map(({ file, checked: { compared, differences } }) => ({
        file,
        compared,
        differences: differences.map(({ en }) => en),
        differences_zh: differences.map(({ zh }) => zh),
      })),
    },
  };

  /** An output that is not there is not checked; one that cannot be read is a difference. */
  async function check(
    path: string,
    by: (bytes: Uint8Array) => Checked | Promise<Checked>,
  ): Promise<{ file: string; checked: Checked }[]> {
    const read = await readWhole(join(folder, path));
    if (!('bytes' in read)) return [];
    try {
      return [{ file: shown(host, join(folder, path)), checked: await by(read.bytes) }];
    } catch (error) {
      return [
        {
          file: shown(host, join(folder, path)),
          checked: {
            compared: 0,
            differences: [
              { en: `cannot be read: ${(error as Error).message}`, zh: `无法读取：${(error as Error).message}` },
            ],
          },
        },
      ];
    }
  }
}

function sum(parts: readonly Checked[]): Checked {
  return {
    compared: parts.reduce((n, part) => n + part.compared, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

function checkRecords(found: string, expected: string): Checked {
  const lines = expected.split('\n');
  const read = found.split('\n');
  const differences: Difference[] = [];
  for (let i = 0; i < Math.max(lines.length, read.length); i++) {
    if (lines[i] !== read[i])
      differences.push({
        en: `line ${i + 1}: reads “${(read[i] ?? '').slice(0, 60)}”, and the result says “${(lines[i] ?? '').slice(0, 60)}”`,
        zh: `第 ${i + 1} 行：写的是“${(read[i] ?? '').slice(0, 60)}”，而结果为“${(lines[i] ?? '').slice(0, 60)}”`,
      });
  }
  return { compared: Math.max(0, lines.length - 1), differences };
}

/** Beside the markers: every element that names its finding must show that finding's own words. */
function checkHtml(html: string, comparison: Comparison): Checked {
  const byId = new Map([...findingsByNumber(comparison).values()].map((finding) => [finding.id, finding]));
  const differences: Difference[] = [];
  const figures = htmlFigures(html);
  for (const { finding: id, text } of figures) {
    const finding = byId.get(id);
    if (!finding) {
      differences.push({
        en: `an element shows ${id}, and the result has no such record`,
        zh: `页面元素显示 ${id}，而结果中没有这条记录`,
      });
      continue;
    }
    const own = finding.type === 'fact' ? finding.printed : finding.type === 'honour' ? finding.title : finding.name;
    const words = folded(text);
    if (!words.includes(folded(own)) && !words.includes(folded(finding.source.exact)))
      differences.push({
        en: `an element shows “${text.trim().slice(0, 40)}” for ${id}, and the result says “${own}”`,
        zh: `页面元素对 ${id} 显示“${text.trim().slice(0, 40)}”，而结果为“${own}”`,
      });
  }
  return sum([{ compared: figures.length, differences }, checkText(htmlText(html), comparison)]);
}
