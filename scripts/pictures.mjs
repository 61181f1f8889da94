// npm run pictures: turns pages of out/brief.pdf into docs/pictures/*.png (needs pdftoppm) for the README and for looking.
//   node scripts/pictures.mjs [--all]   --all: every page into out/pages/ instead
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './lib/steps.mjs';

const pdf = join(root, 'out/brief.pdf');
if (process.argv.includes('--all')) {
  mkdirSync(join(root, 'out/pages'), { recursive: true });
  process.exitCode = run('pdftoppm', ['-r', '60', '-png', pdf, join(root, 'out/pages/page')]) ? 0 : 3;
} else {
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  for (const page of [1, 3]) {
    const base = join(root, `docs/pictures/page-${page}`);
    if (
      !run('pdftoppm', ['-r', '70', '-f', String(page), '-l', String(page), '-singlefile', '-png', pdf, `${base}.new`])
    ) {
      say(
        'found no picture, expected pdftoppm and out/brief.pdf\n  do: npm start; on Debian: apt-get install poppler-utils',
      );
      process.exit(3);
    }
    renameSync(`${base}.new.png`, `${base}.png`);
  }
}
