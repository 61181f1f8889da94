// npm test: sets up whatever is missing and runs all tests. Arguments go to vitest: npm test -- tests/text
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

if (!(await setUp())) process.exit(1);
const result = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = result.status ?? 1;
