import { join } from 'node:path';
import { readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted } from '../model/note.js';
import { absolute } from './load.js';

/** Reads the comparison of an earlier run: an output folder, its data folder, or comparison.json itself. */
export async function loadComparison(host: Host, path: string): Promise<Noted<Comparison | null>> {
  const given = absolute(host, path);
  const places = given.endsWith('.json')
    ? [given]
    : [join(given, 'data/comparison.json'), join(given, 'comparison.json')];
  const wrong = (message: string, hint: string): Noted<null> => {
    const note: Note = { code: 'output/unreadable', severity: 'error', message, place: { file: path }, hint };
    return { value: null, notes: [note] };
  };
  for (const place of places) {
    const read = await readWhole(place);
    if (!('bytes' in read)) continue;
    let value: Comparison;
    try {
      value = JSON.parse(new TextDecoder().decode(read.bytes)) as Comparison;
    } catch (error) {
      return wrong(
        `found JSON that cannot be read (${(error as Error).message}), expected a comparison of duizhao`,
        'make it again with duizhao compare',
      );
    }
    if (value?.schema !== 'duizhao/comparison/1') {
      return wrong(
        `found the schema ${JSON.stringify(value?.schema)}, expected duizhao/comparison/1`,
        'make it again with this version of duizhao',
      );
    }
    return { value, notes: [] };
  }
  return wrong(
    'found no data/comparison.json, expected an output folder of duizhao compare',
    'run duizhao compare with --format json first',
  );
}
