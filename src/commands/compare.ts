import { join } from 'node:path';
import { type FaceThread, startFaceThread } from '../host/face-thread.js';
import type { Host } from '../host/index.js';
import { readTemplates } from '../host/templates.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted } from '../model/note.js';
import { compareRead, compareReports } from '../pipeline/compare.js';
import { briefPdf, documentDate, type StartedBrowser, writeBrief } from '../publish/index.js';
import {
  focusOn,
  pageRenderer,
  plainTables,
  type RenderPage,
  TemplateError,
  type TemplateSet,
  toCsv,
} from '../report/index.js';
import { browserFor } from './browser-for.js';
import { dataFiles } from './data-files.js';
import type { Format, STYLES } from './formats.js';
import { keptReadings } from './kept-readings.js';
import { absolute, loadCorpus, loadLexicon, shown } from './load.js';
import { loadRecords } from './load-records.js';
import { type Made, publishMade } from './made.js';
import { type Outcome, refused } from './outcome.js';
import { stageName } from './stage-names.js';
import { type Stopwatch, stopwatch } from './stopwatch.js';
import { templateReasonZh } from './template-words.js';

export { FORMATS, type Format, STYLES } from './formats.js';

export interface CompareOptions {
  /** Files of lines that `extract` wrote, in any order, instead of a corpus. */
  readonly records?: readonly string[];
  /** Corpus folder or its corpus.yaml. */
  readonly corpus: string;
  readonly out: string;
  readonly formats: readonly Format[];
  /** Empty: all. */
  readonly themes: readonly string[];
  /** Empty: all. */
  readonly jurisdictions: readonly string[];
  readonly template?: string;
  readonly lexicon?: string;
  readonly lang: 'zh-CN' | 'en';
  readonly style: (typeof STYLES)[number];
  /** One brief for each jurisdiction instead of one for all. */
  readonly per?: 'jurisdiction';
  /** Exit 1 when anything needs a person's eyes. */
  readonly strict: boolean;
}

/**
 * Compares a corpus and writes the brief and its data. `onMade` gets what was made just before it is written; `browser`, one that was
 * started already, is closed at the end.
 */
export async function compareCommand(
  options: CompareOptions,
  host: Host,
  onMade: (made: Made) => void = () => {},
  browser: StartedBrowser | null = browserFor(options, host),
): Promise<Outcome> {
  const beside: Beside = { browser, faces: null };
  try {
    return await make(options, host, beside, onMade);
  } catch (error) {
    if (error instanceof TemplateError) return refused([templateNote(error, options, host)]);
    throw error;
  } finally {
    beside.faces?.close();
    await beside.browser?.close();
  }
}

function templateNote({ template, line, reason }: TemplateError, options: CompareOptions, host: Host): Note {
  const file =
    options.template === undefined ? template : shown(host, join(absolute(host, options.template), template));
  return {
    code: 'template/error',
    severity: 'error',
    message: `found that the template cannot be filled (${reason}), expected only fields, helpers and partials there are`,
    place: { file, ...(line === null ? {} : { line }) },
    hint: 'compare it with the template of the same name in the package',
    zh: {
      message: `发现模板无法填充：${templateReasonZh(reason)}；应当只用已有的字段、辅助函数和局部模板`,
      hint: '请与软件包中同名模板对照修改',
    },
  };
}

/** What works beside this thread until the command is done. */
interface Beside {
  readonly browser: StartedBrowser | null;
  faces: FaceThread | null;
}

async function make(
  options: CompareOptions,
  host: Host,
  beside: Beside,
  onMade: (made: Made) => void,
): Promise<Outcome> {
  const clock = stopwatch(host);
  const drawn = options.formats.some((format) => format === 'html' || format === 'pdf');
  const [lexicon, corpus, templates] = await Promise.all([
    loadLexicon(host, options.lexicon),
    options.records === undefined ? loadCorpus(host, options.corpus) : loadRecords(host, options.records),
    loadTemplates(options, host),
  ]);
  const notes: Note[] = [...lexicon.notes, ...corpus.notes, ...templates.notes];
  if (lexicon.value === null || corpus.value === null || templates.value === null) return refused(notes);
  const themes = idsOf(options.themes, lexicon.value.themes, ({ zh, en }) => [zh, en]);
  const jurisdictions = idsOf(options.jurisdictions, corpus.value.corpus.jurisdictions, (place) => [
    place.name,
    place.short,
    ...place.aliases,
  ]);
  const unknown = [
    ...unknownIds('theme', themes, lexicon.value.themes),
    ...unknownIds('jurisdiction', jurisdictions, corpus.value.corpus.jurisdictions),
  ];
  if (unknown.length > 0) return refused(unknown);
  clock.lap('read');

  const how = {
    lexicon: lexicon.value,
    themes,
    jurisdictions,
    onStage: (stage: string, count: number): void => {
      host.say(`${stageName(stage, host.language)} ${count}`);
      // by now the dictionary is loaded: faces are unpacked while this thread reads
      if (stage !== 'repair' && drawn) beside.faces ??= startFaceThread();
    },
  };
  const kept = 'read' in corpus.value ? null : await keptReadings(host, corpus.value, lexicon.value);
  const { value: comparison, notes: compareNotes } =
    'read' in corpus.value
      ? compareRead({ ...how, ...corpus.value })
      : compareReports({
          ...how,
          ...corpus.value,
          cut: host.makeCut(lexicon.value.words),
          ...(kept === null ? {} : { memo: kept.memo }),
        });
  const keeping = kept?.keep();
  notes.push(...compareNotes);
  clock.lap('compare');

  const files = new Map<string, string | Uint8Array>();
  if (options.formats.includes('json')) for (const [path, content] of dataFiles(comparison)) files.set(path, content);
  if (options.formats.includes('csv'))
    for (const table of plainTables(comparison)) files.set(`data/${table.name}.csv`, toCsv(table));
  const rendered = await briefs(comparison, templates.value, options, { host, beside, clock });
  for (const [path, content] of rendered.value) files.set(path, content);
  notes.push(...rendered.notes);
  host.signal.throwIfAborted();

  await keeping;
  // as bytes from here on: they are held against what is there, written and kept
  for (const [path, content] of files) if (typeof content === 'string') files.set(path, Buffer.from(content));
  const made: Made = { files, notes, counts: counts(comparison) };
  onMade(made);
  return publishMade(made, options, host, clock);
}

/** What one brief came to. */
interface BriefFiles {
  readonly files: readonly (readonly [path: string, content: string | Uint8Array])[];
  readonly notes: readonly Note[];
}

/**
 * The renderings for people: one brief, or with `--per jurisdiction` one for each, told from its side, printed and finished side by side.
 */
async function briefs(
  comparison: Comparison,
  templates: TemplateSet,
  options: CompareOptions,
  using: { readonly host: Host; readonly beside: Beside; readonly clock: Stopwatch },
): Promise<Noted<Map<string, string | Uint8Array>>> {
  const { host, beside, clock } = using;
  const each =
    options.per === 'jurisdiction'
      ? comparison.jurisdictions.map(({ id, short }) => ({
          name: `brief-${id}`,
          of: focusOn(comparison, id, `${comparison.title} · ${short}`),
        }))
      : [{ name: 'brief', of: comparison }];
  const render = pageRenderer();
  const started: Promise<BriefFiles>[] = [];
  const printed: Promise<void>[] = [];
  for (const [at, { name, of }] of each.entries()) {
    // two are printed, each from a page of its own, while a third is finished
    await Promise.all([printed[at - 2], started[at - 3]]);
    host.signal.throwIfAborted();
    const print = new Promise<void>((onPrinted) => {
      const making = oneBrief(name, of, { ...using, render, templates, options, onPrinted });
      making.then(clock.brief, () => undefined).finally(onPrinted);
      started.push(making);
    });
    printed.push(print);
  }
  // after the last page the browser goes while its PDF is finished
  void Promise.all(printed).then(() => beside.browser?.close());
  const made = await Promise.all(started);
  // what is wrong with the browser comes with every brief it prints
  const notes = new Map(made.flatMap((brief) => brief.notes.map((note) => [JSON.stringify(note), note])));
  return { value: new Map(made.flatMap(({ files }) => files)), notes: [...notes.values()] };
}

async function oneBrief(
  name: string,
  of: Comparison,
  {
    host,
    beside: { browser, faces },
    clock,
    render,
    templates,
    options: { lang, style, formats },
    onPrinted,
  }: {
    readonly host: Host;
    readonly beside: Beside;
    readonly clock: Stopwatch;
    readonly render: RenderPage;
    readonly templates: TemplateSet;
    readonly options: CompareOptions;
    /** Called when the browser has done its part. */
    readonly onPrinted: () => void;
  },
): Promise<BriefFiles> {
  const files: [string, string | Uint8Array][] = [];
  const notes: Note[] = [];
  if (formats.includes('xlsx')) {
    const { toXlsx } = await import('../publish/xlsx.js');
    files.push([`${name}.xlsx`, await toXlsx(plainTables(of))]);
    clock.lap('xlsx');
  }
  if (formats.includes('docx')) {
    const { toDocx } = await import('../publish/docx/index.js');
    files.push([`${name}.docx`, await toDocx(of, { templates, lang, date: documentDate(of, host.env) })]);
    clock.lap('docx');
  }
  if (!formats.includes('pdf') && !formats.includes('html')) return { files, notes };
  host.say(`${stageName('html', host.language)} ${name}`);
  const brief = writeBrief(of, { render, templates, lang, style, cache: host.cache, faces });
  const isPrinted = formats.includes('pdf') && browser !== null;
  const forPrint = isPrinted ? await brief.html('truetype') : null;
  clock.lap('html');
  if (isPrinted) host.say(`${stageName('pdf', host.language)} ${name}`);
  // the faces of the file that is kept are packed while the browser prints
  const [pdf, html] = await Promise.all([
    isPrinted && forPrint !== null ? printed(forPrint.value, { of, lang, host, browser, onPrinted }) : null,
    formats.includes('html') ? brief.html('woff2') : null,
  ]);
  notes.push(...((html ?? forPrint)?.notes ?? []), ...brief.notes);
  if (html !== null) files.push([`${name}.html`, html.value]);
  if (formats.includes('pdf') && browser === null) notes.push(NO_BROWSER);
  if (pdf !== null) {
    notes.push(...pdf.notes);
    if (pdf.value !== null) files.push([`${name}.pdf`, pdf.value]);
  }
  clock.lap(isPrinted ? 'pdf' : 'html');
  return { files, notes };
}

/** The PDF; null, with a note, when the browser fails. Rejects when the user interrupts. */
async function printed(
  html: string,
  {
    of,
    lang,
    host: { env, signal },
    browser: { found, launched },
    onPrinted,
  }: {
    readonly of: Comparison;
    readonly lang: CompareOptions['lang'];
    readonly host: Host;
    readonly browser: StartedBrowser;
    readonly onPrinted: () => void;
  },
): Promise<Noted<Uint8Array | null>> {
  try {
    return await briefPdf(html, { comparison: of, lang, found, browser: launched, env, signal, onPrinted });
  } catch (error) {
    signal.throwIfAborted();
    return { value: null, notes: [browserFailed(found.path, error)] };
  }
}

const NO_BROWSER: Note = {
  code: 'machine/no-browser',
  severity: 'error',
  message: 'found no browser, expected one to print the PDF; everything else is written',
  hint: 'set PUPPETEER_EXECUTABLE_PATH, or: npx puppeteer browsers install chrome-headless-shell, or on Debian: apt-get install chromium-headless-shell',
  zh: {
    message: '发现没有浏览器，应为有浏览器以打印 PDF；其余均已写出',
    hint: '请运行 npx puppeteer browsers install chrome-headless-shell，或设置 PUPPETEER_EXECUTABLE_PATH；Debian 上可用 apt-get install chromium-headless-shell',
  },
};

function browserFailed(path: string, error: unknown): Note {
  return {
    code: 'machine/browser-failed',
    severity: 'error',
    message: `found that the browser ${path} did not print the PDF (${(error as Error).message.split('\n')[0]}), expected it to; everything else is written`,
    hint: 'duizhao doctor tells what is wrong with it',
    zh: {
      message: `发现浏览器 ${path} 没能打印 PDF（${(error as Error).message.split('\n')[0]}），应为可以打印；其余均已写出`,
      hint: '请运行 duizhao doctor 查看原因',
    },
  };
}

/** The templates, with the user's own over them; an override folder that cannot be read is an error. */
async function loadTemplates(options: CompareOptions, host: Host): Promise<Noted<TemplateSet | null>> {
  const own = options.template === undefined ? null : absolute(host, options.template);
  try {
    return await readTemplates(join(host.root, 'templates'), own);
  } catch (error) {
    const note: Note = {
      code: 'template/unreadable',
      severity: 'error',
      message: `found a template folder that cannot be read (${(error as Error).message}), expected a folder of .hbs, .css, .js and .json files`,
      place: { file: options.template ?? 'templates' },
      hint: 'check --template',
      zh: {
        message: `发现无法读取的模板文件夹（${(error as Error).message}），应为含 .hbs、.css、.js 和 .json 文件的文件夹`,
        hint: '请检查 --template',
      },
    };
    return { value: null, notes: [note] };
  }
}

function counts(comparison: Comparison): Record<string, number> {
  return {
    reports: comparison.reports.length,
    facts: comparison.facts.length,
    honours: comparison.honour_records.length,
    initiatives: comparison.initiatives.length,
    rows: comparison.rows.length,
  };
}

/** Ids of what was asked for by id or by name; what is neither stays as it is. */
function idsOf<T extends { readonly id: string }>(
  asked: readonly string[],
  known: readonly T[],
  names: (entry: T) => readonly string[],
): string[] {
  return asked.map((name) => known.find((entry) => entry.id === name || names(entry).includes(name))?.id ?? name);
}

function unknownIds(
  kind: 'theme' | 'jurisdiction',
  asked: readonly string[],
  known: readonly { readonly id: string }[],
): Note[] {
  const ids = known.map(({ id }) => id);
  return asked
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      code: `call/unknown-${kind}`,
      severity: 'error',
      message: `found the ${kind} “${id}”, expected one of ${ids.join(', ')}, or its name`,
      hint: `correct --${kind}`,
      zh: {
        message: `发现${kind === 'theme' ? '主题' : '地区'}“${id}”，应为 ${ids.join('、')} 之一，或其名称`,
        hint: `请改正 --${kind}`,
      },
    }));
}
