import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { initCommand } from '../../src/commands/init.js';
import { type Host, realHost } from '../../src/host/index.js';
import type { Corpus } from '../../src/model/corpus.js';
import { duizhao } from '../support/cli.js';
import { column, makePdf } from '../support/pdf.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = (name: string, year: number, filed: number) =>
  `${name}市公安局${year}年工作总结\n\n${year}年，${name}公安共立电信网络诈骗案件${filed}起，同比下降12.5%。全市破获电信网络诈骗案件98起。\n\n${name}市公安局化解矛盾纠纷3120起。\n`;

function put(path: string, content: string | Uint8Array): string {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
  return path;
}
const host = (): Host => ({
  ...realHost({ cwd: folder, env: {}, say: () => undefined, signal: new AbortController().signal }),
});
const init = (files: readonly string[], force = false, ask?: (question: string) => Promise<string>) =>
  initCommand({ folder: '我的 语料', files, force, skipUnreadable: false }, host(), ask);
const corpus = (): Corpus => parse(readFileSync(join(folder, '我的 语料/corpus.yaml'), 'utf8')) as Corpus;
const made = () => readdirSync(join(folder, '我的 语料')).sort();

async function everyKind(): Promise<string[]> {
  const lines = report('松江', 2023, 310)
    .split('\n')
    .filter((line) => line !== '');
  const docx = await Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );
  const pdf = makePdf([
    [
      [200, 60, 20, '柳城市公安局2023年工作总结'],
      ...column(60, 110, [
        '2023年，柳城公安共立电信网络诈骗案件210起，同比下降',
        '11.5%。全市破获电信网络诈骗案件88起。',
      ]),
      ...column(60, 170, ['柳城市公安局化解矛盾纠纷2120起。']),
    ],
  ]);
  const html = `<meta charset="gbk">${report('海塘', 2023, 410)
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}`;
  return [
    put('下载 一/国标.txt', iconv.encode(report('石浦', 2023, 110), 'gb18030')),
    put('下载 一/宽.txt', iconv.encode(report('岚岭', 2023, 120), 'utf16le', { addBOM: true })),
    put('总结.docx', new Uint8Array(docx)),
    put('年报.pdf', pdf),
    put('page.html', iconv.encode(html, 'gbk')),
    put('a.md', `# ${report('青原', 2023, 130)}`),
  ];
}

describe('init', () => {
  test('files of every kind and encoding become a corpus that compare reads', async () => {
    const files = await everyKind();
    const { exitCode, notes } = await init(files);
    expect(notes).toEqual([]);
    expect(exitCode).toBe(0);
    expect(corpus().jurisdictions.map(({ name }) => name)).toEqual([
      '石浦市',
      '岚岭市',
      '松江市',
      '柳城市',
      '海塘市',
      '青原市',
    ]);
    for (const path of files) {
      const copy = readFileSync(join(folder, '我的 语料', path.replace(/^.*\//, '')));
      expect(copy.equals(readFileSync(join(folder, path)))).toBe(true);
    }
    const { status } = duizhao(['compare', '我的 语料', '--format', 'json', '--quiet'], { cwd: folder });
    expect(status).toBe(0);
    const facts = readFileSync(join(folder, 'out/data/facts.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { value: number; source: { file: string; unit?: string } });
    const filed = new Map(
      facts
        .filter(({ value }) => value > 100 && value < 500)
        .map(({ source, value }) => [source.file, [value, source.unit]]),
    );
    expect(Object.fromEntries(filed)).toEqual({
      '国标.txt': [110, undefined],
      '宽.txt': [120, undefined],
      '总结.docx': [310, '第2段'],
      '年报.pdf': [210, '第1页'],
      'page.html': [410, '第2段'],
      'a.md': [130, undefined],
    });
  });

  test('two files of one name are both copied, one under another name', async () => {
    const { notes } = await init([
      put('甲/a.txt', report('石浦', 2022, 11)),
      put('乙/A.txt', report('石浦', 2023, 12)),
    ]);
    expect(made()).toEqual(['A-2.txt', 'a.txt', 'corpus.yaml']);
    expect(notes).toMatchObject([{ code: 'source/renamed', severity: 'info' }]);
    expect(corpus().reports.map(({ id, sources }) => [id, sources[0]?.file])).toEqual([
      ['shipu-2022', 'a.txt'],
      ['shipu-2023', 'A-2.txt'],
    ]);
  });

  test('the same file twice is taken once, and said so', async () => {
    const { notes } = await init([put('a.txt', report('石浦', 2022, 11)), put('b.txt', report('石浦', 2022, 11))]);
    expect(made()).toEqual(['a.txt', 'corpus.yaml']);
    expect(notes).toMatchObject([{ code: 'source/same-content', severity: 'warning' }]);
  });

  test('a folder among the files stands for what lies in it', async () => {
    put('下载/a.txt', report('石浦', 2023, 11));
    put('下载/b.txt', report('青原', 2023, 12));
    put('下载/封面.png', 'x');
    await init(['下载']);
    expect(made()).toEqual(['a.txt', 'b.txt', 'corpus.yaml']);
  });

  test('without files it takes what lies in the folder', async () => {
    put('我的 语料/a.txt', report('石浦', 2023, 11));
    expect((await init([])).exitCode).toBe(0);
    expect(made()).toEqual(['a.txt', 'corpus.yaml']);
  });

  test('a corpus.yaml that is there stays, unless forced', async () => {
    put('我的 语料/corpus.yaml', '# mine\n');
    const file = put('a.txt', report('石浦', 2023, 11));
    const refused = await init([file]);
    expect(refused).toMatchObject({ exitCode: 2, notes: [{ code: 'call/corpus-exists' }] });
    expect(readFileSync(join(folder, '我的 语料/corpus.yaml'), 'utf8')).toBe('# mine\n');
    expect(made()).toEqual(['corpus.yaml']);
    expect((await init([file], true)).exitCode).toBe(0);
    expect(corpus().jurisdictions).toHaveLength(1);
  });

  test('called again with force it copies nothing anew', async () => {
    const file = put('a.txt', report('石浦', 2023, 11));
    await init([file]);
    const first = readFileSync(join(folder, '我的 语料/corpus.yaml'));
    await init([file], true);
    expect(made()).toEqual(['a.txt', 'corpus.yaml']);
    expect(readFileSync(join(folder, '我的 语料/corpus.yaml')).equals(first)).toBe(true);
  });

  const WRONG: readonly [string, () => string[], string][] = [
    ['a file that is not there', () => ['nowhere.txt'], 'source/missing'],
    ['an empty file', () => [put('e.txt', '')], 'input/empty'],
    ['a scan', () => [put('scan.pdf', makePdf([[], []]))], 'source/scanned-pdf'],
    ['an old Word file', () => [put('a.doc', 'x')], 'source/old-word'],
    ['a folder without reports', () => [put('leer/a.png', 'x').replace('/a.png', '')], 'call/no-sources'],
  ];
  test.each(WRONG)('%s is an error, and nothing is written', async (_, files, code) => {
    const outcome = await init([put('good.txt', report('石浦', 2023, 11)), ...files()]);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.notes[0]).toMatchObject({ code, severity: 'error' });
    expect(outcome.notes.slice(1).every((note) => note.code === 'call/nothing-written')).toBe(true);
    expect(outcome.notes[0]?.hint).toBeTruthy();
    expect(existsSync(join(folder, '我的 语料'))).toBe(false);
  });

  test('a file in the folder’s place is an error', async () => {
    put('我的 语料', 'x');
    expect(await init([put('a.txt', report('石浦', 2023, 11))])).toMatchObject({
      exitCode: 2,
      notes: [{ code: 'call/not-a-folder' }],
    });
  });
});

describe('what is uncertain', () => {
  const vague = '平凡的日子\n\n民警走访企业三千余家。派出所化解矛盾纠纷120起。\n';

  test('is marked in corpus.yaml', async () => {
    await init([put('a.txt', vague)]);
    const text = readFileSync(join(folder, '我的 语料/corpus.yaml'), 'utf8');
    expect(text.split('\n').filter((line) => line.includes('# 待核'))).toHaveLength(2);
    expect(corpus().reports[0]?.period).toEqual({ from: null, to: null, label: '期间未注明' });
  });

  test('is asked about, and answers settle it', async () => {
    const asked: string[] = [];
    const answers = ['青原县', '2023上半年'];
    await init([put('a.txt', vague), put('b.txt', report('石浦', 2023, 11))], false, async (question) => {
      asked.push(question.split(/[:：]/)[0] ?? '');
      return answers.shift() ?? '';
    });
    expect(asked).toEqual(['a.txt', 'a.txt']);
    expect(corpus().jurisdictions[0]).toMatchObject({ id: 'qingyuan', name: '青原县', level: 'county' });
    expect(corpus().reports[0]).toMatchObject({
      id: 'qingyuan-2023h1',
      period: { from: '2023-01-01', to: '2023-06-30', label: '2023年上半年' },
    });
    expect(readFileSync(join(folder, '我的 语料/corpus.yaml'), 'utf8')).not.toContain('# 待核');
  });

  test('stays marked where the answer is no time', async () => {
    await init([put('a.txt', vague)], false, async (question) => (question.includes('时间') ? '很久以前' : '青原县'));
    expect(readFileSync(join(folder, '我的 语料/corpus.yaml'), 'utf8')).toContain('待核：起止时间');
  });
});

test('from the command line: no questions without a terminal, the answer as JSON', () => {
  put('a.txt', '平凡的日子\n\n民警走访企业三千余家。\n');
  const { status, stdout, stderr } = duizhao(['init', 'c', 'a.txt', '--json'], { cwd: folder });
  expect(status).toBe(0);
  expect(stderr).not.toContain('？');
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    corpus: 'c/corpus.yaml',
    files: [{ from: 'a.txt', file: 'a.txt', copied: true }],
    reports: [
      {
        file: 'a.txt',
        unsure: ['jurisdiction', 'period'],
        why: { jurisdiction: { zh: '文中没有出现某地的公安机关' }, period: { zh: '文中没有写年份' } },
      },
    ],
  });
});

describe('files that cannot be read, among others that can', () => {
  const files = () => {
    put('好.txt', '青原县公安局2023年工作总结\n\n2023年，青原县公安局破案320起。青原县公安局抓获嫌疑人88名。\n');
    put('空.txt', '');
    put('坏.pdf', '%PDF-1.7 坏');
    return ['init', 'c', '空.txt', '好.txt', '坏.pdf'];
  };
  test('all or nothing; the refusal says how many are fine and how to go on', () => {
    const { status, stderr } = duizhao([...files(), '--lang', 'en'], { cwd: folder });
    expect(status).toBe(2);
    expect(existsSync(join(folder, 'c'))).toBe(false);
    expect(stderr).toContain('found that 2 of 3 files cannot be read');
    expect(stderr).toContain('--skip-unreadable');
  });
  test('--skip-unreadable leaves them out, says so in corpus.yaml and ends with 1', () => {
    const { status, stdout, stderr } = duizhao([...files(), '--skip-unreadable', '--json', '--lang', 'zh-CN'], {
      cwd: folder,
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      left_out: ['空.txt', '坏.pdf'],
      reports: [{ file: '好.txt' }],
    });
    expect(readdirSync(join(folder, 'c')).sort()).toEqual(['corpus.yaml', '好.txt']);
    expect(readFileSync(join(folder, 'c/corpus.yaml'), 'utf8')).toContain(
      '# 未收入（无法读取）：空.txt\n# 未收入（无法读取）：坏.pdf\n',
    );
    expect(stderr).not.toContain('错误');
  });
  test('nothing readable is refused in any case', () => {
    files();
    const { status } = duizhao(['init', 'c', '空.txt', '--skip-unreadable'], { cwd: folder });
    expect(status).toBe(2);
    expect(existsSync(join(folder, 'c'))).toBe(false);
  });
  test('a person on a terminal is asked, and may say no', async () => {
    files();
    const asked: string[] = [];
    const answering = (answer: string) => (question: string) => {
      asked.push(question);
      return Promise.resolve(answer);
    };
    const paths = ['空.txt', '好.txt'].map((name) => join(folder, name));
    expect((await init(paths, false, answering(''))).exitCode).toBe(2);
    expect((await init(paths, false, answering('y'))).exitCode).toBe(1);
    expect(asked.filter((question) => /略去继续吗|leave it out/.test(question))).toHaveLength(2);
  });
});

test('of two copies the one with its own name is kept', () => {
  mkdirSync(join(folder, '收到'));
  const text = '青原县公安局2023年工作总结\n\n2023年，青原县公安局破案320起。\n';
  put('收到/总结 (1).txt', text);
  put('收到/总结.txt', text);
  const { stdout } = duizhao(['init', 'c', '收到', '--json'], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: '总结.txt' }] });
});

test('a report in another language is said to be one', () => {
  put(
    'annual.txt',
    'Annual report of the Lakeside Police Department, 2024. Calls for service fell by 6.5% to 48,210.\n',
  );
  const { status, stderr } = duizhao(['init', 'c', 'annual.txt', '--lang', 'en'], { cwd: folder });
  expect(status).toBe(0);
  expect(stderr).toContain('found a text that is not in Chinese');
});
