import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiled file of that name beside a module, for a thread to start from; null where the program does not run compiled. */
export function compiledBeside(module: string, name: string): URL | null {
  const file = new URL(name, module);
  return existsSync(fileURLToPath(file)) ? file : null;
}
