// npm run sbom: what duizhao is made of, as CycloneDX (npm's own list out of package-lock.json) on standard output. The same lock file gives the same
// bytes: npm's random serial number and its time are replaced.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/steps.mjs';

const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const sbom = JSON.parse(text);
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { timestamp: _, tools: __, ...metadata } = sbom.metadata;
// not by npm's `--omit dev`: it leaves out `yaml` and its like, which a tool for developers may use too
const components = sbom.components.filter(
  ({ properties = [] }) => !properties.some((property) => property.name === 'cdx:npm:package:development'),
);
const kept = new Set([metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
const dependencies = sbom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
// npm takes the folder's name for the package's
const named = {
  ...sbom,
  metadata: { ...metadata, component: { ...metadata.component, name } },
  components,
  dependencies,
};
delete named.serialNumber;
const digest = createHash('sha256').update(JSON.stringify(named)).digest('hex');
// RFC 9562, version 8: a number out of the content
const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
const { $schema, bomFormat, specVersion, ...rest } = named;
process.stdout.write(
  `${JSON.stringify({ $schema, bomFormat, specVersion, serialNumber: `urn:uuid:${serial}`, ...rest }, null, 1)}\n`,
);
process.stderr.write(`${name} ${version}: ${components.length} packages\n`);
