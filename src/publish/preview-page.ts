import { createHash } from 'node:crypto';

/** A rendered brief taken apart for the preview: style and script become files of their own, so that a strict CSP holds. */
export interface PreviewPage {
  readonly html: string;
  readonly css: string;
  readonly script: string;
  /** Changes with every change of the page. */
  readonly revision: string;
}

/** How an error looks in the page: over the brief at the foot of the window, wherever the reader is. */
export const problemStyle = `#live-problem {
  position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 45vh; overflow: auto; margin: 0; padding: .8rem 1.2rem;
  background: #fff4f2; color: #5c1610; border-top: 4px solid #8f2a22; box-sizing: border-box;
  font: 400 .875rem/1.6 ui-monospace, "Noto Sans SC", monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
@media print { #live-problem { display: none; } }
`;

/** The page's own policy would forbid the live connection; the server sends a stricter one as a header. */
const META_CSP = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/**
 * Makes the page the preview serves out of a rendered brief without embedded faces. Takes the brief's one `<style>` and its
 * last `<script>` out into files; throws when the brief has none, since the page could not be patched then.
 */
export function previewPage(brief: string): PreviewPage {
  const style = between(brief, '<style>', '</style>', brief.indexOf('<style>'));
  const script = between(brief, '<script>', '</script>', brief.lastIndexOf('<script>'));
  if (style === null || script === null)
    throw new Error('found no style or script in the brief, expected one of each: check brief.hbs');
  const revision = digest(brief);
  const html = (
    brief.slice(0, style.from) +
    `<link id="live-style" rel="stylesheet" href="page.css?${digest(style.text)}">` +
    brief.slice(style.to, script.from) +
    `<script src="page.js?${digest(script.text)}"></script>` +
    brief.slice(script.to)
  )
    .replace(META_CSP, '')
    .replace(
      '</head>',
      `<link rel="stylesheet" href="fonts.css"><meta name="live-revision" content="${revision}"></head>`,
    )
    .replace('</body>', '<script src="idiomorph.js"></script><script src="live.js"></script></body>');
  return { html, css: style.text, script: script.text, revision };
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
