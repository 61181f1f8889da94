// Sets up whatever is missing: packages, the build, a browser. Needs nothing but Node; asks nothing; a second run takes
// well under a second. Usage: node scripts/setup.mjs. Exit status 0, or 1 when packages or the build cannot be had. Without
// a browser it says how to get one and goes on: everything but the PDF works.
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tell } from './lib/language.mjs';
import { filesBelow, fingerprint, readStamps, root, run, say, stamp } from './lib/steps.mjs';

/** Sets up; returns false when something that cannot be done without is missing. */
export async function setUp() {
  const started = performance.now();
  const done = [];
  if (!checkNode()) return false;
  if (
    !step(
      'packages',
      fingerprint(['package-lock.json'], process.versions.modules, process.platform, process.arch),
      installPackages,
      done,
    )
  )
    return false;
  if (!step('build', fingerprint([...filesBelow('src'), 'tsconfig.json', 'package-lock.json']), build, done))
    return false;
  await browser(done);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const names = done.map((step) => tell(step, STEPS_ZH[step]));
  say(
    tell(
      `set-up: ${names.length === 0 ? 'nothing to do' : names.join(', ')} (${seconds} s)`,
      `准备：${names.length === 0 ? '无事可做' : names.join('、')}（${seconds} 秒）`,
    ),
  );
  return true;
}

const STEPS_ZH = { packages: '软件包', build: '构建', browser: '浏览器' };

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return true;
  say(
    tell(
      `found Node ${process.versions.node}, expected 20.19 or newer\n  do: install a newer Node from nodejs.org or with your package manager`,
      `发现 Node ${process.versions.node}，应为 20.19 或更新版本\n  请：从 nodejs.org 或用系统的软件包管理器安装较新的 Node`,
    ),
  );
  return false;
}

function step(name, mark, work, done) {
  const there = { packages: 'node_modules/typescript', build: 'dist/cli.js' }[name];
  if (readStamps()[name] === mark && existsSync(join(root, there))) return true;
  say(tell(`set-up: ${name} …`, `准备：${STEPS_ZH[name]}……`));
  if (!work()) return false;
  stamp(name, mark);
  done.push(name);
  return true;
}

/** Whether what npm says it has installed is what the lock file asks for; parts for other machines may be left out. */
function packagesAreThere() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return (
      Object.entries(wanted).every(
        ([path, { version, optional }]) =>
          path === '' || installed[path]?.version === version || (optional && !installed[path]),
      ) && existsSync(join(root, 'node_modules/nodejieba/build/Release/nodejieba.node'))
    );
  } catch {
    return false;
  }
}

function installPackages() {
  if (packagesAreThere()) return true;
  // The browser is looked for below; Puppeteer's own download would fail where the network is closed and fetch too much where it is not.
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: 'true', CI: process.env.CI ?? '' };
  if (run('npm', ['ci', '--no-audit', '--no-fund'], { env })) return true;
  say(
    tell(
      'found that the packages could not be installed, expected npm ci to succeed\n  do: check the network; if nodejieba failed to build, install python3, make and g++ (Debian: apt-get install python3 make g++)',
      '发现软件包没有装上，应为 npm ci 成功\n  请：检查网络；若是 nodejieba 构建失败，安装 python3、make 和 g++（Debian：apt-get install python3 make g++）',
    ),
  );
  return false;
}

function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  if (!run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', root])) return false;
  // npm makes the command executable when it links it, a later build would leave it as tsc writes it
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  return true;
}

async function browser(done) {
  const { findBrowser } = await import(pathToFileURL(join(root, 'dist/host/find-browser.js')).href);
  if (findBrowser(process.env)) return;
  say(tell('set-up: a browser for the PDF …', '准备：打印 PDF 用的浏览器……'));
  const attempts = [
    () =>
      run(
        process.execPath,
        [
          join(root, 'node_modules/puppeteer/lib/esm/puppeteer/node/cli.js'),
          'browsers',
          'install',
          'chrome-headless-shell',
        ],
        { timeout: 300_000 },
      ),
    () =>
      isRootOnDebian() &&
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium-headless-shell'], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }),
  ];
  for (const attempt of attempts) {
    attempt();
    if (findBrowser(process.env)) {
      done.push('browser');
      return;
    }
  }
  say(
    tell(
      'found no browser, expected one for the PDF: the HTML brief and the data are written all the same\n  do: set PUPPETEER_EXECUTABLE_PATH, or: npx puppeteer browsers install chrome-headless-shell, or on Debian: apt-get install chromium-headless-shell',
      '发现没有浏览器，打印 PDF 需要一个：HTML 简报和数据照常写出\n  请：设置 PUPPETEER_EXECUTABLE_PATH，或运行 npx puppeteer browsers install chrome-headless-shell，Debian 上也可 apt-get install chromium-headless-shell',
    ),
  );
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await setUp()) ? 0 : 1;
