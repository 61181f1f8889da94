import { isAbsolute, join, relative } from 'node:path';
import type { Host } from '../host/index.js';

/** An absolute path for one given on the command line. */
export function absolute(host: Host, path: string): string {
  return isAbsolute(path) ? path : join(host.cwd, path);
}

/** A path as a person would like to read it: relative to where they stand, unless that climbs. */
export function shown(host: Host, path: string): string {
  const short = relative(host.cwd, path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}
