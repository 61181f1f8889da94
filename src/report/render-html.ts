import type { Comparison } from '../model/comparison.js';
import type { FaceNeed, FontFaceData } from '../model/font.js';
import type { Note, Noted } from '../model/note.js';
import { charactersOf } from './characters.js';
import { contentStyle, cspHash, fontStyle } from './head-styles.js';
import { Markup } from './markup.js';
import { type Lang, messages, type Say, wordsAsked } from './messages.js';
import { templateRenderer } from './render-template.js';
import { TemplateError } from './template-error.js';
import type { TemplateSet } from './template-set.js';
import { type Built, briefView } from './view/brief.js';

/** `default`: the brief's own page; `gbt9704`: the type area of GB/T 9704-2012; `plain`: no grid, no colour. */
export type Style = 'default' | 'gbt9704' | 'plain';

export interface RenderOptions {
  readonly templates: TemplateSet;
  /** Faces to embed; none: the reader's own fonts are used. See `facesNeeded`. */
  readonly fonts: readonly FontFaceData[];
  readonly lang: Lang;
  readonly style?: Style;
}

function styleSheet(templates: TemplateSet, style: Style): string {
  const base = templates['brief.css'];
  if (base === undefined) throw new TemplateError('brief.css', null, 'found no such file among the templates');
  if (style === 'default') return base;
  const extra = templates[`style-${style}.css`];
  if (extra === undefined)
    throw new TemplateError(`style-${style}.css`, null, 'found no such file among the templates');
  return `${base}\n${extra}`;
}

/** A rendered brief together with the style sheet that stands in it. */
export interface Rendered {
  readonly html: string;
  readonly css: string;
}

/**
 * The whole brief as one HTML file that asks for nothing from outside. Same values in, same string out. Throws TemplateError with
 * template and line for a field the view does not have; notes name findings that stand without evidence.
 */
export function renderHtml(comparison: Comparison, options: RenderOptions): Noted<string> {
  const { value, notes } = renderPage(comparison, options);
  return { value: value.html, notes };
}

/** As `renderHtml`, with the style sheet beside it, for `withFaces`. */
export const renderPage: RenderPage = (comparison, options) => pageRenderer()(comparison, options);

export type RenderPage = (comparison: Comparison, options: RenderOptions) => Noted<Rendered>;

/**
 * A `renderPage` for one brief after another: it compiles only the templates that changed since the last, and while comparison, language
 * and words stay the same the view is not built again.
 */
export function pageRenderer(): RenderPage {
  const renderTemplate = templateRenderer();
  let last: { readonly comparison: Comparison; readonly words: string; readonly built: Built } | null = null;
  return (comparison, options) => {
    const { templates, lang } = options;
    const say = messages(templates, lang);
    const words = `${lang}\n${templates[`messages.${lang}.json`]}`;
    if (last?.comparison !== comparison || last.words !== words)
      last = { comparison, words, built: wordsAsked(() => briefView(comparison, lang, say)) };
    return fill(last.built, comparison, options, (view) => renderTemplate('brief', view, templates, say));
  };
}

/** The view put into its page, with everything the page's head needs. */
function fill(
  { view, context }: Built,
  comparison: Comparison,
  { templates, fonts, style = 'default' }: RenderOptions,
  render: (view: object) => string,
): Noted<Rendered> {
  const css = [
    styleSheet(templates, style),
    contentStyle({ title: comparison.title, columns: view.columns }),
    fontStyle(fonts),
  ].join('\n');
  const script = templates['page.js'] ?? '';
  const csp = `default-src 'none'; style-src ${cspHash(css)}; script-src ${cspHash(script)}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = render({ ...view, style, css: new Markup(css), script: new Markup(script), csp });
  // no character of HTML, or one that turns the reading direction: “120\u202E起下降” would show as 120降下起
  const html = page.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
  const notes = context.citations.missing.map(
    (id): Note => ({
      code: 'report/evidence-missing',
      severity: 'warning',
      message: `found ${id} in the brief without an entry in the evidence index`,
      hint: 'the comparison should list every finding it shows in `evidence`',
      zh: {
        message: `发现简报引用了 ${id}，而出处索引中没有它`,
        hint: '请让比较结果在 `evidence` 中列出所引用的每条记录',
      },
    }),
  );
  return { value: { html, css }, notes };
}

/**
 * What `renderHtml` would give with these faces, out of a page rendered without any: only the style sheet and its hash differ. Null
 * when the page does not hold its style sheet as it was given (a template of the user's own may do what it likes).
 */
export function withFaces({ html, css }: Rendered, fonts: readonly FontFaceData[]): string | null {
  const at = html.indexOf(css);
  if (at < 0) return null;
  const whole = css + fontStyle(fonts);
  // without quotes and padding, which a template escapes
  const bare = (text: string): string => cspHash(text).slice("'sha256-".length, -"='".length);
  const swap = (text: string): string => text.replaceAll(bare(css), () => bare(whole));
  return swap(html.slice(0, at)) + whole + swap(html.slice(at + css.length));
}

/** The characters each face of a rendered brief needs, to be subset and handed to a second `renderHtml` as `fonts`. */
export function facesNeeded(html: string, comparison: Comparison): FaceNeed[] {
  return charactersOf(html, `${comparison.title}0123456789`);
}

/** The view model alone, for renderings that are no HTML (Word). */
export function buildView(
  comparison: Comparison,
  { templates, lang }: Pick<RenderOptions, 'templates' | 'lang'>,
): { readonly view: Built['view']; readonly say: Say } {
  const say = messages(templates, lang);
  return { view: wordsAsked(() => briefView(comparison, lang, say)).view, say };
}
