/** What a person settled about one record: see schemas/review.schema.json. */
export interface Review {
  readonly report: string;
  /** Words out of the record's sentence; blanks and line breaks do not matter. */
  readonly quote: string;
  readonly record: 'fact' | 'honour' | 'initiative';
  /** The value found, where the quote holds several figures; null: any. */
  readonly value: number | null;
  /** The title or name found, where the quote holds several; null: any. */
  readonly title: string | null;
  readonly action: 'accept' | 'correct' | 'reject' | 'note';
  /** With `correct`: fields of the record and their right values. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  /** 1-based line in review.yaml. */
  readonly line: number;
}
