// A Dockerfile as data: enough of the format for ours, and an error for what goes beyond it.

/** The instructions in order, continuation lines joined, comments and blank lines gone. e.g. { name: 'RUN', rest: 'npm ci', line: 3 } */
export function instructionsOf(dockerfile) {
  const found = [];
  let open = null;
  for (const [i, raw] of dockerfile.split('\n').entries()) {
    if (/^\s*(?:#.*)?$/.test(raw)) continue;
    const more = /\\\s*$/.test(raw);
    const text = raw.replace(/\\\s*$/, '').trim();
    if (open) open.rest += ` ${text}`;
    else {
      const [, name, rest] = /^([A-Za-z]+)\s+(.*)$/.exec(text) ?? [];
      if (!name) throw new Error(`Dockerfile:${i + 1}: found “${raw}”, expected an instruction`);
      open = { name: name.toUpperCase(), rest, line: i + 1 };
      found.push(open);
    }
    if (!more) open = null;
  }
  return found;
}

/** The stages: what each is made from, its name, its instructions. ARGs before the first FROM are `args`. */
export function stagesOf(instructions) {
  const args = {};
  const stages = [];
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') {
      const [, from, name = null] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(instruction.rest) ?? [];
      stages.push({ from, name, instructions: [] });
    } else if (stages.length === 0) Object.assign(args, assignment(instruction.rest));
    else stages.at(-1).instructions.push(instruction);
  }
  return { args, stages };
}

/** What COPY copies: from another stage or (null) from the clone. */
export function copyOf(rest) {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null;
  const paths = words.filter((word) => !word.startsWith('--'));
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) };
}

/** `A=b C="d e"` as an object; quotes and references to other variables beyond the plain ones are not read. */
export function assignment(rest) {
  return Object.fromEntries(
    [...rest.matchAll(/([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|\S*)/g)].map(([, key, value]) => [
      key,
      value.replace(/^"|"$/g, ''),
    ]),
  );
}
