import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOf, instructionsOf, stagesOf } from '../../scripts/lib/recipe.mjs';
import { duizhao, root } from '../support/cli.js';

const { validate } = createRequire(import.meta.url)('dockerfile-utils') as {
  validate(dockerfile: string): readonly { readonly message: string }[];
};
interface Instruction {
  readonly name: string;
  readonly rest: string;
}
interface Stage {
  readonly from: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const dockerfile = read('Dockerfile');
const { args, stages } = stagesOf(instructionsOf(dockerfile)) as {
  args: Record<string, string>;
  stages: readonly Stage[];
};
const all = stages.flatMap(({ instructions }) => instructions);
const restOf = (name: string): string[] => all.filter((i) => i.name === name).map(({ rest }) => rest);
const last = stages.at(-1)?.instructions ?? [];

describe('the container recipe', () => {
  it('is a valid Dockerfile', () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
    // The linter does look: a recipe without a base is none.
    expect(validate('RUN true\n')).not.toEqual([]);
  });

  it('names its base by digest, and every stage by one that is there', () => {
    expect(args.BASE).toMatch(/^debian:[a-z]+-slim@sha256:[0-9a-f]{64}$/);
    const base = `$${'{BASE}'}`;
    const names = [base, ...stages.map(({ name }) => name)];
    for (const [i, { from }] of stages.entries()) expect(names.slice(0, i + 1)).toContain(from);
  });

  it('copies what is there and what .dockerignore lets through', () => {
    const through = new Set(
      read('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1)),
    );
    const copied = restOf('COPY')
      .map((rest) => copyOf(rest) as { from: string | null; sources: string[] })
      .filter(({ from }) => from === null)
      .flatMap(({ sources }) => sources);
    for (const path of copied) expect(`${path} ${existsSync(join(root, path))}`).toBe(`${path} true`);
    expect([...through].sort()).toEqual([...copied].sort());
  });

  it('brings everything the package publishes', () => {
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    const copied = new Set(restOf('COPY').flatMap((rest) => (copyOf(rest) as { sources: string[] }).sources));
    for (const path of files.filter((name) => name !== 'dist')) expect([...copied]).toContain(path);
  });

  it('runs npm scripts there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const rest of restOf('RUN'))
      for (const [, script = ''] of rest.matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toHaveProperty([script]);
  });

  it('leaves no package lists behind, and asks nothing', () => {
    for (const rest of restOf('RUN').filter((line) => line.includes('apt-get install'))) {
      expect(rest).toContain('--no-install-recommends');
      expect(rest).toContain('rm -rf /var/lib/apt/lists/*');
    }
    expect(restOf('ENV')[0]).toContain('DEBIAN_FRONTEND=noninteractive');
  });

  it('ends as a user without privileges, on the command', () => {
    const user = last.findLastIndex(({ name }) => name === 'USER');
    expect(last[user]?.rest).toBe('duizhao');
    expect(user).toBeGreaterThan(last.findLastIndex(({ name }) => name === 'RUN'));
    expect(restOf('ENTRYPOINT')).toEqual(['["duizhao"]']);
    const [command] = JSON.parse(restOf('CMD')[0] ?? '[]') as string[];
    expect(duizhao(['--help']).stdout).toContain(`duizhao ${command}`);
  });
});

describe('the page about it', () => {
  const consoles = (name: string) =>
    [...read(`docs/how-to/${name}`).matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  it('says the same in Chinese, block by block', () => {
    expect(consoles('container.md').length).toBeGreaterThan(3);
    expect(consoles('container.zh.md')).toEqual(consoles('container.md'));
  });
  it('calls commands and options there are, and build arguments the recipe has', () => {
    const text = consoles('container.md').join('').replaceAll('\\\n', ' ');
    const calls = [...text.matchAll(/ duizhao ([a-z]+)([^\n]*)$/gm)];
    expect(calls.length).toBeGreaterThan(0);
    for (const [, command = '', rest = ''] of calls) {
      const help = duizhao([command, '--help']).stdout;
      for (const [option] of rest.matchAll(/--[a-z]+/g)) expect(help).toContain(option);
    }
    // BuildKit's own, for the times inside the image
    for (const [, name = ''] of text.matchAll(/--build-arg ([A-Z_]+)=/g))
      if (name !== 'SOURCE_DATE_EPOCH') expect(dockerfile).toContain(`ARG ${name}=`);
  });
  it('links to what is there', () => {
    for (const name of ['container.md', 'container.zh.md'])
      for (const [, link = ''] of read(`docs/how-to/${name}`).matchAll(/\]\(([^)#]+)\)/g))
        if (!link.startsWith('https:'))
          expect(`${link} ${existsSync(join(root, 'docs/how-to', link))}`).toBe(`${link} true`);
  });
});
