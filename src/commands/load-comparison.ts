import { join } from 'node:path';
import { readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted, Wording } from '../model/note.js';
import { absolute } from './load.js';

/** Reads the comparison of an earlier run: an output folder, its data folder, or comparison.json itself. */
export async function loadComparison(host: Host, path: string): Promise<Noted<Comparison | null>> {
  const given = absolute(host, path);
  const places = given.endsWith('.json')
    ? [given]
    : [join(given, 'data/comparison.json'), join(given, 'comparison.json')];
  const wrong = (wording: Wording): Noted<null> => {
    const note: Note = { code: 'output/unreadable', severity: 'error', place: { file: path }, ...wording };
    return { value: null, notes: [note] };
  };
  for (const place of places) {
    const read = await readWhole(place);
    if (!('bytes' in read)) continue;
    let value: Comparison;
    try {
      value = JSON.parse(new TextDecoder().decode(read.bytes)) as Comparison;
    } catch (error) {
      return wrong({
        message: `found JSON that cannot be read (${(error as Error).message}), expected a comparison of duizhao`,
        hint: 'make it again with duizhao compare',
        zh: {
          message: `发现无法读取的 JSON（${(error as Error).message}），应为 duizhao 的比较结果`,
          hint: '请用 duizhao compare 重新生成',
        },
      });
    }
    if (value?.schema !== 'duizhao/comparison/1') {
      return wrong({
        message: `found the schema ${JSON.stringify(value?.schema)}, expected duizhao/comparison/1`,
        hint: 'make it again with this version of duizhao',
        zh: {
          message: `发现 schema 为 ${JSON.stringify(value?.schema)}，应为 duizhao/comparison/1`,
          hint: '请用当前版本的 duizhao 重新生成',
        },
      });
    }
    return { value, notes: [] };
  }
  return wrong({
    message: 'found no data/comparison.json, expected an output folder of duizhao compare',
    hint: 'run duizhao compare with --format json first',
    zh: {
      message: '发现没有 data/comparison.json，应为 duizhao compare 的输出文件夹',
      hint: '请先运行 duizhao compare --format json',
    },
  });
}
