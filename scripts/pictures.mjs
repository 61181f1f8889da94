// Pictures for the README, from the brief as it is now: node scripts/pictures.mjs [OUT]  (after npm start; pages need pdftoppm)
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'out'));
const pictures = join(root, 'docs', 'pictures');
mkdirSync(pictures, { recursive: true });

const { findBrowser, launchBrowser } = await import(pathToFileURL(join(root, 'dist/host/browser.js')).href);
const found = findBrowser(process.env);
if (found === null) {
  console.error('found no browser; npm start says how to get one');
  process.exit(3);
}
const launched = await launchBrowser(found);
try {
  for (const { name, width, height, scheme, at, click } of [
    { name: 'screen-light', width: 1280, height: 900, scheme: 'light' },
    { name: 'screen-dark', width: 1280, height: 900, scheme: 'dark', at: 'section[data-theme]' },
    { name: 'phone', width: 390, height: 844, scheme: 'light', at: 'section[data-theme]' },
    { name: 'evidence', width: 1280, height: 700, scheme: 'light', at: 'table.sortable', click: 'table.sortable a.ev' },
  ]) {
    const page = await launched.browser.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(pathToFileURL(join(out, 'brief.html')).href, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    if (at !== undefined) await page.$eval(at, (element) => element.scrollIntoView({ behavior: 'instant' }));
    if (click !== undefined) await page.click(click);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await launched.close();
}
const pages = spawnSync('pdftoppm', [
  '-r',
  '60',
  '-png',
  '-f',
  '1',
  '-l',
  '4',
  join(out, 'brief.pdf'),
  join(pictures, 'page'),
]);
console.log(pages.status === 0 ? 'docs/pictures/page-….png' : 'no pages: found no pdftoppm (Debian: poppler-utils)');
