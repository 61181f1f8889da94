import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { firstLine, type MachineItem } from './item.js';

const MIB = 1024 * 1024;
/** nodejieba's dictionaries take about 280 MB, the browser about as much again. */
const ENOUGH_MEMORY = 1024 * MIB;
/** A browser's profile and a document on its way. */
const ENOUGH_DISK = 256 * MIB;

/** Memory and cores; inside a container its limit counts and not the machine's. */
export function memory(): MachineItem {
  const limit = process.constrainedMemory();
  const total = limit > 0 && limit < totalmem() ? limit : totalmem();
  const free = Math.min(freemem(), total);
  const isEnough = free >= ENOUGH_MEMORY;
  const [of, own, cores] = [Math.round(total / MIB), Math.round(free / MIB), availableParallelism()];
  return {
    name: 'memory',
    state: isEnough ? 'ok' : 'weak',
    found: `${own} of ${of} MiB free, ${cores} ${cores === 1 ? 'core' : 'cores'}`,
    remedy: isEnough ? '' : 'close other programs: the dictionary and the browser take about 600 MiB',
    zh: {
      name: '内存',
      found: `${of} MiB 中空闲 ${own} MiB，${cores} 核`,
      ...(isEnough ? {} : { remedy: '关闭其他程序：词典和浏览器约需 600 MiB' }),
    },
  };
}

/** The folder for temporary files: the browser's profile stands there while it prints. */
export function temporaryFolder(): MachineItem {
  const folder = tmpdir();
  try {
    rmdirSync(mkdtempSync(join(folder, 'duizhao-doctor-')));
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const isEnough = free >= ENOUGH_DISK;
    return {
      name: 'temporary files',
      state: isEnough ? 'ok' : 'weak',
      found: `${folder}, ${Math.round(free / MIB)} MiB free`,
      remedy: isEnough ? '' : 'make room there, or name another folder in TMPDIR',
      zh: {
        name: '临时文件',
        found: `${folder}，空闲 ${Math.round(free / MIB)} MiB`,
        ...(isEnough ? {} : { remedy: '腾出空间，或用 TMPDIR 另指文件夹' }),
      },
    };
  } catch (error) {
    return {
      name: 'temporary files',
      state: 'missing',
      found: `${folder} cannot be written to (${firstLine(error)})`,
      remedy: 'mend its permissions, or name another folder in TMPDIR',
      zh: {
        name: '临时文件',
        found: `${folder} 不能写入（${firstLine(error)}）`,
        remedy: '处理其权限，或用 TMPDIR 另指文件夹',
      },
    };
  }
}
