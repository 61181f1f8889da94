import { join, sep } from 'node:path';
import { findBrowser } from '../host/find-browser.js';
import type { Host } from '../host/index.js';
import { readTemplates } from '../host/templates.js';
import type { Comparison } from '../model/comparison.js';
import type { LexiconWord } from '../model/lexicon.js';
import type { Note } from '../model/note.js';
import type { Cut } from '../model/tokenised-doc.js';
import { compareReports } from '../pipeline/compare.js';
import { Memo } from '../pipeline/memo.js';
import { briefHtml, briefPdf } from '../publish/index.js';
import { type PreviewPage, previewPage } from '../publish/preview-page.js';
import { pageRenderer, type TemplateSet } from '../report/index.js';
import { tellIn } from './language.js';
import { absolute, loadCorpus, loadLexicon } from './load.js';

export interface PreviewSource {
  readonly corpus: string;
  readonly template?: string;
  readonly lexicon?: string;
  readonly lang: 'zh-CN' | 'en';
}

/** Makes the page of a live brief again and again; what did not change is not worked out anew. */
export interface PreviewBuilder {
  /** Whatever the page depends on lies in one of these. */
  readonly folders: readonly string[];
  /**
   * The newest page that could be made, and what is wrong now. `changed` are paths in `folders`; empty: everything. Never rejects. One call
   * at a time.
   */
  readonly build: (
    changed: readonly string[],
  ) => Promise<{ readonly page: PreviewPage | null; readonly problems: readonly Note[] }>;
  /** The PDF of that page, printed when first asked for. Rejects when there is no page, or nothing to print it with. */
  readonly print: () => Promise<Uint8Array>;
}

/** What the page shows, and what its PDF is printed from. */
interface Shown {
  readonly comparison: Comparison;
  readonly templates: TemplateSet;
  readonly page: PreviewPage;
}

export function previewBuilder(source: PreviewSource, host: Host): PreviewBuilder {
  const corpusFolder = absolute(host, /\.ya?ml$/.test(source.corpus) ? join(source.corpus, '..') : source.corpus);
  const own = { templates: join(host.root, 'templates'), lexicon: join(host.root, 'lexicon') };
  const template = source.template === undefined ? null : absolute(host, source.template);
  const isTemplate = (path: string): boolean =>
    [own.templates, template].some((folder) => folder !== null && path.startsWith(folder + sep));

  const files = new Memo();
  const reports = new Memo();
  const cutWith = cutter(host);
  const compareAnew = async (): Promise<{ comparison: Comparison } | { problems: readonly Note[] }> => {
    files.turn();
    const [lexicon, corpus] = await Promise.all([
      loadLexicon(host, source.lexicon, files),
      loadCorpus(host, source.corpus, files),
    ]);
    if (lexicon.value === null || corpus.value === null)
      return { problems: [...lexicon.notes, ...corpus.notes].filter(({ severity }) => severity === 'error') };
    const { words } = lexicon.value;
    const input = { ...corpus.value, lexicon: lexicon.value, cut: cutWith(words), memo: reports };
    return { comparison: compareReports(input).value };
  };

  const render = pageRenderer();
  const { lang } = source;
  let data: Awaited<ReturnType<typeof compareAnew>> = { problems: [] };
  let shown: Shown | null = null;
  const build: PreviewBuilder['build'] = async (changed) => {
    const onlyTemplates = 'comparison' in data && changed.length > 0 && changed.every(isTemplate);
    try {
      if (!onlyTemplates) data = await compareAnew();
      if ('problems' in data) return { page: shown?.page ?? null, problems: data.problems };
      const { comparison } = data;
      const templates = (await readTemplates(own.templates, template)).value;
      const { html } = render(comparison, { templates, fonts: [], lang }).value;
      shown = { comparison, templates, page: previewPage(html, shown?.page ?? null) };
      return { page: shown.page, problems: [] };
    } catch (error) {
      return { page: shown?.page ?? null, problems: [failed(error as Error)] };
    }
  };

  let printed: { readonly page: PreviewPage; readonly bytes: Promise<Uint8Array> } | null = null;
  const print = async (): Promise<Uint8Array> => {
    if (shown === null) throw new Error(tellIn(host.language)('nothing to print yet', '还没有可打印的内容'));
    if (printed?.page !== shown.page) printed = { page: shown.page, bytes: pdfOf(shown, lang, host) };
    const mine = printed;
    return mine.bytes.catch((error: Error) => {
      // what was in the way may be gone when somebody asks again
      if (printed === mine) printed = null;
      throw error;
    });
  };

  const folders = [corpusFolder, own.templates, own.lexicon];
  if (template !== null) folders.push(template);
  if (source.lexicon !== undefined) folders.push(absolute(host, source.lexicon));
  return { folders, build, print };
}

/** Words once handed to nodejieba stay with it, so another `Cut` is needed only when the words are others. */
function cutter(host: Host): (words: readonly LexiconWord[]) => Cut {
  let last: { readonly words: string; readonly cut: Cut } | null = null;
  return (words) => {
    const key = JSON.stringify(words);
    if (last?.words !== key) last = { words: key, cut: host.makeCut(words) };
    return last.cut;
  };
}

async function pdfOf({ comparison, templates }: Shown, lang: PreviewSource['lang'], host: Host): Promise<Uint8Array> {
  const found = findBrowser(host.env);
  if (!found)
    throw new Error(
      tellIn(host.language)(
        'found no browser, expected one to print with; do: duizhao doctor',
        '发现没有浏览器，应为有浏览器以供打印；请：运行 duizhao doctor',
      ),
    );
  const html = await briefHtml(comparison, { templates, lang });
  const { env, signal } = host;
  return (await briefPdf(html.value, { comparison, lang, found, env, signal })).value;
}

function failed({ message }: Error): Note {
  return {
    code: 'preview/failed',
    severity: 'error',
    message,
    hint: 'mend the file; the page follows by itself',
    zh: {
      message: `发现预览没有做成（${message}），应为可用的模板与数据`,
      hint: '请修正该文件；页面会自动更新',
    },
  };
}
