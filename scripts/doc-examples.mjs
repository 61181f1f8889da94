// npm run docs: runs every example of the documentation and writes what it printed into the page.
//   node scripts/doc-examples.mjs [PAGE…]   pages relative to docs/; all when none is named. Needs a build.
//
// A fenced block says by its first line what it is:
//   ```sh               is run in a copy of the examples; `npx duizhao` is the built command. `status=1`: it must end so; a
//                       block that is `not-run` may not call duizhao
//   ```text output      is what the block above printed; `from=WORD` begins at the line with the word, `head=N` stops after N lines
//   ```yaml file=PATH   is written to PATH before the next command; with `schema=NAME` it is only checked against the schema
//   ```json             must be JSON
// A Chinese page (PAGE.zh.md) has the same blocks as its English one, and takes its output from it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const docs = join(root, 'docs');

/** Every page whose examples are run, relative to docs/: the tutorial, the how-to pages and the explanations, in English. */
export function examplePages() {
  return readdirSync(docs, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => /^(?:tutorial\.md|(?:how-to|explanation)\/[^/]+\.md)$/.test(name) && !name.endsWith('.zh.md'))
    .filter((name) => blocksOf(readPage(name)).some(({ language }) => ['sh', 'yaml', 'json'].includes(language)))
    .sort();
}

export const readPage = (name) => readFileSync(join(docs, name), 'utf8');

/** The fenced blocks of a page, in order; `start` and `end` are the offsets of what stands between the fences. */
export function blocksOf(text) {
  const found = [];
  for (const match of text.matchAll(/^```([a-z]+)([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const [all, language, info, body] = match;
    const start = match.index + all.indexOf('\n') + 1;
    const options = {};
    for (const word of info.trim().split(/\s+/).filter(Boolean)) {
      const [key, value = true] = word.split('=');
      options[key] = value;
    }
    found.push({ language, options, info: info.trim(), body, start, end: start + body.length });
  }
  return found;
}

/** What a reader of any machine and day would see alike. */
const settled = (text) =>
  text
    .replace(/\b[0-9]+\.[0-9]{2} s\b/g, '… s')
    .replace(/^npm warn .*\n/gm, '')
    .replace(/[ \t]+$/gm, '');

/** Runs the examples of a page; returns the page with their output in it. Throws where an example ends otherwise than it says. */
export function runPage(text, { cli }) {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-docs-'));
  try {
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
    const out = [];
    let done = 0;
    let printed = '';
    for (const block of blocksOf(text)) {
      out.push(text.slice(done, block.start));
      done = block.end;
      const { language, options, body } = block;
      if (language === 'sh' && !options['not-run']) {
        printed = runBlock(body, { folder, cli, status: Number(options.status ?? 0) });
        out.push(body);
      } else if (options.output) out.push(excerpt(printed, options));
      else {
        if (options.file) {
          mkdirSync(dirname(join(folder, options.file)), { recursive: true });
          writeFileSync(join(folder, options.file), body);
        }
        out.push(body);
      }
    }
    return out.join('') + text.slice(done);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runBlock(body, { folder, cli, status }) {
  const script = `npx() { shift; node "$DUIZHAO_DOCS_CLI" "$@"; }\nexec 2>&1\n${body}`;
  const result = spawnSync('sh', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, DUIZHAO_DOCS_CLI: cli, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: 'en', NO_COLOR: '1' },
  });
  if (result.status !== status)
    throw new Error(
      `found that this example ends with ${result.status}, expected ${status}:\n${body}\n${result.stdout}${result.stderr}`,
    );
  return settled(result.stdout);
}

function excerpt(printed, { from, head }) {
  const lines = printed.replace(/\n+$/, '').split('\n');
  const first = from === undefined ? 0 : lines.findIndex((line) => line.includes(from));
  if (first < 0) throw new Error(`found no line with “${from}” in the output, expected one:\n${printed}`);
  const last = head === undefined ? lines.length : Math.min(lines.length, first + Number(head));
  return `${first > 0 ? '…\n' : ''}${lines.slice(first, last).join('\n')}\n${last < lines.length ? '…\n' : ''}`;
}

/** The page with the blocks of another, one by one: a translation shows the same output. */
export function withBlocksOf(text, other) {
  const theirs = blocksOf(other);
  const out = [];
  let done = 0;
  for (const [i, block] of blocksOf(text).entries()) {
    out.push(text.slice(done, block.start), block.options.output ? (theirs[i]?.body ?? block.body) : block.body);
    done = block.end;
  }
  return out.join('') + text.slice(done);
}

export const translationOf = (name) => name.replace(/\.md$/, '.zh.md');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cli = process.env.DUIZHAO_CLI ?? join(root, 'dist/cli.js');
  const asked = process.argv.slice(2);
  for (const name of asked.length > 0 ? asked : examplePages()) {
    const text = runPage(readPage(name), { cli });
    writeFileSync(join(docs, name), text);
    const translation = translationOf(name);
    writeFileSync(join(docs, translation), withBlocksOf(readPage(translation), text));
  }
}
