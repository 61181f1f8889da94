import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The one-way import table of docs/architecture.md: a folder imports only from smaller numbers, or from itself. */
const ROOMS: Readonly<Record<string, number>> = {
  model: 0,
  text: 1,
  repair: 2,
  tokenise: 2,
  extract: 2,
  align: 2,
  compare: 2,
  pipeline: 3,
  report: 3,
  host: 4,
  publish: 5,
  commands: 6,
  'index.ts': 7,
  'cli.ts': 8,
};
/** `report` draws and `pipeline` computes: they do not know each other, though both are no. 3; nor may publish reach into the stages. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  report: ['model', 'text'],
  host: ['model', 'text'],
  publish: ['model', 'report', 'host'],
  'cli.ts': ['model', 'commands', 'host'],
};
/** Packages that one room alone may use. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  handlebars: ['report'],
  nodejieba: ['host'],
  puppeteer: ['host'],
  'node:fs': ['host'],
  'node:fs/promises': ['host'],
  'node:http': ['publish'],
  yargs: ['cli.ts'],
  'yargs/helpers': ['cli.ts'],
  'node:process': ['cli.ts'],
};
/** Node's own modules that the stages (rooms 0 to 3) may use: pure functions only. */
const PURE = new Set(['node:crypto']);

const src = fileURLToPath(new URL('../src/', import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** The offending lines of one file, as `file:line: why`. */
function offences(file: string, text: string): string[] {
  const roomOf = (path: string): string => relative(src, path).split(/[/\\]/)[0] ?? '';
  const room = roomOf(file);
  const level = ROOMS[room];
  if (level === undefined)
    return [`src/${relative(src, file)}:1: found the room “${room}”, which the table does not know`];
  const found: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const complain = (why: string) => found.push(`src/${relative(src, file)}:${i + 1}: ${why}`);
    const target = line.match(
      /(?:^|\s)(?:import|export)\b.*?from\s+'([^']+)'|^import\s+'([^']+)'|(?:import|require)\('([^']+)'\)/,
    );
    const name = target?.[1] ?? target?.[2] ?? target?.[3];
    if (name?.startsWith('.')) {
      const other = roomOf(resolve(dirname(file), name.replace(/\.js$/, '.ts')));
      const otherLevel = ROOMS[other];
      if (
        other !== room &&
        (otherLevel === undefined || otherLevel >= level || (MAY[room] && !MAY[room]?.includes(other)))
      ) {
        complain(`${room} imports from ${other}`);
      }
    } else if (name) {
      const rooms = ONLY[name];
      if (rooms && !rooms.includes(room)) complain(`${name} belongs to ${rooms.join(', ')} alone`);
      if (level <= 3 && name.startsWith('node:') && !PURE.has(name)) complain(`a stage imports ${name}`);
    }
    if (
      level <= 3 &&
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|console\.|process\.)/.test(line) &&
      !/^\s*(?:\/\/|\*)/.test(line)
    ) {
      complain('a stage uses the clock, chance, the console or the process');
    }
  }
  return found;
}

test('every import goes one way', () => {
  const all = filesBelow(src).flatMap((file) => offences(file, readFileSync(file, 'utf8')));
  expect(all).toEqual([]);
});

test.each([
  ['text/a.ts', "import { x } from '../repair/index.js';"],
  ['repair/a.ts', "import { x } from '../extract/index.js';"],
  ['report/a.ts', "import { x } from '../pipeline/compare.js';"],
  ['compare/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['commands/a.ts', "import handlebars from 'handlebars';"],
  ['extract/a.ts', 'const now = Date.now();'],
  ['cli.ts', "import { x } from './pipeline/compare.js';"],
])('%s may not: %s', (file, line) => {
  expect(offences(join(src, file), line)).not.toEqual([]);
});
