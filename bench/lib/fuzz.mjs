// Inputs for fuzzing: valid ones, changed by a seed. The same seed gives the same input.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance, report } from './generate.mjs';

/** Pieces that have broken programs before. */
const NASTY = [
  '\0',
  '\u0001',
  '\ufffd',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '　',
  '𠮷',
  '👮🏽‍♀️',
  'ﬁ',
  '①',
  '㈱',
  '½',
  '１２３',
  '٣',
  '〇',
  '零',
  '亿'.repeat(40),
  '9'.repeat(400),
  '一'.repeat(300),
  '十百千万亿',
  '1'.repeat(30) + '.' + '2'.repeat(30),
  '－１％',
  '0.00000000001%',
  '1e309',
  '-0',
  'NaN',
  'Infinity',
  '（'.repeat(200),
  '“'.repeat(200),
  '《'.repeat(200),
  '、'.repeat(200),
  '分别'.repeat(50),
  '同比'.repeat(50),
  '其中'.repeat(50),
  '从5起降至3起'.repeat(20),
  '<script>',
  '</style>',
  '<!--',
  ']]>',
  '{{',
  '}}',
  '{{{',
  '{{#each',
  '{{/each}}',
  '{{> brief}}',
  '{{constructor}}',
  '{{lookup this "__proto__"}}',
  '&#0;',
  '&#xFFFFFFF;',
  '&amp',
  '*a',
  '&a [*a]',
  '!!js/function',
  '? ',
  ': ',
  '- ',
  '---',
  '...',
  '%YAML 9',
  '\t',
  '"',
  "'",
  '|',
  '>',
  '{',
  '}',
  '[',
  ']',
  '__proto__: x',
  'constructor: y',
  '<<: *a',
  '!!binary x',
  '\r',
  '\r\n',
  '\n\n\n',
  '../',
  '..\\',
  '/etc/passwd',
  'C:\\',
  'CON',
  '%00',
  '(?:a+)+$',
  '(',
  ')',
  '[z-a]',
  '\\',
  '\\k<x>',
  '(?<=a',
  '2022-02-30',
  '9999-99-99',
];

/** A changed text: one to eight cuts, repeats, moves and insertions of nasty pieces. */
export function changedText(text, seed) {
  const next = chance(seed);
  const n = (below) => Math.floor(next() * below);
  let out = text;
  for (let step = 1 + n(8); step > 0; step -= 1) {
    const [at, length] = [n(out.length + 1), n(Math.min(60, out.length + 1))];
    const piece = NASTY[n(NASTY.length)];
    switch (n(7)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + length);
        break;
      case 1:
        out = out.slice(0, at) + out.slice(at, at + length).repeat(1 + n(6)) + out.slice(at);
        break;
      case 2:
        out = out.slice(0, at) + String.fromCharCode(n(0x10000)) + out.slice(at + 1);
        break;
      case 3: {
        const to = n(out.length + 1);
        out = out.slice(0, to) + out.slice(at, at + length) + out.slice(to);
        break;
      }
      default:
        out = out.slice(0, at) + piece + out.slice(at);
    }
    if (out.length > 200_000) out = out.slice(0, 200_000);
  }
  return out;
}

/** Changed bytes: flips, cuts, repeats, insertions; a tenth are noise from the start. */
export function changedBytes(bytes, seed) {
  const next = chance(seed);
  const n = (below) => Math.floor(next() * below);
  if (n(10) === 0) return Uint8Array.from({ length: n(4000) }, () => n(256));
  let out = Buffer.from(bytes);
  for (let step = 1 + n(12); step > 0; step -= 1) {
    const [at, length] = [n(out.length + 1), n(64)];
    switch (n(4)) {
      case 0:
        if (at < out.length) out[at] ^= 1 << n(8);
        break;
      case 1:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at), Buffer.from(NASTY[n(NASTY.length)]), out.subarray(at)]);
        break;
      default:
        out = out.subarray(0, Math.max(1, at));
    }
  }
  return new Uint8Array(out);
}

/** A changed value of plain JSON: one to six of its parts gone, of another kind, or somebody else's. */
export function changedValue(value, seed) {
  const next = chance(seed);
  const n = (below) => Math.floor(next() * below);
  const root = { value };
  for (let step = 1 + n(6); step > 0; step -= 1) {
    // down from the root, to a part somewhere
    let [parent, key] = [root, 'value'];
    while (n(5) > 0) {
      const part = parent[key];
      const keys = part !== null && typeof part === 'object' ? Object.keys(part) : [];
      if (keys.length === 0) break;
      [parent, key] = [part, keys[n(keys.length)]];
    }
    switch (n(4)) {
      case 0:
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else if (parent !== root) delete parent[key];
        break;
      case 1:
        parent[key] = structuredClone(STRANGE[n(STRANGE.length)]);
        break;
      case 2:
        if (typeof parent[key] === 'string') parent[key] = changedText(parent[key], seed + step);
        else if (typeof parent[key] === 'number') parent[key] = [-1, 0.5, 1e300, 2 ** 53, -parent[key]][n(5)];
        else if (Array.isArray(parent[key])) parent[key] = [...parent[key], ...parent[key]];
        break;
      default: {
        const [other, same] = [Object.keys(parent), key];
        parent[same] = structuredClone(parent[other[n(other.length)]]);
      }
    }
  }
  return root.value;
}

/** Parts that stand where others should. */
const STRANGE = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  { length: 1e9 },
  '9'.repeat(400),
];

/** A report's text out of a seed. */
export const someText = (seed) => report(seed % 5000, { seed: 3, places: 37 }).text;

/**
 * What is fuzzed: each target takes a seed and gives what is wrong, or null. `modules` are the program's own, built or not; `samples` valid
 * files by name (txt, html, docx, pdf, parquet), yaml texts (corpus, lexicon, review), templates, a comparison, and a folder of outputs, `made`.
 */
export function targets(modules, samples) {
  const {
    readSource,
    readCorpus,
    readLexicon,
    readReviews,
    extractLine,
    gatherer,
    compareRead,
    compareReports,
    renderHtml,
    TemplateError,
    parquetLines,
    ParquetError,
    verifyCommand,
    diffCommand,
    host,
  } = modules;
  const { schemas, lexicon, cut } = samples;
  const told = (notes, file) => {
    const bad = notes
      .filter((note) => note.severity === 'error')
      .find((note) => !note.message || !note.hint || (file && note.place?.file !== file));
    return bad === undefined ? null : `a note without message, hint or file: ${JSON.stringify(bad).slice(0, 300)}`;
  };
  const refused = (result, file) =>
    result.value !== null
      ? null
      : result.notes.some(({ severity }) => severity === 'error')
        ? told(result.notes, file)
        : 'refused without an error note';
  /** A comparison of one report with whatever the lexicon has become, or what a person settled. */
  const compareOne = (text, changed) => {
    const file = 'a.txt';
    const { value } = readCorpus(
      JSON.stringify({
        jurisdictions: [{ id: 'a', name: '青州市' }],
        reports: [{ id: 'a-2022', jurisdiction: 'a', sources: [{ file }] }],
      }),
      'corpus.yaml',
      schemas.corpus,
    );
    const sources = new Map([[file, { file, text, encoding: 'utf-8', units: [] }]]);
    return compareReports({ corpus: value, sources, lexicon, cut, ...changed }).value;
  };
  /** A copy of the outputs with some files changed; gone when `run` is done. */
  const withOutputs = async (changed, run) => {
    const folder = mkdtempSync(join(tmpdir(), 'duizhao-fuzz-'));
    try {
      cpSync(samples.made, folder, { recursive: true });
      for (const [path, content] of Object.entries(changed)) writeFileSync(join(folder, path), content);
      return await run(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  /** An outcome of a command on a damaged folder: as without damage, something differs, or refused with its notes. */
  const answered = ({ exitCode, notes, lines }) =>
    exitCode === 2
      ? notes.length > 0
        ? told(notes, null)
        : 'refused without a note'
      : lines.length > 0
        ? null
        : 'said nothing';
  const source = (name) => async (seed) =>
    refused(await readSource(changedBytes(samples[name], seed), `x.${name}`), `x.${name}`);
  return {
    txt: source('txt'),
    gb18030: async (seed) => refused(await readSource(changedBytes(samples.gb18030, seed), 'x.txt'), 'x.txt'),
    utf16: async (seed) => refused(await readSource(changedBytes(samples.utf16, seed), 'x.txt'), 'x.txt'),
    html: source('html'),
    docx: source('docx'),
    pdf: source('pdf'),
    corpus: (seed) =>
      refused(readCorpus(changedText(samples.corpus, seed), 'corpus.yaml', schemas.corpus), 'corpus.yaml'),
    lexicon: (seed) => {
      const text = changedText(samples.lexicon_yaml[seed % samples.lexicon_yaml.length], seed);
      const read = readLexicon([[{ file: 'x.yaml', text }]], schemas.lexicon);
      if (read.value === null) return refused(read, 'x.yaml');
      // its own sections over the package's
      const own = Object.entries(read.value).filter(([, section]) => JSON.stringify(section).length > 60);
      compareOne(someText(seed).slice(0, 1500), { lexicon: { ...lexicon, ...Object.fromEntries(own) } });
      return null;
    },
    review: (seed) => {
      const read = readReviews(changedText(samples.review, seed), 'review.yaml', schemas.review);
      if (read.value === null) return refused(read, 'review.yaml');
      compareOne('2022年，全市破案120起，同比下降12.5%。', { reviews: { file: 'review.yaml', reviews: read.value } });
      return null;
    },
    records: (seed) => {
      const lines = [1, 2].flatMap((n) =>
        extractLine(JSON.stringify(report((seed % 20) + n)), n, { lexicon, cut, schema: schemas.corpus, file: '-' }),
      );
      const gather = gatherer();
      for (const [at, line] of lines.entries()) {
        const text = JSON.stringify(line);
        gather.add(at % 5 === seed % 5 ? changedText(text, seed + at) : text, { file: 'x.ndjson', line: at + 1 });
      }
      const gathered = gather.done();
      if (gathered.value === null) return refused(gathered, null);
      compareRead({ lexicon, ...gathered.value });
      return null;
    },
    comparison: async (seed) => {
      const text = samples.outputs['data/comparison.json'];
      const damaged =
        seed % 2 === 0 ? changedText(text, seed) : JSON.stringify(changedValue(JSON.parse(text), seed), null, 1);
      return withOutputs({ 'data/comparison.json': damaged }, async (folder) => {
        const outcomes = [
          await diffCommand({ old: samples.made, new: folder }, host),
          await diffCommand({ old: folder, new: samples.made }, host),
          await verifyCommand({ folder }, host),
        ];
        return outcomes.map(answered).find((wrong) => wrong !== null) ?? null;
      });
    },
    outputs: async (seed) => {
      const names = Object.keys(samples.outputs).filter((name) => name !== 'data/comparison.json');
      const name = names[seed % names.length];
      const content = samples.outputs[name];
      const damaged = typeof content === 'string' ? changedText(content, seed) : changedBytes(content, seed);
      return withOutputs({ [name]: damaged }, async (folder) => answered(await verifyCommand({ folder }, host)));
    },
    parquet: async (seed) => {
      const path = join(tmpdir(), `duizhao-fuzz-${process.pid}.parquet`);
      writeFileSync(path, changedBytes(samples.parquet, seed));
      try {
        for await (const { number } of parquetLines(path, { patience: 2000 })) if (number > 1e7) return 'endless rows';
        return null;
      } catch (error) {
        return error instanceof ParquetError && error.zh && error.message ? null : `no ParquetError: ${error?.stack}`;
      } finally {
        rmSync(path, { force: true });
      }
    },
    line: (seed) => {
      const out = extractLine(changedText(JSON.stringify(report(seed % 50)), seed), 1, {
        lexicon,
        cut,
        schema: schemas.corpus,
        file: '-',
      });
      return out[0]?.type === 'report'
        ? null
        : out[0]?.type === 'refused'
          ? told(out[0].notes, '-')
          : 'neither a report nor a refusal';
    },
    text: (seed) => {
      const text = changedText(someText(seed), seed);
      const value = compareOne(text, {});
      for (const record of [...value.facts, ...value.honour_records, ...value.initiatives])
        if (text.slice(record.source.start, record.source.end) !== record.source.exact)
          return `a record whose quote is not the text: ${record.id}`;
      return null;
    },
    template: (seed) => {
      const names = Object.keys(samples.templates);
      const name = names[seed % names.length];
      const templates = { ...samples.templates, [name]: changedText(samples.templates[name], seed) };
      try {
        renderHtml(samples.comparison, { templates, fonts: [], lang: 'zh-CN' });
        return null;
      } catch (error) {
        return error instanceof TemplateError && error.template && error.reason
          ? null
          : `no TemplateError for ${name}: ${error?.stack}`;
      }
    },
  };
}

/** Runs one target with one seed: null, or what is wrong. Longer than `patience` milliseconds is wrong too. */
export async function tried(name, run, seed, patience) {
  const start = performance.now();
  let wrong;
  try {
    wrong = await run(seed);
  } catch (error) {
    wrong = `threw ${error?.stack ?? error}`;
  }
  const took = performance.now() - start;
  if (wrong === null && took > patience) wrong = `took ${Math.round(took)} ms`;
  return wrong === null ? null : `${name} ${seed}: ${wrong}`;
}
