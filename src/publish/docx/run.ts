import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Cite } from '../../report/index.js';

/** A quote to stand in the margin at the first use of its evidence. */
export interface MarginNote {
  readonly number: number;
  readonly text: string;
}

/** Runs of text with evidence markers; the first marker of each piece of evidence carries its quote as a comment. */
export class Runs {
  private readonly shown = new Set<number>();
  constructor(private readonly quotes: ReadonlyMap<number, string>) {}

  /** Comments that were used, in order of number. */
  get notes(): readonly MarginNote[] {
    return [...this.shown].sort((a, b) => a - b).map((number) => ({ number, text: this.quotes.get(number) ?? '' }));
  }

  of(text: string, cites: readonly Cite[], options: { readonly bold?: boolean } = {}): ParagraphChild[] {
    return [
      ...(text === '' ? [] : [new TextRun({ text: clean(text), ...options })]),
      ...cites.flatMap((cite) => this.marker(cite)),
    ];
  }

  private marker({ number }: Cite): ParagraphChild[] {
    const link = new InternalHyperlink({
      anchor: `e${number}`,
      children: [new TextRun({ text: `[${number}]`, style: 'EvidenceMark' })],
    });
    if (this.shown.has(number) || !this.quotes.has(number)) return [link];
    this.shown.add(number);
    return [
      new CommentRangeStart(number),
      link,
      new CommentRangeEnd(number),
      new TextRun({ children: [new CommentReference(number)] }),
    ];
  }
}

/** Without the control characters XML 1.0 forbids. */
export function clean(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}
