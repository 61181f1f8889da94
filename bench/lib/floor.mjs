// The least that a brief of this content can cost: Node starts, nodejieba loads its dictionary with the browser starting beside it, and
// the browser prints the finished HTML twice. No reading, no comparing, no rendering, no finishing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from './machine.mjs';

const { findBrowser } = await import(pathToFileURL(join(built, 'host/find-browser.js')).href);
const require = createRequire(import.meta.url);
const { launch } = await import('puppeteer');
const found = findBrowser(process.env);
const starting = launch({
  executablePath: found.path,
  headless: found.kind === 'shell' ? 'shell' : true,
  args: [
    '--font-render-hinting=none',
    '--disable-dev-shm-usage',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
// let the browser's process be born before this thread is busy
await new Promise((resolve) => setTimeout(resolve, 1));
require('nodejieba').load();
const browser = await starting;
const page = await browser.newPage();
await page.setContent(readFileSync(process.argv[2], 'utf8'), { waitUntil: 'load' });
for (let pass = 0; pass < 2; pass += 1)
  await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    path: join(tmpdir(), `floor-${process.pid}.pdf`),
  });
await browser.close();
