/** Why something is uncertain, for a person, in both languages: a clause without a full stop. */
export interface Why {
  readonly en: string;
  readonly zh: string;
}
