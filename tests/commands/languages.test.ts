import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompareOptions, compareCommand } from '../../src/commands/compare.js';
import { cueText } from '../../src/commands/inspect-words.js';
import { langGiven, toolLanguage } from '../../src/commands/language.js';
import { noteLines } from '../../src/commands/print-notes.js';
import { TEXT_IDS, textIn } from '../../src/commands/texts.js';
import { realHost } from '../../src/host/index.js';
import type { Note } from '../../src/model/note.js';
import { previewClient } from '../../src/publish/preview-client.js';
import { duizhao, root } from '../support/cli.js';

const HAN = /\p{Script=Han}/u;
const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };
const ENGLISH = { LC_ALL: 'en_US.UTF-8' };

describe('which language', () => {
  test.each([
    // --lang, environment, system → language
    ['zh-CN', { LC_ALL: 'C' }, 'en-US', 'zh-CN'],
    ['en', { LC_ALL: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    [undefined, { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh-CN'],
    [undefined, { LANG: 'zh_TW.UTF-8' }, 'en-US', 'zh-CN'],
    [undefined, { LANG: 'zh' }, 'en-US', 'zh-CN'],
    [undefined, { LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'en-US', 'zh-CN'],
    [undefined, { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN' }, 'en-US', 'zh-CN'],
    [undefined, {}, 'zh-Hans-CN', 'zh-CN'],
    [undefined, {}, 'en-US', 'en'],
    [undefined, { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    [undefined, { LANG: 'POSIX' }, 'zh-CN', 'en'],
    [undefined, { LC_ALL: 'de_DE.UTF-8' }, 'zh-CN', 'en'],
    [undefined, { LANG: 'zha_CN' }, 'zh-CN', 'en'],
    ['fr', { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh-CN'],
    ['zh', { LC_ALL: 'C' }, 'en-US', 'zh-CN'],
    ['zh-Hant-TW', { LC_ALL: 'C' }, 'en-US', 'zh-CN'],
    ['en_GB', { LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    ['zha', { LC_ALL: 'C' }, 'zh-CN', 'en'],
    ['english', { LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'zh-CN'],
  ] as const)('--lang %s, %j, system %s: %s', (given, env, system, expected) => {
    expect(toolLanguage(given, env, system)).toBe(expected);
  });

  test.each([
    [['compare', '--lang', 'en'], 'en'],
    [['--lang=zh-CN', '--help'], 'zh-CN'],
    [['compare', '--lang=en', '--lang', 'zh-CN'], 'zh-CN'],
    [['compare', '--language', 'en'], undefined],
    [['compare', '--', '--lang', 'en'], undefined],
    [['compare', '--lang'], undefined],
    [[], undefined],
  ] as const)('%j asks for %s', (argv, expected) => {
    expect(langGiven(argv)).toBe(expected);
  });
});

describe('help', () => {
  const commands = ['compare', 'inspect', 'diff', 'doctor', 'preview', 'init', 'verify'];

  test('every text is there in both languages', () => {
    const [zh, en] = [textIn('zh-CN'), textIn('en')];
    for (const id of TEXT_IDS) {
      expect(zh(id), id).toMatch(HAN);
      expect(en(id).replaceAll('武汉', ''), id).not.toMatch(HAN);
    }
  });

  test.each(commands)('%s --help in both languages', (command) => {
    const zh = duizhao([command, '--help'], { env: CHINESE }).stdout;
    const en = duizhao([command, '--help'], { env: ENGLISH }).stdout;
    expect(zh).toContain('选项：');
    expect(zh).toContain('显示帮助');
    expect(en).toContain('Options:');
    // What is left of English in the Chinese help: names, and values to be typed.
    expect(zh.replace(/^.*duizhao .*$/gm, '')).not.toMatch(/\b(?:the|what|which|folder with|only)\b/);
    expect(en.replaceAll('武汉', '').replaceAll('待核', '')).not.toMatch(HAN);
  });

  test('--lang beats the locale, in either place; a locale that is not Chinese is English', () => {
    expect(duizhao(['--help', '--lang', 'en'], { env: CHINESE }).stdout).toContain('Commands:');
    expect(duizhao(['--lang=zh-CN', '--help'], { env: ENGLISH }).stdout).toContain('命令：');
    expect(duizhao(['--help'], { env: { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' } }).stdout).toContain(
      '命令：',
    );
    expect(duizhao(['--help'], { env: { LC_ALL: 'C' } }).stdout).toContain('Commands:');
    expect(duizhao(['--help'], { env: { LC_ALL: 'fr_FR.UTF-8' } }).stdout).toContain('Commands:');
  });

  test.each([
    [['compare', '--nonsense'], '无法识别的选项：nonsense', 'Unknown argument: nonsense'],
    [['compare', '--format', 'odt'], '发现格式“odt”', 'found the format “odt”'],
    [['diff', 'one'], '缺少参数', 'Not enough'],
    [['compare', '--lang', 'fr'], '无效的选项值', 'Invalid values'],
  ])('a wrong call %j', (args, zh, en) => {
    const [chinese, english] = [CHINESE, ENGLISH].map((env) => duizhao(args, { env }));
    expect([chinese?.status, english?.status]).toEqual([2, 2]);
    expect(chinese?.stderr).toMatch(/^错误：/);
    expect(chinese?.stderr).toContain(zh);
    expect(chinese?.stderr).toContain('  请：');
    expect(english?.stderr).toMatch(/^error: /);
    expect(english?.stderr).toContain(en);
    expect(english?.stderr).toContain('  do: ');
  });
});

describe('notes', () => {
  const note: Note = {
    code: 'corpus/path',
    severity: 'warning',
    message: 'found a, expected b',
    hint: 'mend it',
    zh: { message: '发现甲，应为乙', hint: '请改正' },
    place: { file: 'corpus.yaml', line: 3 },
    related: { file: 'corpus.yaml', line: 1 },
  };
  const all = { colour: false, all: true } as const;

  test('in the language that is asked for', () => {
    expect(noteLines([note], { ...all, language: 'en' })).toEqual([
      'corpus.yaml:3: warning: found a, expected b [corpus/path]',
      '  see also corpus.yaml:1',
      '  do: mend it',
    ]);
    expect(noteLines([note], { ...all, language: 'zh-CN' })).toEqual([
      'corpus.yaml:3: 警告：发现甲，应为乙 [corpus/path]',
      '  另见 corpus.yaml:1',
      '  请：改正',
    ]);
  });

  test('one without Chinese is said in English', () => {
    const { zh: _, ...plain } = note;
    expect(noteLines([plain], { ...all, language: 'zh-CN' })[0]).toContain('found a, expected b');
  });

  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('model/note.ts'))
    .map((file) => ({ file, text: readFileSync(join(root, 'src', file), 'utf8') }));

  /** The object literal around, or from, `at`; braces in templates are balanced. */
  function literal(text: string, at: number): string {
    let start = at;
    for (let depth = 0; start > 0; start--) {
      if (text[start] === '}') depth++;
      else if (text[start] === '{' && depth-- === 0) break;
    }
    let end = start + 1;
    for (let depth = 1; depth > 0 && end < text.length; end++) {
      if (text[end] === '{') depth++;
      else if (text[end] === '}') depth--;
    }
    return text.slice(start, end);
  }

  test('every note made anywhere has its Chinese', () => {
    const made = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bseverity: (?=['\w])/g)].map(({ index }) => ({ file, note: literal(text, index) })),
    );
    expect(made.length).toBeGreaterThan(40);
    const without = made.filter(({ note }) => !/\bzh\b|\.\.\.(?:wording|note)\b/.test(note));
    expect(without).toEqual([]);
  });

  test('Chinese notes say what was found (发现) and what to do (请)', () => {
    const said = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bzh: \{/g)].flatMap(({ index, 0: head }) => {
        const own = literal(text, index + head.length);
        return [...own.matchAll(/\b(message|hint):\s*['`](.)/g)].map(([, key, first]) => ({ file, key, first, own }));
      }),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(({ key, first }) => first !== (key === 'message' ? '发' : '请'))).toEqual([]);
  });
});

describe('a run', () => {
  let folder = '';
  const path = (...parts: string[]) => join(folder, ...parts);
  const yaml = (text: string, name = 'corpus.yaml') => ({ [name]: text });
  const good = `jurisdictions:
  - { id: a, name: 甲市, level: city, aliases: [甲市公安] }
  - { id: b, name: 乙市, level: city, aliases: [乙市公安] }
reports:
  - { id: a-2022, jurisdiction: a, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: a.txt }] }
  - { id: b-2022, jurisdiction: b, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: b.txt }] }
`;
  const texts = {
    'a.txt': '2022年，甲市公安抓获电信诈骗犯罪嫌疑人1267名，化解矛盾纠纷5817起。\n',
    'b.txt': '2022年，乙市公安抓获电信诈骗犯罪嫌疑人98名，化解矛盾纠纷4213起。\n',
  };
  function write(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
    mkdirSync(path(name), { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(path(name, file), content);
    return path(name);
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duizhao-languages-'));
    write('good', { ...yaml(good), ...texts });
    write('changed', { ...yaml(good), ...texts, 'a.txt': texts['a.txt'].replace('1267', '1268') });
    for (const name of ['good', 'changed'])
      expect(duizhao(['compare', path(name), '--out', path(`out-${name}`), '--format', 'json,html']).status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const period = good.replace('from: 2022-01-01, to: 2022-12-31', 'from: 2022-12-31, to: 2022-01-01');
  test.each<[string, Readonly<Record<string, string | Uint8Array>>, Partial<CompareOptions>]>([
    ['YAML that is none', yaml('reports: [\n'), {}],
    ['an unknown key', yaml(good.replace('aliases', 'alias')), {}],
    ['a missing key', yaml(good.replace('name: 甲市, ', '')), {}],
    ['a word that is not in the list', yaml(good.replace('level: city', 'level: town')), {}],
    ['an id of another form', yaml(good.replaceAll('id: a,', 'id: A 1,')), {}],
    ['a number for a text', yaml(good.replace('name: 甲市', 'name: 5')), {}],
    ['an unknown place', yaml(good.replace('jurisdiction: a', 'jurisdiction: c')), {}],
    ['an id twice', yaml(good.replace('id: b,', 'id: a,')), {}],
    ['a period that ends before it begins', yaml(period), {}],
    ['a day that is none', yaml(good.replace('2022-12-31', '2022-02-30')), {}],
    ['a path out of the folder', yaml(good.replace('a.txt', '../a.txt')), {}],
    ['no such file', yaml(good), {}],
    ['an empty file', { ...yaml(good), ...texts, 'a.txt': '' }, {}],
    ['a picture', { ...yaml(good), ...texts, 'a.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]) }, {}],
    [
      'damaged text',
      { ...yaml(good), ...texts, 'a.txt': Buffer.from('甲市公安局工作报告'.repeat(9)).subarray(0, 100) },
      {},
    ],
    ['no text at all', {}, {}],
    ['no corpus.yaml', texts, {}],
    ['an unknown theme', { ...yaml(good), ...texts }, { themes: ['gardening'] }],
    ['an unknown jurisdiction', { ...yaml(good), ...texts }, { jurisdictions: ['c'] }],
    ['no such templates', { ...yaml(good), ...texts }, { template: 'nowhere' }],
    ['no lexicon in a folder', { ...yaml(good), ...texts }, { lexicon: 'docs' }],
    [
      'a review of no record',
      {
        ...yaml(good),
        ...texts,
        ...yaml('reviews:\n  - { report: a-2022, quote: 没有这句, action: accept }\n', 'review.yaml'),
      },
      {},
    ],
    [
      'a review of an unknown report',
      { ...yaml(good), ...texts, ...yaml('reviews:\n  - { report: x, quote: 某句, action: accept }\n', 'review.yaml') },
      {},
    ],
  ])('%s: each note says so in both languages', async (name, files, more) => {
    const { notes } = await compareCommand(
      {
        corpus: write(`case ${name}`, files),
        out: path('nothing'),
        formats: ['json'],
        themes: [],
        jurisdictions: [],
        lang: 'zh-CN',
        style: 'default',
        strict: false,
        ...more,
      },
      realHost({ cwd: root, env: {}, say: () => {}, signal: new AbortController().signal }),
    );
    expect(notes.length).toBeGreaterThan(0);
    for (const { message, hint, zh } of notes) {
      expect(zh?.message).toMatch(/^发现/);
      expect(message).not.toMatch(/^发现/);
      expect(zh?.hint === undefined).toBe(hint === undefined);
      if (zh?.hint !== undefined) expect(zh.hint).toMatch(/^请/);
    }
  });

  test('a note is printed in the language of the locale, and is in JSON in both', () => {
    const corpus = write('broken', yaml(good.replace('level: city', 'level: town')));
    const call = ['compare', corpus, '--out', path('nothing'), '--format', 'json'];
    const chinese = duizhao(call, { env: CHINESE }).stderr;
    const english = duizhao(call, { env: ENGLISH }).stderr;
    expect(chinese).toMatch(/corpus\.yaml:2:\d+: 错误：发现 .*，应为 province、city.*[\s\S]* {2}请：使用其中一个词/);
    expect(english).toMatch(/corpus\.yaml:2:\d+: error: found .*, expected one of province[\s\S]* {2}do: use one/);
    for (const env of [CHINESE, ENGLISH]) {
      const [note] = JSON.parse(duizhao([...call, '--json'], { env }).stdout).notes as Note[];
      expect(note?.message).toMatch(/^found/);
      expect(note?.zh?.message).toMatch(/^发现/);
    }
  });

  test('compare: what it says is Chinese, what it writes is the same, the brief stays Chinese', () => {
    const call = (env: Record<string, string>, out: string, ...more: string[]) =>
      duizhao(['compare', path('good'), '--out', path(out), '--format', 'html,json', ...more], { env });
    const zh = call(CHINESE, 'out-zh');
    const en = call(ENGLISH, 'out-en');
    expect(zh.stdout).toMatch(/读取 \d+\.\d\d 秒 · 比较 .* · 写出 .* · 合计 /);
    expect(en.stdout).toMatch(/read \d+\.\d\d s · compare .* · write .* · total /);
    for (const file of ['brief.html', 'data/comparison.json'])
      expect(readFileSync(path('out-zh', file), 'utf8')).toBe(readFileSync(path('out-en', file), 'utf8'));
    expect(readFileSync(path('out-en', 'brief.html'), 'utf8')).toContain('<html lang="zh-CN"');
    const asked = call(CHINESE, 'out-asked', '--lang', 'en');
    expect(asked.stdout).toContain('total');
    expect(readFileSync(path('out-asked', 'brief.html'), 'utf8')).toContain('<html lang="en"');
  });

  test.each([
    [['diff', 'out-good', 'out-changed'], /^相同 \d+ · 新增 \d+ · 变化 \d+ · 撤回 \d+/, /^same \d+ · new \d+/],
    [['verify', 'out-good'], /^一致 {2} sources：核对 \d+ 处，不同 0 处/, /^ok {7} sources: \d+ compared, 0 different/],
    [['verify', 'out-good', '--corpus', 'changed'], /已不是生成结果时的原文/, /is no longer the text/],
    [['inspect', 'good/a.txt'], /· 段落[\s\S]*数字 .* · 规则 /, /· paragraph[\s\S]*fact .* · by /],
    [['inspect', 'good', '--gap', 'fraud-filed:a'], /^a 的.* \[fraud-filed\]/, /^.* \[fraud-filed\] in a/],
    [['doctor'], /^正常 duizhao/, /^ok {6}duizhao/],
  ])('%j answers in both languages', (args, zh, en) => {
    expect(duizhao(args, { cwd: folder, env: CHINESE }).stdout).toMatch(zh);
    expect(duizhao(args, { cwd: folder, env: ENGLISH }).stdout).toMatch(en);
  });

  test('init says what it took, in both languages', () => {
    const call = (env: Record<string, string>, name: string) =>
      duizhao(['init', name, 'good/a.txt', 'good/b.txt'], { cwd: folder, env }).stdout;
    expect(call(CHINESE, 'made-zh')).toMatch(/a\.txt → .*（其他）[\s\S]*下一步：duizhao compare made-zh/);
    expect(call(ENGLISH, 'made-en')).toMatch(/a\.txt → .* \(other\)[\s\S]*next: duizhao compare made-en/);
    expect(readFileSync(path('made-zh/corpus.yaml'), 'utf8')).toBe(readFileSync(path('made-en/corpus.yaml'), 'utf8'));
  });

  test('--version is that of duizhao, wherever one stands', () => {
    const elsewhere = write('elsewhere', { 'package.json': '{ "name": "other", "version": "9.9.9" }' });
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(duizhao(['--version'], { cwd: elsewhere }).stdout.trim()).toBe(version);
  });
});

test('the words of the preview page are there in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) expect(() => new Function(previewClient(language))).not.toThrow();
  expect(previewClient('zh-CN')).toContain('预览已断开');
  expect(previewClient('en')).toContain('the preview is gone');
  expect(previewClient('en')).not.toMatch(HAN);
});

test('every cue for an owner has its Chinese', () => {
  const folder = join(root, 'src/repair/owner');
  const written = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/cues(?:\.push\(|[:=][^;\n]*?\[)[^;\n]*/g)].flatMap(
      ([line]) =>
        [...line.matchAll(/'([^']+ [^']+)'|`([^`]+ [^`]+)`/g)].map(([, plain, template]) => plain ?? template ?? ''),
    ),
  );
  expect(written.length).toBeGreaterThan(8);
  for (const cue of written) {
    const said = cue.replace(/×\$\{[^}]*\}/g, '×2').replace(/\$\{[^}]*\}/g, '甲市');
    expect(cueText(said, 'zh-CN'), cue).toMatch(HAN);
    expect(cueText(said, 'zh-CN'), cue).not.toBe(said);
    expect(cueText(said, 'en')).toBe(said);
  }
});
