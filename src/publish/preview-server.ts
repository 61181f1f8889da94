import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Language } from '../model/note.js';
import { previewClient } from './preview-client.js';
import { type PreviewPage, pageHtml, previewPatch } from './preview-page.js';
import { previewStyle } from './preview-style.js';

/** What the preview shows: the newest page that could be made, and what is wrong now (empty: nothing). */
export interface PreviewState {
  readonly page: PreviewPage | null;
  /** Lines for a person: file, line, found, expected, do. */
  readonly problem: readonly string[];
}

export interface PreviewOptions {
  /** 0: any free port. */
  readonly port: number;
  /** What the page's own script speaks; English when absent. */
  readonly language?: Language;
  /** idiomorph's script. */
  readonly idiomorph: string;
  /** `@font-face` rules with addresses `fonts/NAME`, and the bytes behind each name. */
  readonly fontsCss: string;
  readonly fonts: ReadonlyMap<string, () => Promise<Uint8Array>>;
  /** Prints the newest page; called when somebody asks for the PDF. */
  readonly printPdf: () => Promise<Uint8Array>;
}

export interface PreviewServer {
  /** With the token; only who has it can read anything. */
  readonly url: string;
  readonly show: (state: PreviewState) => void;
  /** Browsers that listen right now. */
  readonly clients: () => number;
  readonly close: () => Promise<void>;
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a refused request is told. */
const REFUSALS: Readonly<Record<Language, Readonly<Record<'method' | 'host' | 'origin' | 'site' | 'page', string>>>> = {
  en: {
    method: 'only GET and HEAD',
    host: 'another host',
    origin: 'another origin',
    site: 'another site',
    page: 'no such page',
  },
  'zh-CN': {
    method: '只接受 GET 和 HEAD',
    host: '主机名不符',
    origin: '来源不符',
    site: '来自其他网站',
    page: '没有这个页面',
  },
};

/**
 * Serves the live brief on 127.0.0.1 alone. Every path stands in a map made before the request comes; nothing of a request ever
 * reaches a file name. Host and Origin are checked (DNS rebinding, other pages), GET and HEAD only, and the token in the path keeps
 * other users of the machine out. What goes wrong without these: CVE-2025-24010, -30208, -31125, -31486, -32395, -30359, -30360.
 * Rejects when the port is taken.
 */
export async function servePreview(options: PreviewOptions): Promise<PreviewServer> {
  const token = randomBytes(18).toString('base64url');
  const language = options.language ?? 'en';
  const client = previewClient(language);
  const why = REFUSALS[language];
  const listeners = new Set<ServerResponse>();
  let state: PreviewState = { page: null, problem: [] };
  /** From the page before to the newest, as bytes: many ask for it at once. */
  let patch: Uint8Array = Buffer.from('null');

  type Answer = { readonly type: string; readonly body: string | Uint8Array };
  const page = (pick: (page: PreviewPage) => string, type: string) => async (): Promise<Answer | null> =>
    state.page ? { type, body: pick(state.page) } : null;
  const routes = new Map<string, () => Promise<Answer | null>>([
    [
      '',
      async () => ({
        type: 'text/html; charset=utf-8',
        body: state.page ? pageHtml(state.page) : waiting(state.problem),
      }),
    ],
    ['patch.json', async () => ({ type: 'application/json; charset=utf-8', body: patch })],
    ['page.css', page((p) => p.css, 'text/css; charset=utf-8')],
    ['page.js', page((p) => p.script, 'text/javascript; charset=utf-8')],
    ['fonts.css', async () => ({ type: 'text/css; charset=utf-8', body: `${options.fontsCss}\n${previewStyle}` })],
    ['idiomorph.js', async () => ({ type: 'text/javascript; charset=utf-8', body: options.idiomorph })],
    ['live.js', async () => ({ type: 'text/javascript; charset=utf-8', body: client })],
    ['brief.pdf', async () => (state.page ? { type: 'application/pdf', body: await options.printPdf() } : null)],
  ]);
  for (const [name, read] of options.fonts)
    routes.set(`fonts/${name}`, async () => ({ type: 'font/woff2', body: await read() }));

  const message = (): string =>
    `event: state\ndata: ${JSON.stringify({ revision: state.page?.revision ?? null, problem: state.problem })}\n\n`;

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: Error) => {
      if (!response.headersSent) refuse(response, 500, error.message);
      else response.destroy();
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port } = server.address() as AddressInfo;
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const { host, origin } = request.headers;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, why.method);
    if (host === undefined || !hosts.includes(host)) return refuse(response, 403, why.host);
    if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
      return refuse(response, 403, why.origin);
    const site = request.headers['sec-fetch-site'];
    if (site === 'cross-site' || site === 'same-site') return refuse(response, 403, why.site);
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const [, given = '', ...rest] = path.split('/');
    if (!path.startsWith('/') || rest.length === 0 || !same(given, token)) return refuse(response, 404, why.page);
    const name = rest.join('/');
    if (name === 'events') return listen(request, response);
    const found = await routes.get(name)?.();
    if (!found) return refuse(response, 404, why.page);
    response.writeHead(200, headers(found.type, Buffer.byteLength(found.body)));
    response.end(request.method === 'HEAD' ? undefined : found.body);
  };

  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { ...headers('text/event-stream', null), Connection: 'keep-alive' });
    response.write(`retry: 500\n${message()}`);
    listeners.add(response);
    const gone = () => listeners.delete(response);
    request.on('close', gone);
    response.on('error', gone);
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${token}/`,
    show: (next) => {
      const { page } = state;
      if (page && next.page && page !== next.page) patch = Buffer.from(JSON.stringify(previewPatch(page, next.page)));
      state = next;
      for (const response of listeners) response.write(message());
    },
    clients: () => listeners.size,
    close: () =>
      new Promise((resolve) => {
        for (const response of listeners) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function headers(type: string, length: number | null): Record<string, string | number> {
  return {
    'Content-Type': type,
    ...(length === null ? {} : { 'Content-Length': length }),
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, headers('text/plain; charset=utf-8', null));
  response.end(`${why}\n`);
}

function same(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Shown until the first page could be made. */
function waiting(problem: readonly string[]): string {
  const text = problem.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>对照</title><link id="live-style" rel="stylesheet" href="fonts.css"><meta name="live-revision" content=""></head><body><main><pre>${text}</pre></main><script src="page.js"></script><script src="idiomorph.js"></script><script src="live.js"></script></body></html>`;
}
