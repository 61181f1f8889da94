import type { Context } from './context.js';

export interface SourceView {
  readonly index: number;
  readonly file: string;
  readonly size: string;
  readonly lines: readonly { readonly number: number; readonly offset: number; readonly text: string }[];
}

/** Control characters HTML forbids; a blank keeps the offsets. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/** The texts themselves, line by line with their offsets, so that a quote can be read in its surroundings. Blank lines are left out. */
export function sourceViews(context: Context): SourceView[] {
  return context.comparison.sources.map((source, index) => {
    const lines: { number: number; offset: number; text: string }[] = [];
    let offset = 0;
    source.text.split('\n').forEach((text, at) => {
      if (text.trim() !== '')
        lines.push({ number: at + 1, offset, text: text.replace(/\r$/u, '').replace(forbidden, ' ') });
      offset += text.length + 1;
    });
    return {
      index,
      file: source.file,
      size: context.say('sources.size', { n: source.characters, hash: source.sha256.slice(0, 12) }),
      lines,
    };
  });
}
