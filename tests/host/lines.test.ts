import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InputLine, linesOf } from '../../src/host/lines.js';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(lines: AsyncIterable<InputLine>): Promise<InputLine[]> {
  const out: InputLine[] = [];
  for await (const line of lines) out.push(line);
  return out;
}

test('any text in any chunks comes as its lines, with their numbers; blank ones are left out', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '公', '𠮷', ' ', '\t', '{'), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      async (lines, end, size) => {
        const expected = lines.flatMap((text, at) => (text.trim() === '' ? [] : [{ number: at + 1, text }]));
        expect(await all(linesOf(inChunks(Buffer.from(lines.join(end)), size)))).toEqual(expected);
      },
    ),
  );
});

test('a line that is no UTF-8 has no text; the others do', async () => {
  const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.from([0xff, 0xfe, 10]), Buffer.from('公\n')]);
  expect(await all(linesOf(inChunks(bytes, 4)))).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: null },
    { number: 3, text: '公' },
  ]);
});

test.each([1, 3, 64, 1000])('a line that is too long is told once and left out (chunks of %i)', async (size) => {
  const text = ['short', 'x'.repeat(101), 'y'.repeat(100), '', 'z'.repeat(500)].join('\n');
  expect(await all(linesOf(inChunks(Buffer.from(text), size), { longest: 100 }))).toEqual([
    { number: 1, text: 'short' },
    { number: 2, text: null, isTooLong: true },
    { number: 3, text: 'y'.repeat(100) },
    { number: 5, text: null, isTooLong: true },
  ]);
});

test('one without an end is told as soon as it is too long, and no more of it is held', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) {
      given += 10;
      yield Buffer.alloc(10, 'x');
    }
  }
  const lines = linesOf(endless(), { longest: 100 });
  expect((await lines.next()).value).toEqual({ number: 1, text: null, isTooLong: true });
  expect(given).toBe(110);
});
