export type Target = (seed: number) => unknown;
export function changedText(text: string, seed: number): string;
export function changedBytes(bytes: Uint8Array, seed: number): Uint8Array;
export function someText(seed: number): string;
export function targets(modules: object, samples: object): Readonly<Record<string, Target>>;
/** Null, or what is wrong. */
export function tried(name: string, run: Target, seed: number, patience: number): Promise<string | null>;
