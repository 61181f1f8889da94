import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askOn } from '../../src/host/ask.js';

function terminal(signal = new AbortController().signal) {
  const input = new PassThrough();
  const output = new PassThrough();
  return { input, output, ...askOn(input, output, { signal, interrupt: () => undefined }) };
}

test('answers come trimmed, in the order of the questions, typed ahead or not', async () => {
  const { input, ask, close } = terminal();
  input.write('青原县 \n2023\n');
  expect(await ask('哪里？')).toBe('青原县');
  expect(await ask('何时？')).toBe('2023');
  const third = ask('还有？');
  input.write('\n');
  expect(await third).toBe('');
  close();
});

test('after the end of the input every answer is empty', async () => {
  const { input, ask } = terminal();
  const first = ask('哪里？');
  input.end();
  expect(await first).toBe('');
  expect(await ask('何时？')).toBe('');
});

test('an interrupted question rejects', async () => {
  const abort = new AbortController();
  const { ask, close } = terminal(abort.signal);
  const first = ask('哪里？');
  abort.abort(new Error('interrupted'));
  await expect(first).rejects.toThrow('interrupted');
  await expect(ask('何时？')).rejects.toThrow('interrupted');
  close();
});
