import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { cli } from './machine.mjs';

/** A running preview: its address, what it holds, what it said, and its end. */
export async function startPreview(corpus, { templates, lexicon, cache, flags = [] }) {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      fileURLToPath(new URL('preview-gauge.mjs', import.meta.url)),
      ...flags,
      cli,
      'preview',
      corpus,
      ...(templates ? ['--template', templates] : []),
      ...(lexicon ? ['--lexicon', lexicon] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, DUIZHAO_CACHE_DIR: cache } },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (data) => {
    said += data;
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`the preview ended with ${code}:\n${said}`)));
  });
  const ask = (what) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send(what);
    });
  return {
    url,
    said: () => said,
    /** Milliseconds of processor time so far, all threads. */
    cpu: () => ask('cpu'),
    /** What it holds after a collection. */
    held: () => ask('held'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGINT');
      }),
  };
}

/** Somebody else who looks on: keeps the newest state the preview told, and fetches nothing. */
export function listener(url) {
  const told = { state: null, count: 0 };
  const request = get(`${url}events`, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (data) => {
      text += data;
      const events = text.split('\n\n');
      text = events.pop();
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data === undefined) continue;
        told.state = JSON.parse(data);
        told.count += 1;
      }
    });
  });
  request.on('error', () => undefined);
  return { told, close: () => request.destroy() };
}

/**
 * Milliseconds from the moment `save` begins until a frame is out in which `seen(wanted)` holds, by the clock both processes share.
 * `seen` runs in the page at every frame, so it has to be cheap.
 */
export async function untilVisible(page, save, seen, wanted) {
  await page.evaluate(`window.visible = new Promise((resolve) => {
    const look = () => {
      if ((${seen})(${JSON.stringify(wanted)})) setTimeout(() => resolve(performance.timeOrigin + performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });0`);
  const saved = performance.timeOrigin + performance.now();
  save();
  return (await page.evaluate('window.visible')) - saved;
}
