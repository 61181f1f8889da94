// npm run bench:preview: how soon the live page shows an edit, in a real browser, and what a long preview holds on to.
// node bench/preview.mjs [--rounds N] [--edits N] [--clients N] [--only templates,sources,long]. Results: bench/results/preview.json.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { built, quantile, record, root, round } from './lib/machine.mjs';
import { listener, startPreview, untilVisible } from './lib/preview-run.mjs';
import { timed } from './lib/run.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    edits: { type: 'string', default: '1000' },
    clients: { type: 'string', default: '50' },
    only: { type: 'string', default: 'templates,sources,long' },
  },
});
const rounds = Number(values.rounds);
const only = values.only.split(',');
const { findBrowser, launchBrowser } = await import(pathToFileURL(join(built, 'host/browser.js')).href);
const folder = mkdtempSync(join(tmpdir(), 'duizhao-preview-'));
const cache = join(folder, 'cache');
const { browser, close } = await launchBrowser(findBrowser(process.env));
const figures = {};

try {
  if (only.includes('templates')) figures.templates = await templates();
  if (only.includes('sources'))
    figures.sources = { places_200: await sources(200, 400), places_40: await sources(200, 40) };
  if (only.includes('long')) figures.long = await long();
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
record('preview', { ...before(), ...figures });
console.log(JSON.stringify(figures, null, 1));

/** What was not measured this time stands as it was. */
function before() {
  const path = join(root, 'bench/results/preview.json');
  const { machine: _, ...kept } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return kept;
}

/** A page that shows the preview, with whatever goes wrong in it. */
async function open(url) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return { page, troubles };
}

/** The bundled corpus and the templates, copied so that they may be edited. */
function copies(name) {
  const corpus = join(folder, name, 'corpus');
  const templates = join(folder, name, 'templates');
  cpSync(join(root, 'corpus'), corpus, { recursive: true });
  cpSync(join(root, 'templates'), templates, { recursive: true });
  return { corpus, templates };
}

/** In place, or beside and renamed, as editors do the one or the other. */
function save(path, text, round = 0) {
  if (round % 2 === 0) return writeFileSync(path, text);
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
}

function summary(times) {
  return {
    edits: times.length,
    p50_ms: round(quantile(times, 0.5), 0),
    p95_ms: round(quantile(times, 0.95), 0),
    best_ms: round(Math.min(...times), 0),
  };
}

/** Six reports; a template saved until its new text is in a frame. */
async function templates() {
  const { corpus, templates } = copies('templates');
  const preview = await startPreview(corpus, { templates, cache });
  const { page, troubles } = await open(preview.url);
  const kinds = {
    part_used_once: [
      'mast.hbs',
      (text, w) => text.replace(/<h1[^>]*>/, `$&${w}`),
      (w) => document.querySelector('h1').textContent.includes(w),
    ],
    part_of_every_row: [
      'row.hbs',
      (text, w) => text.replace('<th scope="row">', `$&${w}`),
      (w) => document.querySelector('tbody[data-row] th').textContent.includes(w),
    ],
    words: [
      'messages.zh-CN.json',
      (text, w) => text.replace('"end": "', `$&${w}`),
      (w) => document.querySelector('p.end').textContent.includes(w),
    ],
    style: [
      'brief.css',
      (text, w) => `${text}\nh1{--seen:${w}}`,
      (w) => getComputedStyle(document.querySelector('h1')).getPropertyValue('--seen') === w,
    ],
  };
  const result = {};
  for (const [kind, [file, change, seen]] of Object.entries(kinds)) {
    const path = join(templates, file);
    const original = readFileSync(path, 'utf8');
    const times = [];
    for (let i = 0; i < rounds; i += 1) {
      const wanted = `w${i}`;
      times.push(await untilVisible(page, () => save(path, change(original, wanted), i), seen, wanted));
      await sleep(120);
    }
    result[kind] = summary(times);
  }
  await preview.stop();
  await page.close();
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return result;
}

/** `count` generated reports; a figure changed, and a sentence put in, in one of them after the other. */
async function sources(count, places) {
  const corpus = join(folder, `reports-${places}`);
  const made = await timed(process.execPath, [
    join(root, 'bench/generate.mjs'),
    String(count),
    '--places',
    String(places),
    '--corpus',
    corpus,
  ]);
  if (made.status !== 0) throw new Error(made.stderr);
  const preview = await startPreview(corpus, { cache });
  const { page, troubles } = await open(preview.url);
  const characters = (await (await fetch(preview.url)).text()).length;
  // a figure of a cell that stands once in its file
  const cells = await page.evaluate(() =>
    [...document.querySelectorAll('tbody[data-row] td[data-state=reported]')].map((cell) => ({
      row: cell.closest('tbody').id,
      place: cell.dataset.j,
      figures: [...cell.querySelectorAll('.fig-no')].map((figure) => figure.textContent),
    })),
  );
  const texts = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(join(corpus, name), 'utf8') }));
  const used = new Set();
  const edits = cells.flatMap(({ row, place, figures }) => {
    const number = figures.find((figure) => /^[0-9]{3,}$/.test(figure));
    const files =
      number === undefined
        ? []
        : texts.filter(({ name, text }) => name.startsWith(`${place}-`) && text.split(number).length === 2);
    if (files.length !== 1 || used.has(place)) return [];
    used.add(place);
    return [{ ...files[0], row, place, number }];
  });
  const times = [];
  const added = [];
  for (let i = 0; i < rounds; i += 1) {
    const { name, row, place, number } = edits[i % edits.length];
    const path = join(corpus, name);
    const before = readFileSync(path, 'utf8');
    const wanted = String(Number(number) + 1 + i);
    const seen = ([row, place, wanted]) =>
      document.getElementById(row)?.querySelector(`td[data-j="${place}"]`)?.textContent.includes(wanted);
    times.push(
      await untilVisible(page, () => save(path, before.replace(number, wanted), i), seen, [row, place, wanted]),
    );
    await sleep(150);
    save(path, before, i);
    await page.waitForFunction(
      (row, place, number) =>
        document.getElementById(row)?.querySelector(`td[data-j="${place}"]`)?.textContent.includes(number),
      { polling: 30 },
      row,
      place,
      number,
    );
    await sleep(150);
  }
  for (let i = 0; i < rounds / 4; i += 1) {
    const { name, place } = edits[(i * 7) % edits.length];
    const path = join(corpus, name);
    const before = readFileSync(path, 'utf8');
    const wanted = `新建警务室${1000 + i}个`;
    const seen = ([place, wanted]) =>
      document.querySelector(`#evidence ol[data-j="${place}"]`)?.textContent.includes(wanted);
    added.push(
      await untilVisible(page, () => save(path, before.replace('。', `。${wanted}。`), i), seen, [place, wanted]),
    );
    await sleep(300);
  }
  const { heapMb } = await preview.held();
  await preview.stop();
  await page.close();
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return {
    reports: count,
    page_characters: characters,
    heap_mb: round(heapMb),
    figure_changed: summary(times),
    sentence_added: summary(added),
  };
}

/** A long day: edits of every kind, many lookers-on, one browser. */
async function long() {
  const { corpus, templates } = copies('long');
  const lexicon = join(folder, 'long/lexicon');
  mkdirSync(lexicon);
  const yaml = join(corpus, 'corpus.yaml');
  const source = join(corpus, readdirSync(corpus).filter((name) => name.endsWith('.txt'))[0]);
  const originals = new Map(
    [yaml, source, join(templates, 'mast.hbs'), join(templates, 'brief.css')].map((path) => [
      path,
      readFileSync(path, 'utf8'),
    ]),
  );
  const words = join(lexicon, 'words.yaml');
  writeFileSync(words, 'words:\n  - { word: 预览试词零, tag: n }\n');
  const preview = await startPreview(corpus, { templates, lexicon, cache });
  const { page, troubles } = await open(preview.url);
  const clients = Number(values.clients);
  const listeners = Array.from({ length: clients }, () => listener(preview.url));
  const kinds = [
    (i) => save(source, `${originals.get(source)}\n2022年，全市共走访企业${1000 + i}家。\n`, i >> 3),
    (i) =>
      save(
        join(templates, 'mast.hbs'),
        originals.get(join(templates, 'mast.hbs')).replace(/<h1[^>]*>/, `$&第${i}次`),
        i >> 3,
      ),
    (i) => save(yaml, originals.get(yaml).replace(/^title: .*$/m, `title: 第${i}次`), i >> 3),
    (i) =>
      save(join(templates, 'brief.css'), `${originals.get(join(templates, 'brief.css'))}\nh1{--seen:${i}}`, i >> 3),
    (i) => save(words, `words:\n  - { word: 预览试词${i}, tag: n }\n`, i >> 3),
    (i) => save(join(templates, 'mast.hbs'), `${originals.get(join(templates, 'mast.hbs'))}{{nobody.knows${i}}}`),
    (i) => save(join(templates, 'mast.hbs'), `${originals.get(join(templates, 'mast.hbs'))}<!-- ${i} -->`),
    (i) => save(source, `${originals.get(source)}\n`, i),
  ];
  const devtools = await page.createCDPSession();
  const measured = async () => {
    const held = await preview.held();
    await devtools.send('HeapProfiler.collectGarbage');
    const { Nodes: nodes, JSEventListeners: listening, JSHeapUsedSize: heap } = await page.metrics();
    return { ...held, nodes, listening, pageMb: heap / 2 ** 20 };
  };
  /** One edit, awaited by everybody who listens. */
  const edit = async (i) => {
    const before = listeners.map(({ told }) => told.count);
    kinds[i % kinds.length](i);
    const deadline = Date.now() + 180_000;
    while (listeners.some(({ told }, at) => told.count === before[at])) {
      if (Date.now() > deadline) {
        const late = listeners.filter(({ told }, at) => told.count === before[at]).length;
        throw new Error(
          `edit ${i} was not told to ${late} of ${clients}; the preview said:\n${preview.said().slice(-800)}`,
        );
      }
      await sleep(4);
    }
  };
  const edits = Number(values.edits);
  const samples = [];
  for (let i = 0; i < edits; i += 1) {
    await edit(i);
    if ((i + 1) % Math.ceil(edits / 10) === 0) samples.push(await measured());
  }
  await sleep(500);
  const [state] = listeners.map(({ told }) => told.state);
  if (state.revision === null || state.problem.length > 0)
    throw new Error(`the preview shows no page: ${state.problem}`);
  const states = new Set(listeners.map(({ told }) => told.state.revision));
  const shown = await page.evaluate(() => document.documentElement.dataset.liveRevision);
  const [first, last] = [samples[0], await measured()];
  for (const { close } of listeners) close();
  await page.close();
  // a connection may be kept for five seconds
  await sleep(6000);
  const after = await preview.held();
  const exit = await preview.stop();
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  const plain = ({ heapMb, externalMb, held, nodes, listening, pageMb }) => ({
    heap_mb: round(heapMb, 1),
    external_mb: round(externalMb, 1),
    watchers: held.FSEventWrap ?? 0,
    sockets: held.TCPSocketWrap ?? 0,
    timers: held.Timeout ?? 0,
    ...(nodes === undefined ? {} : { page_nodes: nodes, page_listeners: listening, page_heap_mb: round(pageMb, 1) }),
  });
  return {
    edits,
    clients,
    told_the_same: states.size === 1 && states.has(shown),
    after_first_edits: plain(first),
    heap_mb: samples.map(({ heapMb }) => round(heapMb, 1)),
    page_nodes: samples.map(({ nodes }) => nodes),
    at_the_end: plain(last),
    clients_gone: plain(after),
    exit,
  };
}
