import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cliPath, root } from '../support/cli.js';

it('docs/reference/ is what the code, the schemas and the lexicon say (if not: npm run build && npm run reference)', () => {
  const result = spawnSync(process.execPath, [join(root, 'scripts/reference.mjs'), '--check'], {
    encoding: 'utf8',
    env: { ...process.env, DUIZHAO_CLI: cliPath },
  });
  expect([result.status, result.stderr]).toEqual([0, '']);
});

it('says something about every rule, command, record and indicator', () => {
  const page = (name: string): string => readFileSync(join(root, 'docs/reference', name), 'utf8');
  expect(readdirSync(join(root, 'docs/reference')).sort()).toEqual([
    'README.md',
    'answers.md',
    'cli.md',
    'comparability.md',
    'corpus.md',
    'indicators.md',
    'lexicon.md',
    'records.md',
    'repair.md',
    'review.md',
  ]);
  expect([...page('comparability.md').matchAll(/^## \d+ [A-Z_]+$/gm)]).toHaveLength(22);
  for (const name of ['compare', 'inspect', 'diff', 'doctor', 'preview'])
    expect(page('cli.md')).toContain(`## ${name}`);
  for (const name of ['Fact', 'Honour', 'Initiative', 'Comparison', 'Row', 'Cell', 'SourcePlace'])
    expect(page('records.md')).toMatch(new RegExp(`^## ${name}$`, 'm'));
  expect(page('lexicon.md')).toContain('`indicators[].all`');
  expect(page('corpus.md')).toContain('`reports[].sources[].parts[].from`');
  expect(page('review.md')).toContain('`reviews[].quote`');
  expect(page('indicators.md')).toContain('`fraud-filed`');
});
