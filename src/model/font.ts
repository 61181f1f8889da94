/** How a face is written: as it is, for a browser that prints it at once, or packed, for a file that is kept. */
export type FaceFormat = 'truetype' | 'woff2';

/** One font face, subset and ready to be embedded. */
export interface FontFaceData {
  /** CSS family name, e.g. `Noto Serif SC`. */
  readonly family: string;
  /** CSS weight, 100–900. */
  readonly weight: number;
  readonly format: FaceFormat;
  /** The font file, base64. */
  readonly base64: string;
  /** CSS `unicode-range` for a face that only adds missing characters; null: the main face. */
  readonly unicodeRange: string | null;
}

/** Which characters a document sets in which face. */
export interface FaceNeed {
  readonly family: string;
  readonly weight: number;
  /** Every character once, in code-point order. */
  readonly characters: string;
}
