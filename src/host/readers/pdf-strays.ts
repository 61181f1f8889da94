let watching = false;

/**
 * pdf.js sometimes rejects a promise that it gave to nobody, for a damaged file that it has otherwise reported; such a rejection would end
 * the program. From the first PDF on those are let go; any other unhandled rejection ends the program as it would have.
 */
export function letStraysGo(): void {
  if (watching) return;
  watching = true;
  process.on('unhandledRejection', (reason) => {
    if (!isPdfJs(reason)) throw reason;
  });
}

/** Whether an error comes out of pdf.js. */
export function isPdfJs(reason: unknown): boolean {
  return reason instanceof Error && /[/\\]pdfjs-dist[/\\]/.test(reason.stack ?? '');
}
