import { createInterface } from 'node:readline/promises';

/** Asks a person one thing and gives back the trimmed answer, '' for a bare return or the end of the input. */
export type Ask = (question: string) => Promise<string>;

/**
 * Questions on a terminal. The reader is opened for each question and closed after it, so that nothing keeps the process
 * alive. While one is open Ctrl-C reaches the reader and not the process: `interrupt` hands it on. Rejects when `signal`
 * aborts.
 */
export function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { signal, interrupt }: { readonly signal: AbortSignal; readonly interrupt: () => void },
): Ask {
  return async (question) => {
    const reader = createInterface({ input, output });
    reader.once('SIGINT', interrupt);
    const ended = new Promise<string>((resolve) => reader.once('close', () => resolve('')));
    try {
      const answer = reader.question(question, { signal });
      return (await Promise.race([answer, ended])).trim();
    } finally {
      reader.close();
    }
  };
}
