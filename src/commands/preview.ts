import { join, sep } from 'node:path';
import { findBrowser } from '../host/find-browser.js';
import type { Host } from '../host/index.js';
import { previewAssets } from '../host/preview-assets.js';
import { readTemplates } from '../host/templates.js';
import { openInBrowser, watch } from '../host/watch.js';
import type { Comparison } from '../model/comparison.js';
import type { Note } from '../model/note.js';
import type { Cut } from '../model/tokenised-doc.js';
import { compareReports } from '../pipeline/compare.js';
import { Memo } from '../pipeline/memo.js';
import { briefHtml, briefPdf } from '../publish/index.js';
import { type PreviewPage, previewPage } from '../publish/preview-page.js';
import { servePreview } from '../publish/preview-server.js';
import { pageRenderer, type TemplateSet } from '../report/index.js';
import { tellIn } from './language.js';
import { absolute, loadCorpus, loadLexicon, shown } from './load.js';
import { type Outcome, refused } from './outcome.js';
import { noteLines } from './print-notes.js';

export interface PreviewCommandOptions {
  readonly corpus: string;
  /** 0: any free port. */
  readonly port: number;
  readonly open: boolean;
  readonly template?: string;
  readonly lexicon?: string;
  readonly lang: 'zh-CN' | 'en';
}

/** Saves of one editor come within a few milliseconds. */
const GATHER_MS = 12;

/** Serves the brief live until the host's signal says stop. Resolves with exit 0 then. */
export async function previewCommand(
  options: PreviewCommandOptions,
  host: Host,
  ready: (url: string) => void,
): Promise<Outcome> {
  const own = { templates: join(host.root, 'templates'), lexicon: join(host.root, 'lexicon') };
  const corpusFolder = absolute(host, /\.ya?ml$/.test(options.corpus) ? join(options.corpus, '..') : options.corpus);
  const template = options.template === undefined ? null : absolute(host, options.template);
  const tell = tellIn(host.language);
  const memo = new Memo();
  const render = pageRenderer();
  const cuts = new Map<string, Cut>();

  let comparison: Comparison | null = null;
  let templates: TemplateSet | null = null;
  let page: PreviewPage | null = null;

  const server = await servePreview({
    port: options.port,
    language: host.language,
    ...previewAssets(),
    printPdf,
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

  /** The PDF of what is shown, made when asked for, once per page. */
  let printed: { revision: string; bytes: Promise<Uint8Array> } | null = null;
  async function printPdf(): Promise<Uint8Array> {
    if (!comparison || !templates || !page) throw new Error(tell('nothing to print yet', '还没有可打印的内容'));
    if (printed?.revision !== page.revision) printed = { revision: page.revision, bytes: print(comparison, templates) };
    return printed.bytes;
  }
  async function print(of: Comparison, by: TemplateSet): Promise<Uint8Array> {
    const found = findBrowser(host.env);
    if (!found)
      throw new Error(
        tell(
          'found no browser, expected one to print with; do: duizhao doctor',
          '发现没有浏览器，应为有浏览器以供打印；请：运行 duizhao doctor',
        ),
      );
    const html = await briefHtml(of, { templates: by, lang: options.lang });
    const pdf = await briefPdf(html.value, {
      comparison: of,
      lang: options.lang,
      found,
      env: host.env,
      signal: host.signal,
    });
    return pdf.value;
  }

  /** Reads and compares anew; returns what is wrong, or [] when `comparison` is the newest. */
  const compareAnew = async (): Promise<readonly Note[]> => {
    const [lexicon, corpus] = await Promise.all([loadLexicon(host, options.lexicon), loadCorpus(host, options.corpus)]);
    if (lexicon.value === null || corpus.value === null) return [...lexicon.notes, ...corpus.notes];
    // Words once handed to nodejieba stay with it, so a changed word list needs a segmenter of its own only when words were added.
    const words = JSON.stringify(lexicon.value.words);
    const cut = cuts.get(words) ?? host.makeCut(lexicon.value.words);
    cuts.set(words, cut);
    const { corpus: described, sources, reviews } = corpus.value;
    comparison = compareReports({ corpus: described, sources, lexicon: lexicon.value, cut, reviews, memo }).value;
    return [];
  };

  const build = async (changed: readonly string[]): Promise<void> => {
    const start = host.now();
    const inside = (path: string, folder: string | null): boolean => folder !== null && path.startsWith(folder + sep);
    const onlyTemplates =
      comparison !== null &&
      changed.length > 0 &&
      changed.every((path) => inside(path, own.templates) || inside(path, template));
    let problems: readonly Note[] = [];
    try {
      if (!onlyTemplates) problems = await compareAnew();
      if (problems.length === 0) {
        if (onlyTemplates || templates === null) templates = (await readTemplates(own.templates, template)).value;
        if (comparison)
          page = previewPage(render(comparison, { templates, fonts: [], lang: options.lang }).value.html, page);
      }
    } catch (error) {
      problems = [
        {
          code: 'preview/failed',
          severity: 'error',
          message: (error as Error).message,
          hint: 'mend the file; the page follows by itself',
          zh: {
            message: `发现预览没有做成（${(error as Error).message}），应为可用的模板与数据`,
            hint: '请修正该文件；页面会自动更新',
          },
        },
      ];
    }
    const problem = noteLines(
      problems.filter((note) => note.severity === 'error'),
      { colour: false, all: true, language: host.language },
    );
    server.show({ page, problem });
    const what = changed.length === 0 ? tell('all', '全部') : changed.map((path) => shown(host, path)).join(', ');
    host.say(
      problem.length > 0
        ? [`${what}:`, ...problem].join('\n')
        : tell(
            `rebuilt in ${Math.round(host.now() - start)} ms (${what})`,
            `已重新生成，用时 ${Math.round(host.now() - start)} 毫秒（${what}）`,
          ),
    );
  };

  // One build at a time; what changes meanwhile is gathered for the next.
  let waiting: string[] | null = null;
  let running: Promise<void> = build([]);
  const rebuild = (paths: readonly string[]): void => {
    if (waiting) {
      waiting.push(...paths);
      return;
    }
    waiting = [...paths];
    running = running.then(() => {
      const batch = waiting ?? [];
      waiting = null;
      return build(batch);
    });
  };

  const folders = [
    corpusFolder,
    own.templates,
    own.lexicon,
    ...(template ? [template] : []),
    ...(options.lexicon === undefined ? [] : [absolute(host, options.lexicon)]),
  ];
  const watcher = await watch(folders, GATHER_MS, rebuild);
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
