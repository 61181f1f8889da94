import type { Host } from '../host/index.js';
import { examineMachine, type MachineItem } from '../host/machine/index.js';
import type { Language } from '../model/note.js';
import { displayWidth } from '../text/width.js';
import type { Outcome } from './outcome.js';

/** Says what is there and what is missing on this machine, and how to get it. Exit 3 when something is missing. */
export async function doctorCommand(host: Host): Promise<Outcome> {
  const items = await examineMachine(host.root, host.env);
  const chinese = host.language !== 'en';
  const shown = items.map((item) => ({ ...item, ...(chinese ? item.zh : {}) }));
  const width = Math.max(...shown.map((item) => displayWidth(item.name)));
  const lines = shown.flatMap((item) => [
    `${MARKS[host.language][item.state]} ${item.name}${' '.repeat(width - displayWidth(item.name))}  ${item.found}`,
    ...(item.remedy ? [`  ${' '.repeat(width)}  ${chinese ? '请：' : 'do: '}${item.remedy}`] : []),
  ]);
  return { exitCode: items.some((item) => item.state === 'missing') ? 3 : 0, lines, notes: [], json: items };
}

const MARKS: Readonly<Record<Language, Readonly<Record<MachineItem['state'], string>>>> = {
  en: { ok: 'ok     ', weak: 'weak   ', missing: 'MISSING' },
  'zh-CN': { ok: '正常', weak: '不足', missing: '缺少' },
};
