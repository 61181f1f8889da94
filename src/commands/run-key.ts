import { join } from 'node:path';
import { browserIdentity } from '../host/browser-identity.js';
import { fingerprint } from '../host/cache/fingerprint.js';
import { programId } from '../host/cache/program.js';
import { decode } from '../host/decode.js';
import { readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import { isSourceName } from '../host/readers/index.js';
import type { CompareOptions } from './compare.js';
import { kept } from './kept.js';
import { absolute, shown } from './load-paths.js';

/**
 * One key for everything a run of `compare` depends on: the program, the options but for where to write and how strict to be,
 * corpus.yaml and every file it names, review.yaml, lexicon, templates, the browser. Null when that cannot be told; such a run is made.
 */
export async function runKey(options: CompareOptions, host: Host): Promise<string | null> {
  if (host.cache.folder === null || options.records !== undefined) return null;
  const { out: _out, strict: _strict, ...rest } = options;
  const print = fingerprint();
  print.value(['run/1', programId(host.root), host.cwd, host.root, host.language ?? null, rest]);
  print.value([
    host.env.SOURCE_DATE_EPOCH ?? null,
    typeof process.getuid === 'function' ? process.getuid() === 0 : null,
  ]);
  if (options.formats.includes('pdf')) print.value(browserIdentity(host.env));
  for (const name of ['lexicon', 'templates', 'schemas']) await print.folder(join(host.root, name));
  if (options.lexicon !== undefined) await print.folder(absolute(host, options.lexicon));
  if (options.template !== undefined) await print.folder(absolute(host, options.template));

  const given = absolute(host, options.corpus);
  const isYaml = /\.ya?ml$/.test(given);
  const folder = isYaml ? join(given, '..') : given;
  const yamlPath = isYaml ? given : join(given, 'corpus.yaml');
  print.value(shown(host, yamlPath));
  await print.file(join(folder, 'review.yaml'));
  const yaml = await readWhole(yamlPath);
  if ('bytes' in yaml) {
    await print.file(yamlPath);
    const names = await namedSources(yaml.bytes, host);
    if (names === null) return null;
    for (const name of names) await print.fileInside(folder, name);
  } else if (!isYaml && yaml.reason === 'missing') await print.folder(folder, isSourceName);
  else return null;
  return print.key();
}

/** The files a corpus.yaml names: remembered by its content, since reading YAML takes longer than everything else here. */
function namedSources(bytes: Uint8Array, host: Host): Promise<readonly string[] | null> {
  return kept(host, 'names', [Buffer.from(bytes).toString('base64')], async () => {
    const decoded = decode(bytes, 'corpus.yaml').value;
    if (decoded === null) return null;
    const { parse } = await import('yaml');
    try {
      const { reports = [] } = parse(decoded.text, { maxAliasCount: 100 }) as {
        reports?: readonly { readonly sources?: readonly { readonly file?: unknown }[] }[];
      };
      return [...new Set(reports.flatMap(({ sources = [] }) => sources.map(({ file }) => String(file))))];
    } catch {
      return null;
    }
  });
}
