import { createHash } from 'node:crypto';
import { changedParts, type NamedParts, nameParts } from './preview-parts.js';

/** A rendered brief taken apart for the preview: style and script become files of their own, so that a strict CSP holds. */
export interface PreviewPage {
  /** Changes with every change of the page. */
  readonly revision: string;
  /** The title's element. */
  readonly title: string;
  readonly css: string;
  /** Address of the style; it changes with what is behind it, as that of the script does. */
  readonly cssHref: string;
  readonly script: string;
  /** From the doctype to the body's start tag. */
  readonly head: string;
  /** Inner HTML of the body. */
  readonly body: NamedParts;
  /** What follows the body. */
  readonly foot: string;
}

/** What turns one page into the next. */
export interface PreviewPatch {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly cssHref: string;
  /** Name and outer HTML of each part that changed; null: the whole page is to be fetched. */
  readonly parts: readonly (readonly [name: string, html: string])[] | null;
}

/** The page's own policy would forbid the live connection; the server sends a stricter one as a header. */
const META_CSP = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const BODY = /<body(?:[^>"']|"[^"]*"|'[^']*')*>/i;

/**
 * Makes the page the preview serves out of a rendered brief without embedded faces; where nothing changed, it is the very page `before`.
 * Takes the brief's one `<style>` and its last `<script>` out into files; throws when the brief has none, since the page could not be
 * patched then.
 */
export function previewPage(brief: string, before: PreviewPage | null): PreviewPage {
  const style = between(brief, '<style>', '</style>', brief.indexOf('<style>'));
  const script = between(brief, '<script>', '</script>', brief.lastIndexOf('<script>'));
  const bodyTag = BODY.exec(brief);
  const bodyEnd = brief.lastIndexOf('</body>');
  if (style === null || script === null || bodyTag === null || bodyEnd < script.to || bodyTag.index < style.to)
    throw new Error('found no style in the head or no script in the body, expected one of each: check brief.hbs');
  const cssHref = `page.css?${digest(style.text)}`;
  const scriptHref = `page.js?${digest(script.text)}`;
  const head =
    brief.slice(0, style.from).replace(META_CSP, '') +
    `<link id="live-style" rel="stylesheet" href="${cssHref}">` +
    brief
      .slice(style.to, bodyTag.index + bodyTag[0].length)
      .replace('</head>', '<link rel="stylesheet" href="fonts.css"></head>');
  const body = nameParts(
    brief.slice(bodyTag.index + bodyTag[0].length, script.from) +
      `<script src="${scriptHref}"></script>` +
      brief.slice(script.to, bodyEnd) +
      '<script src="idiomorph.js"></script><script src="live.js"></script>',
  );
  const foot = brief.slice(bodyEnd);
  if (before?.head === head && before.body.html === body.html && before.foot === foot) return before;
  return {
    revision: String(Number(before?.revision ?? 0) + 1),
    title: /<title>[^<]*<\/title>/.exec(head)?.[0] ?? '',
    css: style.text,
    cssHref,
    script: script.text,
    head,
    body,
    foot,
  };
}

/** The whole page; its script finds in `live-revision` which one it is. */
export function pageHtml({ head, body, foot, revision }: PreviewPage): string {
  return `${head.replace('</head>', `<meta name="live-revision" content="${revision}"></head>`)}${body.html}${foot}`;
}

export function previewPatch(before: PreviewPage, after: PreviewPage): PreviewPatch {
  const parts = changedParts(before.body, after.body);
  return {
    from: before.revision,
    to: after.revision,
    title: after.title,
    cssHref: after.cssHref,
    parts: parts?.map(({ name, start, end }) => [name, after.body.html.slice(start, end)] as const) ?? null,
  };
}

function between(
  text: string,
  open: string,
  close: string,
  from: number,
): { from: number; to: number; text: string } | null {
  if (from < 0) return null;
  const end = text.indexOf(close, from);
  return end < 0 ? null : { from, to: end + close.length, text: text.slice(from + open.length, end) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
