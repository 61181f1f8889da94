import { join } from 'node:path';
import { listFiles, readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Noted } from '../model/note.js';
import { type Checked, checkText, type Difference, findingsByNumber, folded } from '../publish/verify/claims.js';
import { htmlFigures, htmlText } from '../publish/verify/read-html.js';
import { pdfText } from '../publish/verify/read-pdf.js';
import { wordText } from '../publish/verify/read-word.js';
import { checkSources } from '../publish/verify/sources.js';
import { checkTable, csvTable, xlsxTables } from '../publish/verify/tables.js';
import { type PlainTable, plainTables } from '../report/index.js';
import { dataFiles } from './data-files.js';
import { type Tell, tellIn } from './language.js';
import { absolute, loadCorpus, shown } from './load.js';
import { loadComparison } from './load-comparison.js';
import { type Outcome, refused } from './outcome.js';

export interface VerifyOptions {
  /** Output folder of `compare`. */
  readonly folder: string;
  /** The corpus it was made from; without it the copies inside the result are checked against their own hashes. */
  readonly corpus?: string;
}

/** One output with what came of re-reading it. */
interface Result {
  readonly file: string;
  readonly checked: Checked;
}

/** Re-reads every output in a folder and checks each figure against the result and the sources. Exit 1 on any difference. */
export async function verifyCommand(options: VerifyOptions, host: Host): Promise<Outcome> {
  const loaded = await loadComparison(host, options.folder);
  if (loaded.value === null) return refused(loaded.notes);
  const comparison = loaded.value;
  const texts = await sourceTexts(options, comparison, host);
  if (texts.value === null) return refused(texts.notes);
  const folder = absolute(host, options.folder);
  const results: Result[] = [{ file: 'sources', checked: checkSources(comparison, texts.value) }];
  for (const [path, checker] of checkers(comparison, await listFiles(folder))) {
    const checked = await checkFile(join(folder, path), checker);
    if (checked !== null) results.push({ file: shown(host, join(folder, path)), checked });
  }
  const isAlike = results.every(({ checked }) => checked.differences.length === 0);
  return {
    exitCode: isAlike ? 0 : 1,
    lines: told(results, tellIn(host.language)),
    notes: texts.notes,
    json: {
      ok: isAlike,
      outputs: results.map(({ file, checked: { compared, differences } }) => ({
        file,
        compared,
        differences: differences.map(({ en }) => en),
        differences_zh: differences.map(({ zh }) => zh),
      })),
    },
  };
}

/** The texts of the corpus by file, where one is given; a source that it has no longer is empty. */
async function sourceTexts(
  { corpus: given }: VerifyOptions,
  comparison: Comparison,
  host: Host,
): Promise<Noted<ReadonlyMap<string, string> | null>> {
  if (given === undefined) return { value: new Map(), notes: [] };
  const corpus = await loadCorpus(host, given);
  if (corpus.value === null) return { value: null, notes: corpus.notes };
  const texts = new Map([...corpus.value.sources].map(([file, source]) => [file, source.text]));
  for (const { file } of comparison.sources) if (!texts.has(file)) texts.set(file, '');
  return { value: texts, notes: corpus.notes };
}

/** How one output is re-read. */
type Checker = (bytes: Uint8Array) => Checked | Promise<Checked>;

/** Every output there may be, by path, with its checker: the data first, then the briefs among `files`. */
function* checkers(comparison: Comparison, files: readonly string[]): Generator<readonly [path: string, Checker]> {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  for (const [path, content] of dataFiles(comparison))
    if (path.endsWith('.jsonl')) yield [path, (bytes) => checkRecords(text(bytes), content)];
  const tables = plainTables(comparison);
  for (const table of tables) {
    const path = `data/${table.name}.csv`;
    yield [path, (bytes) => checkTable(path, csvTable(text(bytes)), table)];
  }
  for (const name of files.filter((file) => /^brief(?:-[a-z0-9-]+)?\.(?:html|pdf|docx|xlsx)$/.test(file))) {
    if (name.endsWith('.html')) yield [name, (bytes) => checkHtml(text(bytes), comparison)];
    else if (name.endsWith('.pdf')) yield [name, async (bytes) => checkText(await pdfText(bytes), comparison)];
    else if (name.endsWith('.docx')) yield [name, (bytes) => checkText(wordText(bytes), comparison)];
    else if (name === 'brief.xlsx') yield [name, (bytes) => checkSheets(bytes, tables)];
  }
}

/** An output that is not there is not checked (null); one that cannot be read is a difference. */
async function checkFile(path: string, checker: Checker): Promise<Checked | null> {
  const read = await readWhole(path);
  if (!('bytes' in read)) return null;
  try {
    return await checker(read.bytes);
  } catch (error) {
    const { message } = error as Error;
    return { compared: 0, differences: [{ en: `cannot be read: ${message}`, zh: `无法读取：${message}` }] };
  }
}

/** Differences of one output that are listed on a terminal. */
const MOST_SHOWN = 8;

/** The answer for a terminal: every output with its counts, then what is different. */
function told(results: readonly Result[], tell: Tell): string[] {
  const unlike = results.filter(({ checked }) => checked.differences.length > 0);
  const lines = results.map(({ file, checked: { compared, differences } }) => {
    const verdict = differences.length === 0 ? tell('ok       ', '一致  ') : tell('DIFFERENT', '不一致');
    const counts = tell(
      `: ${compared} compared, ${differences.length} different`,
      `：核对 ${compared} 处，不同 ${differences.length} 处`,
    );
    return `${verdict} ${file}${counts}`;
  });
  for (const { file, checked } of unlike) {
    const more = checked.differences.length - MOST_SHOWN;
    lines.push(
      ...checked.differences.slice(0, MOST_SHOWN).map(({ en, zh }) => tell(`${file}: ${en}`, `${file}：${zh}`)),
    );
    if (more > 0)
      lines.push(tell(`${file}: ${more} more; --json lists them all`, `${file}：另有 ${more} 处；--json 可列出全部`));
  }
  if (unlike.some(({ checked }) => checked.differences.length > MOST_SHOWN))
    lines.push(
      tell(
        'An output that differs throughout is mostly left from an earlier run: write it again (compare … --format) or delete it.',
        '整份都对不上的文件，多半是上一次运行留下的：请用 compare … --format 重新生成，或删去。',
      ),
    );
  return lines;
}

function checkSheets(bytes: Uint8Array, tables: readonly PlainTable[]): Checked {
  const read = xlsxTables(bytes);
  return sum(tables.map((table) => checkTable(table.name, read.get(table.name.slice(0, 31)), table)));
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
