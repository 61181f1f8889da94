import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { firstLine, type MachineItem } from './item.js';

/** What a person asks for when a brief looks wrong; of the other packages only those that are missing are named. */
const TOLD = ['handlebars', 'puppeteer', 'nodejieba', 'yargs', 'subset-font', '@cantoo/pdf-lib', 'pdfjs-dist'];

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

/** duizhao itself and the packages it uses, with their versions. */
export function packages(root: string): MachineItem[] {
  const own = manifest(join(root, 'package.json'));
  const wanted = Object.keys(own.dependencies ?? {}).filter((name) => !name.startsWith('@fontsource/'));
  return [
    { name: 'duizhao', state: 'ok', found: own.version, remedy: '' },
    ...[...new Set([...TOLD, ...wanted])].flatMap((name) => {
      const version = packageVersion(root, name);
      return version === null ? [notInstalled(name)] : TOLD.includes(name) ? [installed(name, version)] : [];
    }),
  ];
}

const installed = (name: string, version: string): MachineItem => ({ name, state: 'ok', found: version, remedy: '' });
const notInstalled = (name: string): MachineItem => ({
  name,
  state: 'missing',
  found: 'not installed',
  remedy: 'npm ci',
  zh: { found: '未安装' },
});

/** The packages with the faces, and whether a face can really be made of them. */
export async function fonts(root: string): Promise<MachineItem[]> {
  const items: MachineItem[] = [];
  for (const [name, family] of [
    ['@fontsource/noto-serif-sc', 'Noto Serif SC'],
    ['@fontsource/noto-sans-sc', 'Noto Sans SC'],
  ] as const) {
    const version = packageVersion(root, name);
    const item = version === null ? notInstalled(name) : await face(installed(name, version), family);
    items.push({ ...item, name: `font ${name}`, zh: { ...item.zh, name: `字体 ${name}` } });
  }
  return items;
}

async function face(item: MachineItem, family: string): Promise<MachineItem> {
  const broken = (en: string, zh: string): MachineItem => ({
    ...item,
    state: 'missing',
    found: `${item.found}, and no face can be made of it (${en})`,
    remedy: 'npm ci',
    zh: { found: `${item.found}，但不能由它生成字体（${zh}）` },
  });
  try {
    const { makeFace } = await import('../face.js');
    const { notes } = await makeFace({ family, weight: 400, characters: '对照' }, 'truetype');
    const [note] = notes;
    return note ? broken(note.message, note.zh?.message ?? note.message) : item;
  } catch (error) {
    return broken(firstLine(error), firstLine(error));
  }
}

/** The dictionary, tried on a phrase. */
export function dictionary(): MachineItem {
  try {
    const jieba = createRequire(import.meta.url)('nodejieba') as { tag(text: string): { word: string }[] };
    const words = jieba.tag('社区民警调解矛盾纠纷').map(({ word }) => word);
    return { name: 'dictionary', state: 'ok', found: words.join('/'), remedy: '', zh: { name: '词典' } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND')
      return { ...notInstalled('dictionary'), zh: { name: '词典', found: '未安装' } };
    return {
      name: 'dictionary',
      state: 'missing',
      found: firstLine(error),
      remedy: 'npm rebuild nodejieba (Debian: apt-get install python3 make g++ first)',
      zh: { name: '词典', remedy: 'npm rebuild nodejieba（Debian 上先 apt-get install python3 make g++）' },
    };
  }
}

function packageVersion(root: string, name: string): string | null {
  // Installed beside duizhao (a clone) or above it (as somebody's dependency).
  for (let folder = root; ; folder = join(folder, '..')) {
    const file = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(file)) return manifest(file).version;
    if (join(folder, '..') === folder) return null;
  }
}
