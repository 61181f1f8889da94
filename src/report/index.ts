export { charactersOf } from './characters.js';
export type { Lang } from './messages.js';
export { facesNeeded, type RenderOptions, renderHtml, type Style } from './render-html.js';
export { TemplateError } from './render-template.js';
export type { TemplateSet } from './template-set.js';
