// npm run reference: writes docs/reference/ from the code (rules with their examples, records, the help of the command line),
// the JSON Schemas and the lexicon, so that it cannot drift. Needs a build.
//   node scripts/reference.mjs [--check]   --check: writes nothing, exits 1 when a page is stale
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../', import.meta.url));
const cli = process.env.DUIZHAO_CLI ?? join(root, 'dist/cli.js');
const dist = dirname(cli);
const target = join(root, 'docs/reference');

const read = (path) => readFileSync(join(root, path), 'utf8');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
/** One cell of a Markdown table. */
const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, ' ↵ ')
    .trim();
const code = (text) => (String(text).includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
const page = (title, zh, ...parts) => `# ${title}\n\n${zh}\n\n${parts.filter(Boolean).join('\n\n')}\n`;

// ── the command line ────────────────────────────────────────────────────────────────────────────────────────
function help(...args) {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', LANG: 'en_US.UTF-8', LANGUAGE: 'en', NO_COLOR: '1' };
  const { stdout, status, stderr } = spawnSync(process.execPath, [cli, ...args, '--help'], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`found that duizhao ${args.join(' ')} --help fails, expected help:\n${stderr}`);
  return stdout.trimEnd();
}

function cliPage() {
  const main = help();
  const names = [...main.matchAll(/^ {2}duizhao ([a-z]+)/gm)]
    .map((match) => match[1])
    .filter((name) => name !== 'completion');
  const commands = [...new Set(names)];
  return page(
    'Commands and options',
    '命令与选项：由 `duizhao --help` 生成。',
    'What `duizhao COMMAND --help` prints. Exit status: 0 done; 1 done, and something needs a person’s eyes; 2 the call or an input file is wrong; 3 something on the machine is missing.',
    ...commands.map((name) => `## ${name}\n\n\`\`\`text\n${help(name)}\n\`\`\``),
  );
}

// ── records ─────────────────────────────────────────────────────────────────────────────────────────────────
/** Text of a docstring, one line. */
const prose = (comment) =>
  (comment ?? '')
    .replace(/^\/\*\*|\*\/\s*$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The exported interfaces and unions of a file of types: name, docstring, fields with docstrings. The files are ours and plain. */
function typesOf(path) {
  const text = read(path);
  const found = [];
  const interfaces =
    /(\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?export interface (\w+)(?: extends ([\w, ]+))? \{\n([\s\S]*?)\n\}/g;
  for (const [, comment, name, base, body] of text.matchAll(interfaces)) {
    const fields = [];
    const field =
      /(?:^ {2}(\/\*\*(?:[^*]|\*(?!\/))*\*\/)\n)?^ {2}readonly (\w+)(\??): ((?:.|\n(?! {2}(?:readonly|\/\*\*)))*?);$/gm;
    for (const [, doc, key, optional, type] of body.matchAll(field))
      fields.push({
        key,
        optional: optional === '?',
        type: type.replace(/\s*\n\s*/g, ' ').replaceAll('readonly ', ''),
        doc: prose(doc),
      });
    found.push({ name, base: base?.trim(), doc: prose(comment), fields });
  }
  const unions = /(\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?export type (\w+) =\s*([^;]+);/g;
  for (const [, comment, name, type] of text.matchAll(unions))
    if (/'/.test(type))
      found.push({ name, doc: prose(comment), values: type.replace(/\s*\n\s*/g, ' ').replace(/^\| /, '') });
  return found;
}

function typeSection({ name, base, doc, fields, values }) {
  const head = `## ${name}`;
  if (values)
    return [
      head,
      doc,
      values
        .split(' | ')
        .map((value) => code(value.replaceAll("'", '')))
        .join(' · '),
    ]
      .filter(Boolean)
      .join('\n\n');
  const rows = fields.map(({ key, optional, type, doc: about }) => [
    `${code(key)}${optional ? ' (may be absent)' : ''}`,
    code(type),
    about,
  ]);
  return [head, doc, base ? `All of ${base}, and:` : '', table(['field', 'type', 'meaning'], rows)]
    .filter(Boolean)
    .join('\n\n');
}

const recordsPage = () =>
  page(
    'Records',
    '数据文件的字段：由 `src/model/` 的类型说明生成。',
    '`OUT/data/facts.jsonl`, `honours.jsonl` and `initiatives.jsonl` hold one JSON object a line: a Fact, an Honour, an Initiative, each with all of FindingBase. `OUT/data/comparison.json` is one Comparison. Offsets are UTF-16 code units into the decoded source, end exclusive.',
    ...typesOf('src/model/finding.ts')
      .filter(({ name }) => !/Draft/.test(name))
      .map(typeSection),
    '# The comparison',
    ...typesOf('src/model/comparison.ts').map(typeSection),
  );

// ── YAML files ──────────────────────────────────────────────────────────────────────────────────────────────
function keysOf(schema) {
  const resolve = (node) =>
    node?.$ref ? { ...schema.definitions[node.$ref.replace('#/definitions/', '')], ...node, $ref: undefined } : node;
  const kind = (node) => {
    if (node.enum) return node.enum.map((value) => code(value)).join(', ');
    if (node.type === 'array') return `list of ${kind(resolve(node.items ?? {})) || 'values'}`;
    const types = [node.type ?? 'object']
      .flat()
      .map((type) => (type === 'object' ? 'mapping' : type === 'string' ? 'text' : type));
    return types.join(' or ') + (node.pattern ? ` like ${code(node.pattern)}` : '');
  };
  const rows = [];
  const walk = (given, path, required) => {
    const node = resolve(given);
    if (path !== '') rows.push([code(path), kind(node), required ? 'yes' : '', node.description ?? '']);
    if (node.type === 'array') {
      const item = resolve(node.items ?? {});
      if (item.properties || item.type === 'array') descend(item, `${path}[]`);
    } else descend(node, path);
  };
  const descend = (node, path) => {
    if (node.type === 'array') return descend(resolve(node.items ?? {}), `${path}[]`);
    for (const [key, child] of Object.entries(node.properties ?? {}))
      walk(child, path === '' ? key : `${path}.${key}`, node.required?.includes(key) ?? false);
    if (node.additionalProperties && typeof node.additionalProperties === 'object')
      walk(node.additionalProperties, `${path}.NAME`, false);
  };
  walk(schema, '', false);
  return table(['key', 'value', 'required', 'meaning'], rows);
}

function yamlPage(name, zh, example) {
  const schema = JSON.parse(read(`schemas/${name}.schema.json`));
  return page(
    schema.title,
    zh,
    schema.description,
    `For your editor: \`# yaml-language-server: $schema=…/schemas/${name}.schema.json\` as the first line. Unknown keys are refused, with their line.`,
    example,
    keysOf(schema),
  );
}

/** What --json answers: one section a command. */
function answersPage() {
  const schema = JSON.parse(read('schemas/answers.schema.json'));
  const commands = schema.anyOf.map(({ $ref }) => $ref.replace('#/definitions/', ''));
  // Notes are the same everywhere: they have a section of their own.
  const { notes } = schema.definitions;
  const definitions = {
    ...schema.definitions,
    notes: { type: 'array', description: `${notes.description} See notes.` },
  };
  const section = (name, { description, ...node }) => {
    // A list is a table of what stands in it.
    const isList = node.type === 'array';
    const keys = keysOf({ ...(isList ? node.items : node), definitions });
    return `## ${name}\n\n${description}${isList ? ' A list; each entry has:' : ''}\n\n${keys}`;
  };
  return page(
    schema.title,
    '`--json` 的输出：由 `schemas/answers.schema.json` 生成，测试按它检查各命令。',
    schema.description,
    ...commands.map((name) => section(name, definitions[name])),
    section('notes', notes),
  );
}

// ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────
const SAYS = { silent: 'says nothing', null: 'a caution, no verdict' };

function sketch(fact) {
  const period = Array.isArray(fact.period)
    ? fact.period.join('—')
    : fact.period === null
      ? 'period not stated'
      : fact.period;
  const to = fact.value_to === undefined || fact.value_to === null ? '' : `—${fact.value_to}`;
  const parts = [
    `${fact.label}${fact.id ? ` (${fact.id})` : ''}`,
    `${fact.direction === 'down' ? '−' : fact.direction === 'up' ? '+' : ''}${fact.value}${to}${fact.unit ?? (['change', 'share'].includes(fact.kind) ? '%' : '起')}`,
    fact.basis,
    fact.periodLabel ?? period,
    fact.scope,
    fact.stage,
    fact.status,
    fact.approx,
    ...(fact.flags ?? []),
  ];
  return `${fact.at}: ${parts.filter((part) => part !== undefined && part !== null && part !== '').join(', ')}`;
}

async function rulesPage() {
  const { RULES } = await load('align/rules/index.js');
  const sections = RULES.map(({ meta, examples }) => {
    const rows = examples.map((example) => [
      example.name,
      example.facts.map(sketch).join('<br>'),
      example.places
        ? Object.entries(example.places)
            .map(([id, level]) => `${id}: ${level}`)
            .join(', ')
        : '',
      SAYS[String(example.says)] ?? example.says,
    ]);
    const body = table(['example', 'figures', 'levels', 'the rule'], rows).replaceAll('&lt;br>', '<br>');
    return `## ${meta.id} ${meta.code}\n\n${meta.zh}。${meta.en}.\n\n${body}`;
  });
  return page(
    'Comparability rules',
    '可比性规则：由 `src/align/rules/` 的说明与例子生成；例子就是规则的测试。',
    'Every rule looks at a row and says nothing, a caution, or the weakest verdict it allows; the weakest verdict of all wins: `comparable`, `needs-normalising`, `side-by-side`, `not-comparable`. The examples are the rules’ tests. Places are cities unless given.',
    ...sections,
  );
}

async function repairPage() {
  const files = readdirSync(join(dist, 'repair'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  const characters = new Map();
  const lines = new Map();
  for (const file of files) {
    for (const value of Object.values(await load(file))) {
      const meta = value?.meta ?? value;
      if (typeof meta?.id !== 'string' || typeof meta.description !== 'string' || !Array.isArray(meta.examples))
        continue;
      (typeof value.test === 'function' ? lines : characters).set(meta.id, meta);
    }
  }
  const visible = (text) =>
    code(
      text
        .replace(/[\u200b-\u200f\ufeff\u00a0\u00ad]/g, (c) => `⟨U+${c.charCodeAt(0).toString(16).padStart(4, '0')}⟩`)
        .replaceAll('\n', '↵'),
    );
  const sections = [
    ...[...characters.values()].map(
      (meta) =>
        `## ${meta.id}\n\n${meta.description}\n\n${table(
          ['source', 'repaired', ''],
          meta.examples.map((example) => [visible(example.source), visible(example.repaired), example.why ?? '']),
        )}`,
    ),
    '# What a line is',
    'Lines that are no text of the report are marked, never deleted.',
    ...[...lines.values()].map(
      (meta) =>
        `## ${meta.id}\n\n${meta.description}\n\n${table(
          ['line', `is a ${meta.id}`],
          meta.examples.map((example) => [visible(example.line), example.is ? 'yes' : 'no']),
        )}`,
    ),
  ];
  return page(
    'Repair rules',
    '版面修复规则：由 `src/repair/` 的说明与例子生成。',
    'What is done to a text before it is read. Repairs are edits kept as data: every quote still comes from the source, to the letter. `duizhao inspect` shows them line by line.',
    ...sections,
  );
}

// ── the lexicon ─────────────────────────────────────────────────────────────────────────────────────────────
function indicatorsPage() {
  const { themes } = parse(read('lexicon/themes.yaml'));
  const { indicators } = parse(read('lexicon/indicators.yaml'));
  const rowsOf = (entries) =>
    table(
      ['id', '中文', 'English', 'units', 'measure', 'polarity', 'stage', 'per', 'badges'],
      entries.map((entry) => [
        code(entry.id),
        entry.zh,
        entry.en,
        entry.units.join(' '),
        entry.measure,
        entry.polarity,
        entry.stage ?? '',
        entry.per ?? '',
        [
          ...(entry.badges ?? []),
          ...(entry.outcome ? ['outcome'] : []),
          ...(entry.beside ? [`beside ${entry.beside}`] : []),
        ].join(', '),
      ]),
    );
  const groups = [
    ...themes.map(({ id, zh, en }) => [
      `${zh} · ${en} (\`${id}\`)`,
      indicators.filter((entry) => entry.themes[0] === id),
    ]),
    ['其他 · No theme', indicators.filter((entry) => entry.themes.length === 0)],
  ].filter(([, entries]) => entries.length > 0);
  return page(
    'Indicators',
    '指标表：由 `lexicon/indicators.yaml` 生成。',
    `${indicators.length} indicators. Measure: F flow of a period, S stock, A amount, R rate, P share, T time, K rank, Z zero or streak, V volume of activity. \`per\` is the denominator that makes counts comparable. Only outcomes of known polarity are ever ordered.`,
    ...groups.map(([title, entries]) => `## ${title}\n\n${rowsOf(entries)}`),
  );
}

const PAGES = {
  'cli.md': cliPage,
  'records.md': recordsPage,
  'corpus.md': () => yamlPage('corpus', '语料说明文件 `corpus.yaml` 的全部字段：由 JSON Schema 生成。'),
  'answers.md': answersPage,
  'review.md': () => yamlPage('review', '人工裁定文件 `review.yaml` 的全部字段：由 JSON Schema 生成。'),
  'lexicon.md': () => yamlPage('lexicon', '词典文件的全部字段：由 JSON Schema 生成。'),
  'comparability.md': rulesPage,
  'repair.md': repairPage,
  'indicators.md': indicatorsPage,
};
const INDEX = `# Reference

参考资料，全部由代码、JSON Schema 和词典生成（\`npm run reference\`），请勿手改。

Generated by \`npm run reference\`; do not edit. A test fails when a page is stale.

- [Commands and options](cli.md) · 命令与选项
- [Records](records.md) · 数据文件的字段
- [What --json answers](answers.md) · \`--json\` 的输出
- [corpus.yaml](corpus.md) · 语料说明
- [review.yaml](review.md) · 人工裁定
- [lexicon/*.yaml](lexicon.md) · 词典
- [Comparability rules](comparability.md) · 可比性规则
- [Repair rules](repair.md) · 版面修复规则
- [Indicators](indicators.md) · 指标表
`;

if (!existsSync(cli)) {
  console.error(`found no ${cli}, expected a build\n  do: npm run build`);
  process.exit(3);
}
const pages = { 'README.md': INDEX };
for (const [name, make] of Object.entries(PAGES)) pages[name] = await make();

if (process.argv.includes('--check')) {
  const stale = Object.entries(pages).filter(([name, text]) => {
    const file = join(target, name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  for (const [name] of stale)
    console.error(`docs/reference/${name} is stale\n  do: npm run build && npm run reference`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(target, name), text);
}
