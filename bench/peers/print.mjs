// npm run bench:peers, second half: the same six pages of HTML made into a PDF by duizhao, Vivliostyle CLI and WeasyPrint, in turns, each
// in a cold process. Results: bench/results/peers.json. node bench/peers/print.mjs [--rounds N]
// Vivliostyle is installed from npm into the temporary folder and uses the browser of this machine; WeasyPrint has to be here
// (Debian: apt-get install weasyprint). A peer that cannot be had is named and left out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import { built, cli, median, record, root, round } from '../lib/machine.mjs';
import { timed } from '../lib/run.mjs';

const VIVLIOSTYLE = '11.0.0';
const rounds = Number(parseArgs({ options: { rounds: { type: 'string', default: '3' } } }).values.rounds);
const { findBrowser } = await import(pathToFileURL(join(built, 'host/find-browser.js')).href);
const browser = findBrowser(process.env)?.path;
if (browser === undefined) {
  console.error('found no browser, expected one; do: duizhao doctor');
  process.exit(3);
}
const folder = mkdtempSync(join(tmpdir(), 'duizhao-print-'));
/** Two places and one theme of the bundled corpus: six pages. */
const brief = ['--theme', 'anti-fraud', '--jurisdiction', 'shiyan,tianfu', '--no-cache', '--quiet'];
const html = join(folder, 'given', 'brief.html');

/** Vivliostyle's command, installed once for this machine and version; null when npm cannot get it. */
function vivliostyle() {
  const home = join(tmpdir(), `duizhao-vivliostyle-${VIVLIOSTYLE}`);
  const command = join(home, 'node_modules/.bin/vivliostyle');
  if (!existsSync(command))
    spawnSync(
      'npm',
      ['install', '--prefix', home, '--no-audit', '--no-fund', '--ignore-scripts', `@vivliostyle/cli@${VIVLIOSTYLE}`],
      { stdio: ['ignore', 2, 2], env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' } },
    );
  return existsSync(command) ? command : null;
}

function weasyprint() {
  const { status, stdout } = spawnSync('weasyprint', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^WeasyPrint version /, '') : null;
}

const contenders = {
  'duizhao, printing': (pdf) => [process.execPath, [join(root, 'bench/peers/print-own.mjs'), html, pdf]],
  'duizhao, from the reports on': (pdf) => [
    process.execPath,
    [cli, 'compare', join(root, 'corpus'), '--out', join(pdf, '..', 'whole'), '--format', 'pdf', ...brief],
  ],
};
const missing = [];
const viv = vivliostyle();
if (viv)
  contenders[`Vivliostyle CLI ${VIVLIOSTYLE}`] = (pdf) => [
    viv,
    ['build', html, '--single-doc', '--output', pdf, '--executable-browser', browser, '--log-level', 'silent'],
  ];
else missing.push('Vivliostyle CLI: npm did not install it');
const weasy = weasyprint();
if (weasy) contenders[`WeasyPrint ${weasy}`] = (pdf) => ['weasyprint', ['--quiet', html, pdf]];
else missing.push('WeasyPrint: not on this machine; Debian: apt-get install weasyprint');

try {
  const given = await timed(process.execPath, [
    cli,
    'compare',
    join(root, 'corpus'),
    '--out',
    join(html, '..'),
    ...brief,
  ]);
  if (given.status !== 0) throw new Error(given.stderr);
  const names = Object.keys(contenders);
  const seconds = Object.fromEntries(names.map((name) => [name, []]));
  const outputs = {};
  for (let at = 0; at < rounds; at += 1)
    for (const name of names) {
      const pdf = join(folder, `${names.indexOf(name)}.pdf`);
      const run = await timed(...contenders[name](pdf));
      if (run.status !== 0) throw new Error(`${name}: exit ${run.status}\n${run.stderr}`);
      seconds[name].push(run.seconds);
      outputs[name] = name.includes('reports') ? join(folder, 'whole/brief.pdf') : pdf;
    }
  const [own] = names;
  const print = {};
  for (const name of names) {
    const doc = await PDFDocument.load(readFileSync(outputs[name]), { updateMetadata: false });
    print[name] = {
      seconds: round(median(seconds[name])),
      // of the same round, so that a busy machine slows both
      times_own: round(median(seconds[name].map((value, at) => value / seconds[own][at])), 1),
      pages: doc.getPageCount(),
      kilobytes: Math.round(statSync(outputs[name]).size / 1000),
    };
  }
  record('peers', { rounds, html_kilobytes: Math.round(statSync(html).size / 1000), print, missing });
  console.log('\nsix pages of HTML → PDF               seconds   times  pages     kB');
  for (const [name, row] of Object.entries(print))
    console.log(
      `${name.padEnd(36)} ${row.seconds.toFixed(2).padStart(8)} ${row.times_own.toFixed(1).padStart(7)} ${String(row.pages).padStart(6)} ${String(row.kilobytes).padStart(6)}`,
    );
  for (const line of missing) console.log(`left out: ${line}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
