import type { Noted } from '../../model/note.js';
import type { SourceDoc } from '../../model/source-doc.js';
import { decode } from '../decode.js';
import { collapse, docOfBlocks, type TextBlock } from './blocks.js';
import { blocksOf, type DomNode, depthOf, type HtmlBlock } from './html-blocks.js';
import { tooMuchOf } from './html-guard.js';
import { type Reader, refuse } from './reader.js';

/** Largest page that is parsed, in characters: an article with everything around it is some hundreds of thousands. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
/** Above this nesting, and above this many elements, the article is not looked for: the page is taken whole. */
const MAX_DEPTH = 256;
const MAX_ELEMENTS = 60_000;

/**
 * Web pages, saved. The article is found by Readability; of what it found the whole container is kept, because Readability drops
 * lists of figures as furniture. The page's own title and its line with date and outlet stand before it.
 */
export const html: Reader = {
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  read: async (bytes, file) => {
    const decoded = decodePage(bytes, file);
    if (decoded.value === null) return decoded;
    const { text, encoding } = decoded.value;
    if (text.length > MAX_CHARACTERS)
      return refuse(file, 'source/too-large', {
        message: `found a page of ${text.length} characters, expected at most ${MAX_CHARACTERS}`,
        hint: 'save the report alone, or as plain text',
        zh: {
          message: `发现网页有 ${text.length} 个字符，应为至多 ${MAX_CHARACTERS} 个`,
          hint: '请只保存报告本身，或存为纯文本',
        },
      });
    const tooMuch = await tooMuchOf(text);
    if (tooMuch !== null) {
      const { code, line, ...wording } = tooMuch;
      return refuse(file, code, wording, line);
    }
    const blocks = await articleOf(text);
    if (blocks.every((block) => block.kind === 'heading') && blocks.reduce((n, b) => n + b.text.length, 0) < 20)
      return refuse(file, 'source/no-text', {
        message: 'found a page without text, expected a report',
        hint: 'the page may load its text by script: open it in a browser and save it as plain text or PDF',
        zh: {
          message: '发现没有文字的网页，应为报告',
          hint: '请用浏览器打开后存为纯文本或 PDF；网页可能用脚本载入文字',
        },
      });
    return { value: docOfBlocks(file, encoding, blocks), notes: decoded.notes };
  },
};

// e.g. <meta charset="gb2312">, <meta http-equiv="Content-Type" content="text/html; charset=big5">
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})/i;

/** Decodes a page: as it says it is encoded where that is none of the encodings `decode` tells by itself. */
function decodePage(bytes: Uint8Array, file: string): Noted<SourceDoc | null> {
  const label = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]?.toLowerCase();
  if (label && !/^(?:utf-?8|utf-?16|gb|x-gbk|us-ascii|iso-8859-1|latin1)/.test(label)) {
    try {
      return {
        value: {
          file,
          text: new TextDecoder(label, { fatal: true }).decode(bytes),
          encoding: label,
          units: [],
        },
        notes: [],
      };
    } catch {
      // The page says something about itself that is not so: let its bytes speak.
    }
  }
  return decode(bytes, file);
}

// e.g. 来源：平安沧湾 发布时间：2024-01-08
const META_LINE =
  /(?:来源|稿源|出处|发布时间|发布日期|发表时间|发文日期|成文日期|发布机构|作者|时间|日期)\s?[：:]|^\d{4}[-年./]\d{1,2}[-月./]\d{1,2}/;
// e.g. 上一篇：…, 【打印本页】, 相关链接
const AROUND =
  /^(?:上一[篇条]|下一[篇条]|相关(?:链接|阅读|新闻|文章|报道)|[【[]?(?:打印|关闭|返回|收藏|分享)|扫一扫|当前位置|您(?:现在|当前)?的?位置)/;

// e.g. 主办单位：… 版权所有 …ICP备12345号
const FOOT = /ICP备|公网安备|版权所有|网站标识码|Copyright|©/;

async function articleOf(page: string): Promise<TextBlock[]> {
  const { parseHTML } = await import('linkedom');
  // A fragment without <html> must not lose its first elements.
  const whole = /<body[\s>]/i.test(page) ? page : `<html><head></head><body>${page}</body></html>`;
  const { document } = parseHTML(whole);
  const body = document.body as unknown as DomNode;
  const all = blocksOf(body).filter(
    (block) => !AROUND.test(block.text) && !(block.text.length <= 160 && FOOT.test(block.text)),
  );
  const elements = document.querySelectorAll('*').length;
  const fits = elements <= MAX_ELEMENTS && depthOf(body) <= MAX_DEPTH;
  const found = fits ? await findArticle(whole, document as unknown as NumberedDocument) : null;
  const first = found ? all.findIndex((block) => isInside(block.node, found.node)) : -1;
  const inside =
    found && first >= 0 ? all.filter((block) => isInside(block.node, found.node)) : all.filter((b) => !isLinks(b));
  const article = inside.filter((block) => !isLinks(block));
  const meta = metaOf(document as unknown as NumberedDocument);
  const title = collapse(meta.title ?? withoutSite(found?.title ?? headingOf(all) ?? document.title ?? ''));
  const before = all.slice(0, Math.max(0, first)).filter((b) => b.text.length <= 120 && META_LINE.test(b.text));
  const out: TextBlock[] = [];
  const opening = article.slice(0, 8).map((b) => b.text.replace(/\s/g, ''));
  if (title !== '' && !opening.some((text) => text.includes(title.replace(/\s/g, ''))))
    out.push({ kind: 'heading', level: 1, text: title });
  const lines = before.map((b) => b.text);
  const said = [...lines, ...opening].join('\n');
  const extra = [
    meta.date && !/\d{4}[-年./]\d{1,2}[-月./]\d{1,2}/.test(said) ? `发布时间：${meta.date}` : '',
    meta.outlet && !/来源\s?[：:]/.test(said) ? `来源：${meta.outlet}` : '',
  ].filter((part) => part !== '');
  for (const text of lines) out.push({ kind: 'paragraph', text });
  if (extra.length > 0) out.push({ kind: 'paragraph', text: extra.join(' ') });
  for (const { kind, text, level } of article) out.push({ kind, text, ...(level === undefined ? {} : { level }) });
  return out;
}

function isLinks(block: HtmlBlock): boolean {
  return block.kind !== 'heading' && block.text.length < 80 && block.linked >= block.text.length * 0.8;
}

/** A page's title without the name of its site. e.g. 2023年公安工作综述_泗溪日报数字报 → 2023年公安工作综述 */
function withoutSite(title: string): string {
  const [own = ''] = title.split(/[_|｜]/, 1);
  return collapse(own).length >= 6 ? own : title;
}

function headingOf(blocks: readonly HtmlBlock[]): string | undefined {
  return blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text;
}

function isInside(node: DomNode, root: DomNode): boolean {
  for (let at: DomNode | null = node; at; at = at.parentNode) if (at === root) return true;
  return false;
}

interface NumberedElement extends DomNode {
  readonly textContent: string | null;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
}
interface NumberedDocument {
  readonly title?: string;
  getElementsByTagName(name: string): Iterable<NumberedElement>;
  /** linkedom's getElementsByTagName knows no `*`. */
  querySelectorAll(selector: string): Iterable<NumberedElement>;
}

const NUMBER = 'data-duizhao-n';

/**
 * The element that holds the article: of all that hold nine tenths of what Readability took for it, the lowest. Null where it
 * found nothing, or so little that the page had better be taken whole.
 */
async function findArticle(
  page: string,
  document: NumberedDocument,
): Promise<{ node: DomNode; title: string | null } | null> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  // Readability takes its document apart, so it gets one of its own; equal numbers say which element is which.
  const copy = parseHTML(page).document;
  const originals = [...document.querySelectorAll('*')];
  for (const [i, element] of [...copy.querySelectorAll('*')].entries()) element.setAttribute(NUMBER, String(i));
  let article: { content: unknown; title: string | null | undefined } | null;
  try {
    article = new Readability(copy as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: 100,
      maxElemsToParse: MAX_ELEMENTS,
      serializer: (element) => element as unknown,
    }).parse();
  } catch {
    return null;
  }
  const content = article?.content as NumberedElement | null | undefined;
  if (!article || !content) return null;
  const weights = new Map<DomNode, number>();
  let total = 0;
  const stack: DomNode[] = [content];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) {
        stack.push(child);
        continue;
      }
      const length = collapse(child.nodeValue ?? '').length;
      if (child.nodeType !== 3 || length < 8) continue;
      let owner: DomNode | null = node;
      while (owner && (owner.nodeType !== 1 || owner.getAttribute?.(NUMBER) == null)) owner = owner.parentNode;
      const original = owner ? originals[Number(owner.getAttribute?.(NUMBER))] : undefined;
      if (!original) continue;
      total += length;
      for (let at: DomNode | null = original; at; at = at.parentNode) weights.set(at, (weights.get(at) ?? 0) + length);
    }
  }
  if (total < 100) return null;
  let best: DomNode | null = null;
  let depth = -1;
  for (const [node, weight] of weights) {
    if (weight < total * 0.9) continue;
    let level = 0;
    for (let at = node.parentNode; at; at = at.parentNode) level++;
    if (level > depth) {
      best = node;
      depth = level;
    }
  }
  return best ? { node: best, title: article.title ?? null } : null;
}

/** What government pages say of themselves in their head: ArticleTitle, PubDate, ContentSource. */
function metaOf(document: NumberedDocument): { title: string | null; date: string | null; outlet: string | null } {
  const values = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase();
    const content = collapse(element.getAttribute('content') ?? '');
    if (name !== '' && content !== '' && content.length <= 200 && !values.has(name)) values.set(name, content);
  }
  const date = (values.get('pubdate') ?? values.get('article:published_time') ?? '').match(/\d{4}-\d{1,2}-\d{1,2}/);
  return {
    title: values.get('articletitle') ?? null,
    date: date?.[0] ?? null,
    outlet: values.get('contentsource') ?? null,
  };
}
