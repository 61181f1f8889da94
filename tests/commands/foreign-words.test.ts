import { describe, expect, it } from 'vitest';
import { templateReasonZh } from '../../src/commands/template-words.js';
import { reasonZhOf } from '../../src/host/readers/reader.js';
import { parseCheckedYaml } from '../../src/pipeline/checked-yaml.js';
import { messages } from '../../src/report/messages.js';
import { renderTemplate, TemplateError } from '../../src/report/render-template.js';

const SCHEMA = {
  type: 'object',
  properties: {
    n: { type: 'number', minimum: 3 },
    list: { type: 'array', minItems: 1 },
    word: { type: 'string', minLength: 2 },
  },
};
const noteOf = (text: string) => parseCheckedYaml(text, 'corpus.yaml', SCHEMA).notes[0];

describe('what the YAML parser says', () => {
  it.each([
    ['a: 1\na: 2\n', '同一个键写了两次'],
    ['a:\n\t- 1\n', '用制表符缩进，应为空格'],
    ['a: b: c\n', '一行里有两个键，或值前少了换行'],
    ['a: [1, 2\n', '缩进不对，或括号没有合上'],
    ['a: "b\n', '缺少冒号、引号、括号或空格'],
    ['a: "x\\q"\n', '双引号里的转义（\\）有误'],
    ['a: @b\n', '文字不能以这个符号开头，须加引号'],
  ])('%j in Chinese, its own words in brackets', (text, zh) => {
    const note = noteOf(text);
    expect(note?.zh?.message).toContain(`：${zh}（`);
    // Behind the Chinese stands what the English message says, word for word.
    const own = /\((.*)\), expected valid YAML$/.exec(note?.message ?? '')?.[1] ?? 'nothing';
    expect(note?.zh?.message).toContain(`（${own}）`);
  });

  it('a reference to nothing, by its name', () => {
    expect(noteOf('a: *b\n')?.message).toContain('*b without an anchor');
    expect(noteOf('a: *b\n')?.zh?.message).toContain('引用 *b，而前面没有锚点 &b');
  });

  it.each([
    ['n: 1', '应为 不小于 3 的数'],
    ['list: []', '应为 至少 1 项'],
    ['word: 一', '应为 至少 2 个字符'],
  ])('%s against a schema', (text, zh) => {
    expect(noteOf(text)?.zh?.message).toContain(zh);
    expect(noteOf(text)?.zh?.message).not.toMatch(/must/);
  });
});

describe('what a template has wrong', () => {
  const say = messages({ 'messages.en.json': '{"a":"b {n}"}' }, 'en');
  const reasonOf = (source: string): string => {
    try {
      renderTemplate('brief', { there: 1 }, { 'brief.hbs': source }, say);
    } catch (error) {
      if (error instanceof TemplateError) return error.reason;
      throw error;
    }
    return 'no error';
  };
  it.each([
    ['{{missing}}', '没有字段“missing”'],
    ['{{> nowhere}}', '没有局部模板“nowhere”'],
    ['{{nothelper there}}', '没有辅助函数“nothelper”'],
    ['{{#if there}}{{/each}}', '块的开头“if”与结尾“each”不符'],
    ['a\n{{#if there}', '第 2 行的写法无法解析'],
    ['{{t "zzz"}}', '词句文件里没有“zzz”'],
    ['{{t "a"}}', '词句“a”要用的 {n} 没有给出'],
    ['{{svg "x"}}', '辅助函数 svg 得到的值类型不对（text）'],
    ['<base href="x">', '“<base”会向外部取东西，而简报是不取任何东西的单个文件'],
  ])('%j in Chinese', (source, zh) => {
    const reason = reasonOf(source);
    expect(templateReasonZh(reason)).toBe(`${zh}（${reason.split('\n')[0]}）`);
  });
  it('leaves what it does not know', () => {
    expect(templateReasonZh('something else')).toBe('something else');
  });
});

describe('what the readers’ libraries say', () => {
  it.each([
    ['Invalid PDF structure.', 'PDF 结构无效：Invalid PDF structure'],
    ["Can't find end of central directory : is this a zip file ?", 'zip 容器不完整：Can'],
    ['Could not find main document part', '里面没有 Word 正文：Could'],
    ['whatever', 'whatever'],
  ])('%j', (said, zh) => {
    expect(reasonZhOf(new Error(said)).startsWith(zh)).toBe(true);
  });
});
