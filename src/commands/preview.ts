import type { Host } from '../host/index.js';
import { previewAssets } from '../host/preview-assets.js';
import { openInBrowser, watch } from '../host/watch.js';
import { servePreview } from '../publish/preview-server.js';
import { tellIn } from './language.js';
import { shown } from './load.js';
import { type Outcome, refused } from './outcome.js';
import { type PreviewSource, previewBuilder } from './preview-build.js';
import { noteLines } from './print-notes.js';

export interface PreviewCommandOptions extends PreviewSource {
  /** 0: any free port. */
  readonly port: number;
  readonly open: boolean;
}

/** Saves of one editor come within a few milliseconds. */
const GATHER_MS = 12;

/** Serves the brief live until the host's signal says stop. Resolves with exit 0 then. */
export async function previewCommand(
  options: PreviewCommandOptions,
  host: Host,
  ready: (url: string) => void,
): Promise<Outcome> {
  const tell = tellIn(host.language);
  const { folders, build, print } = previewBuilder(options, host);
  const server = await servePreview({
    port: options.port,
    language: host.language,
    ...previewAssets(),
    printPdf: print,
  }).catch((error: NodeJS.ErrnoException) => error);
  if (server instanceof Error) {
    const reason = server.code ?? server.message;
    return refused([
      {
        code: 'preview/port',
        severity: 'error',
        message: `found that port ${options.port} cannot be listened on (${reason}), expected a free port`,
        hint: 'choose another with --port, or leave it out for any free one',
        zh: {
          message: `发现端口 ${options.port} 不能使用（${reason}），应为空闲端口`,
          hint: '请用 --port 另选，或不写而任用一个空闲端口',
        },
      },
    ]);
  }

  const rebuild = async (changed: readonly string[]): Promise<void> => {
    const start = host.now();
    const { page, problems } = await build(changed);
    const problem = noteLines(problems, { colour: false, all: true, language: host.language });
    server.show({ page, problem });
    const took = Math.round(host.now() - start);
    const what = changed.length === 0 ? tell('all', '全部') : changed.map((path) => shown(host, path)).join(', ');
    host.say(
      problem.length > 0
        ? [`${what}:`, ...problem].join('\n')
        : tell(`rebuilt in ${took} ms (${what})`, `已重新生成，用时 ${took} 毫秒（${what}）`),
    );
  };

  // One build at a time; what changes meanwhile is gathered for the next. Watched before it is read: nothing changes in between.
  let waiting: string[] | null = null;
  let running: Promise<void> = Promise.resolve();
  const watcher = await watch(folders, { gather: GATHER_MS }, (paths) => {
    if (waiting) {
      waiting.push(...paths);
      return;
    }
    waiting = [...paths];
    running = running.then(() => {
      const batch = waiting ?? [];
      waiting = null;
      return rebuild(batch);
    });
  });
  running = running.then(() => rebuild([]));
  await running;
  ready(server.url);
  if (options.open) openInBrowser(server.url);
  await new Promise<void>((resolve) => {
    if (host.signal.aborted) resolve();
    host.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await watcher.close();
  await running;
  await server.close();
  return { exitCode: 0, lines: [], notes: [], json: { ok: true } };
}
