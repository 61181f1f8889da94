import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlText } from '../../src/publish/verify/read-html.js';
import { duizhao, root } from '../support/cli.js';

interface Question {
  readonly asked: string;
  readonly quotes: readonly string[];
}

/** The rows of the table in the decision record: question, answer, quotes parted by ‖, place. */
const questions: Question[] = readFileSync(join(root, 'docs/decisions/0005-ten-questions.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('？'))
  .map((line) => {
    const [, asked = '', , quotes = ''] = line.split('|').map((cell) => cell.trim());
    return { asked, quotes: quotes.split('‖').map((quote) => quote.trim()) };
  });

const folder = mkdtempSync(join(tmpdir(), 'duizhao-questions-'));
let words = '';

/** Without white space and evidence markers. */
const bare = (text: string): string => text.replace(/\[[0-9]{1,5}\]/g, '').replace(/\s+/g, '');

beforeAll(() => {
  const run = duizhao(['compare', 'corpus', '--out', folder, '--format', 'html', '--quiet']);
  expect(run.stderr).toBe('');
  words = bare(htmlText(readFileSync(join(folder, 'brief.html'), 'utf8').split('<section class="texts"')[0] ?? ''));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ten questions answered from the brief of the bundled corpus', () => {
  it('are ten, each with a quote', () => {
    expect(questions).toHaveLength(10);
    expect(questions.flatMap(({ quotes }) => quotes).filter((quote) => quote.length < 6)).toEqual([]);
  });

  it.each(questions)('$asked', ({ quotes }) => {
    for (const quote of quotes) expect(words).toContain(bare(quote));
  });
});
