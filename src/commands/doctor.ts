import type { Host } from '../host/index.js';
import { examineMachine, type MachineItem } from '../host/machine.js';
import type { Outcome } from './outcome.js';

/** Says what is there and what is missing on this machine, and how to get it. Exit 3 when something is missing. */
export async function doctorCommand(host: Host): Promise<Outcome> {
  const items = await examineMachine(host.root, host.env);
  const width = Math.max(...items.map((item) => item.name.length));
  const lines = items.flatMap((item) => [
    `${MARKS[item.state]} ${item.name.padEnd(width)}  ${item.found}`,
    ...(item.remedy ? [`  ${' '.repeat(width)}  do: ${item.remedy}`] : []),
  ]);
  return { exitCode: items.some((item) => item.state === 'missing') ? 3 : 0, lines, notes: [], json: items };
}

const MARKS: Readonly<Record<MachineItem['state'], string>> = { ok: 'ok     ', weak: 'weak   ', missing: 'MISSING' };
