import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from './support/cli.js';

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

test('the package holds what it needs to run and nothing else', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const files: string[] = packed.files.map((file: { path: string }) => file.path);
  for (const wanted of [
    'dist/cli.js',
    'dist/index.js',
    'dist/index.d.ts',
    'templates/brief.hbs',
    'lexicon/indicators.yaml',
    'schemas/corpus.schema.json',
    'corpus/corpus.yaml',
    'LICENSE',
    'README.md',
  ]) {
    expect(files).toContain(wanted);
  }
  const stray = files.filter(
    (file) =>
      !/^(?:(?:dist|templates|lexicon|corpus|examples|schemas)\/|(?:package\.json|README(?:\.zh)?\.md|LICENSE|CHANGELOG\.md)$)/.test(
        file,
      ),
  );
  expect(stray).toEqual([]);
  expect(files.filter((file) => /(?:^|\/)\.|~$|\.(?:log|tmp|map)$|-changed/.test(file))).toEqual([]);
});

test('the command can be run by its name', () => {
  expect(readFileSync(`${root}${manifest.bin.duizhao}`, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
});

test('the lock file records no download addresses', () => {
  expect(readFileSync(`${root}package-lock.json`, 'utf8')).not.toMatch(/"resolved":\s*"http/);
});

const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages as Readonly<
  Record<
    string,
    {
      readonly dev?: boolean;
      readonly devOptional?: boolean;
      readonly hasInstallScript?: boolean;
      readonly version: string;
    }
  >
>;
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every dependency has its reason', () => {
  const reasons = readFileSync(`${root}docs/decisions/0001-libraries.md`, 'utf8');
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  // e.g. `@fontsource/noto-serif-sc`, `-sans-sc`; types come with what they are of
  const unnamed = names.filter(
    (name) => !name.startsWith('@types/') && !reasons.includes(`\`${name}\``) && name !== '@fontsource/noto-sans-sc',
  );
  expect(unnamed).toEqual([]);
});

test('packages with an install script are named, and no others', () => {
  const found = Object.entries(lock)
    .filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev)
    .map(([path]) => nameOf(path));
  expect(new Set(found)).toEqual(new Set(Object.keys(manifest.allowScripts)));
});

test('the list of what it is made of names every package of the lock file, the same bytes each time', () => {
  const [first, second] = [1, 2].map(() =>
    execFileSync(process.execPath, [`${root}scripts/sbom.mjs`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  expect(first).toBe(second);
  const { components } = JSON.parse(first ?? '');
  const all = Object.entries(lock).filter(([path, { dev }]) => path !== '' && !dev);
  const labelled = (entries: typeof all) => entries.map(([path, { version }]) => `${nameOf(path)}@${version}`);
  const listed = components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`);
  expect(
    labelled(all.filter(([, { devOptional }]) => !devOptional)).filter((label) => !listed.includes(label)),
  ).toEqual([]);
  expect(listed.filter((label: string) => !labelled(all).includes(label))).toEqual([]);
});
