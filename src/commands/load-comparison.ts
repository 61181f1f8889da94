import { join } from 'node:path';
import { readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted, Wording } from '../model/note.js';
import { asComparison } from '../pipeline/comparison-shape.js';
import { absolute, shown } from './load-paths.js';

/** Reads the comparison of an earlier run: an output folder, its data folder, or comparison.json itself. */
export async function loadComparison(host: Host, path: string): Promise<Noted<Comparison | null>> {
  const given = absolute(host, path);
  const places = given.endsWith('.json')
    ? [given]
    : [join(given, 'data/comparison.json'), join(given, 'comparison.json')];
  const wrong = (place: Place, wording: Wording): Noted<null> => {
    const note: Note = { code: 'output/unreadable', severity: 'error', place, ...wording };
    return { value: null, notes: [note] };
  };
  for (const place of places) {
    const file = shown(host, place);
    const read = await readWhole(place);
    if (!('bytes' in read)) {
      if (read.reason === 'missing') continue;
      return wrong(
        { file },
        {
          message: `found a file that cannot be read (${read.detail}), expected a comparison of duizhao`,
          hint: 'check the file and its permissions',
          zh: {
            message: `发现无法读取的文件（${read.detail}），应为 duizhao 的比较结果`,
            hint: '请检查该文件及其权限',
          },
        },
      );
    }
    const text = new TextDecoder().decode(read.bytes);
    let value: { readonly schema?: unknown } | null;
    try {
      value = JSON.parse(text) as typeof value;
      // nested deeper than could be written again
      JSON.stringify(value);
    } catch (error) {
      const { message } = error as Error;
      return wrong(
        { file, ...lineIn(text, message) },
        {
          message: `found JSON that cannot be read (${message}), expected a comparison of duizhao`,
          hint: 'make it again with duizhao compare',
          zh: {
            message: `发现无法读取的 JSON（${message}），应为 duizhao 的比较结果`,
            hint: '请用 duizhao compare 重新生成',
          },
        },
      );
    }
    if (value?.schema !== 'duizhao/comparison/1') {
      const schema = (JSON.stringify(value?.schema) ?? 'none').slice(0, 80);
      return wrong(
        { file },
        {
          message: `found the schema ${schema}, expected duizhao/comparison/1`,
          hint: 'make it again with this version of duizhao',
          zh: {
            message: `发现 schema 为 ${schema}，应为 duizhao/comparison/1`,
            hint: '请用当前版本的 duizhao 重新生成',
          },
        },
      );
    }
    const comparison = asComparison(value);
    if (typeof comparison === 'string')
      return wrong(
        { file },
        {
          message: `found a comparison that is damaged (${comparison}), expected one as duizhao writes it`,
          hint: 'make it again with duizhao compare',
          zh: {
            message: `发现损坏的比较结果（${comparison}），应为 duizhao 所写的样子`,
            hint: '请用 duizhao compare 重新生成',
          },
        },
      );
    return { value: comparison, notes: [] };
  }
  return wrong(
    { file: path },
    {
      message: 'found no data/comparison.json, expected an output folder of duizhao compare',
      hint: 'run duizhao compare with --format json first',
      zh: {
        message: '发现没有 data/comparison.json，应为 duizhao compare 的输出文件夹',
        hint: '请先运行 duizhao compare --format json',
      },
    },
  );
}

type Place = NonNullable<Note['place']>;

/** The line a message of JSON.parse is about. e.g. “Unexpected token } in JSON at position 123” */
function lineIn(text: string, message: string): Pick<Place, 'line'> {
  const position = /at position ([0-9]{1,10})/.exec(message)?.[1];
  return position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length };
}
