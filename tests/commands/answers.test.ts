import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duizhao, root } from '../support/cli.js';

const schema = JSON.parse(readFileSync(join(root, 'schemas/answers.schema.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(schema, 'answers');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-answers-'));
beforeAll(() => {
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  duizhao(['init', 'corpus', 'examples/tutorial'], { cwd: folder });
  duizhao(['compare', 'corpus', '--out', 'old', '--format', 'json,html'], { cwd: folder });
  const text = join(folder, 'corpus/yunbo.txt');
  const changed = readFileSync(text, 'utf8').replace('486名', '487名').replace('1560场', '多场');
  writeFileSync(text, changed);
  duizhao(['compare', 'corpus', '--out', 'new', '--format', 'json'], { cwd: folder });
  writeFileSync(join(folder, 'vague.txt'), '平凡的日子\n\n民警走访企业三千余家。\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong with an answer by the schema of its kind; and that it is all there is on standard output. */
function wrong(kind: string, args: readonly string[], status: number): unknown {
  const called = duizhao([...args, '--json'], { cwd: folder });
  expect(called.status).toBe(status);
  const answer: unknown = JSON.parse(called.stdout);
  const check = ajv.getSchema(`answers#/definitions/${kind}`);
  if (!check) throw new Error(`no schema for ${kind}`);
  check(answer);
  return (check.errors ?? []).map(({ instancePath, message, params }) => ({ instancePath, message, params }));
}

describe('what --json answers is what schemas/answers.schema.json says', () => {
  test.each([
    ['compare', ['compare', 'corpus', '--out', 'again', '--format', 'json,csv'], 0],
    ['inspect', ['inspect', 'corpus'], 0],
    ['inspect', ['inspect', 'examples/tutorial/yunbo.txt'], 0],
    ['gap', ['inspect', 'corpus', '--gap', 'fraud-filed:danfeng'], 0],
    ['gap', ['inspect', 'corpus', '--gap', 'disputes-resolution-rate:yunbo'], 0],
    ['verify', ['verify', 'old'], 0],
    ['verify', ['verify', 'old', '--corpus', 'corpus'], 1],
    ['diff', ['diff', 'old', 'new'], 1],
    ['diff', ['diff', 'old', 'old'], 0],
    ['init', ['init', 'made', 'examples/tutorial', 'vague.txt'], 0],
    ['refused', ['init', 'corpus'], 2],
    ['refused', ['compare', 'not-there'], 2],
    ['refused', ['diff', 'old', 'not-there'], 2],
    ['refused', ['verify', 'not-there'], 2],
    ['refused', ['inspect', 'not-there.txt'], 2],
  ])('%s: %j', (kind, args, status) => expect(wrong(kind, args, status)).toEqual([]));

  test('doctor, whatever this machine has', () => {
    const { stdout } = duizhao(['doctor', '--json'], { cwd: folder });
    const check = ajv.getSchema('answers#/definitions/doctor');
    expect(check?.(JSON.parse(stdout))).toBe(true);
  });

  test('the schema tells a wrong answer from a right one', () => {
    const check = ajv.getSchema('answers#/definitions/diff');
    expect(check?.({ new: [], changed: [], withdrawn: [], lost: [], same: -1 })).toBe(false);
    expect(check?.({ new: [], changed: [], withdrawn: [], lost: [], same: 0, more: 1 })).toBe(false);
  });
});
