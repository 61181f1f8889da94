import { readdirSync, readFileSync } from 'node:fs';
import type { PlaceName } from '../repair/helpers.js';

/** A report by itself: its place and its text. */
export interface SoleReport extends PlaceName {
  readonly text: string;
}

/** A page several reports stand on, and whose each line is. */
export interface Page {
  readonly text: string;
  readonly places: readonly PlaceName[];
  /** Id of the report a line belongs to, by 0-based line. */
  readonly owners: readonly string[];
}

const root = new URL('../../', import.meta.url);

function read(folder: string, start: string): string {
  const dir = new URL(folder, root);
  const name = readdirSync(dir).find((f) => f.startsWith(start) && f.endsWith('.txt'));
  if (!name) throw new Error(`found no ${start}*.txt in ${folder}`);
  return readFileSync(new URL(name, dir), 'utf8');
}

/** Lines of a text, 1-based and inclusive. */
const lines = (text: string, ...parts: readonly (readonly [number, number])[]): string =>
  parts.flatMap(([from, to]) => text.split('\n').slice(from - 1, to)).join('\n');

/** The bundled reports, the ones written for the tests, and bundled ones under invented names. */
export function soleReports(): SoleReport[] {
  const place = (
    id: string,
    name: string,
    short: string,
    level: PlaceName['level'],
    aliases: string[],
    text: string,
  ): SoleReport => ({ id, name, short, level, aliases, text });
  const page = read('corpus/', '004');
  const second = 'tests/gold/second/corpus/';
  const shiyan = read('corpus/', '000');
  const wuhan = read('corpus/', '002');
  const zhuzhou = read('corpus/', '003');
  return [
    place('shiyan', '十堰市', '十堰', 'city', ['十堰公安'], shiyan),
    place('hubei', '湖北省', '湖北', 'province', ['湖北公安', '湖北省公安厅'], read('corpus/', '001')),
    place('wuhan', '武汉市', '武汉', 'city', ['武汉公安', '武汉警方'], wuhan),
    place('zhuzhou', '株洲市', '株洲', 'city', ['株洲公安'], zhuzhou),
    place('wuhou', '成都市武侯区', '武侯', 'district', ['武侯公安', '成都武侯公安'], lines(page, [13, 47], [76, 93])),
    place(
      'tianfu',
      '四川天府新区',
      '天府新区',
      'district',
      ['天府公安', '成都天府公安'],
      lines(page, [48, 75], [94, 117]),
    ),
    place('yunheng', '云衡市', '云衡', 'city', ['云衡公安'], read(second, '01')),
    place('qingxiu', '青岫县', '青岫', 'county', ['青岫县公安局'], read(second, '02')),
    place('cangwan', '沧湾区', '沧湾', 'district', ['沧湾公安'], read(second, '03')),
    place('jiangzhou', '江洲市江洲区', '江洲', 'district', ['江洲公安', '江洲分局'], read(second, '04')),
    place('nanling', '南陵省', '南陵', 'province', ['南陵省公安厅'], read(second, '05')),
    place('liuxiang', '柳巷派出所', '柳巷', 'station', [], read(second, '06')),
    place('dinglan', '定澜市', '定澜', 'city', ['定澜公安'], read(second, '08')),
    place('jiuxi', '九溪县', '九溪', 'county', ['九溪公安'], read(second, '09')),
    place('lingang', '临港经济开发区', '临港', 'district', ['临港公安分局'], read(second, '10')),
    place('sanchuan', '三川市', '三川', 'city', ['三川公安'], read(second, '11')),
    place('songling', '松陵市', '松陵', 'city', ['松陵市公安局'], read(second, '12')),
    place('linyuan', '临沅市', '临沅', 'city', ['临沅公安'], shiyan.replaceAll('十堰', '临沅')),
    place('haiting', '海汀市', '海汀', 'city', ['海汀公安'], zhuzhou.replaceAll('株洲', '海汀')),
    place(
      'beishu',
      '北墅区',
      '北墅',
      'district',
      ['北墅公安'],
      wuhan.replaceAll('武汉', '北墅').replaceAll('全市', '全区'),
    ),
  ];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The lines of a text in groups that stay together: a heading goes with the paragraph below it. */
function unitsOf(text: string): string[][] {
  const units: string[][] = [];
  let open: string[] = [];
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '') continue;
    open.push(line);
    if (line.length <= 36) continue;
    units.push(open);
    open = [];
  }
  const last = units[units.length - 1];
  if (last) last.push(...open);
  return units;
}

/** Two (or, one time in six, three) reports on one page, switching at paragraph borders, in 2 to 6 runs; each keeps its own order. */
export function interleave(reports: readonly SoleReport[], random: () => number): Page {
  const below = (n: number) => Math.floor(random() * n);
  const count = random() < 5 / 6 ? 2 : 3;
  const chosen: SoleReport[] = [];
  while (chosen.length < count) {
    const next = reports[below(reports.length)];
    // the same text under two names would be nobody's
    if (next && !chosen.some((c) => c === next || c.text.slice(-60) === next.text.slice(-60))) chosen.push(next);
  }
  const runs = count + below(7 - count);
  const order: number[] = [];
  for (let i = 0; i < runs; i++) {
    let next = i < count ? i : below(count);
    while (next === order[i - 1]) next = below(count);
    order.push(next);
  }
  const shares = chosen.map((report, c) => {
    const units = unitsOf(report.text);
    const times = order.filter((o) => o === c).length;
    const cuts = new Set<number>();
    while (cuts.size < Math.min(times - 1, units.length - 1)) cuts.add(1 + below(units.length - 1));
    const at = [0, ...[...cuts].sort((a, b) => a - b), units.length];
    return Array.from({ length: times }, (_, i) => units.slice(at[i] ?? units.length, at[i + 1] ?? units.length));
  });
  const text: string[] = [];
  const owners: string[] = [];
  const used = chosen.map(() => 0);
  for (const c of order) {
    const share = shares[c]?.[used[c] ?? 0] ?? [];
    used[c] = (used[c] ?? 0) + 1;
    for (const line of share.flat()) {
      text.push(line, '');
      owners.push(chosen[c]?.id ?? '', chosen[c]?.id ?? '');
    }
  }
  return { text: text.join('\n'), places: chosen, owners };
}

/** B³ of a clustering (Bagga & Baldwin 1998): each item's precision and recall, averaged. An item given to nobody stands alone. */
export function bCubed(items: readonly { readonly gold: string; readonly found: string | null }[]): number {
  const size = (key: (i: (typeof items)[number]) => string | null) => {
    const counts = new Map<string, number>();
    for (const item of items) {
      const k = key(item);
      if (k !== null) counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    return counts;
  };
  const gold = size((i) => i.gold);
  const found = size((i) => i.found);
  const both = size((i) => (i.found === null ? null : `${i.gold} ${i.found}`));
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const together = item.found === null ? 1 : (both.get(`${item.gold} ${item.found}`) ?? 0);
    precision += item.found === null ? 1 : together / (found.get(item.found) ?? 1);
    recall += together / (gold.get(item.gold) ?? 1);
  }
  const [p, r] = [precision / items.length, recall / items.length];
  return (2 * p * r) / (p + r);
}
