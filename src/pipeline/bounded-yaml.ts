import { Composer, type Document, isScalar, Lexer, type LineCounter, Parser } from 'yaml';

/** The parser compares every key of a mapping with all before it: 4,000 keys of one mapping are 8 million comparisons. */
const MAX_COMPARISONS = 10_000_000;
/**
 * Lists and mappings open at once; a corpus has eight. Far below where the stack is full: there even the first use of a regular
 * expression ends the program, and nothing can catch that.
 */
const MAX_DEPTH = 200;

/** YAML that costs more than a file of this program can need; `offset` is where it shows. */
export class YamlTooMuch extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** `parseDocument` of the package `yaml`, step by step, so that it can be given up. Throws YamlTooMuch. */
export function parseBounded(text: string, lineCounter: LineCounter): Document.Parsed {
  const parser = new Parser(lineCounter.addNewLine);
  function* tokens() {
    lineCounter.addNewLine(0);
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > 2 * MAX_DEPTH) throw new YamlTooMuch('nested too deep', parser.offset);
    }
    yield* parser.end();
  }
  let comparisons = 0;
  const isSameKey = (a: unknown, b: unknown): boolean => {
    comparisons += 1;
    if (comparisons > MAX_COMPARISONS) throw new YamlTooMuch('too many keys in one mapping', parser.offset);
    return a === b || (isScalar(a) && isScalar(b) && a.value === b.value);
  };
  const composer = new Composer({ lineCounter, prettyErrors: false, uniqueKeys: isSameKey });
  const [first, second] = composer.compose(tokens(), true, text.length);
  if (first === undefined) throw new YamlTooMuch('no document', 0);
  if (second !== undefined && first.errors.length === 0)
    throw new YamlTooMuch('more than one document (---)', second.range[0]);
  return first as Document.Parsed;
}
