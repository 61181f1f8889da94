import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A text of the development gold with the spans of its annotated claims. */
export interface AnnotatedText {
  readonly name: string;
  readonly text: string;
  /** Start and end of each claim's quote, each once, in text order. */
  readonly claims: readonly (readonly [number, number])[];
}

const root = new URL('../../', import.meta.url);

function quotesIn(folder: URL): { start: number; end: number; exact: string }[] {
  return readdirSync(folder).flatMap((place) =>
    ['facts', 'honours', 'initiatives'].flatMap((kind) => {
      const file = new URL(`${place}/${kind}.jsonl`, folder);
      if (!existsSync(file)) return [];
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .filter((l) => l.trim() !== '');
      return lines.map((l) => JSON.parse(l) as { start: number; end: number; exact: string });
    }),
  );
}

/** The texts of a folder with the claims of its gold: a quote belongs to the text that has it at its place. */
function annotated(corpus: string, gold: string): AnnotatedText[] {
  const quotes = quotesIn(new URL(gold, root));
  const folder = new URL(corpus, root);
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const own = quotes.filter((q) => text.slice(q.start, q.end) === q.exact).map((q) => `${q.start} ${q.end}`);
      const claims = [...new Set(own)]
        .map((s) => s.split(' ').map(Number) as [number, number])
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      return { name, text, claims };
    });
}

/** The bundled texts and the texts written for the tests, with their claims. */
export function annotatedTexts(): AnnotatedText[] {
  return [
    ...annotated('corpus/', 'tests/gold/bundled/'),
    ...annotated('tests/gold/second/corpus/', 'tests/gold/second/gold/'),
  ];
}
