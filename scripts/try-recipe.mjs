// Carries the Dockerfile out without a container engine: every stage in a folder of its own, every RUN with that folder for its root, the finished command as
// the recipe's own user and without a network. Needs root on Linux, and the base as a folder, e.g.
//   debootstrap --variant=minbase trixie base
//   node scripts/try-recipe.mjs base recipe
// Of ARG the environment's value counts (SNAPSHOT=…); npm_config_… and NODE_EXTRA_CA_CERTS are handed to RUN, for a registry or a proxy of
// one's own.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, posix, resolve } from 'node:path';
import { assignment, copyOf, instructionsOf, stagesOf } from './lib/recipe.mjs';
import { root, say } from './lib/steps.mjs';

const [base, work] = process.argv.slice(2).map((folder) => resolve(folder));
if (!base || !work || process.getuid?.() !== 0) {
  say('call: node scripts/try-recipe.mjs BASE_FOLDER WORK_FOLDER, as root');
  process.exit(2);
}

// Mounts live in a namespace of the step's own and go with it. The root is turned round (pivot_root) and not only changed: in a chroot the
// kernel allows no user namespaces, and the browser's sandbox is made of them. $0: the folder; then the words to run.
const STEP = `set -e
mount --rbind "$0" "$0"
cd "$0"
mount -t proc proc proc
mount --rbind /dev dev
mkdir .host
pivot_root . .host
umount -l /.host
rmdir /.host
exec /usr/bin/env -i "$@"`;

function inside(folder, { env, cwd, user }, words, { net = true } = {}) {
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const variables = Object.entries({ PATH: path, ...env }).map(([key, value]) => `${key}=${value}`);
  const as = user === 'root' ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'];
  const command = ['sh', '-c', `cd ${cwd} && exec "$@"`, 'sh', ...words];
  const namespaces = ['--mount', '--pid', '--fork', ...(net ? [] : ['--net'])];
  return spawnSync('unshare', [...namespaces, 'sh', '-c', STEP, folder, ...variables, ...as, ...command], {
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status;
}

const npmConfig = Object.fromEntries(Object.entries(process.env).filter(([key]) => /^npm_config_/i.test(key)));
/** Where the recipe's own tree has the certificates of this machine, so that npm may ask through its proxy. */
const CERTIFICATES = 'etc/certificates.pem';
const certificates = process.env.NODE_EXTRA_CA_CERTS;
if (certificates) npmConfig.NODE_EXTRA_CA_CERTS = `/${CERTIFICATES}`;

function carryOut(stage, folder, folders) {
  const state = { env: {}, cwd: '/', user: 'root', entrypoint: [], cmd: [] };
  const args = {};
  for (const { name, rest, line } of stage.instructions) {
    say(`== Dockerfile:${line} ${name} ${rest.slice(0, 100)}`);
    if (name === 'ARG') {
      const [key, value = ''] = rest.split('=');
      args[key] = process.env[key] ?? value;
    } else if (name === 'ENV') Object.assign(state.env, assignment(rest));
    else if (name === 'WORKDIR') {
      state.cwd = posix.resolve(state.cwd, rest);
      mkdirSync(join(folder, state.cwd), { recursive: true });
    } else if (name === 'USER') state.user = rest;
    else if (name === 'ENTRYPOINT') state.entrypoint = JSON.parse(rest);
    else if (name === 'CMD') state.cmd = JSON.parse(rest);
    else if (name === 'COPY') {
      const { from, sources, target } = copyOf(rest);
      for (const source of sources) {
        const path = from === null ? join(root, source) : join(folders.get(from), source);
        const at = posix.resolve(state.cwd, target);
        const isInto = target.endsWith('/') || (existsSync(join(folder, at)) && !statSync(path).isDirectory());
        cpSync(path, join(folder, isInto ? posix.join(at, basename(source)) : at), {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
    } else if (name === 'RUN') {
      const env = { ...npmConfig, ...state.env, ...args, HOME: '/root' };
      const status = inside(folder, { ...state, env }, ['sh', '-c', rest]);
      if (status !== 0) throw new Error(`Dockerfile:${line}: RUN ended with ${status}`);
    } else throw new Error(`Dockerfile:${line}: found ${name}, which this script cannot carry out`);
  }
  return state;
}

const { args, stages } = stagesOf(instructionsOf(readFileSync(join(root, 'Dockerfile'), 'utf8')));
const folders = new Map(Object.keys(args).map((name) => [`\${${name}}`, base]));
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
let last;
const inherited = new Map();
for (const [i, stage] of stages.entries()) {
  const folder = join(work, stage.name ?? String(i));
  spawnSync('cp', ['-a', folders.get(stage.from), folder], { stdio: 'inherit' });
  copyFileSync('/etc/resolv.conf', join(folder, 'etc/resolv.conf'));
  if (certificates) copyFileSync(certificates, join(folder, CERTIFICATES));
  const before = inherited.get(stage.from);
  const state = carryOut(stage, folder, folders);
  if (before) state.env = { ...before.env, ...state.env };
  if (stage.name) {
    folders.set(stage.name, folder);
    inherited.set(stage.name, state);
  }
  last = { folder, state };
}

const { folder, state } = last;
inside(folder, { ...state, user: 'root', cwd: '/' }, ['chown', state.user, state.cwd]);
const call = (...words) => {
  say(`== ${state.entrypoint.join(' ')} ${words.join(' ')}`);
  const status = inside(folder, state, [...state.entrypoint, ...words], { net: false });
  say(`== ends with ${status}`);
  return status;
};
const results = [
  call(...state.cmd),
  call('compare', '/duizhao/corpus', '--out', 'out', '--format', 'html,pdf,json,csv,xlsx,docx'),
  call('verify', 'out', '--corpus', '/duizhao/corpus'),
];
say(readdirSync(join(folder, state.cwd, 'out')).join(' '));
process.exitCode = results.every((status) => status === 0) ? 0 : 1;
