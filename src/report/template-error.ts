/** What went wrong in which template; `line` counts from 1, null where it is not known. */
export class TemplateError extends Error {
  constructor(
    readonly template: string,
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(`${template}${line === null ? '' : `:${line}`}: ${reason}`);
    this.name = 'TemplateError';
  }
}
