import { get, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type PreviewPage, previewPage } from '../../src/publish/preview-page.js';
import { type PreviewServer, servePreview } from '../../src/publish/preview-server.js';

const brief = (text: string) =>
  `<html><head><title>t</title><style>p{}</style></head><body><section id="s"><p>${text}</p><p>b</p></section><script>1</script></body></html>`;
const pages = (...texts: string[]): PreviewPage[] => {
  let before: PreviewPage | null = null;
  return texts.map((text) => {
    before = previewPage(brief(text), before);
    return before;
  });
};

let server: PreviewServer | null = null;
const serve = async () => {
  server = await servePreview({
    port: 0,
    idiomorph: '',
    fontsCss: '',
    fonts: new Map(),
    printPdf: async () => new Uint8Array(),
  });
  return server;
};
afterEach(() => server?.close());

interface Listener {
  /** Every state told, in order. */
  readonly told: { revision: string | null; problem: string[] }[];
  readonly response: IncomingMessage;
}
const listen = (url: string) =>
  new Promise<Listener>((resolve) => {
    get(`${url}events`, (response) => {
      const told: Listener['told'] = [];
      let text = '';
      response.setEncoding('utf8').on('data', (data: string) => {
        text += data;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) told.push(JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? 'null'));
      });
      response.on('error', () => undefined);
      resolve({ told, response });
    });
  });
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const held = () =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => /^TCP|^Timeout|^FSEvent/.test(kind))
    .sort();

test('fifty who look on are told the same, and the patch is the same for all', async () => {
  const { url, show, clients } = await serve();
  const listeners = await Promise.all(Array.from({ length: 50 }, () => listen(url)));
  expect(clients()).toBe(50);
  const [one, two] = pages('甲', '乙');
  if (!one || !two) throw new Error('no pages');
  show({ page: one, problem: [] });
  show({ page: one, problem: ['broken'] });
  show({ page: two, problem: [] });
  await until(() => listeners.every(({ told }) => told.length === 4));
  const states = [
    { revision: null, problem: [] },
    { revision: one.revision, problem: [] },
    { revision: one.revision, problem: ['broken'] },
    { revision: two.revision, problem: [] },
  ];
  for (const { told } of listeners) expect(told).toEqual(states);
  const patches = await Promise.all(listeners.map(async () => (await fetch(`${url}patch.json`)).text()));
  expect(new Set(patches).size).toBe(1);
  expect(JSON.parse(patches[0] ?? '')).toEqual({
    from: one.revision,
    to: two.revision,
    title: '<title>t</title>',
    cssHref: two.cssHref,
    parts: [['s 1', '<p data-part="s 1">乙</p>']],
  });
});

test('an error leaves the last patch as it is', async () => {
  const { url, show } = await serve();
  expect(await (await fetch(`${url}patch.json`)).json()).toBeNull();
  const [one, two] = pages('甲', '乙');
  if (!one || !two) throw new Error('no pages');
  show({ page: one, problem: [] });
  expect(await (await fetch(`${url}patch.json`)).json()).toBeNull();
  show({ page: two, problem: [] });
  show({ page: two, problem: ['broken'] });
  show({ page: two, problem: [] });
  expect(await (await fetch(`${url}patch.json`)).json()).toMatchObject({ from: one.revision, to: two.revision });
});

test('who goes away is forgotten, and nothing is held after the end', async () => {
  const before = held();
  const { url, clients, close } = await serve();
  const listeners = await Promise.all(Array.from({ length: 50 }, () => listen(url)));
  for (const { response } of listeners.slice(0, 20)) response.destroy();
  await until(() => clients() === 30);
  await close();
  server = null;
  await until(() => listeners.every(({ response }) => response.destroyed));
  // sockets of a closed server are given back a moment later
  await until(() => held().length <= before.length);
  expect(clients()).toBe(0);
});
