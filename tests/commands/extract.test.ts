import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { report as generated } from '../../bench/lib/generate.mjs';
import { type ExtractOptions, extractCommand } from '../../src/commands/extract.js';
import { realHost } from '../../src/host/index.js';
import { cliPath, root } from '../support/cli.js';

const said: string[] = [];
const host = realHost({
  cwd: process.cwd(),
  env: {},
  say: (line) => said.push(line),
  signal: new AbortController().signal,
});
const options: ExtractOptions = { files: [], jobs: 1, strict: false, sayEvery: 60_000 };
const lines = Array.from({ length: 6 }, (_, index) => `${JSON.stringify(generated(index, { seed: 5, places: 3 }))}\n`);

async function extracted(given: Iterable<string>, asked: Partial<ExtractOptions> = {}) {
  let text = '';
  const output = new Writable({
    write: (chunk, _, done) => {
      text += String(chunk);
      done();
    },
  });
  const input = (async function* () {
    for (const piece of given) yield Buffer.from(piece);
  })();
  const outcome = await extractCommand({ ...options, ...asked }, host, { input, output });
  return { outcome, text, types: text.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line).type)) };
}

test('is a filter: pieces of the input, read one by one, give the pieces of the output', async () => {
  const whole = await extracted(lines);
  expect(whole.types.filter((type) => type === 'report')).toHaveLength(lines.length);
  expect(whole.types).toContain('fact');
  const pieces = [lines.slice(0, 1), lines.slice(1, 4), lines.slice(4)];
  let together = '';
  for (const piece of pieces) together += (await extracted(piece)).text;
  expect(together).toBe(whole.text);
  // and where the bytes are cut does not matter
  const bytes = lines.join('');
  expect((await extracted([bytes.slice(0, 1001), bytes.slice(1001)])).text).toBe(whole.text);
});

test('a bad line is refused with its number and the rest goes on; --strict ends with 1', async () => {
  const given = [lines[0] ?? '', '{"id":\n', lines[1] ?? ''];
  const { outcome, types, text } = await extracted(given);
  expect(types.filter((type) => type === 'report' || type === 'refused')).toEqual(['report', 'refused', 'report']);
  const refused = JSON.parse(text.split('\n').find((line) => line.includes('"refused"')) ?? '');
  expect(refused.notes[0].place).toEqual({ file: '-', line: 2 });
  expect([outcome.exitCode, outcome.notes.map(({ code }) => code)]).toEqual([0, ['extract/refused']]);
  expect((await extracted(given, { strict: true })).outcome.exitCode).toBe(1);
  expect((await extracted(lines, { strict: true })).outcome.exitCode).toBe(0);
});

test('reads no further than it can write: what it holds does not grow with the input', async () => {
  let taken = 0;
  const long = JSON.stringify({ ...generated(0), text: '全年走访企业10家。\n'.repeat(3000) });
  const input = (async function* () {
    for (let at = 0; at < 400; at += 1) {
      taken += 1;
      yield Buffer.from(`${at % 40 === 0 ? (lines[at % lines.length] ?? '') : ''}{"not":"a report","of":${long}}\n`);
    }
  })();
  const held: (() => void)[] = [];
  const output = new Writable({ highWaterMark: 1, write: (_chunk, _, done) => void held.push(done) });
  const running = extractCommand(options, host, { input, output });
  // the reader of the output stands still: wait until nothing more is taken
  let before = -1;
  while (before !== taken || held.length === 0) {
    before = taken;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(taken).toBeLessThan(20);
  const flow = setInterval(() => held.shift()?.(), 0);
  expect((await running).json).toMatchObject({ reports: 10, refused: 400 });
  clearInterval(flow);
  expect(taken).toBe(400);
});

test('says how far it is as often as asked, and not oftener', async () => {
  said.length = 0;
  await extracted(lines, { sayEvery: -1 });
  expect(said.at(-1)).toBe(`extract ${lines.length}`);
  said.length = 0;
  await extracted(lines);
  expect(said).toEqual([]);
});

test('two threads write what one does, of several files too, and under flags of the whole process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-extract-'));
  try {
    const files = [lines.slice(0, 2), [...lines.slice(2), 'no report\n'], lines.slice(3)].map((some, at) => {
      const file = join(folder, `${at}.ndjson`);
      writeFileSync(file, some.join(''));
      return file;
    });
    const reading = (jobs: number, ...flags: string[]) =>
      spawnSync(process.execPath, [...flags, cliPath, 'extract', '--jobs', String(jobs), ...files], {
        cwd: root,
        encoding: 'utf8',
      });
    const one = reading(1);
    expect(one.stdout.split('\n').filter((line) => line.includes('"type":"report"'))).toHaveLength(9);
    expect(one.stdout).toContain(`"place":{"file":"${files[1]}","line":5}`);
    const two = reading(2, '--max-old-space-size=2000');
    expect([two.stderr, two.stdout === one.stdout]).toEqual([one.stderr, true]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
