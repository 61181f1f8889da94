import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/host/decode.js';

const report = '全市公安机关2023年工作综述\r\n\r\n全年共破获刑事案件1208起，同比上升12.3%。\n群众安全感达99.03%。';
const utf16be = (text: string) => Buffer.from(iconv.encode(text, 'utf16-be'));

describe('the same text in every encoding', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(report), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${report}`), 'utf-8'],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${report}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without one', Buffer.from(report, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a mark', utf16be(`\ufeff${report}`), 'utf-16be'],
    ['UTF-16BE without one', utf16be(report), 'utf-16be'],
    ['GB18030', iconv.encode(report, 'gb18030'), 'gb18030'],
    ['GBK', iconv.encode(report, 'gbk'), 'gb18030'],
    ['GB2312', iconv.encode(report, 'gb2312'), 'gb18030'],
  ])('%s', (_, bytes, encoding) => {
    const { value, notes } = decode(bytes, 'a.txt');
    expect(notes).toEqual([]);
    expect(value).toEqual({ file: 'a.txt', text: report, encoding, units: [] });
  });

  test('plain ASCII is UTF-8', () => {
    expect(decode(Buffer.from('only letters\n'), 'a.txt').value?.encoding).toBe('utf-8');
  });

  test('line breaks stay as they are', () => {
    expect(decode(Buffer.from('甲\r\n乙\r丙\n'), 'a.txt').value?.text).toBe('甲\r\n乙\r丙\n');
  });
});

describe('what is no text is refused with its place and what to do', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(0), 'input/empty', /found an empty file/],
    ['a mark alone', Buffer.from('\ufeff'), 'input/empty', /white space only/],
    ['white space', Buffer.from(' \n\u3000'), 'input/empty', /white space only/],
    ['a PDF', Buffer.from('%PDF-1.7\n...'), 'input/binary', /found a PDF/],
    ['a Word file', Buffer.from('PK\u0003\u0004rest'), 'input/binary', /zip container/],
    ['NUL bytes', Buffer.from([0xe5, 0x85, 0xac, 0, 1, 2, 3, 0xff]), 'input/binary', /NUL byte/],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004甲乙'), 'input/binary', /control characters/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x2a, 0, 0, 0]), 'input/encoding', /UTF-32/],
    [
      'noise',
      Buffer.from(Array.from({ length: 64 }, (_, i) => 0x80 + ((i * 37) % 127))),
      'input/encoding',
      /neither UTF-8/,
    ],
  ])('%s', (_, bytes, code, message) => {
    const { value, notes } = decode(bytes, 'dir/a.txt');
    expect(value).toBeNull();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ code, severity: 'error', place: { file: 'dir/a.txt' } });
    expect(notes[0]?.message).toMatch(message);
    expect(notes[0]?.hint).toBeTruthy();
  });

  test('damaged UTF-8 is called that, with byte and line', () => {
    const whole = Buffer.from(`${'全市公安机关破案1208起。\n'.repeat(3)}尾`);
    const { value, notes } = decode(whole.subarray(0, whole.length - 1), 'a.txt');
    expect(value).toBeNull();
    expect(notes[0]?.code).toBe('input/encoding');
    expect(notes[0]?.message).toMatch(/found byte 0x.. at \d+, expected valid utf-8/);
    expect(notes[0]?.place?.line).toBe(4);
  });

  test('an odd UTF-16 file is refused', () => {
    const { value, notes } = decode(Buffer.from(`\ufeff${report}`, 'utf16le').subarray(0, 41), 'a.txt');
    expect(value).toBeNull();
    expect(notes[0]?.message).toMatch(/expected valid utf-16le/);
  });
});
