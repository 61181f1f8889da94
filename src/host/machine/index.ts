import type { MachineItem } from './item.js';
import { dictionary, fonts, packages } from './packages.js';
import { printing } from './printing.js';
import { memory, temporaryFolder } from './room.js';

export type { MachineItem } from './item.js';

/**
 * Looks the machine over and tries what it finds: a phrase is cut, a face is made, a page is printed. In the order a person would mend
 * things. Writes nothing but temporary files, and needs no network.
 */
export async function examineMachine(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MachineItem[]> {
  const [own, ...others] = packages(root);
  return [
    ...(own ? [own] : []),
    node(process.versions.node),
    ...others,
    dictionary(),
    ...(await fonts(root)),
    ...(await printing(env)),
    memory(),
    temporaryFolder(),
  ];
}

/** Node itself; 20.19 is the first that loads ES modules as this program does. */
function node(version: string): MachineItem {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOk = major > 20 || (major === 20 && minor >= 19);
  return {
    name: 'node',
    state: isOk ? 'ok' : 'missing',
    found: `${version} (${process.platform} ${process.arch})`,
    remedy: isOk ? '' : 'install Node 20.19 or newer',
    ...(isOk ? {} : { zh: { remedy: '安装 Node 20.19 或更新版本' } }),
  };
}
