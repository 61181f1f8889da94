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
      !/^(?:(?:dist|templates|lexicon|corpus|examples|schemas)\/|(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$)/.test(
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
