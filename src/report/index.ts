export { charactersOf } from './characters.js';
export { toCsv } from './csv.js';
export { focusOn } from './focus.js';
export type { Lang, Say } from './messages.js';
export {
  buildView,
  facesNeeded,
  pageRenderer,
  type Rendered,
  type RenderOptions,
  type RenderPage,
  renderHtml,
  renderPage,
  type Style,
  withFaces,
} from './render-html.js';
export { type PlainTable, plainTables, type TableValue } from './tables.js';
export { TemplateError } from './template-error.js';
export type { TemplateSet } from './template-set.js';
export type { Cite } from './typeset.js';
export type { Built } from './view/brief.js';
export type { EvidenceView } from './view/evidence.js';
export type { FigureView } from './view/figure.js';
export type { PartView } from './view/sentences.js';
export type { ThemeView } from './view/theme.js';
