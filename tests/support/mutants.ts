import type { AnnotatedText } from './claims.js';

/** What may break a paragraph, by name; the captions among them stand alone and are no part of the sentence. */
export const breaks: Readonly<Record<string, string>> = {
  'line break': '\n',
  'blank line': '\n\n',
  'column break': '\n\n\n\n',
  'page number': '\n\n— 3 —\n\n',
  masthead: '\n\n云衡日报 2024年1月10日 星期三\n\n',
  'caption with a mark': '\n\n▲2023年5月6日，市公安局举行警营开放日活动。\n\n',
  'caption in brackets': '\n\n（图为民警入户走访）\n\n',
  'caption with a credit': '\n\n民警在校园周边开展巡逻 李明 摄\n\n',
  'caption without a mark': '\n\n\n\n民警在辖区开展夜间巡逻。\n\n\n\n',
  'caption without a stop': '\n\n\n\n民警走进社区开展反诈宣传\n\n\n\n',
};

/** A text broken at one place inside a claim. */
export interface Mutant {
  readonly name: string;
  readonly of: AnnotatedText;
  /** Where the break stands, and what it is. */
  readonly at: number;
  readonly kind: string;
  readonly text: string;
}

/** Every break at every `step`-th position inside a claim, the positions counted over all texts; none beside white space. */
export function* mutants(texts: readonly AnnotatedText[], step: number): Generator<Mutant> {
  let n = 0;
  for (const of of texts) {
    const places = new Set<number>();
    for (const [start, end] of of.claims) {
      for (let at = start + 1; at < end; at++) {
        if (!/\s/.test(of.text[at] ?? ' ') && !/\s/.test(of.text[at - 1] ?? ' ')) places.add(at);
      }
    }
    for (const at of [...places].sort((a, b) => a - b)) {
      if (n++ % step !== 0) continue;
      for (const [kind, text] of Object.entries(breaks)) {
        yield { name: of.name, of, at, kind, text: of.text.slice(0, at) + text + of.text.slice(at) };
      }
    }
  }
}
