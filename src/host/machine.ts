import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from './find-browser.js';

/** One thing duizhao needs or can use, and whether this machine has it. */
export interface MachineItem {
  readonly name: string;
  readonly state: 'ok' | 'weak' | 'missing';
  /** Version, path or size. */
  readonly found: string;
  /** What to do about it; empty when nothing. */
  readonly remedy: string;
  /** What reads otherwise in Chinese. */
  readonly zh?: Partial<Record<'name' | 'found' | 'remedy', string>>;
}

const MIB = 1024 * 1024;
/** nodejieba's dictionaries take about 280 MB, the browser about as much again. */
const ENOUGH_MEMORY = 1024 * MIB;

const NOT_INSTALLED_ZH = { found: '未安装' };

/** Looks the machine over; starts the browser only to ask its version. */
export async function examineMachine(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MachineItem[]> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const nodeOk = major > 20 || (major === 20 && minor >= 19);
  const items: MachineItem[] = [
    {
      name: 'duizhao',
      state: 'ok',
      found: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
      remedy: '',
    },
    {
      name: 'node',
      state: nodeOk ? 'ok' : 'missing',
      found: `${process.versions.node} (${process.platform} ${process.arch})`,
      remedy: nodeOk ? '' : 'install Node 20.19 or newer',
      ...(nodeOk ? {} : { zh: { remedy: '安装 Node 20.19 或更新版本' } }),
    },
  ];
  for (const name of ['handlebars', 'puppeteer', 'nodejieba', 'yargs', 'subset-font', '@cantoo/pdf-lib']) {
    const version = packageVersion(root, name);
    items.push({
      name,
      ...(version ? {} : { zh: NOT_INSTALLED_ZH }),
      state: version ? 'ok' : 'missing',
      found: version ?? 'not installed',
      remedy: version ? '' : 'npm ci',
    });
  }
  items.push(dictionary());
  for (const name of ['@fontsource/noto-serif-sc', '@fontsource/noto-sans-sc']) {
    const version = packageVersion(root, name);
    items.push({
      name: `font ${name}`,
      zh: { name: `字体 ${name}`, ...(version ? {} : NOT_INSTALLED_ZH) },
      state: version ? 'ok' : 'missing',
      found: version ?? 'not installed',
      remedy: version ? '' : 'npm ci',
    });
  }
  items.push(await browser(env));
  const free = freemem();
  items.push({
    name: 'memory',
    state: free >= ENOUGH_MEMORY ? 'ok' : 'weak',
    found: `${Math.round(free / MIB)} of ${Math.round(totalmem() / MIB)} MiB free, ${availableParallelism()} cores`,
    remedy: free >= ENOUGH_MEMORY ? '' : 'close other programs: the dictionary and the browser take about 600 MiB',
    zh: {
      name: '内存',
      found: `${Math.round(totalmem() / MIB)} MiB 中空闲 ${Math.round(free / MIB)} MiB，${availableParallelism()} 核`,
      ...(free >= ENOUGH_MEMORY ? {} : { remedy: '关闭其他程序：词典和浏览器约需 600 MiB' }),
    },
  });
  return items;
}

function packageVersion(root: string, name: string): string | null {
  // Installed beside duizhao (a clone) or above it (as somebody's dependency).
  for (let folder = root; ; folder = join(folder, '..')) {
    const file = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    if (join(folder, '..') === folder) return null;
  }
}

function dictionary(): MachineItem {
  try {
    const jieba = createRequire(import.meta.url)('nodejieba') as {
      tag(text: string): { word: string }[];
      DEFAULT_DICT: string;
    };
    const words = jieba.tag('社区民警调解矛盾纠纷').map(({ word }) => word);
    return { name: 'dictionary', state: 'ok', found: words.join('/'), remedy: '', zh: { name: '词典' } };
  } catch (error) {
    return {
      name: 'dictionary',
      state: 'missing',
      found: (error as Error).message.split('\n')[0] ?? '',
      remedy: 'npm rebuild nodejieba (Debian: apt-get install python3 make g++ first)',
      zh: { name: '词典', remedy: 'npm rebuild nodejieba（Debian 上先 apt-get install python3 make g++）' },
    };
  }
}

async function browser(env: Readonly<Record<string, string | undefined>>): Promise<MachineItem> {
  const found = findBrowser(env);
  const remedy =
    'set PUPPETEER_EXECUTABLE_PATH, or: npx puppeteer browsers install chrome-headless-shell, or on Debian: apt-get install chromium-headless-shell';
  const remedyZh =
    '设置 PUPPETEER_EXECUTABLE_PATH，或 npx puppeteer browsers install chrome-headless-shell，Debian 上也可 apt-get install chromium-headless-shell';
  if (!found)
    return {
      name: 'browser',
      state: 'missing',
      found: 'none',
      remedy,
      zh: { name: '浏览器', found: '没有', remedy: remedyZh },
    };
  try {
    const { stdout } = await promisify(execFile)(found.path, ['--version'], { timeout: 10_000 });
    const state = found.kind === 'shell' ? 'ok' : 'weak';
    const hint =
      found.kind === 'shell'
        ? ''
        : 'a headless shell starts and prints two to five times faster: npx puppeteer browsers install chrome-headless-shell';
    const version = stdout.trim() || found.kind;
    const zh = {
      name: '浏览器',
      found: `${version}，位于 ${found.path}`,
      ...(hint === ''
        ? {}
        : { remedy: 'headless shell 启动和打印快二至五倍：npx puppeteer browsers install chrome-headless-shell' }),
    };
    return { name: 'browser', state, found: `${version} at ${found.path}`, remedy: hint, zh };
  } catch (error) {
    return {
      name: 'browser',
      state: 'missing',
      found: `${found.path} does not start (${(error as Error).message.split('\n')[0]})`,
      remedy,
      zh: {
        name: '浏览器',
        found: `${found.path} 不能启动（${(error as Error).message.split('\n')[0]}）`,
        remedy: remedyZh,
      },
    };
  }
}
