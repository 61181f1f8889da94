import { createInterface, type Interface } from 'node:readline';

/** Asks a person one thing and gives back the trimmed answer, '' for a bare return or the end of the input. */
export type Ask = (question: string) => Promise<string>;

/** Questions on a terminal, and how to end them: until then the process stays alive. */
export interface Terminal {
  readonly ask: Ask;
  readonly close: () => void;
}

/**
 * Questions on a terminal. Its reader is opened with the first question and keeps lines that were typed ahead. While it is open Ctrl-C reaches
 * it and not the process: `interrupt` hands it on. `ask` rejects when `signal` aborts.
 */
export function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { signal, interrupt }: { readonly signal: AbortSignal; readonly interrupt: () => void },
): Terminal {
  const ahead: string[] = [];
  let reader: Interface | undefined;
  let isAtEnd = false;
  let waiting: ((line: string) => void) | undefined;
  const open = (): Interface => {
    const opened = createInterface({ input, output });
    opened.on('line', (line) => {
      if (waiting) waiting(line);
      else ahead.push(line);
    });
    opened.on('SIGINT', interrupt);
    opened.on('close', () => {
      isAtEnd = true;
      waiting?.('');
    });
    return opened;
  };
  const ask: Ask = (question) =>
    new Promise<string>((resolve, reject) => {
      signal.throwIfAborted();
      reader ??= open();
      const abort = () => settle(() => reject(signal.reason));
      const settle = (how: () => void): void => {
        waiting = undefined;
        signal.removeEventListener('abort', abort);
        how();
      };
      const typed = ahead.shift() ?? (isAtEnd ? '' : undefined);
      if (typed !== undefined) {
        output.write(`${question}${typed}\n`);
        resolve(typed.trim());
        return;
      }
      signal.addEventListener('abort', abort);
      waiting = (line) => settle(() => resolve(line.trim()));
      reader.setPrompt(question);
      reader.prompt();
    });
  return { ask, close: () => reader?.close() };
}
