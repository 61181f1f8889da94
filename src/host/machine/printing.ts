import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type FoundBrowser, findBrowser } from '../find-browser.js';
import { firstLine, type MachineItem } from './item.js';

const GET =
  'set PUPPETEER_EXECUTABLE_PATH, or: npx puppeteer browsers install chrome-headless-shell, or on Debian: apt-get install chromium-headless-shell';
const GET_ZH =
  '设置 PUPPETEER_EXECUTABLE_PATH，或 npx puppeteer browsers install chrome-headless-shell，Debian 上也可 apt-get install chromium-headless-shell';

/** What keeps a browser that is there from printing, by what it says; the first that fits. */
const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [
    /sandbox|namespace|Operation not permitted/i,
    'let the browser keep its sandbox: in a container run with a seccomp profile that allows user namespaces (docs/how-to/container.md), on Ubuntu 23.10 or newer take the browser of the distribution',
    '让浏览器能用沙箱：在容器里使用允许用户命名空间的 seccomp 配置（docs/how-to/container.zh.md）；Ubuntu 23.10 及以后请用系统自带的浏览器',
  ],
  [
    /shared librar|libnss|libatk|libgbm/i,
    'install what it is linked to; on Debian apt-get install chromium-headless-shell brings everything',
    '安装它所依赖的库；Debian 上 apt-get install chromium-headless-shell 会一并装好',
  ],
  [
    /ENOSPC|EACCES|EROFS|mkdtemp|mkdir/,
    'give it a temporary folder it can write to (TMPDIR)',
    '给它一个可写的临时文件夹（TMPDIR）',
  ],
];

/** The browser by its version, and whether it prints: a page is really printed, since a browser may tell its version and not start. */
export async function printing(env: Readonly<Record<string, string | undefined>>): Promise<MachineItem[]> {
  const found = findBrowser(env);
  if (!found)
    return [
      {
        name: 'browser',
        state: 'missing',
        found: 'none',
        remedy: GET,
        zh: { name: '浏览器', found: '没有', remedy: GET_ZH },
      },
    ];
  const version = await versionOf(found);
  return version.state === 'missing' ? [version] : [version, await page(found)];
}

async function versionOf({ path, kind }: FoundBrowser): Promise<MachineItem> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 10_000 });
    const version = stdout.trim() || kind;
    const isShell = kind === 'shell';
    return {
      name: 'browser',
      state: isShell ? 'ok' : 'weak',
      found: `${version} at ${path}`,
      remedy: isShell
        ? ''
        : 'a headless shell starts and prints two to five times faster: npx puppeteer browsers install chrome-headless-shell',
      zh: {
        name: '浏览器',
        found: `${version}，位于 ${path}`,
        ...(isShell
          ? {}
          : { remedy: 'headless shell 启动和打印快二至五倍：npx puppeteer browsers install chrome-headless-shell' }),
      },
    };
  } catch (error) {
    return {
      name: 'browser',
      state: 'missing',
      found: `${path} does not start (${firstLine(error)})`,
      remedy: GET,
      zh: { name: '浏览器', found: `${path} 不能启动（${firstLine(error)}）`, remedy: GET_ZH },
    };
  }
}

/** What the browser says when it is started alone: over Puppeteer's pipe its words are lost. '' when it says nothing. */
async function saysByHand({ path }: FoundBrowser): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  try {
    const args = ['--headless', ...(isRoot ? ['--no-sandbox'] : []), '--dump-dom', 'about:blank'];
    const { stderr } = await promisify(execFile)(path, args, { timeout: 10_000 });
    return stderr;
  } catch (error) {
    return String((error as { readonly stderr?: unknown }).stderr ?? '');
  }
}

async function page(found: FoundBrowser): Promise<MachineItem> {
  try {
    const { launchBrowser } = await import('../browser.js');
    const { browser, notes, close } = await launchBrowser(found, { timeout: 20_000 });
    try {
      const sheet = await browser.newPage();
      await sheet.setContent('<p>对照');
      const { length } = await sheet.pdf();
      const isBare = notes.some(({ code }) => code === 'browser/no-sandbox');
      if (length === 0) throw new Error('it printed an empty file');
      return {
        name: 'printing',
        state: 'ok',
        found: isBare ? 'a page, without the sandbox because the user is root' : 'a page',
        remedy: '',
        zh: { name: '打印', found: isBare ? '可打印；当前用户是 root，未启用沙箱' : '可打印' },
      };
    } finally {
      await close();
    }
  } catch (error) {
    const said = `${(error as Error).message}\n${await saysByHand(found)}`;
    const [, en, zh] = CAUSES.find(([pattern]) => pattern.test(said)) ?? [
      /(?:)/,
      'start the browser by hand to see what it says, or take another one (PUPPETEER_EXECUTABLE_PATH)',
      '手动启动该浏览器查看原因，或改用另一个（PUPPETEER_EXECUTABLE_PATH）',
    ];
    return {
      name: 'printing',
      state: 'missing',
      found: `nothing (${firstLine(error)})`,
      remedy: en,
      zh: { name: '打印', found: `不能打印（${firstLine(error)}）`, remedy: zh },
    };
  }
}
