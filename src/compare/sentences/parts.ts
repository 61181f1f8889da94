import type { SentencePart } from '../../model/comparison.js';

/** A piece of a sentence: plain words, or a piece that states findings. */
export type Piece = string | SentencePart;

/** A piece that states findings; without any it is plain words. */
export function linked(text: string, findings: readonly string[]): SentencePart {
  return findings.length === 0 ? { text } : { text, findings: [...new Set(findings)] };
}

/** Joins plain pieces that meet, drops empty ones. */
export function toParts(pieces: readonly Piece[]): SentencePart[] {
  const out: SentencePart[] = [];
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? { text: piece } : piece;
    const last = out.at(-1);
    if (part.text === '') continue;
    if (last !== undefined && last.findings === undefined && part.findings === undefined) {
      out[out.length - 1] = { text: last.text + part.text };
    } else out.push(part);
  }
  return out;
}

/** Puts `between` between pieces, `last` before the last one. */
export function joined(pieces: readonly Piece[], between: string, last = between): Piece[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [i === pieces.length - 1 ? last : between, piece]));
}

/** Every number stands in a piece with evidence: plain pieces with digits (110接警量) get that of the whole sentence. */
export function withDigitsLinked(parts: readonly SentencePart[]): SentencePart[] {
  const all = parts.flatMap((part) => part.findings ?? []);
  return parts.map((part) =>
    part.findings === undefined && /\p{Nd}/u.test(part.text) ? linked(part.text, all) : part,
  );
}
