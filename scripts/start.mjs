// npm start: sets up whatever is missing, compares the bundled corpus and writes out/. More arguments go to `duizhao compare`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

if (!(await setUp())) process.exit(1);
const result = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'compare', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
