import { fingerprint } from '../host/cache/fingerprint.js';
import { programId } from '../host/cache/program.js';
import type { Host } from '../host/index.js';

/** What `make` gives, plain JSON: out of the cache when this program made it before out of the same `parts`. */
export async function kept<T>(
  host: Host,
  kind: string,
  parts: readonly unknown[],
  make: () => T | Promise<T>,
): Promise<T> {
  if (host.cache.folder === null) return make();
  const print = fingerprint();
  print.value([`${kind}/1`, programId(host.root), ...parts]);
  const key = print.key();
  const known = await host.cache.read(kind, key);
  if (known !== null) return JSON.parse(Buffer.from(known).toString('utf8')) as T;
  const made = await make();
  await host.cache.write(kind, key, Buffer.from(JSON.stringify(made)));
  return made;
}
