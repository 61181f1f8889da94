/** One thing duizhao needs or can use, and whether this machine has it. */
export interface MachineItem {
  readonly name: string;
  readonly state: 'ok' | 'weak' | 'missing';
  /** Version, path or size. */
  readonly found: string;
  /** What to do about it; empty when nothing. */
  readonly remedy: string;
  /** What reads otherwise in Chinese. */
  readonly zh?: Partial<Record<'name' | 'found' | 'remedy', string>>;
}

/** The first line of whatever was thrown; of a program that failed, what it said itself. */
export function firstLine(error: unknown): string {
  const { message, stderr } = error as { readonly message?: string; readonly stderr?: unknown };
  const said = typeof stderr === 'string' && stderr.trim() !== '' ? stderr : (message ?? String(error));
  return (said.trim().split('\n')[0] ?? '').slice(0, 200);
}
