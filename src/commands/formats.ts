/** What `compare` can write. */
export const FORMATS = ['html', 'pdf', 'json', 'csv', 'xlsx', 'docx'] as const;
export type Format = (typeof FORMATS)[number];
/** Looks of the brief. */
export const STYLES = ['default', 'gbt9704', 'plain'] as const;
