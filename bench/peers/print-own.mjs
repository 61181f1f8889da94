// node print-own.mjs IN.html OUT.pdf: duizhao's printing alone, in a process of its own: browser, two passes, finishing, checks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from '../lib/machine.mjs';

const from = (file) => import(pathToFileURL(join(built, file)).href);
const [{ findBrowser, launchBrowser }, { printPdf }] = await Promise.all([
  from('host/browser.js'),
  from('publish/pdf.js'),
]);
const [input, output] = process.argv.slice(2);
const { browser, close } = await launchBrowser(findBrowser(process.env));
try {
  const options = { browser, title: '对照简报', lang: 'zh-CN', date: new Date(0) };
  writeFileSync(output, await printPdf(readFileSync(input, 'utf8'), options));
} finally {
  await close();
}
